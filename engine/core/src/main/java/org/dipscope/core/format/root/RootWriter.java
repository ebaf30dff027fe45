package org.dipscope.core.format.root;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.dipscope.core.format.AnnotatedHistogram;
import org.dipscope.core.format.AtomicFile;
import org.dipscope.core.format.Losses;
import org.dipscope.core.histogram.Axis;
import org.dipscope.core.histogram.Histogram;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * Writes histograms as TH1D and TH2D in a ROOT file that any ROOT-compatible program opens.
 *
 * <p>Names with slashes become directories. Errors that are the square roots of the contents are
 * left out, as ROOT does for unweighted histograms; asymmetric errors become √((low² + high²)/2),
 * because these classes hold one error per bin. All records carry the same fixed date, so that
 * equal histograms give equal files.
 */
public final class RootWriter {

  private RootWriter() {}

  /**
   * Writes or replaces a file in one step.
   *
   * @throws ProblemException as {@link #writeAnnotated}
   */
  public static void write(Path file, List<Histogram> histograms) {
    writeAnnotated(file, histograms.stream().map(AnnotatedHistogram::bare).toList());
  }

  /**
   * Writes or replaces a file in one step; the title and the quantity of the contents come from the
   * notes.
   *
   * @throws ProblemException if a histogram has more than two axes, two have the same name, a name
   *     is also a directory, or the file cannot be written
   */
  public static void writeAnnotated(Path file, List<AnnotatedHistogram> histograms) {
    RootLayout layout = new RootLayout(String.valueOf(file.getFileName()));
    for (AnnotatedHistogram annotated : histograms) {
      Histogram histogram = annotated.histogram();
      int axes = histogram.axes().size();
      if (axes > 2) {
        throw new ProblemException(
            Problem.usage(
                "\"%s\" has %d axes; ROOT files are written with one or two."
                    .formatted(histogram.name(), axes),
                "Project it on two axes first, or write JSON."));
      }
      layout.add(histogram.name(), axes == 2 ? "TH2D" : "TH1D", HistogramEncoder.encode(annotated));
    }
    byte[] bytes = layout.bytes(HistogramStreamers.layouts());
    AtomicFile.writeBytes(file, stream -> stream.write(bytes));
  }

  /** What TH1D and TH2D cannot say of a histogram. */
  public static List<String> losses(AnnotatedHistogram annotated) {
    Histogram histogram = annotated.histogram();
    boolean titles = true;
    for (Axis axis : histogram.axes()) {
      titles &= axis.equals(new RootAxis(axis.title(), axis.binning(), List.of()).toAxis());
    }
    Axis value = HistogramEncoder.value(annotated);
    boolean quantity =
        value.equals(new RootAxis(value.title(), value.binning(), List.of()).toAxis());
    boolean symmetric = true;
    boolean squares = true;
    for (int i = 0; i < histogram.contents().size(); i++) {
      double low = histogram.errorsLow().get(i);
      double high = histogram.errorsHigh().get(i);
      boolean same = Double.compare(low, high) == 0;
      symmetric &= same;
      squares &= !same || Double.compare(Math.sqrt(low * low), low) == 0;
    }
    return Losses.of(annotated)
        .name(RootLayout.path(histogram.name()))
        .add(!titles, "label or unit of an axis")
        .add(!quantity, "label or unit of the contents")
        .add(!symmetric, "asymmetric errors, of which the quadratic mean is written")
        .add(!squares, "errors too small or too large to be squared")
        .sources()
        .sumOfWeights()
        .notesBut(Set.of(AnnotatedHistogram.TITLE, AnnotatedHistogram.VALUE))
        .list();
  }
}
