package org.dipscope.core.analysis;

import java.util.ArrayList;
import java.util.List;
import org.dipscope.core.figure.Axis;
import org.dipscope.core.figure.Band;
import org.dipscope.core.figure.Colour;
import org.dipscope.core.figure.Column;
import org.dipscope.core.figure.Dash;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.figure.Fill;
import org.dipscope.core.figure.Legend;
import org.dipscope.core.figure.Line;
import org.dipscope.core.figure.Mark;
import org.dipscope.core.figure.Panel;
import org.dipscope.core.figure.Points;
import org.dipscope.core.figure.ReferenceLine;
import org.dipscope.core.figure.Shape;
import org.dipscope.core.figure.Stroke;
import org.dipscope.core.fit.ProfileSegments;
import org.dipscope.core.histogram.Values;

/** A profile of −2Δ ln L with the segments below its levels and every minimum. */
public final class ProfileFigure {
  private static final double LEAST_TOP = 6;
  private static final double MOST_TOP = 12;
  private static final double MARKER_PT = 9;

  /** Room below zero, in parts of the height, so that the marks of minima are whole. */
  private static final double BELOW = -0.04;

  private ProfileFigure() {}

  /**
   * A profile.
   *
   * @param parameter its name
   * @param values of the parameter, ascending
   * @param delta &minus;2&Delta; ln L there; NaN where it is not known
   * @param minimaX where the minima lie, the lowest first
   * @param minimaDelta how high
   */
  public record Profile(
      String parameter, Values values, Values delta, Values minimaX, Values minimaDelta) {}

  /**
   * Draws a profile.
   *
   * @param other another profile of the same parameter for comparison, drawn dashed; or none
   * @param name of the profile in the legend, if there is another
   * @param otherName of the other
   * @param here where the slider is, or NaN
   */
  public static FigureSpec of(
      Profile profile,
      List<ProfileSegments> segments,
      List<Profile> other,
      String name,
      String otherName,
      double here) {
    double top = top(profile);
    List<Mark> marks = new ArrayList<>();
    for (ProfileSegments below : segments.reversed()) {
      for (ProfileSegments.Segment segment : below.segments()) {
        if (segment.high() > segment.low()) {
          marks.add(
              new Band(
                  "",
                  Values.of(segment.low(), segment.high()),
                  Values.of(0.0),
                  Values.of(below.level()),
                  Fill.TRANSLUCENT,
                  Colour.series(below.level() <= 1 ? 2 : 10)));
        }
      }
    }
    marks.add(ReferenceLine.horizontal(1, "68.3 %"));
    marks.add(ReferenceLine.horizontal(4, "95.4 %"));
    if (Double.isFinite(here)) {
      marks.add(ReferenceLine.vertical(here, ""));
    }
    boolean several = !other.isEmpty();
    for (Profile one : other) {
      marks.add(
          new Line(
              otherName,
              one.values(),
              one.delta(),
              Stroke.of(Colour.series(7)).withDash(Dash.DASHED)));
    }
    marks.add(
        new Line(
            several ? name : "",
            profile.values(),
            profile.delta(),
            Stroke.of(Colour.series(1)).withWidth(2)));
    minima(profile, marks);
    double low = profile.values().get(0);
    double high = profile.values().get(profile.values().size() - 1);
    return FigureSpec.of(
        "Profile of the likelihood along " + profile.parameter(),
        Column.of(
            Axis.linear(HistogramFigure.escaped(profile.parameter()), "").range(low, high),
            Panel.of(
                    Axis.linear("−2Δ ln L", "").range(BELOW * top, top), marks.toArray(Mark[]::new))
                .withLegend(Legend.AUTO)));
  }

  private static void minima(Profile profile, List<Mark> marks) {
    for (int i = 0; i < profile.minimaX().size(); i++) {
      marks.add(
          Points.symbols(
              i == 0 ? "best fit" : i == 1 ? "other minima" : "",
              Values.of(profile.minimaX().get(i)),
              Values.of(profile.minimaDelta().get(i)),
              i == 0 ? Shape.PLUS : Shape.CROSS,
              MARKER_PT,
              Colour.series(3)));
    }
  }

  private static double top(Profile profile) {
    double highest = 0;
    for (int i = 0; i < profile.delta().size(); i++) {
      double delta = profile.delta().get(i);
      highest = delta > highest ? delta : highest;
    }
    return Math.clamp(1.05 * highest, LEAST_TOP, MOST_TOP);
  }
}
