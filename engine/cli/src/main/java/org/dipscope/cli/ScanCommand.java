package org.dipscope.cli;

import java.util.Arrays;
import java.util.List;
import org.dipscope.core.likelihood.SurfaceOptions;
import org.dipscope.core.likelihood.SurfaceOptions.Quality;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The likelihood over one or two parameters. */
@CommandLine.Command(
    name = "scan",
    customSynopsis = {
      "dipscope scan --data=HIST --mass=LO:HI:N --tan-beta=LO:HI:N [OPTION]...",
      "dipscope scan --blind-spots=HUNTER --bins=N,LO,HI --mass=LO:HI:N --tan-beta=LO:HI:N"
          + " [OPTION]...",
      "dipscope scan WORKSPACE.json --parameter=NAME=LO:HI:N... [OPTION]...",
      ""
    },
    description = {
      "-2 Delta ln L over parameters, all others fitted at every point.",
      "",
      "Either of a spectrum, --data, over two parameters of a scalar: exactly two of its options"
          + " are given as ranges LO:HI:N, the others are values; their order is mass, width,"
          + " relative width, tan beta, coupling, signal strength. Counts are fitted at their"
          + " luminosity, a measured cross-section in shape; bins that reach below twice the top"
          + " mass are not fitted. With --blind-spots also, or without data alone, what a bump hunt"
          + " would miss.",
      "",
      "Or of a model, WORKSPACE.json, over one or two of its parameters: --parameter"
          + " NAME=LO:HI:N, once or twice.",
      "",
      "Entry [i][j] of 'twiceDeltaNll' belongs to value i of the first axis and value j of the"
          + " second. It is relative to the lowest minimum, which need not be a grid point, and of"
          + " a model may lie outside the ranges. 'minima' lists all within them, with their"
          + " 'depth' below the way to a lower one, null where the grid is too coarse to tell."
          + " Points in contours are [first, second]; with one parameter a contour has the segments"
          + " below its level."
    },
    modelTransformer = ScanCommand.EitherWay.class)
final class ScanCommand implements Command {
  private static final NumberList LINE = new NumberList(new double[] {1, 4, 9});
  private static final NumberList SURFACE = new NumberList(new double[] {2.30, 5.99, 11.83});

  @Mixin private TheoryScan theory = new TheoryScan();
  @Mixin private ModelScan model = new ModelScan();

  @Option(
      names = "--quality",
      paramLabel = "preview|interpolated|exact",
      converter = QualityConverter.class,
      description =
          "Where minima and contours between grid points come from: the grid values, interpolated"
              + " spectra, or spectra and fits of their own (default: exact).")
  private Quality quality = Quality.EXACT;

  @Option(
      names = "--levels",
      paramLabel = "D1,D2,...",
      description =
          "Contour levels of -2 Delta ln L (default: 2.3,5.99,11.83; with one parameter 1,4,9).")
  private @Nullable NumberList levels;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Object run(Session session) {
    boolean isModel = model.isAsked();
    refuseOptionsOf(isModel ? "theory" : "model", isModel);
    NumberList usual = isModel && model.dimensions() == 1 ? LINE : SURFACE;
    double[] asked = (levels == null ? usual : levels).values();
    SurfaceOptions options = new SurfaceOptions(Arrays.stream(asked).boxed().toList(), quality);
    return isModel ? model.run(options, session) : theory.run(options, session);
  }

  private void refuseOptionsOf(String mixin, boolean isModel) {
    ParseResult parsed = spec.commandLine().getParseResult();
    for (OptionSpec option : spec.mixins().getOrDefault(mixin, CommandSpec.create()).options()) {
      if (parsed.hasMatchedOption(option.longestName())) {
        throw new ProblemException(
            isModel
                ? Problem.usage(
                    option.longestName() + " belongs to a scan of a spectrum.",
                    "Name the parameters of a model with --parameter, and give no --data.")
                : Problem.usage(
                    option.longestName() + " belongs to a scan of a model.",
                    "Name the file of a model."));
      }
    }
  }

  /** What only one of the two ways needs is asked for when it is missed. */
  static final class EitherWay implements IModelTransformer {
    @Override
    public CommandSpec transform(CommandSpec command) {
      for (String name : List.of("--data", "--mass")) {
        OptionSpec option = command.findOption(name);
        command.remove(option);
        command.addOption(OptionSpec.builder(option).required(false).build());
      }
      PositionalParamSpec file = command.positionalParameters().getFirst();
      command.remove(file);
      command.addPositional(
          PositionalParamSpec.builder(file).arity("0..1").required(false).build());
      return command;
    }
  }

  /** A quality by its name in lower case. */
  static final class QualityConverter implements ITypeConverter<Quality> {
    @Override
    public Quality convert(String text) {
      return switch (text) {
        case "preview" -> Quality.PREVIEW;
        case "interpolated" -> Quality.INTERPOLATED;
        case "exact" -> Quality.EXACT;
        default ->
            throw new TypeConversionException(
                NumberText.quoted(text) + " is not preview, interpolated or exact");
      };
    }
  }
}
