package org.dipscope.cli;

import org.dipscope.core.physics.amplitude.StandardModel;
import org.dipscope.core.physics.resonance.Couplings;
import org.dipscope.core.physics.resonance.Resonance;
import org.dipscope.core.physics.resonance.WidthScheme;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The total width and how it enters the propagator. */
final class WidthOptions {

  /**
   * A width from the command line.
   *
   * @param widthGeV the number given, or null for the sum of the partial widths
   */
  record Width(@Nullable Double widthGeV) {}

  @Option(
      names = "--width",
      paramLabel = "GEV|physical",
      converter = WidthConverter.class,
      description =
          "Total width; 'physical' is the sum of the partial widths of the couplings at the mass"
              + " (default: physical).")
  private Width width = new Width(null);

  @Option(
      names = "--width-scheme",
      paramLabel = "fixed|linear|physical",
      converter = SchemeConverter.class,
      description =
          "Width in the propagator: M W, s W/M, or sqrt(s) times the sum of the partial widths at"
              + " sqrt(s), whatever --width says (default: fixed).")
  private WidthScheme scheme = WidthScheme.FIXED;

  WidthScheme scheme() {
    return scheme;
  }

  /** The width given, or null for the physical one. */
  @Nullable Double widthGeV() {
    return width.widthGeV();
  }

  Resonance resonance(StandardModel model, Couplings couplings, double massGeV) {
    Double given = width.widthGeV();
    return given == null
        ? Resonance.withPhysicalWidth(model, couplings, massGeV, scheme)
        : new Resonance(couplings, massGeV, given, scheme);
  }

  /** A number or the word physical. */
  static final class WidthConverter implements ITypeConverter<Width> {
    @Override
    public Width convert(String text) {
      if (text.equals("physical")) {
        return new Width(null);
      }
      try {
        return new Width(NumberText.number(text));
      } catch (TypeConversionException e) {
        throw new TypeConversionException(e.getMessage() + " and not the word physical");
      }
    }
  }

  /** One of the three schemes by its name in lower case. */
  static final class SchemeConverter implements ITypeConverter<WidthScheme> {
    @Override
    public WidthScheme convert(String text) {
      return switch (text) {
        case "fixed" -> WidthScheme.FIXED;
        case "linear" -> WidthScheme.LINEAR;
        case "physical" -> WidthScheme.PHYSICAL;
        default ->
            throw new TypeConversionException("'" + text + "' is not fixed, linear or physical");
      };
    }
  }
}
