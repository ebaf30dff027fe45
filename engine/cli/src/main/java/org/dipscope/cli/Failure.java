package org.dipscope.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says of anything thrown what the user should read. */
final class Failure {

  /** The object that a failed command prints. */
  record Report(@JsonProperty("error") Body error) {
    static Report of(Problem problem) {
      Integer line = problem.line() > 0 ? Integer.valueOf(problem.line()) : null;
      return new Report(new Body(oneLine(problem.message()), problem.hint(), problem.file(), line));
    }
  }

  /** What went wrong, what to do, and where. */
  record Body(String message, String hint, @Nullable String file, @Nullable Integer line) {}

  private Failure() {}

  static Problem of(Throwable thrown) {
    return switch (thrown) {
      case ProblemException e -> e.problem();
      case ParameterException e -> usage(e);
      case CancellationException _ ->
          Problem.computation("The computation was interrupted.", "Start it again.");
      case UncheckedIOException e when e.getCause() != null -> file(e.getCause());
      case IOException e -> file(e);
      case OutOfMemoryError _ ->
          Problem.computation(
              "The computation needs more memory than the program may use.",
              "Use fewer points, bins or events, or allow more memory with"
                  + " JAVA_TOOL_OPTIONS=-Xmx8g.");
      case StackOverflowError _ ->
          Problem.computation(
              "The input is nested too deeply.", "Simplify the expression or the file.");
      default ->
          Problem.computation(
              "The program made a mistake (" + describe(thrown) + ").",
              "Please report it with the output of the same command and --debug.");
    };
  }

  private static String describe(Throwable thrown) {
    String name = thrown.getClass().getSimpleName();
    return thrown.getMessage() == null ? name : name + ": " + oneLine(thrown.getMessage());
  }

  private static Problem file(IOException e) {
    if (e instanceof FileSystemException f && f.getFile() != null) {
      String what =
          switch (f) {
            case NoSuchFileException _ -> "does not exist";
            case AccessDeniedException _ -> "may not be opened";
            default -> "cannot be used" + (f.getReason() == null ? "" : ": " + f.getReason());
          };
      return Problem.badInput(
          "The file " + f.getFile() + " " + what + ".",
          "Check the path and its permissions.",
          f.getFile(),
          0);
    }
    if (e instanceof FileNotFoundException) {
      return Problem.badInput("A file is missing: " + describe(e) + ".", "Check the path.");
    }
    return Problem.badInput(
        "Reading or writing failed: " + describe(e) + ".", "Check the path and the free space.");
  }

  private static Problem usage(ParameterException e) {
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    String help = "'" + command + " --help' shows how it is used.";
    return switch (e) {
      case UnmatchedArgumentException u -> unmatched(u, help);
      case MissingParameterException m when isValueMissing(m) ->
          Problem.usage(name(m.getMissing().getFirst()) + " needs a value.", help);
      case MissingParameterException m -> Problem.usage(missing(m.getMissing()), help);
      case OverwrittenOptionException o ->
          Problem.usage(name(o.getOverwritten()) + " is given more than once.", help);
      default -> Problem.usage(valueMessage(e), help);
    };
  }

  private static Problem unmatched(UnmatchedArgumentException e, String help) {
    String first = e.getUnmatched().isEmpty() ? "" : e.getUnmatched().getFirst();
    boolean isOption = first.startsWith("-");
    boolean atRoot = e.getCommandLine().getParent() == null;
    String kind = isOption ? "option" : atRoot ? "command" : "argument";
    List<String> suggestions = isOption || atRoot ? e.getSuggestions() : List.of();
    String hint =
        suggestions.isEmpty() ? help : "Did you mean " + suggestions.getFirst() + "? " + help;
    return Problem.usage("Unknown " + kind + " " + NumberText.quoted(first) + ".", hint);
  }

  private static boolean isValueMissing(MissingParameterException e) {
    return e.getMissing().size() == 1
        && e.getMissing().getFirst().isOption()
        && oneLine(String.valueOf(e.getMessage()))
            .startsWith("Missing required parameter for option");
  }

  private static String missing(@Nullable List<ArgSpec> arguments) {
    if (arguments == null || arguments.isEmpty()) {
      return "Something is missing.";
    }
    String names = String.join(" and ", arguments.stream().map(Failure::name).toList());
    return names + (arguments.size() > 1 ? " are missing." : " is missing.");
  }

  private static String valueMessage(ParameterException e) {
    ArgSpec argument = e.getArgSpec();
    String message =
        e.getCause() instanceof TypeConversionException cause
            ? String.valueOf(cause.getMessage())
            : String.valueOf(e.getMessage());
    return sentence(argument == null ? message : name(argument) + ": " + message);
  }

  private static String name(@Nullable ArgSpec argument) {
    if (argument == null) {
      return "An option";
    }
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  static String oneLine(String text) {
    return text.lines().map(String::strip).findFirst().orElse("");
  }

  private static String sentence(String text) {
    String line = oneLine(text);
    return line.endsWith(".") ? line : line + ".";
  }
}
