package org.dipscope.core.format.root;

import java.util.Arrays;
import org.dipscope.core.format.AnnotatedHistogram;
import org.dipscope.core.histogram.Axis;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Histogram;

/** Writes histograms with one or two axes as objects of the classes TH1D and TH2D. */
final class HistogramEncoder {
  private static final int BITS = 0x0300_0008;
  private static final double NOT_SET = -1111;
  private static final int NEUTRAL_OVERFLOWS = 2;

  private final AnnotatedHistogram annotated;
  private final Histogram histogram;
  private final Binning x;
  private final Binning y;
  private final boolean two;

  private HistogramEncoder(AnnotatedHistogram annotated) {
    this.annotated = annotated;
    this.histogram = annotated.histogram();
    this.two = histogram.axes().size() == 2;
    this.x = histogram.axes().getFirst().binning();
    this.y = histogram.axes().getLast().binning();
  }

  static byte[] encode(AnnotatedHistogram annotated) {
    HistogramEncoder encoder = new HistogramEncoder(annotated);
    String name = RootLayout.name(annotated.histogram().name());
    ByteSink out = new ByteSink();
    int top = out.begin(encoder.two ? 4 : 3);
    double[] contents = encoder.cells(false);
    double[] variances = encoder.cells(true);
    if (encoder.two) {
      int second = out.begin(5);
      encoder.base(out, name, contents, variances);
      out.f64(1).f64(encoder.moment(0, 1)).f64(encoder.moment(0, 2)).f64(encoder.moment(1, 1));
      out.end(second);
    } else {
      encoder.base(out, name, contents, variances);
    }
    out.array(contents);
    out.end(top);
    return out.toArray();
  }

  /** Quantity and unit of the contents, as the axis along which they are drawn. */
  static Axis value(AnnotatedHistogram annotated) {
    String quantity = annotated.notes().getOrDefault(AnnotatedHistogram.VALUE, "");
    return new Axis(quantity, annotated.valueUnit(), Binning.uniform(1, 0, 1));
  }

  /** Contents or squared errors with the flow bins; the first axis runs fastest. */
  private double[] cells(boolean variance) {
    int columns = x.count() + 2;
    double[] cells = new double[two ? columns * (y.count() + 2) : columns];
    for (int i = 0; i < x.count(); i++) {
      for (int j = 0; j < (two ? y.count() : 1); j++) {
        int bin = two ? i * y.count() + j : i;
        int cell = two ? (j + 1) * columns + i + 1 : i + 1;
        cells[cell] = variance ? variance(bin) : histogram.contents().get(bin);
      }
    }
    if (!two) {
      cells[0] = variance ? Math.abs(histogram.underflow()) : histogram.underflow();
      cells[columns - 1] = variance ? Math.abs(histogram.overflow()) : histogram.overflow();
    }
    return cells;
  }

  private double variance(int bin) {
    double low = histogram.errorsLow().get(bin);
    double high = histogram.errorsHigh().get(bin);
    return low == high ? low * low : 0.5 * (low * low + high * high);
  }

  /** Whether the errors are the square roots of the contents, so that they need not be written. */
  private boolean isPoisson() {
    for (int i = 0; i < histogram.contents().size(); i++) {
      double expected = Math.sqrt(Math.abs(histogram.contents().get(i)));
      if (histogram.errorsLow().get(i) != expected || histogram.errorsHigh().get(i) != expected) {
        return false;
      }
    }
    return true;
  }

  /** Σ w xᵃ yᵇ over the bins inside the axes that have contents. */
  private double moment(int powerX, int powerY) {
    double sum = 0;
    for (int i = 0; i < histogram.contents().size(); i++) {
      if (Double.isNaN(histogram.contents().get(i))) {
        continue;
      }
      int column = two ? i / y.count() : i;
      double value = histogram.contents().get(i) * Math.pow(x.centre(column), powerX);
      sum += two ? value * Math.pow(y.centre(i % y.count()), powerY) : value;
    }
    return sum;
  }

  private void base(ByteSink out, String name, double[] contents, double[] variances) {
    boolean poisson = isPoisson();
    int part = out.begin(8);
    StreamerInfoWriter.named(
        out, BITS, name, annotated.notes().getOrDefault(AnnotatedHistogram.TITLE, name));
    int line = out.begin(2);
    out.i16(602).i16(1).i16(1);
    out.end(line);
    int fill = out.begin(2);
    out.i16(0).i16(1001);
    out.end(fill);
    int marker = out.begin(2);
    out.i16(1).i16(1).f32(1);
    out.end(marker);
    out.i32(contents.length);
    axis(out, "xaxis", histogram.axes().getFirst());
    axis(out, "yaxis", two ? histogram.axes().getLast() : value(annotated));
    axis(out, "zaxis", two ? value(annotated) : unused());
    out.i16(0).i16(1000);
    out.f64(poisson ? sum(contents) : histogram.contents().size());
    double squares = 0;
    for (int i = 0; i < histogram.contents().size(); i++) {
      double variance = variance(i);
      squares += Double.isNaN(variance) ? 0 : variance;
    }
    out.f64(moment(0, 0)).f64(squares).f64(moment(1, 0)).f64(moment(2, 0));
    out.f64(NOT_SET).f64(NOT_SET).f64(0);
    out.i32(0); // no contour levels
    out.array(poisson ? new double[0] : variances);
    out.text("");
    int functions = out.begin(5);
    StreamerInfoWriter.object(out, 0x0200_0000);
    out.text("").i32(0);
    out.end(functions);
    out.i32(0).u8(0).i32(0).i32(NEUTRAL_OVERFLOWS);
    out.end(part);
  }

  private static double sum(double[] values) {
    return Arrays.stream(values).map(Math::abs).sum();
  }

  private static Axis unused() {
    return new Axis("", "", Binning.uniform(1, 0, 1));
  }

  private static void axis(ByteSink out, String name, Axis axis) {
    int part = out.begin(10);
    StreamerInfoWriter.named(out, 0x0300_0000, name, axis.title().strip());
    int look = out.begin(4);
    out.i32(510).i16(1).i16(1).i16(42).f32(0.005f).f32(0.035f).f32(0.03f).f32(1).f32(0.035f);
    out.i16(1).i16(42);
    out.end(look);
    double[] edges = axis.binning().edges();
    int bins = edges.length - 1;
    out.i32(bins).f64(edges[0]).f64(edges[bins]);
    boolean uniform = axis.binning().equals(Binning.uniform(bins, edges[0], edges[bins]));
    out.array(uniform ? new double[0] : edges);
    out.i32(0).i32(0).i16(0).u8(0).text("");
    out.i32(0).i32(0); // neither labels nor modified labels
    out.end(part);
  }
}
