package org.dipscope.cli;

import org.dipscope.core.physics.spectrum.ProtonCollisions;
import org.dipscope.core.physics.spectrum.ScaleChoice;
import org.dipscope.core.problem.ProblemException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Energy, parton distributions and scale of the proton collisions. */
final class CollisionOptions {
  private static final double GEV_PER_TEV = 1000;

  @Option(
      names = "--ecm",
      paramLabel = "TEV",
      description = "Centre-of-mass energy of the protons in TeV (default: 13).")
  private double energyTeV = 13;

  @Mixin private PdfOptions pdf = new PdfOptions();

  @Option(
      names = "--scale",
      paramLabel = "mt|GEV|mtt/2",
      converter = Scale.class,
      description =
          "Factorisation and renormalisation scale: mt, mt/2, 2mt, mtt, mtt/2, 2mtt or a number"
              + " in GeV (default: mt).")
  private ScaleChoice scale = ScaleChoice.TOP_MASS;

  ProtonCollisions collisions() {
    return new ProtonCollisions(energyTeV * GEV_PER_TEV, pdf.open(), scale);
  }

  /** A scale as the engine reads it. */
  static final class Scale implements ITypeConverter<ScaleChoice> {
    @Override
    public ScaleChoice convert(String text) {
      try {
        return ScaleChoice.parse(text);
      } catch (ProblemException e) {
        throw new TypeConversionException(
            NumberText.quoted(text) + " is not mt, mt/2, 2mt, mtt/2 or a positive number in GeV");
      }
    }
  }

  /**
   * The text of a scale that the engine can read.
   *
   * @param text as given
   */
  record Name(String text) {}

  /** A scale kept as text, for documents. */
  static final class ScaleName implements ITypeConverter<Name> {
    @Override
    public Name convert(String text) {
      new Scale().convert(text);
      return new Name(text);
    }
  }
}
