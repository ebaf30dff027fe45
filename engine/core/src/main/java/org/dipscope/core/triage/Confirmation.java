package org.dipscope.core.triage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dipscope.core.bump.BumpData;
import org.dipscope.core.bump.SignificanceEstimator;
import org.dipscope.core.bump.ZCurve;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.math.Normal;
import org.dipscope.core.problem.ProblemException;
import org.dipscope.core.selection.MassHistogram;

/**
 * A candidate that was frozen on the first part of the events, in the second part: one place, one
 * direction, one look.
 *
 * @param frozen the candidate
 * @param z the significance of the other events in the frozen bin; NaN if there is none
 * @param p 1 − Φ(z) in the direction of the candidate
 * @param adjustedP p after all frozen candidates (S. Holm, Scand. J. Stat. 6 (1979) 65): max_{j ≤
 *     i} min(1, (k − j + 1) p_(j)); no assumption on how they depend on each other
 * @param q rate of false discoveries at which it still counts
 */
public record Confirmation(Candidate frozen, double z, double p, double adjustedP, double q) {

  /**
   * Looks at the frozen candidates again.
   *
   * @param frozen the list, which was not changed after the second part was seen
   * @param second histograms of the second part by {@link
   *     org.dipscope.core.selection.Selection#again}
   */
  public static List<Confirmation> of(
      List<Candidate> frozen, List<MassHistogram> second, SignificanceEstimator.Worker worker) {
    Map<String, MassHistogram> byId = new HashMap<>();
    second.forEach(histogram -> byId.put(histogram.id(), histogram));
    double[] z = new double[frozen.size()];
    double[] p = new double[z.length];
    for (int i = 0; i < z.length; i++) {
      MassHistogram histogram = byId.get(frozen.get(i).id());
      z[i] = histogram == null ? Double.NaN : z(frozen.get(i), histogram, worker);
      p[i] = Double.isNaN(z[i]) ? 1 : Normal.above(frozen.get(i).isDip() ? -z[i] : z[i]);
    }
    double[] adjusted = holm(p);
    double[] q = FalseDiscovery.qValues(p);
    List<Confirmation> confirmations = new ArrayList<>();
    for (int i = 0; i < z.length; i++) {
      confirmations.add(new Confirmation(frozen.get(i), z[i], p[i], adjusted[i], q[i]));
    }
    return confirmations;
  }

  private static double z(
      Candidate frozen, MassHistogram histogram, SignificanceEstimator.Worker worker) {
    Binning whole = Binning.of(histogram.edges().toArray());
    int first = 0;
    while (first < whole.count() && whole.centre(first) < frozen.lowGeV()) {
      first++;
    }
    int end = whole.count();
    while (end > first && whole.centre(end - 1) > frozen.highGeV()) {
      end--;
    }
    try {
      BumpData data = Triage.data(histogram.keeping(first, end));
      int bin = data.binning().indexOf(frozen.massGeV());
      if (bin < 0) {
        return Double.NaN;
      }
      ZCurve curve = worker.scan(data);
      return curve.z().get(bin);
    } catch (ProblemException tooLittle) {
      return Double.NaN;
    }
  }

  private static double[] holm(double[] p) {
    Integer[] order = new Integer[p.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> p[i]));
    double[] adjusted = new double[p.length];
    double highest = 0;
    for (int rank = 0; rank < p.length; rank++) {
      highest = Math.max(highest, Math.min(1, (p.length - rank) * p[order[rank]]));
      adjusted[order[rank]] = highest;
    }
    return adjusted;
  }
}
