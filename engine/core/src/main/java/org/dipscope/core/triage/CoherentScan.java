package org.dipscope.core.triage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dipscope.core.bump.ZCurve;
import org.dipscope.core.histogram.Values;

/**
 * The significances of one combination of objects, added over its categories mass by mass. The
 * categories share no event, so their likelihoods multiply.
 *
 * @param combination such as e0e1
 * @param categories how many categories have it
 * @param massesGeV two per σ
 * @param stouffer Σ z_c/√n over the n categories that reach there: best if the signal is as
 *     significant in all (S. A. Stouffer et al., The American Soldier 1 (1949) 45)
 * @param sum the z of Σ −2 ln λ_c = Σ z_c² over the categories with a z of the sign of {@code
 *     stouffer}; p = Σ_k C(n,k) 2^−n P(χ²_k > q): best if it is significant in few
 * @param reaching n
 * @param looks independent masses, in either direction if dips count
 */
public record CoherentScan(
    String combination,
    int categories,
    Values massesGeV,
    Values stouffer,
    Values sum,
    Values reaching,
    double looks) {

  /** How significances are added. */
  public enum Statistic {
    /** Σ z/√n. */
    STOUFFER,
    /** Σ −2 ln λ. */
    SUM
  }

  /** All combinations that occur in two categories or more, the most significant first. */
  public static List<CoherentScan> of(List<Scanned> scanned, TriageRule rule, Statistic statistic) {
    double[][] z = new double[scanned.size()][];
    for (int i = 0; i < z.length; i++) {
      ZCurve curve = scanned.get(i).curve();
      z[i] = curve == null ? new double[0] : curve.z().toArray();
    }
    List<CoherentScan> scans = new ArrayList<>();
    for (CoherentGroup group : CoherentGroup.of(scanned, rule)) {
      int masses = group.masses.length;
      double[] stouffer = new double[masses];
      double[] sum = new double[masses];
      int[] counts = new int[masses];
      group.combine(z, stouffer, sum, counts);
      double[] reaching = new double[masses];
      for (int i = 0; i < masses; i++) {
        reaching[i] = counts[i];
      }
      scans.add(
          new CoherentScan(
              group.combination,
              group.categories(),
              Values.of(group.masses),
              Values.of(stouffer),
              Values.of(sum),
              Values.of(reaching),
              0.5 * masses * (rule.dips() ? 2 : 1)));
    }
    scans.sort(
        Comparator.comparingDouble((CoherentScan scan) -> Math.abs(scan.best(statistic, rule)))
            .reversed());
    return scans;
  }

  /** The significances of a statistic. */
  public Values z(Statistic statistic) {
    return statistic == Statistic.STOUFFER ? stouffer : sum;
  }

  /** The mass of the most significant place, as a position in the lists. */
  public int peak(Statistic statistic, TriageRule rule) {
    Values z = z(statistic);
    int best = 0;
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < z.size(); i++) {
      double here = rule.dips() ? Math.abs(z.get(i)) : z.get(i);
      if (here > highest && reaching.get(i) > 1) {
        highest = here;
        best = i;
      }
    }
    return best;
  }

  /** The significance there. */
  public double best(Statistic statistic, TriageRule rule) {
    double z = z(statistic).get(peak(statistic, rule));
    return Double.isNaN(z) ? 0 : z;
  }

  /** The global significance of the best place of all these scans, by the number of looks. */
  public static double global(List<CoherentScan> scans, Statistic statistic, TriageRule rule) {
    double best = Double.NaN;
    double looks = 0;
    for (CoherentScan scan : scans) {
      double z = Math.abs(scan.best(statistic, rule));
      best = z > best || Double.isNaN(best) ? z : best;
      looks += scan.looks();
    }
    return Looks.global(best, looks);
  }
}
