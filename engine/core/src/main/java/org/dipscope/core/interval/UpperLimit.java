package org.dipscope.core.interval;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import org.dipscope.core.fit.FitParameter;
import org.dipscope.core.math.BracketedRoot;

/**
 * Upper limits on a parameter of interest: the largest value at which CL<sub>s</sub> crosses 1
 * &minus; level. A raster over the bounds of the parameter brackets the crossings, beyond the upper
 * bound if need be; each is then followed to its root, or interpolated linearly on a given grid.
 *
 * @param observed for the observed data; NaN if no value is excluded
 * @param expected under the hypothesis without signal at &minus;2, &minus;1, 0, +1, +2 standard
 *     deviations
 * @param scanned the tested values, ascending
 * @param observedCls CL<sub>s</sub> at them
 * @param warnings what a user should know before trusting the limits
 */
public record UpperLimit(
    double observed,
    double[] expected,
    double[] scanned,
    double[] observedCls,
    List<String> warnings) {
  private static final int RASTER = 25;
  private static final int MOST_DOUBLINGS = 12;
  private static final double TOLERANCE = 1e-8;

  /** Takes the list as it is now. */
  public UpperLimit {
    warnings = List.copyOf(warnings);
  }

  /**
   * Limits with asymptotic formulas.
   *
   * @param test of the model; it decides the statistic
   * @param level confidence level between 0 and 1, such as 0.95
   */
  public static UpperLimit of(AsymptoticTest test, double level) {
    Curves curves = new Curves(test::at, 1 - level);
    FitParameter p = test.parameter();
    double low = Math.max(0, p.low());
    double high = p.high() > low ? p.high() : low + 1;
    for (int i = 0; i < RASTER; i++) {
      curves.add(low + (high - low) * i / (RASTER - 1));
    }
    boolean isOpen = !curves.isClosed(high);
    double end = high;
    for (int i = 0; i < MOST_DOUBLINGS && !curves.isClosed(end); i++) {
      end *= 2;
      curves.add(0.75 * end);
      curves.add(end);
    }
    List<String> warnings = new ArrayList<>(test.warnings());
    if (isOpen) {
      warnings.add(
          "The limits do not all lie below the bound %s of %s; the scan goes on to %s."
              .formatted(high, p.name(), end));
    }
    return curves.limits(true, warnings);
  }

  /**
   * Limits interpolated linearly between the points of a grid.
   *
   * @param test gives the result at a value of the parameter
   * @param level confidence level between 0 and 1
   * @param grid ascending values
   */
  public static UpperLimit onGrid(DoubleFunction<TestResult> test, double level, double[] grid) {
    Curves curves = new Curves(test, 1 - level);
    List<String> warnings = new ArrayList<>();
    for (double value : grid) {
      TestResult result = curves.add(value);
      result.warnings().stream().filter(w -> !warnings.contains(w)).forEach(warnings::add);
    }
    return curves.limits(false, warnings);
  }

  /** CL<sub>s</sub> of the observed data and of the five expectations at the tested values. */
  private static final class Curves {
    private final DoubleFunction<TestResult> test;
    private final double alpha;
    private final TreeMap<Double, TestResult> results = new TreeMap<>();

    Curves(DoubleFunction<TestResult> test, double alpha) {
      this.test = test;
      this.alpha = alpha;
    }

    TestResult add(double value) {
      TestResult result = test.apply(value);
      results.put(value, result);
      return result;
    }

    private double excess(TestResult result, int curve) {
      return (curve == 0 ? result.cls() : result.expected()[curve - 1]) - alpha;
    }

    /** Whether a value is excluded on all curves. */
    boolean isClosed(double value) {
      TestResult result = results.get(value);
      boolean isClosed = result != null;
      for (int curve = 0; curve <= 5 && result != null; curve++) {
        isClosed &= excess(result, curve) < 0;
      }
      return isClosed;
    }

    UpperLimit limits(boolean isRefined, List<String> warnings) {
      double[] limits = new double[6];
      double[] scanned = results.keySet().stream().mapToDouble(Double::doubleValue).toArray();
      TestResult[] at = results.values().toArray(TestResult[]::new);
      for (int curve = 0; curve <= 5; curve++) {
        limits[curve] = limit(curve, scanned, at, isRefined, warnings);
      }
      double[] observedCls = new double[at.length];
      for (int i = 0; i < at.length; i++) {
        observedCls[i] = at[i].cls();
      }
      double[] expected = new double[5];
      System.arraycopy(limits, 1, expected, 0, 5);
      return new UpperLimit(limits[0], expected, scanned, observedCls, warnings);
    }

    private double limit(
        int curve, double[] scanned, TestResult[] at, boolean isRefined, List<String> warnings) {
      int crossing = -1;
      int crossings = 0;
      for (int i = 1; i < at.length; i++) {
        boolean isDown = excess(at[i - 1], curve) >= 0 && excess(at[i], curve) < 0;
        crossing = isDown ? i : crossing;
        crossings += isDown ? 1 : 0;
      }
      String name = curve == 0 ? "observed" : "expected";
      if (crossing < 0) {
        warnings.add("The " + name + " CLs does not cross the level in the scanned range.");
        return Double.NaN;
      }
      if (crossings > 1) {
        warnings.add(
            "The %s CLs crosses the level %d times; the largest crossing is the limit."
                .formatted(name, crossings));
      }
      double a = scanned[crossing - 1];
      double b = scanned[crossing];
      double fa = excess(at[crossing - 1], curve);
      double fb = excess(at[crossing], curve);
      if (!isRefined) {
        return a + (b - a) * fa / (fa - fb);
      }
      return BracketedRoot.find(value -> excess(test.apply(value), curve), a, fa, b, fb, TOLERANCE);
    }
  }
}
