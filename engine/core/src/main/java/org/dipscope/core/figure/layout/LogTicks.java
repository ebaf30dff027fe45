package org.dipscope.core.figure.layout;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.dipscope.core.figure.layout.Ticks.Tick;

/**
 * Ticks of a logarithmic axis: decades, and within a short range 2 and 5 times a decade or plain
 * round numbers.
 */
final class LogTicks {
  private static final double FINE_DECADES = 1.7;
  private static final double LINEAR_DECADES = 0.5;
  private static final List<Integer> DECADE_STEPS = List.of(1, 2, 3, 5, 10, 20, 50, 100);
  private static final int MOST_DECADES_WITH_MINOR = 13;

  private LogTicks() {}

  static Ticks of(AxisScale axis, int most) {
    double decades = Math.log10(axis.high()) - Math.log10(axis.low());
    if (decades < LINEAR_DECADES) {
      return LinearTicks.of(axis, most);
    }
    return decades < FINE_DECADES ? fine(axis, most) : coarse(axis, decades, most);
  }

  private static Ticks fine(AxisScale axis, int most) {
    int[][] choices = {{1, 2, 3, 5, 7}, {1, 2, 5}, {1, 3}, {1}};
    for (int[] multiples : choices) {
      List<Tick> major = multiples(axis, multiples);
      if (major.size() <= most) {
        return new Ticks(major, others(axis, major), 0);
      }
    }
    List<Tick> major = multiples(axis, choices[choices.length - 1]);
    return new Ticks(major, others(axis, major), 0);
  }

  private static List<Tick> multiples(AxisScale axis, int[] multiples) {
    List<Tick> major = new ArrayList<>();
    for (int decade = firstDecade(axis) - 1; decade <= lastDecade(axis); decade++) {
      for (int multiple : multiples) {
        double value = value(multiple, decade);
        if (axis.shows(value)) {
          major.add(new Tick(value, label(multiple, decade)));
        }
      }
    }
    return major;
  }

  private static Ticks coarse(AxisScale axis, double decades, int most) {
    int step = DECADE_STEPS.stream().filter(s -> decades / s <= most - 0.5).findFirst().orElse(100);
    List<Tick> major = new ArrayList<>();
    for (int decade = firstDecade(axis); decade <= lastDecade(axis); decade++) {
      if (Math.floorMod(decade, step) == 0) {
        major.add(new Tick(value(1, decade), decadeLabel(decade)));
      }
    }
    if (step > 1) {
      List<Double> minor = new ArrayList<>();
      for (int decade = firstDecade(axis); decade <= lastDecade(axis) && decades <= 200; decade++) {
        if (Math.floorMod(decade, step) != 0) {
          minor.add(value(1, decade));
        }
      }
      return new Ticks(major, minor, 0);
    }
    boolean room = decades <= MOST_DECADES_WITH_MINOR;
    return new Ticks(major, room ? others(axis, major) : List.of(), 0);
  }

  /** All multiples 1 to 9 of each decade that are not labelled. */
  private static List<Double> others(AxisScale axis, List<Tick> major) {
    List<Double> minor = new ArrayList<>();
    for (int decade = firstDecade(axis) - 1; decade <= lastDecade(axis); decade++) {
      for (int multiple = 1; multiple <= 9; multiple++) {
        double value = value(multiple, decade);
        if (axis.shows(value) && major.stream().noneMatch(tick -> tick.value() == value)) {
          minor.add(value);
        }
      }
    }
    return minor;
  }

  private static int firstDecade(AxisScale axis) {
    return (int) Math.ceil(Math.log10(axis.low()) - 1e-9);
  }

  private static int lastDecade(AxisScale axis) {
    return (int) Math.floor(Math.log10(axis.high()) + 1e-9);
  }

  private static double value(int multiple, int decade) {
    return BigDecimal.valueOf(multiple).scaleByPowerOfTen(decade).doubleValue();
  }

  private static String decadeLabel(int decade) {
    return decade == 0 ? "1" : decade == 1 ? "10" : "10^{" + decade + "}";
  }

  private static String label(int multiple, int decade) {
    if (decade >= -3 && decade <= 4) {
      return BigDecimal.valueOf(multiple).scaleByPowerOfTen(decade).toPlainString();
    }
    return multiple == 1 ? decadeLabel(decade) : multiple + "×10^{" + decade + "}";
  }
}
