package org.dipscope.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The headless command line: reads the arguments, runs one command, prints its result as one JSON
 * object and returns the exit status: 0 success, 1 the computation failed, 2 bad usage, 3 bad
 * input.
 */
@CommandLine.Command(
    name = "dipscope",
    description =
        "Bumps and interference dips in mass spectra. Without arguments the workbench opens; with a"
            + " command, results are one JSON object on standard output (for many histograms one"
            + " per line), progress goes to standard error.",
    versionProvider = Version.class,
    subcommands = {
      TheoryCommand.class,
      TrainCommand.class,
      EvaluateCommand.class,
      PdfCommand.class,
      LuminosityCommand.class,
      SpectrumCommand.class,
      ScanCommand.class,
      GenerateCommand.class,
      InspectCommand.class,
      HistogramCommand.class,
      CategoriesCommand.class,
      ConvertCommand.class,
      FitCommand.class,
      TestCommand.class,
      LimitCommand.class,
      IntervalCommand.class,
      BumpsCommand.class,
      RenderCommand.class
    },
    footer = {
      "",
      "Lists of numbers are written E1,E2,... or LO:HI:N. Exit status: 0 success, 1 the"
          + " computation failed, 2 bad usage, 3 bad input."
    })
public final class Dipscope {
  private static final int SUCCESS = 0;
  private static final Pattern BARE_WORD = Pattern.compile("[a-z][a-z-]*");

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  @SuppressWarnings("unused") // picocli declares it here and answers it itself
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show the version.")
  @SuppressWarnings("unused") // picocli declares it here and answers it itself
  private boolean version;

  @Option(
      names = "--threads",
      paramLabel = "N",
      scope = ScopeType.INHERIT,
      description = "Threads to keep busy (default: all cores).")
  private @Nullable Integer threads;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of a failure on standard error.")
  @SuppressWarnings("unused") // read from the raw arguments: it must work when parsing fails
  private boolean debug;

  private Dipscope() {}

  /** Runs a command and ends the program with its exit status. */
  public static void main(String[] arguments) {
    System.exit(execute(arguments, System.out, System.err, System.in));
  }

  /**
   * Runs one command.
   *
   * @param arguments the command and its options
   * @param out receives the result, or the failure, as one line of JSON in UTF-8
   * @param err receives progress, and one sentence in case of failure
   * @param in standard input
   * @return the exit status of the process
   */
  public static int execute(String[] arguments, PrintStream out, PrintStream err, InputStream in) {
    try (Interruption interruption = new Interruption()) {
      return attempt(arguments, out, err, in, interruption.cancel());
    }
  }

  private static int attempt(
      String[] arguments, PrintStream out, PrintStream err, InputStream in, CancelToken cancel) {
    try {
      return run(arguments, out, err, in, cancel);
    } catch (Throwable thrown) {
      Problem problem = Failure.of(thrown);
      JsonOutput.print(Failure.Report.of(problem), out);
      err.println(Failure.oneLine(problem.message()));
      if (Arrays.asList(arguments).contains("--debug")) {
        thrown.printStackTrace(err);
      }
      err.flush();
      return problem.kind().exitStatus();
    }
  }

  /**
   * Whether the first argument of the program asks for a headless command, help or the version. A
   * bare word that names no file is taken for a mistyped command, which this command line explains
   * better than a workbench that finds no such file.
   */
  public static boolean isCommand(String argument) {
    return argument.startsWith("-")
        || commandLine().getSubcommands().containsKey(argument)
        || (BARE_WORD.matcher(argument).matches() && !Files.exists(Path.of(argument)));
  }

  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Dipscope());
    collectErrors(line);
    return line.setExpandAtFiles(false)
        .setPosixClusteredShortOptionsAllowed(false)
        .registerConverter(double.class, NumberText::number)
        .registerConverter(Double.class, NumberText::number)
        .registerConverter(int.class, NumberText::whole)
        .registerConverter(Integer.class, NumberText::whole)
        .registerConverter(long.class, NumberText::wholeLong)
        .registerConverter(Long.class, NumberText::wholeLong)
        .registerConverter(Path.class, Dipscope::path)
        .registerConverter(NumberList.class, text -> new NumberList(NumberText.list(text)));
  }

  private static Path path(String text) {
    if (text.isBlank()) {
      throw new TypeConversionException("the name of the file is empty");
    }
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new TypeConversionException(NumberText.quoted(text) + " cannot be the name of a file");
    }
  }

  private static void collectErrors(CommandLine line) {
    line.getCommandSpec().parser().collectErrors(true);
    line.getSubcommands().values().forEach(Dipscope::collectErrors);
  }

  private static int run(
      String[] arguments, PrintStream out, PrintStream err, InputStream in, CancelToken cancel)
      throws Exception {
    CommandLine line = commandLine();
    Dipscope root = line.getCommand();
    ParseResult parsed = line.parseArgs(arguments);
    CommandLine chosen = parsed.asCommandLineList().getLast();
    refuse(parsed, chosen);
    if (chosen.isUsageHelpRequested()) {
      chosen.usage(out, colours());
      return SUCCESS;
    }
    if (chosen.isVersionHelpRequested()) {
      chosen.printVersionHelp(out, CommandLine.Help.Ansi.OFF);
      return SUCCESS;
    }
    if (!(chosen.getCommand() instanceof Command command)) {
      throw new ProblemException(
          Problem.usage(
              "No command is given.",
              "Use one of " + String.join(", ", line.getSubcommands().keySet()) + "."));
    }
    Session session = new Session(in, new Progress(err), cancel, root.threadCount());
    Object result = command.run(session);
    if (result instanceof Batch batch) {
      return batch.print(out);
    }
    JsonOutput.print(result, out);
    return SUCCESS;
  }

  /** Of several mistakes a mistyped option is the one to name: it explains the missing one. */
  private static void refuse(ParseResult parsed, CommandLine chosen) throws Exception {
    List<Exception> errors = new ArrayList<>();
    for (ParseResult level = parsed; level != null; level = level.subcommand()) {
      errors.addAll(level.errors());
    }
    if (errors.isEmpty() || chosen.isUsageHelpRequested() || chosen.isVersionHelpRequested()) {
      return;
    }
    for (Exception error : errors) {
      if (error instanceof UnmatchedArgumentException) {
        throw error;
      }
    }
    throw errors.getFirst();
  }

  private static CommandLine.Help.ColorScheme colours() {
    return CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF);
  }

  private int threadCount() {
    if (threads == null) {
      return Runtime.getRuntime().availableProcessors();
    }
    if (threads < 1) {
      throw new ProblemException(
          Problem.usage("--threads: " + threads + " is less than 1.", "Give 1 or more."));
    }
    return threads;
  }
}
