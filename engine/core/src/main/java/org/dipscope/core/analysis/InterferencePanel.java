package org.dipscope.core.analysis;

import java.util.ArrayList;
import java.util.List;
import org.dipscope.core.figure.Axis;
import org.dipscope.core.figure.Colour;
import org.dipscope.core.figure.Dash;
import org.dipscope.core.figure.Legend;
import org.dipscope.core.figure.Line;
import org.dipscope.core.figure.Mark;
import org.dipscope.core.figure.Panel;
import org.dipscope.core.figure.ReferenceLine;
import org.dipscope.core.figure.Stroke;
import org.dipscope.core.histogram.Values;

/** The interference of the scalar in per cent of the background, with its floor. */
final class InterferencePanel {
  private static final double PRODUCED_REACH = 3;
  private static final double STEPS_OF_RANGE = 0.25;
  private static final double NARROW_PT = 1;
  private static final double MARGIN = 1.25;
  private static final double SMALLEST_PERCENT = 0.1;

  private final Curves curves;
  private final double pureDipGeV;
  private final List<PinnedCurve> pinned;

  InterferencePanel(Expectation expected) {
    curves = expected.curves();
    pureDipGeV = expected.pureDipGeV();
    pinned = expected.pinned();
  }

  /** The panel, over shaded parts of the mass axis. */
  Panel panel(List<Mark> shades) {
    List<Mark> marks = new ArrayList<>(shades);
    marks.add(ReferenceLine.horizontal(0, ""));
    if (Double.isFinite(pureDipGeV)) {
      marks.add(ReferenceLine.vertical(pureDipGeV, "pure dip"));
    }
    for (int i = 0; i < pinned.size(); i++) {
      PinnedCurve pin = pinned.get(i);
      Stroke stroke = new Stroke(Colour.series(4 + i), NARROW_PT, Dash.LONG_DASH);
      marks.add(new Line(pin.label(), pin.massGeV(), pin.percent(), stroke));
    }
    addCurves(marks);
    double[] range = range();
    Axis percent = Axis.linear("(S + I) / B", "%").range(range[0], range[1]);
    return Panel.of(percent, marks.toArray(Mark[]::new))
        .withWeight(2)
        .withLegend(new Legend(Legend.Place.AUTO, 2, List.of()));
  }

  private void addCurves(List<Mark> marks) {
    marks.add(
        new Line(
            "dip floor",
            curves.producedMassGeV(),
            curves.floor(),
            new Stroke(Colour.MUTED, 1.4, Dash.DOTTED)));
    marks.add(
        curve("signal", curves.signal(), new Stroke(Colour.series(2), NARROW_PT, Dash.DASHED)));
    marks.add(
        curve(
            "interference",
            curves.interference(),
            new Stroke(Colour.series(5), NARROW_PT, Dash.DASHED)));
    marks.add(
        new Line(
            "as produced",
            curves.producedMassGeV(),
            curves.produced(),
            new Stroke(SpectrumFigure.SCALAR, NARROW_PT, Dash.SOLID)));
    marks.add(
        curve(
            "with resolution",
            curves.reconstructed(),
            Stroke.of(SpectrumFigure.SCALAR).withWidth(2)));
  }

  private Line curve(String label, Values percent, Stroke stroke) {
    return new Line(label, curves.massGeV(), percent, stroke);
  }

  /**
   * The range in steps, so that it stands still while a slider moves: all of the curves with
   * resolution, and of a narrow resonance as produced no more than a few times that.
   */
  private double[] range() {
    double[] range = {-SMALLEST_PERCENT, SMALLEST_PERCENT};
    for (Values values : List.of(curves.reconstructed(), curves.signal(), curves.interference())) {
      widen(range, values, Double.POSITIVE_INFINITY);
    }
    pinned.forEach(pin -> widen(range, pin.percent(), Double.POSITIVE_INFINITY));
    double reach = PRODUCED_REACH * Math.max(-range[0], range[1]);
    widen(range, curves.produced(), reach);
    double size = Math.max(-range[0], range[1]);
    double step = STEPS_OF_RANGE * Math.pow(2, Math.ceil(Math.log(size) / Math.log(2)));
    return new double[] {step * Math.floor(range[0] / step), step * Math.ceil(range[1] / step)};
  }

  private static void widen(double[] range, Values values, double reach) {
    for (int i = 0; i < values.size(); i++) {
      double value = MARGIN * Math.clamp(values.get(i), -reach, reach);
      if (Double.isFinite(value)) {
        range[0] = Math.min(range[0], value);
        range[1] = Math.max(range[1], value);
      }
    }
  }
}
