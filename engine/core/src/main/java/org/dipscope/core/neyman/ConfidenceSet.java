package org.dipscope.core.neyman;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * The strengths that the data do not exclude, {&mu; : T(D; &mu;) &le; c(&mu;)}: a union of
 * segments.
 *
 * @param level the confidence level
 * @param segments from small to large strengths; none if everything tested is excluded
 * @param reachesEnd whether it goes on beyond the largest tested strength
 */
public record ConfidenceSet(double level, List<Segment> segments, boolean reachesEnd) {
  private static final int PER_CELL = 4;
  private static final int HALVINGS = 50;

  /** Copies the list. */
  public ConfidenceSet {
    segments = List.copyOf(segments);
  }

  /** The total length. */
  public double length() {
    return segments.stream().mapToDouble(Segment::length).sum();
  }

  /** Whether a strength lies in it. */
  public boolean contains(double strength) {
    return segments.stream().anyMatch(s -> s.low() <= strength && strength <= s.high());
  }

  /**
   * Inverts a statistic within the tested strengths. Ends are found by bisection; a piece narrower
   * than a quarter of the distance of tested strengths can be missed.
   *
   * @param statistic T(D; &mu;) of the data
   * @param curve c(&mu;)
   */
  public static ConfidenceSet of(DoubleUnaryOperator statistic, CriticalCurve curve) {
    DoubleUnaryOperator excess = mu -> statistic.applyAsDouble(mu) - curve.at(mu);
    List<Segment> segments = new ArrayList<>();
    double before = curve.strength().get(0);
    boolean inside = isInside(excess, before);
    double start = before;
    for (int k = 1; k < curve.strength().size(); k++) {
      double from = curve.strength().get(k - 1);
      double step = (curve.strength().get(k) - from) / PER_CELL;
      for (int j = 1; j <= PER_CELL; j++) {
        double mu = j == PER_CELL ? curve.strength().get(k) : from + j * step;
        boolean now = isInside(excess, mu);
        if (now != inside) {
          double edge = edge(excess, before, mu, now);
          if (now) {
            start = edge;
          } else {
            segments.add(new Segment(start, edge));
          }
          inside = now;
        }
        before = mu;
      }
    }
    if (inside) {
      segments.add(new Segment(start, before));
    }
    return new ConfidenceSet(curve.level(), segments, inside);
  }

  private static boolean isInside(DoubleUnaryOperator excess, double mu) {
    return excess.applyAsDouble(mu) <= 1e-12;
  }

  /** Where the statistic crosses the critical value between two strengths. */
  private static double edge(DoubleUnaryOperator excess, double low, double high, boolean rising) {
    double out = rising ? low : high;
    double in = rising ? high : low;
    for (int step = 0; step < HALVINGS && Math.abs(out - in) > 1e-12 * (1 + in); step++) {
      double middle = 0.5 * (out + in);
      if (isInside(excess, middle)) {
        in = middle;
      } else {
        out = middle;
      }
    }
    return in;
  }
}
