package org.dipscope.core.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.dipscope.core.figure.Axis;
import org.dipscope.core.figure.ColourMap;
import org.dipscope.core.figure.ColourScale;
import org.dipscope.core.figure.Column;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.figure.HeatMap;
import org.dipscope.core.figure.Legend;
import org.dipscope.core.figure.Panel;

/**
 * Two maps of the most significant flags, the first to the left and on top: how many events each
 * pair shares, and how far apart their masses are. Coherent are flags that share nothing at equal
 * mass.
 */
public final class OverlapFigure {
  private static final double FAR = 5;

  private OverlapFigure() {}

  /**
   * Draws the maps.
   *
   * @param most how many flags are shown at most
   */
  public static FigureSpec of(Overlap overlap, int most) {
    int n = Math.min(most, overlap.flags().size());
    if (n < 2) {
      return FigureSpec.of("");
    }
    double[][] share = new double[n][n];
    double[][] distance = new double[n][n];
    for (int one = 0; one < n; one++) {
      for (int other = 0; other < n; other++) {
        share[n - 1 - one][other] =
            one == other ? Double.NaN : overlap.events().correlation(one, other);
        distance[n - 1 - one][other] = one == other ? Double.NaN : distance(overlap, one, other);
      }
    }
    List<String> numbers = IntStream.rangeClosed(1, n).mapToObj(Integer::toString).toList();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      Candidate flag = overlap.flags().get(i);
      names.add(
          String.format(Locale.ROOT, "%s %.4g  %d", flag.combination(), flag.massGeV(), i + 1));
    }
    return FigureSpec.of(
        "Events that flags share, and distances of their masses",
        column(
            share,
            Axis.named("", numbers),
            Axis.named("", names.reversed()),
            new ColourScale(
                Axis.linear("shared events n_{12}/√(n_1 n_2)", "").range(0, 1),
                ColourMap.VIRIDIS,
                false),
            1.2),
        column(
            distance,
            Axis.named("", numbers),
            Axis.named("", numbers.reversed()),
            new ColourScale(
                Axis.linear("distance of masses", "σ").range(0, FAR), ColourMap.VIRIDIS, true),
            1));
  }

  private static Column column(
      double[][] cells, Axis x, Axis y, ColourScale colours, double weight) {
    double[] edges = IntStream.rangeClosed(0, cells.length).mapToDouble(i -> i).toArray();
    return Column.of(
            x, Panel.of(y, HeatMap.of(edges, edges, cells, colours)).withLegend(Legend.NONE))
        .withWeight(weight);
  }

  /** |m_1 − m_2|/√(σ_1² + σ_2²); of a bump and a dip it is not defined. */
  private static double distance(Overlap overlap, int one, int other) {
    Candidate a = overlap.flags().get(one);
    Candidate b = overlap.flags().get(other);
    return a.isDip() != b.isDip()
        ? Double.NaN
        : Math.abs(a.massGeV() - b.massGeV()) / Math.hypot(a.widthGeV(), b.widthGeV());
  }

  /**
   * What the pair at a place of either map has in common, in rich text; empty beside them.
   *
   * @param most how many flags are shown at most
   * @param x along the horizontal axis
   * @param y along the vertical axis
   */
  public static String words(Overlap overlap, int most, double x, double y) {
    int n = Math.min(most, overlap.flags().size());
    int other = (int) Math.floor(x);
    int one = n - 1 - (int) Math.floor(y);
    if (n < 2 || one < 0 || one >= n || other < 0 || other >= n) {
      return "";
    }
    if (one == other) {
      return "%s: %,d events".formatted(full(overlap, one), overlap.events().shared(one, one));
    }
    String text =
        "%s, %,d events\n%s, %,d events\nshared: %,d events, %.0f %%"
            .formatted(
                full(overlap, one),
                overlap.events().shared(one, one),
                full(overlap, other),
                overlap.events().shared(other, other),
                overlap.events().shared(one, other),
                100 * overlap.events().correlation(one, other));
    double apart = distance(overlap, one, other);
    return Double.isNaN(apart) ? text : text + String.format(Locale.ROOT, "; %.1f σ apart", apart);
  }

  private static String full(Overlap overlap, int flag) {
    Candidate candidate = overlap.flags().get(flag);
    return String.format(
        Locale.ROOT,
        "%d: %s in %s, z = %+.1f",
        flag + 1,
        Overlap.name(candidate),
        candidate.category().replace('_', ' '),
        candidate.z());
  }
}
