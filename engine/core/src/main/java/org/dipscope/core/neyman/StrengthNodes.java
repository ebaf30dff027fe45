package org.dipscope.core.neyman;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.dipscope.core.math.GaussLegendre;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * Where the likelihood of every data set is evaluated: Gauss&ndash;Legendre points in s =
 * &radic;&mu; on panels that each span the same Fisher information, so that neither a sharp
 * likelihood nor a sharp focus falls between them. A Gaussian of the width of the likelihood is
 * integrated to 1e-10. Immutable.
 */
final class StrengthNodes {
  private static final int PER_PANEL = 16;
  private static final double WIDTHS_PER_PANEL = 4.5;
  private static final int FEWEST_PANELS = 2;
  private static final int MOST_PANELS = 500;
  private static final int SURVEYED = 2000;
  private static final double SMALLEST_RATE = 1e-300;

  final int count;
  final double[] s;

  /** ln &lambda; by bin and node. */
  final double[][] logRate;

  /** &Sigma; &lambda; by node. */
  final double[] total;

  /** ln of weight times normalised focus, by focus and node. */
  final double[][] logWeight;

  StrengthNodes(StrengthModel model, StrengthRange range, List<Focus> foci) {
    List<double[]> panels = panels(model, range, foci);
    count = panels.size() * PER_PANEL;
    s = new double[count];
    total = new double[count];
    logRate = new double[model.bins()][count];
    double[] measure = place(panels);
    for (int k = 0; k < count; k++) {
      for (int i = 0; i < model.bins(); i++) {
        double rate = model.rate(i, s[k]);
        total[k] += rate;
        logRate[i][k] = log(rate);
      }
    }
    logWeight = new double[foci.size()][];
    for (int f = 0; f < logWeight.length; f++) {
      logWeight[f] = normalised(foci.get(f), measure);
    }
  }

  /** ln of a rate; the rate of a bin that can expect nothing at all is kept above zero. */
  static double log(double rate) {
    return Math.log(Math.max(rate, SMALLEST_RATE));
  }

  /** Fills the nodes and returns their weights in d&mu; = 2s ds. */
  private double[] place(List<double[]> panels) {
    GaussLegendre rule = GaussLegendre.ofPoints(PER_PANEL);
    double[] measure = new double[count];
    int k = 0;
    for (double[] panel : panels) {
      double centre = 0.5 * (panel[0] + panel[1]);
      double half = 0.5 * (panel[1] - panel[0]);
      for (int j = 0; j < PER_PANEL; j++) {
        s[k] = centre + half * rule.node(j);
        measure[k] = 2 * s[k] * half * rule.weight(j);
        k++;
      }
    }
    return measure;
  }

  private double[] normalised(Focus focus, double[] measure) {
    double[] log = new double[count];
    double sum = 0;
    for (int k = 0; k < count; k++) {
      double mu = s[k] * s[k];
      double weight = measure[k] * (mu < focus.low() || mu > focus.high() ? 0 : focus.weight(mu));
      sum += weight;
      log[k] = Math.log(weight);
    }
    if (!(sum > 0 && sum < Double.POSITIVE_INFINITY)) {
      throw new ProblemException(
          Problem.usage(
              "The focus has no weight within the range of the signal strength.",
              "Move the focus into the range, or widen it."));
    }
    double norm = Math.log(sum);
    for (int k = 0; k < count; k++) {
      log[k] -= norm;
    }
    return log;
  }

  private static List<double[]> panels(StrengthModel model, StrengthRange range, List<Focus> foci) {
    TreeSet<Double> edges = new TreeSet<>(List.of(range.rootLow(), range.rootHigh()));
    for (Focus focus : foci) {
      for (double edge : new double[] {focus.low(), focus.high()}) {
        if (edge > range.low() && edge < range.high()) {
          edges.add(Math.sqrt(edge));
        }
      }
    }
    List<double[]> panels = new ArrayList<>();
    double from = edges.first();
    for (double to : edges.tailSet(from, false)) {
      panels.addAll(panels(model, foci, from, to));
      from = to;
    }
    return panels;
  }

  /** Panels of equal information between two points. */
  private static List<double[]> panels(
      StrengthModel model, List<Focus> foci, double from, double to) {
    double step = (to - from) / SURVEYED;
    double[] widths = new double[SURVEYED + 1];
    for (int k = 0; k < SURVEYED; k++) {
      widths[k + 1] = widths[k] + step * density(model, foci, from + (k + 0.5) * step);
    }
    double all = widths[SURVEYED];
    int panels = (int) Math.clamp(Math.ceil(all / WIDTHS_PER_PANEL), FEWEST_PANELS, MOST_PANELS);
    List<double[]> edges = new ArrayList<>();
    double left = from;
    int k = 0;
    for (int panel = 1; panel <= panels; panel++) {
      double goal = all * panel / panels;
      while (k < SURVEYED - 1 && widths[k + 1] < goal) {
        k++;
      }
      double within = (goal - widths[k]) / (widths[k + 1] - widths[k]);
      double right = panel == panels ? to : from + step * (k + Math.clamp(within, 0, 1));
      if (right > left) {
        edges.add(new double[] {left, right});
        left = right;
      }
    }
    return edges;
  }

  /** Widths of the likelihood and of the foci per unit of s. */
  private static double density(StrengthModel model, List<Focus> foci, double s) {
    double information = model.information(s);
    for (Focus focus : foci) {
      double perRoot = 2 * s / focus.scale(s * s);
      information += perRoot * perRoot;
    }
    return Math.sqrt(information) + 1e-9;
  }
}
