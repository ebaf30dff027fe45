package org.dipscope.core.triage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dipscope.core.bump.ZCurve;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.math.ChiSquare;
import org.dipscope.core.math.Normal;

/** One combination of objects in all its categories, on one grid of masses. Immutable. */
final class CoherentGroup {
  private static final int MOST_MASSES = 4000;
  private static final int NOWHERE = -1;

  /** Which bin of a histogram holds each mass. */
  private record Member(int histogram, int[] binAt) {}

  final String combination;
  final double[] masses;
  private final List<Member> members = new ArrayList<>();

  private CoherentGroup(String combination, double[] masses) {
    this.combination = combination;
    this.masses = masses;
  }

  /** The combinations that occur in two categories or more. */
  static List<CoherentGroup> of(List<Scanned> scanned, TriageRule rule) {
    Map<String, List<Integer>> byCombination = new LinkedHashMap<>();
    for (int i = 0; i < scanned.size(); i++) {
      if (scanned.get(i).curve() != null) {
        byCombination
            .computeIfAbsent(scanned.get(i).candidate().combination(), key -> new ArrayList<>())
            .add(i);
      }
    }
    List<CoherentGroup> groups = new ArrayList<>();
    byCombination.forEach(
        (combination, places) -> {
          if (places.size() > 1) {
            groups.add(of(combination, places, scanned, rule));
          }
        });
    return groups;
  }

  private static CoherentGroup of(
      String combination, List<Integer> places, List<Scanned> scanned, TriageRule rule) {
    double low = Double.POSITIVE_INFINITY;
    double high = 0;
    double step = 1;
    for (int place : places) {
      Binning binning = Binning.of(scanned.get(place).edges().toArray());
      int first = rule.firstBin(binning.count());
      low = Math.min(low, binning.low(first));
      high = Math.max(high, binning.high(binning.count() - 1));
      ZCurve curve = scanned.get(place).curve();
      for (int i = first; curve != null && i < binning.count(); i++) {
        // two masses per σ
        double sigma = Math.max(1, curve.width().get(i)) * binning.width(i);
        step = Math.min(step, 0.5 * sigma / binning.centre(i));
      }
    }
    int count = (int) Math.min(MOST_MASSES, 1 + Math.ceil(Math.log(high / low) / step));
    double[] masses = new double[count];
    for (int i = 0; i < count; i++) {
      masses[i] = low * Math.pow(high / low, (i + 0.5) / count);
    }
    CoherentGroup group = new CoherentGroup(combination, masses);
    for (int place : places) {
      Binning binning = Binning.of(scanned.get(place).edges().toArray());
      int[] binAt = new int[count];
      for (int i = 0; i < count; i++) {
        int bin = binning.indexOf(masses[i]);
        binAt[i] = bin < rule.firstBin(binning.count()) ? NOWHERE : bin;
      }
      group.members.add(new Member(place, binAt));
    }
    return group;
  }

  int categories() {
    return members.size();
  }

  /**
   * Combines the significances at every mass.
   *
   * @param z per histogram one per bin
   * @param stouffer receives Σ z/√n, NaN where no category reaches
   * @param sum receives the z of Σ z² of the sign of Stouffer's
   * @param counts receives n
   */
  void combine(double[][] z, double[] stouffer, double[] sum, int[] counts) {
    for (int i = 0; i < masses.length; i++) {
      double total = 0;
      double up = 0;
      double down = 0;
      int n = 0;
      for (Member member : members) {
        int bin = member.binAt()[i];
        double here = bin == NOWHERE ? Double.NaN : z[member.histogram()][bin];
        if (Double.isFinite(here)) {
          total += here;
          up += here > 0 ? here * here : 0;
          down += here < 0 ? here * here : 0;
          n++;
        }
      }
      counts[i] = n;
      stouffer[i] = n == 0 ? Double.NaN : total / Math.sqrt(n);
      sum[i] = n == 0 ? Double.NaN : total >= 0 ? ofSum(up, n) : -ofSum(down, n);
    }
  }

  /**
   * The z of a sum of squares of n standard normal numbers of which only those of one sign count: p
   * = Σ_k C(n,k) 2^−n P(χ²_k > q).
   */
  static double ofSum(double q, int n) {
    if (q == 0) {
      return 0;
    }
    double p = 0;
    double weight = Math.exp(-n * Math.log(2));
    for (int k = 1; k <= n; k++) {
      weight *= (n - k + 1.0) / k;
      p += weight * ChiSquare.above(q, k);
    }
    return Math.max(0, Normal.significance(Math.min(1, p)));
  }
}
