package org.dipscope.core.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dipscope.core.bump.Response;
import org.dipscope.core.figure.Axis;
import org.dipscope.core.figure.Colour;
import org.dipscope.core.figure.Column;
import org.dipscope.core.figure.Dash;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.figure.Line;
import org.dipscope.core.figure.Mark;
import org.dipscope.core.figure.Panel;
import org.dipscope.core.figure.Points;
import org.dipscope.core.figure.ReferenceLine;
import org.dipscope.core.figure.Shape;
import org.dipscope.core.figure.Stroke;
import org.dipscope.core.histogram.Values;

/** z found over z injected, with the diagonal. */
public final class ResponseFigure {
  private static final int[] COLOURS = {1, 2};
  private static final double DOT_PT = 5;
  private static final double MARGIN = 1;

  private ResponseFigure() {}

  /**
   * The curves of the chosen definition and of those beside it.
   *
   * @param base to what signals were added, in a few words
   */
  public static FigureSpec of(List<Response> responses, String base) {
    List<Mark> marks = new ArrayList<>();
    Values injected = responses.getFirst().injected();
    double low = injected.get(0) - MARGIN;
    double high = injected.get(injected.size() - 1) + MARGIN;
    double least = low;
    double most = high;
    marks.add(ReferenceLine.horizontal(0, ""));
    marks.add(ReferenceLine.vertical(0, ""));
    marks.add(
        new Line(
            "as injected",
            Values.of(low, high),
            Values.of(low, high),
            new Stroke(Colour.MUTED, 1, Dash.DASHED)));
    for (int k = 0; k < responses.size(); k++) {
      Response response = responses.get(k);
      Colour colour = Colour.series(COLOURS[k % COLOURS.length]);
      marks.add(
          new Line("", response.injected(), response.found(), Stroke.of(colour).withWidth(1.4)));
      marks.add(
          Points.symbols(
              response.name(),
              response.injected(),
              response.found(),
              k == 0 ? Shape.DISC : Shape.CIRCLE,
              DOT_PT,
              colour));
      for (double z : response.found().toArray()) {
        least = Double.isFinite(z) ? Math.min(least, z - MARGIN) : least;
        most = Double.isFinite(z) ? Math.max(most, z + MARGIN) : most;
      }
    }
    return FigureSpec.of(
        "z found over z injected, added to " + base,
        Column.of(
            Axis.linear("injected z", "σ").range(low, high),
            Panel.of(Axis.linear("found z", "σ").range(least, most), marks.toArray(Mark[]::new))
                .withTitles(line(responses.getFirst()), "added to " + base)));
  }

  private static String line(Response response) {
    return String.format(Locale.ROOT, "slope %.2f, bias %+.1f", response.slope(), response.offset())
        .replace('-', '−');
  }
}
