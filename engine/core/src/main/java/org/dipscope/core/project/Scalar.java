package org.dipscope.core.project;

import java.util.Locale;
import org.dipscope.core.physics.amplitude.CpParity;
import org.dipscope.core.physics.amplitude.StandardModel;
import org.dipscope.core.physics.resonance.Couplings;
import org.dipscope.core.physics.resonance.Resonance;
import org.dipscope.core.physics.resonance.WidthScheme;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * A scalar as the user sets it.
 *
 * @param cp its parity; a mixed coupling ignores it
 * @param massGeV M
 * @param width how Γ is given
 * @param coupling how the couplings are given
 * @param scheme how Γ enters the propagator
 */
public record Scalar(
    CpParity cp, double massGeV, WidthChoice width, CouplingChoice coupling, WidthScheme scheme) {

  /** A pseudoscalar of 500 GeV with tan β = 1 and its physical width. */
  public static final Scalar DEFAULT =
      new Scalar(
          CpParity.ODD,
          500,
          new WidthChoice.Physical(),
          new CouplingChoice.TypeTwo(1),
          WidthScheme.FIXED);

  /**
   * The resonance with these settings.
   *
   * @throws ProblemException if mass, width or couplings are outside their domains
   */
  public Resonance resonance(StandardModel model) {
    Couplings couplings = coupling.couplings(cp);
    return switch (width) {
      case WidthChoice.Physical physical ->
          Resonance.withPhysicalWidth(model, couplings, massGeV, scheme);
      case WidthChoice.Free(double widthGeV) -> new Resonance(couplings, massGeV, widthGeV, scheme);
      case WidthChoice.Relative(double fraction) ->
          new Resonance(couplings, massGeV, fraction * massGeV, scheme);
    };
  }

  /** The same scalar with another mass. */
  public Scalar withMass(double newMassGeV) {
    return new Scalar(cp, newMassGeV, width, coupling, scheme);
  }

  /** The same scalar with its width given otherwise. */
  public Scalar withWidth(WidthChoice newWidth) {
    return new Scalar(cp, massGeV, newWidth, coupling, scheme);
  }

  /** The same scalar with its couplings given otherwise. */
  public Scalar withCoupling(CouplingChoice newCoupling) {
    return new Scalar(cp, massGeV, width, newCoupling, scheme);
  }

  /** The same scalar with its width entering the propagator otherwise. */
  public Scalar withScheme(WidthScheme newScheme) {
    return new Scalar(cp, massGeV, width, coupling, newScheme);
  }

  /**
   * The same scalar with another value of one parameter. Setting a parameter chooses the way it is
   * given: a tan β makes the couplings type II, a width makes the width free.
   *
   * @throws ProblemException if the parameter does not belong to the scalar
   */
  public Scalar with(ScanParameter parameter, double value) {
    return switch (parameter) {
      case MASS -> withMass(value);
      case WIDTH -> withWidth(new WidthChoice.Free(value));
      case RELATIVE_WIDTH -> withWidth(new WidthChoice.Relative(value));
      case TAN_BETA -> withCoupling(new CouplingChoice.TypeTwo(value));
      case COUPLING -> withCoupling(scaledTop(value));
      case SIGNAL_STRENGTH ->
          throw new ProblemException(
              Problem.usage(
                  "The signal strength is not a property of the scalar.",
                  "Set it on the scenario."));
    };
  }

  private CouplingChoice scaledTop(double top) {
    return switch (coupling) {
      case CouplingChoice.TypeTwo typeTwo -> new CouplingChoice.Free(top, 0, 0);
      case CouplingChoice.Free free -> new CouplingChoice.Free(top, free.bottom(), free.tau());
      case CouplingChoice.Mixed mixed -> {
        double size = Math.hypot(mixed.even(), mixed.odd());
        yield size == 0
            ? new CouplingChoice.Mixed(top, 0)
            : new CouplingChoice.Mixed(top * mixed.even() / size, top * mixed.odd() / size);
      }
    };
  }

  /** The value of one of the scalar's parameters, with the width and couplings it now has. */
  public double value(ScanParameter parameter, StandardModel model) {
    return switch (parameter) {
      case MASS -> massGeV;
      case WIDTH -> resonance(model).widthGeV();
      case RELATIVE_WIDTH -> resonance(model).relativeWidth();
      case TAN_BETA ->
          coupling instanceof CouplingChoice.TypeTwo(double tanBeta) ? tanBeta : Double.NaN;
      case COUPLING ->
          switch (coupling) {
            case CouplingChoice.TypeTwo(double tanBeta) -> 1 / tanBeta;
            case CouplingChoice.Free free -> free.top();
            case CouplingChoice.Mixed mixed -> Math.hypot(mixed.even(), mixed.odd());
          };
      case SIGNAL_STRENGTH -> 1;
    };
  }

  /** A short name with parity, mass and couplings, such as {@code A 500 GeV, tan β = 1}. */
  public String label() {
    String mass = shortest(massGeV) + " GeV";
    return switch (coupling) {
      case CouplingChoice.TypeTwo(double tanBeta) ->
          letter() + " " + mass + ", tan β = " + shortest(tanBeta);
      case CouplingChoice.Free free -> letter() + " " + mass + ", g = " + shortest(free.top());
      case CouplingChoice.Mixed mixed ->
          "A/H " + mass + ", c = (" + shortest(mixed.even()) + ", " + shortest(mixed.odd()) + ")";
    };
  }

  private String letter() {
    return cp == CpParity.ODD ? "A" : "H";
  }

  private static String shortest(double value) {
    String text = String.format(Locale.ROOT, "%.4g", value);
    return text.contains(".") && !text.contains("e") ? text.replaceAll("\\.?0+$", "") : text;
  }
}
