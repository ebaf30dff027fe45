package org.dipscope.core.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.dipscope.core.figure.Colour;
import org.dipscope.core.figure.Fill;
import org.dipscope.core.figure.Mark;
import org.dipscope.core.figure.Points;
import org.dipscope.core.figure.Polyline;
import org.dipscope.core.figure.Region;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.project.MassInterval;

/** The data of a spectrum as marks: points with errors, and what is masked. */
final class DataMarks {
  private static final double CATCH_ALL = 3;

  private final DrawnSpectrum drawn;
  private final Binning bins;

  DataMarks(DrawnSpectrum drawn) {
    this.drawn = drawn;
    bins = drawn.bins();
  }

  /** The end of the last bin, unless that is a wide catch-all: then the view ends inside it. */
  double rightEnd() {
    int last = bins.count() - 1;
    boolean catchAll = last > 0 && bins.width(last) > CATCH_ALL * bins.width(last - 1);
    return catchAll ? bins.low(last) + CATCH_ALL * bins.width(last - 1) : bins.high(last);
  }

  /** The lowest edge, or on a logarithmic axis the lowest positive one. */
  double leftEnd(boolean logarithmic) {
    return IntStream.range(0, bins.count())
        .mapToDouble(bins::low)
        .filter(low -> !logarithmic || low > 0)
        .findFirst()
        .orElse(rightEnd() / 2);
  }

  /**
   * Shades over the masked parts of the axis; the first one is named in the legend if asked for.
   */
  List<Mark> shades(boolean named) {
    List<Mark> shades = new ArrayList<>();
    double far = Double.POSITIVE_INFINITY;
    for (MassInterval mask : drawn.data().masks()) {
      Polyline outline =
          new Polyline(
              Values.of(mask.low(), mask.high(), mask.high(), mask.low()),
              Values.of(-far, -far, far, far));
      String label = named && shades.isEmpty() ? drawn.maskWords() : "";
      shades.add(new Region(label, List.of(outline), Fill.TRANSLUCENT, Colour.MUTED));
    }
    return shades;
  }

  /**
   * The points, muted where a bin takes no part in the fit.
   *
   * @param factor what the content of a bin is multiplied by
   * @param named whether they are in the legend
   */
  List<Mark> points(IntToDoubleFunction factor, boolean named) {
    boolean alone = drawn.data().isAlone();
    IntPredicate full = i -> !drawn.isMasked(i) && (alone || drawn.isFitted(i));
    IntPredicate below = i -> !drawn.isMasked(i) && !alone && !drawn.isFitted(i);
    return List.of(
        points("", factor, drawn::isMasked, Colour.MUTED),
        points(named ? "not fitted" : "", factor, below, Colour.MUTED),
        points(named ? drawn.dataWords() : "", factor, full, Colour.FOREGROUND));
  }

  private Points points(
      String label, IntToDoubleFunction factor, IntPredicate which, Colour colour) {
    int[] shown =
        IntStream.range(0, bins.count())
            .filter(i -> which.test(i) && Double.isFinite(factor.applyAsDouble(i)))
            .toArray();
    return new Points(
        shown.length == 0 ? "" : label,
        pick(shown, this::visibleCentre),
        pick(shown, i -> factor.applyAsDouble(i) * drawn.value(i)),
        pick(shown, i -> visibleCentre(i) - bins.low(i)),
        pick(shown, i -> bins.high(i) - visibleCentre(i)),
        pick(shown, i -> factor.applyAsDouble(i) * drawn.errorLow(i)),
        pick(shown, i -> factor.applyAsDouble(i) * drawn.errorHigh(i)),
        null,
        0,
        colour);
  }

  /** Where a point is drawn: the middle of what is shown of its bin. */
  double visibleCentre(int bin) {
    return 0.5 * (bins.low(bin) + Math.min(bins.high(bin), rightEnd()));
  }

  private static Values pick(int[] bins, IntToDoubleFunction value) {
    return Values.of(IntStream.of(bins).mapToDouble(value).toArray());
  }
}
