package org.dipscope.core.format.csv;

import java.util.Optional;
import org.dipscope.core.format.csv.ColumnRole.Kind;
import org.dipscope.core.format.csv.TableLayout.ValueGroup;
import org.dipscope.core.histogram.MeasurementErrors;
import org.dipscope.core.histogram.SplitErrors;

/** Tells counts from measured cross-sections where the file does not say. */
final class SpectrumKind {
  private static final double ROUNDING = 1e-3;

  private SpectrumKind() {}

  static boolean isCounted(
      ValueGroup group, Optional<MeasurementErrors> errors, String unit, int bins) {
    if (isDensity(unit)) {
      return false;
    }
    if (group.kind() == Kind.COUNT) {
      return errors.isEmpty() || !(errors.get() instanceof SplitErrors);
    }
    if (errors.isEmpty()) {
      return group.kind() != Kind.VALUE || notNegative(group, bins);
    }
    return errorsAreRoots(group, errors.get(), bins);
  }

  /** Whether the unit is one of values per unit of the axis. */
  static boolean isDensity(String unit) {
    return unit.contains("b/") || unit.startsWith("1/");
  }

  private static boolean notNegative(ValueGroup group, int bins) {
    for (int i = 0; i < bins; i++) {
      if (group.value().numbers().get(i) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean errorsAreRoots(ValueGroup group, MeasurementErrors errors, int bins) {
    for (int i = 0; i < bins; i++) {
      double root = Math.sqrt(group.value().numbers().get(i));
      boolean same =
          Math.abs(errors.low().get(i) - root) <= ROUNDING * root
              && Math.abs(errors.high().get(i) - root) <= ROUNDING * root;
      if (!same) {
        return false;
      }
    }
    return true;
  }
}
