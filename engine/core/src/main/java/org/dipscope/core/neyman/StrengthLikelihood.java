package org.dipscope.core.neyman;

import java.util.List;

/**
 * ln L(&mu;) = &Sigma; n<sub>i</sub> ln &lambda;<sub>i</sub>(&mu;) &minus;
 * &lambda;<sub>i</sub>(&mu;) of one set of counts after the other, up to a constant of the data
 * that no statistic sees; with its largest value, and its averages over foci. Allocates nothing
 * after construction. Belongs to one thread.
 */
public final class StrengthLikelihood {
  private static final int MOST_STEPS = 60;

  /** Gain of ln L below which a last step ends the search for the maximum. */
  private static final double ENOUGH = 1e-10;

  /** A node this much below the best cannot have a neighbour that beats it. */
  private static final double HOPELESS = 6;

  private final StrengthModel model;
  private final StrengthRange range;
  private final StrengthNodes nodes;
  private final boolean interferes;
  private final double[] logL;
  private final double[] term;
  private final double[] counts;
  private final int[] filled;
  private int filledBins;
  private int best;
  private double bestRoot;
  private double gradient;
  private double curvature;

  StrengthLikelihood(StrengthModel model, StrengthRange range, StrengthNodes nodes) {
    this.model = model;
    this.range = range;
    this.nodes = nodes;
    interferes = model.interferes();
    logL = new double[nodes.count];
    term = new double[nodes.count];
    counts = new double[model.bins()];
    filled = new int[model.bins()];
  }

  /** For a model and the foci of the statistics that will be asked for. */
  public static StrengthLikelihood of(
      StrengthModel model, StrengthRange range, List<TestStatistic> statistics) {
    return new StrengthLikelihood(model, range, nodes(model, range, statistics));
  }

  static StrengthNodes nodes(
      StrengthModel model, StrengthRange range, List<TestStatistic> statistics) {
    return new StrengthNodes(model, range, foci(statistics));
  }

  private static List<Focus> foci(List<TestStatistic> statistics) {
    return statistics.stream()
        .filter(TestStatistic.Focused.class::isInstance)
        .map(statistic -> ((TestStatistic.Focused) statistic).focus())
        .toList();
  }

  /** Takes the counts of an experiment, or any numbers &ge; 0 such as Asimov data. */
  public void load(double[] data) {
    filledBins = 0;
    for (int i = 0; i < counts.length; i++) {
      counts[i] = data[i];
      if (data[i] != 0) {
        filled[filledBins++] = i;
      }
    }
    int n = nodes.count;
    for (int k = 0; k < n; k++) {
      logL[k] = -nodes.total[k];
    }
    for (int j = 0; j < filledBins; j++) {
      addScaled(counts[filled[j]], nodes.logRate[filled[j]], logL, n);
    }
    best = 0;
    for (int k = 1; k < n; k++) {
      best = logL[k] > logL[best] ? k : best;
    }
  }

  private static void addScaled(double factor, double[] x, double[] y, int n) {
    for (int k = 0; k < n; k++) {
      y[k] += factor * x[k];
    }
  }

  /** ln L at a strength. */
  public double logLikelihood(double strength) {
    return at(Math.sqrt(strength));
  }

  private double at(double s) {
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      sum -= model.rate(i, s);
    }
    for (int j = 0; j < filledBins; j++) {
      int i = filled[j];
      sum += counts[i] * StrengthNodes.log(model.rate(i, s));
    }
    return sum;
  }

  /** The largest ln L over the parameter space. */
  public double maximum() {
    double largest = climb(best);
    double root = bestRoot;
    if (interferes) {
      for (int k = 0; k < nodes.count; k++) {
        if (k != best && isPeak(k) && logL[k] > largest - HOPELESS) {
          double other = climb(k);
          if (other > largest) {
            largest = other;
            root = bestRoot;
          }
        }
      }
    }
    bestRoot = root;
    return largest;
  }

  /** The strength at which {@link #maximum} was found. */
  public double bestStrength() {
    return bestRoot * bestRoot;
  }

  private boolean isPeak(int k) {
    return (k == 0 || logL[k] >= logL[k - 1]) && (k == nodes.count - 1 || logL[k] >= logL[k + 1]);
  }

  /** Newton's method from a node, kept between its neighbours. */
  private double climb(int node) {
    double low = node == 0 ? range.rootLow() : nodes.s[node - 1];
    double high = node == nodes.count - 1 ? range.rootHigh() : nodes.s[node + 1];
    double s = nodes.s[node];
    for (int step = 0; step < MOST_STEPS; step++) {
      differentiate(s);
      if (gradient > 0) {
        low = s;
      } else {
        high = s;
      }
      double next = s - gradient / curvature;
      boolean uphill = curvature < 0;
      if (uphill && 0.5 * gradient * (next - s) < ENOUGH && next >= low && next <= high) {
        s = next;
        break;
      }
      if (!uphill || !(next > low && next < high)) {
        double end = gradient > 0 ? range.rootHigh() : range.rootLow();
        boolean reaches = gradient > 0 ? high == end : low == end;
        if (uphill && reaches && isOutward(end)) {
          s = end;
          break;
        }
        next = 0.5 * (low + high);
      }
      s = next;
    }
    bestRoot = s;
    return at(s);
  }

  /** Whether ln L rises towards an end of the range and beyond. */
  private boolean isOutward(double end) {
    differentiate(end);
    double outward = end == range.rootLow() ? -gradient : gradient;
    return outward > 0 || (outward == 0 && curvature <= 0);
  }

  private void differentiate(double s) {
    double first = 0;
    double second = 0;
    for (int i = 0; i < counts.length; i++) {
      double slope = model.slope(i, s);
      double inverse = 1 / Math.max(model.rate(i, s), 1e-300);
      double ratio = counts[i] == 0 ? 0 : counts[i] * inverse;
      double bend = 2 * model.signal(i);
      first += slope * (ratio - 1);
      second += bend * (ratio - 1) - ratio * inverse * slope * slope;
    }
    gradient = first;
    curvature = second;
  }

  /** ln of the likelihood averaged over the focus of a statistic, by its place among the foci. */
  double logAverage(int focus) {
    double[] weight = nodes.logWeight[focus];
    int n = nodes.count;
    double largest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < n; k++) {
      term[k] = logL[k] + weight[k];
      largest = Math.max(largest, term[k]);
    }
    return largest + Math.log(ExponentialSum.of(term, largest, n));
  }
}
