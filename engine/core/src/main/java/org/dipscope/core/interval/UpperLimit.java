package org.dipscope.core.interval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
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
 * @param observedError the standard error of the observed limit from the number of toys; 0 for
 *     asymptotic formulas, NaN where there is no limit
 * @param expectedErrors those of the expected limits
 * @param scanned what was found at the tested values, ascending
 * @param isPartial whether the tests were interrupted
 * @param warnings what a user should know before trusting the limits
 */
public record UpperLimit(
    double observed,
    double[] expected,
    double observedError,
    double[] expectedErrors,
    List<TestResult> scanned,
    boolean isPartial,
    List<String> warnings) {
  private static final int RASTER = 25;
  private static final int MOST_DOUBLINGS = 12;
  private static final double TOLERANCE = 1e-8;

  /** CL<sub>s</sub> that is so close to 1 falls in proportion to the strength: by too little. */
  private static final double HOPELESS = 1e-6;

  /** Takes the lists as they are now. */
  public UpperLimit {
    scanned = List.copyOf(scanned);
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
    curves.add(low);
    curves.add(high);
    if (curves.isHopeless(high)) {
      List<String> warnings = new ArrayList<>(test.warnings());
      warnings.add(
          "No value of %s can be excluded: up to %s the signal changes next to nothing."
              .formatted(p.name(), high));
      return curves.limits(true, false, warnings);
    }
    for (int i = 1; i < RASTER - 1; i++) {
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
    return curves.limits(true, false, warnings);
  }

  /**
   * Limits interpolated linearly between the points of a grid. If the tests are cancelled after
   * some points, the limits come from those and say so.
   *
   * @param test gives the result at a value of the parameter
   * @param level confidence level between 0 and 1
   * @param grid ascending values
   */
  public static UpperLimit onGrid(DoubleFunction<TestResult> test, double level, double[] grid) {
    Curves curves = new Curves(test, 1 - level);
    List<String> warnings = new ArrayList<>();
    boolean isPartial = false;
    for (int i = 0; i < grid.length && !isPartial; i++) {
      try {
        TestResult result = curves.add(grid[i]);
        isPartial = result.isPartial();
        result.warnings().stream().filter(w -> !warnings.contains(w)).forEach(warnings::add);
      } catch (CancellationException e) {
        if (i == 0) {
          throw e;
        }
        isPartial = true;
      }
    }
    if (isPartial) {
      warnings.add("Interrupted: the limits rest on the values that were tested.");
    }
    return curves.limits(false, isPartial, warnings);
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
      return cls(result, curve) - alpha;
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

    /** Whether not even doubling a value as often as is tried would exclude it. */
    boolean isHopeless(double value) {
      TestResult result = results.get(value);
      return result != null && result.cls() > 1 - HOPELESS && result.expected()[2] > 1 - HOPELESS;
    }

    UpperLimit limits(boolean isRefined, boolean isPartial, List<String> warnings) {
      double[] limits = new double[6];
      double[] errors = new double[6];
      double[] scanned = results.keySet().stream().mapToDouble(Double::doubleValue).toArray();
      TestResult[] at = results.values().toArray(TestResult[]::new);
      for (int curve = 0; curve <= 5; curve++) {
        limits[curve] = limit(curve, scanned, at, isRefined, warnings);
        errors[curve] = isRefined ? 0 : error(curve, scanned, at, limits[curve]);
      }
      return new UpperLimit(
          limits[0],
          Arrays.copyOfRange(limits, 1, 6),
          errors[0],
          Arrays.copyOfRange(errors, 1, 6),
          List.of(at),
          isPartial,
          warnings);
    }

    /**
     * The error of CL<sub>s</sub> at a limit over its slope there. Neighbouring values share their
     * random numbers, so their errors are taken as fully correlated.
     */
    private static double error(int curve, double[] scanned, TestResult[] at, double limit) {
      int i = 1;
      while (i < scanned.length - 1 && scanned[i] < limit) {
        i++;
      }
      if (Double.isNaN(limit) || i >= scanned.length) {
        return Double.NaN;
      }
      double step = scanned[i] - scanned[i - 1];
      double part = (limit - scanned[i - 1]) / step;
      double error = (1 - part) * error(at[i - 1], curve) + part * error(at[i], curve);
      return error == 0 ? 0 : error * step / Math.abs(cls(at[i], curve) - cls(at[i - 1], curve));
    }

    private static double error(TestResult result, int curve) {
      ToyErrors errors = result.errors();
      return errors == null ? 0 : curve == 0 ? errors.cls() : errors.expected()[curve - 1];
    }

    private static double cls(TestResult result, int curve) {
      return curve == 0 ? result.cls() : result.expected()[curve - 1];
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
