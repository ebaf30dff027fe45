package org.dipscope.core.analysis;

import java.util.ArrayList;
import java.util.List;
import org.dipscope.core.figure.Axis;
import org.dipscope.core.figure.Colour;
import org.dipscope.core.figure.Column;
import org.dipscope.core.figure.Dash;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.figure.Legend;
import org.dipscope.core.figure.Line;
import org.dipscope.core.figure.Mark;
import org.dipscope.core.figure.Panel;
import org.dipscope.core.figure.ReferenceLine;
import org.dipscope.core.figure.Stroke;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.neyman.ConfidenceSet;
import org.dipscope.core.neyman.Segment;
import org.dipscope.core.neyman.Summary;
import org.dipscope.core.neyman.SummaryComparison;

/** Likelihoods that see more or less of the same events, over each other. */
public final class SummaryFigure {
  private static final double HIGHEST = 12;

  private SummaryFigure() {}

  /**
   * The figure.
   *
   * @param data what the data are
   * @param curves the fullest first, at least one
   */
  public static FigureSpec of(String data, List<SummaryComparison> curves) {
    List<Mark> marks = new ArrayList<>();
    marks.add(ReferenceLine.horizontal(1, "1σ"));
    marks.add(ReferenceLine.horizontal(4, "2σ"));
    List<Mark> bars = new ArrayList<>();
    List<String> names = new ArrayList<>();
    int count = curves.size();
    for (int i = 0; i < count; i++) {
      SummaryComparison curve = curves.get(i);
      Colour colour = Colour.series(i == 3 ? 5 : i + 1);
      marks.add(
          new Line(
              curve.summary().words(),
              curve.strength(),
              curve.twiceDeltaNll(),
              Stroke.of(colour).withWidth(i == 0 ? 2.6 : 1.8).withDash(dash(curve.summary()))));
      bar(curve.sets().get(1), count - i - 0.5, Stroke.of(colour).withWidth(3), bars);
      bar(curve.sets().get(0), count - i - 0.5, Stroke.of(colour).withWidth(9), bars);
      names.addFirst(curve.summary().words());
    }
    Values strength = curves.getFirst().strength();
    Axis x =
        Axis.linear("signal strength μ", "")
            .range(strength.get(0), strength.get(strength.size() - 1));
    return FigureSpec.of(
        "What summaries of the same events say, " + data,
        Column.of(
            x,
            Panel.of(Axis.linear("−2Δ ln L", "").range(0, HIGHEST), marks.toArray(Mark[]::new))
                .withWeight(3)
                .withTitles(data, "thick: below 1, thin: below 4"),
            Panel.of(Axis.named("", names), bars.toArray(Mark[]::new))
                .withLegend(Legend.NONE)
                .withWeight(1.1)));
  }

  /** Bins and masses often say the same: one can be seen through the other. */
  private static Dash dash(Summary summary) {
    return summary == Summary.BINS ? Dash.DASHED : Dash.SOLID;
  }

  private static void bar(ConfidenceSet set, double y, Stroke stroke, List<Mark> bars) {
    for (Segment segment : set.segments()) {
      bars.add(new Line("", Values.of(segment.low(), segment.high()), Values.of(y, y), stroke));
    }
  }
}
