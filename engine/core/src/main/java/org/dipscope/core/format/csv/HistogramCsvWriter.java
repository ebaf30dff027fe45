package org.dipscope.core.format.csv;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.dipscope.core.format.AnnotatedHistogram;
import org.dipscope.core.format.AtomicFile;
import org.dipscope.core.format.ErrorSource;
import org.dipscope.core.histogram.Axis;
import org.dipscope.core.histogram.Histogram;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * Writes histograms as comma-separated text with nothing left out; {@link HistogramCsvReader} reads
 * the same back. Several follow one another. A missing content or error is nan.
 */
public final class HistogramCsvWriter {
  private final AnnotatedHistogram annotated;
  private final Histogram histogram;

  private HistogramCsvWriter(AnnotatedHistogram annotated) {
    this.annotated = annotated;
    this.histogram = annotated.histogram();
  }

  /**
   * Writes or replaces a file in one step.
   *
   * @throws ProblemException if a histogram has more than nine axes, or the file cannot be written
   */
  public static void write(Path file, List<AnnotatedHistogram> histograms) {
    for (AnnotatedHistogram annotated : histograms) {
      Histogram histogram = annotated.histogram();
      if (histogram.axes().size() > OwnHistogram.mostAxes()) {
        throw new ProblemException(
            Problem.usage(
                "\"%s\" has %d axes; csv is written with nine at most."
                    .formatted(histogram.name(), histogram.axes().size()),
                "Write json, or project it on fewer axes first."));
      }
    }
    AtomicFile.write(
        file,
        out -> {
          for (int i = 0; i < histograms.size(); i++) {
            out.write(i == 0 ? "" : "\n");
            new HistogramCsvWriter(histograms.get(i)).write(out);
          }
        });
  }

  private void write(Writer out) throws IOException {
    comments(out);
    out.write(header() + "\n");
    for (int bin = 0; bin < histogram.contents().size(); bin++) {
      out.write(row(bin) + "\n");
    }
  }

  private void comments(Writer out) throws IOException {
    List<Axis> axes = histogram.axes();
    comment(out, OwnHistogram.MARK, String.valueOf(axes.size()));
    comment(out, CommentFacts.NAME, histogram.name());
    for (int i = 0; i < axes.size(); i++) {
      comment(out, OwnHistogram.axis(i), axes.get(i).label());
      comment(out, OwnHistogram.axisUnit(i), axes.get(i).unit());
    }
    if (!annotated.valueUnit().isEmpty()) {
      comment(out, OwnHistogram.VALUE_UNIT, annotated.valueUnit());
    }
    comment(out, CommentFacts.UNDERFLOW, CsvWriter.number(histogram.underflow()));
    comment(out, CommentFacts.OVERFLOW, CsvWriter.number(histogram.overflow()));
    comment(out, CommentFacts.SUM_OF_WEIGHTS, CsvWriter.number(histogram.sumOfWeights()));
    for (int i = 0; i < annotated.sources().size(); i++) {
      comment(out, OwnHistogram.error(i), annotated.sources().get(i).label());
    }
    for (Map.Entry<String, String> note : annotated.notes().entrySet()) {
      comment(out, OwnHistogram.NOTE, note.getKey());
      comment(out, OwnHistogram.TEXT, note.getValue());
    }
  }

  private static void comment(Writer out, String key, String value) throws IOException {
    out.write(CsvWriter.commentLine(key, value) + "\n");
  }

  private String header() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < histogram.axes().size(); i++) {
      String number = i == 0 ? "" : " " + (i + 1);
      String unit = CsvWriter.bracketed(histogram.axes().get(i).unit());
      names.add("low" + number + unit);
      names.add("high" + number + unit);
    }
    names.addAll(List.of("content", "err_low", "err_high"));
    for (int i = 0; i < annotated.sources().size(); i++) {
      String label = annotated.sources().get(i).label();
      String name = CommentFacts.escape(label.isEmpty() ? OwnHistogram.error(i) : label);
      names.add(quoted(name + " -"));
      names.add(quoted(name + " +"));
    }
    return String.join(",", names);
  }

  private static String quoted(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  private String row(int bin) {
    StringJoiner cells = new StringJoiner(",");
    int stride = histogram.contents().size();
    for (Axis axis : histogram.axes()) {
      int count = axis.binning().count();
      stride /= count;
      int along = bin / stride % count;
      cells.add(CsvWriter.number(axis.binning().low(along)));
      cells.add(CsvWriter.number(axis.binning().high(along)));
    }
    cells.add(CsvWriter.number(histogram.contents().get(bin)));
    cells.add(CsvWriter.number(histogram.errorsLow().get(bin)));
    cells.add(CsvWriter.number(histogram.errorsHigh().get(bin)));
    for (ErrorSource source : annotated.sources()) {
      cells.add(CsvWriter.number(source.down().get(bin)));
      cells.add(CsvWriter.number(source.up().get(bin)));
    }
    return cells.toString();
  }
}
