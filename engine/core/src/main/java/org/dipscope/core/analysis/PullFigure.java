package org.dipscope.core.analysis;

import java.util.ArrayList;
import java.util.List;
import org.dipscope.core.figure.Axis;
import org.dipscope.core.figure.Band;
import org.dipscope.core.figure.Colour;
import org.dipscope.core.figure.Column;
import org.dipscope.core.figure.Fill;
import org.dipscope.core.figure.Legend;
import org.dipscope.core.figure.Mark;
import org.dipscope.core.figure.Note;
import org.dipscope.core.figure.Panel;
import org.dipscope.core.figure.Points;
import org.dipscope.core.figure.ReferenceLine;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.likelihood.NuisanceFit;

/**
 * The constrained nuisances after a fit: each at its value in units of the prior width, with its
 * error after the fit, over the ±1σ band of the prior.
 */
public final class PullFigure {
  private static final double REACH = 3;

  private PullFigure() {}

  /** The nuisances from top to bottom in the order of the fit. */
  public static Column column(NuisanceFit fit) {
    List<Mark> marks = new ArrayList<>();
    List<Integer> shown = new ArrayList<>();
    for (int k = 0; k < fit.nuisances().size(); k++) {
      if (fit.nuisances().get(k).isConstrained()) {
        shown.add(k);
      }
    }
    int rows = Math.max(1, shown.size());
    marks.add(
        new Band(
            "",
            Values.of(-1, 1),
            Values.of(0.0),
            Values.of(rows),
            Fill.TRANSLUCENT,
            Colour.series(10)));
    marks.add(ReferenceLine.vertical(0, ""));
    double[] x = new double[shown.size()];
    double[] y = new double[shown.size()];
    double[] error = new double[shown.size()];
    String[] names = new String[shown.size()];
    for (int row = 0; row < shown.size(); row++) {
      int k = shown.get(shown.size() - 1 - row);
      x[row] = fit.value(k);
      y[row] = row + 0.5;
      error[row] = fit.uncertainty(k);
      names[row] = fit.nuisances().get(k).name().replace("top-pair", "tt̄");
    }
    Values errors = Values.of(error);
    Values none = Values.EMPTY;
    marks.add(
        new Points("", Values.of(x), Values.of(y), errors, errors, none, none, null, 0, null));
    if (shown.isEmpty()) {
      marks.add(nothingToPull());
    }
    return Column.of(
        Axis.linear("(θ̂ − θ_{0}) / σ_{0}", "").range(-REACH, REACH),
        Panel.of(Axis.named("", List.of(names)), marks.toArray(Mark[]::new))
            .withLegend(Legend.NONE));
  }

  private static Note nothingToPull() {
    return new Note(
        "statistics only", 0, 0.5, Note.Placement.DATA, Note.Align.CENTRE, 0.9, Colour.MUTED);
  }
}
