package org.dipscope.core.project;

import java.util.EnumSet;
import java.util.Set;
import org.dipscope.core.likelihood.Axis;
import org.dipscope.core.likelihood.ParameterGrid;

/**
 * The axes of the likelihood surface.
 *
 * @param horizontal the parameter to the right
 * @param vertical the parameter upwards
 */
public record LikelihoodSettings(ScanAxis horizontal, ScanAxis vertical) {

  /**
   * A parameter with its range.
   *
   * @param parameter what is scanned
   * @param low lower end
   * @param high upper end
   * @param points number of grid points
   * @param logarithmic whether the points are equidistant in the logarithm
   */
  public record ScanAxis(
      ScanParameter parameter, double low, double high, int points, boolean logarithmic) {
    private static final int USUAL_POINTS = 64;

    /** The usual range of a parameter. */
    public static ScanAxis usual(ScanParameter parameter) {
      return switch (parameter) {
        case MASS -> new ScanAxis(parameter, 360, 1000, USUAL_POINTS, false);
        case WIDTH -> new ScanAxis(parameter, 1, 200, USUAL_POINTS, true);
        case RELATIVE_WIDTH -> new ScanAxis(parameter, 0.005, 0.3, USUAL_POINTS, true);
        case TAN_BETA -> new ScanAxis(parameter, 0.3, 5, USUAL_POINTS, true);
        case COUPLING -> new ScanAxis(parameter, 0.1, 3, USUAL_POINTS, false);
        case SIGNAL_STRENGTH -> new ScanAxis(parameter, 0, 5, USUAL_POINTS, false);
      };
    }

    /** The same axis over another range. */
    public ScanAxis over(double newLow, double newHigh) {
      return new ScanAxis(parameter, newLow, newHigh, points, logarithmic && newLow > 0);
    }

    private Axis axis(int most) {
      return new Axis(
          parameter.label(), parameter.unit(), low, high, Math.min(points, most), logarithmic);
    }
  }

  private static final Set<ScanParameter> WIDTHS =
      EnumSet.of(ScanParameter.WIDTH, ScanParameter.RELATIVE_WIDTH);
  private static final Set<ScanParameter> COUPLINGS =
      EnumSet.of(ScanParameter.TAN_BETA, ScanParameter.COUPLING);

  /** Mass from 360 to 1000 GeV against tan β from 0.3 to 5, 64 points each. */
  public static final LikelihoodSettings DEFAULT =
      new LikelihoodSettings(
          ScanAxis.usual(ScanParameter.MASS), ScanAxis.usual(ScanParameter.TAN_BETA));

  /** Whether two parameters can be scanned together: not two widths, not two couplings. */
  public static boolean isPossible(ScanParameter a, ScanParameter b) {
    return a != b
        && !(WIDTHS.contains(a) && WIDTHS.contains(b))
        && !(COUPLINGS.contains(a) && COUPLINGS.contains(b));
  }

  /**
   * The same surface with another axis to the right; where it excludes the one upwards, that one
   * takes over the old one or gives way.
   */
  public LikelihoodSettings withHorizontal(ScanAxis axis) {
    boolean possible = isPossible(axis.parameter, vertical.parameter);
    return new LikelihoodSettings(axis, possible ? vertical : instead(axis, horizontal));
  }

  /** The same surface with another axis upwards; see {@link #withHorizontal}. */
  public LikelihoodSettings withVertical(ScanAxis axis) {
    boolean possible = isPossible(axis.parameter, horizontal.parameter);
    return new LikelihoodSettings(possible ? horizontal : instead(axis, vertical), axis);
  }

  private static ScanAxis instead(ScanAxis chosen, ScanAxis freed) {
    if (isPossible(chosen.parameter, freed.parameter)) {
      return freed;
    }
    return ScanAxis.usual(
        chosen.parameter == ScanParameter.MASS ? ScanParameter.TAN_BETA : ScanParameter.MASS);
  }

  /** The same surface with tan β or the coupling on its axis, whichever the scalar has. */
  public LikelihoodSettings fitting(Scalar scalar) {
    boolean typeTwo = scalar.coupling() instanceof CouplingChoice.TypeTwo;
    ScanParameter wrong = typeTwo ? ScanParameter.COUPLING : ScanParameter.TAN_BETA;
    ScanAxis right = ScanAxis.usual(typeTwo ? ScanParameter.TAN_BETA : ScanParameter.COUPLING);
    return new LikelihoodSettings(
        horizontal.parameter == wrong ? right : horizontal,
        vertical.parameter == wrong ? right : vertical);
  }

  /** The points of the scan, at most so many along each axis. */
  public ParameterGrid grid(int most) {
    return new ParameterGrid(horizontal.axis(most), vertical.axis(most));
  }

  /**
   * The scenario without what the surface does not depend on: the parameters of both axes are the
   * same wherever the sliders are.
   */
  public Scenario across(Scenario scenario) {
    return scenario
        .with(horizontal.parameter, horizontal.high)
        .with(vertical.parameter, vertical.high);
  }
}
