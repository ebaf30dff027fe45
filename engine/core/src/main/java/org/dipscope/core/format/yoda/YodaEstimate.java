package org.dipscope.core.format.yoda;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.dipscope.core.format.AnnotatedHistogram;
import org.dipscope.core.format.ErrorSource;
import org.dipscope.core.histogram.Axis;
import org.dipscope.core.histogram.Histogram;

/** Writes one histogram as an estimate of syntax 3. */
record YodaEstimate(AnnotatedHistogram annotated) {
  static final String NAMELESS = "unnamed";

  void write(Writer out) throws IOException {
    Histogram histogram = annotated.histogram();
    String type = "YODA_ESTIMATE" + histogram.axes().size() + "D_V3";
    String path = path(histogram.name());
    out.write("BEGIN " + type + " " + path + "\n");
    head(out, path);
    out.write("---\n");
    for (int i = 0; i < histogram.axes().size(); i++) {
      StringJoiner edges = new StringJoiner(", ", "[", "]");
      for (double edge : histogram.axes().get(i).binning().edges()) {
        edges.add(Double.toString(edge));
      }
      out.write("Edges(A" + (i + 1) + "): " + edges + "\n");
    }
    List<ErrorSource> sources = sources();
    StringJoiner labels = new StringJoiner(", ", "[", "]");
    StringBuilder columns = new StringBuilder("# value");
    for (int i = 0; i < sources.size(); i++) {
      labels.add(quoted(sources.get(i).label()));
      boolean total = sources.get(i).label().isEmpty();
      columns.append(
          total ? "\ttotalDn\ttotalUp" : "\terrDn(N)\terrUp(N)".replace("N", "" + (i + 1)));
    }
    if (!sources.isEmpty()) {
      out.write("ErrorLabels: " + labels + "\n");
    }
    out.write(columns + "\n");
    rows(out, sources);
    out.write("END " + type + "\n\n");
  }

  private void head(Writer out, String path) throws IOException {
    Histogram histogram = annotated.histogram();
    out.write("Path: " + path + "\n");
    if (!path.equals(histogram.name())) {
      out.write("DipscopeName: " + oneLine(histogram.name()) + "\n");
    }
    double sum = AnnotatedHistogram.sum(histogram.contents());
    if (sum != histogram.sumOfWeights()) {
      out.write("DipscopeSumOfWeights: " + histogram.sumOfWeights() + "\n");
    }
    out.write("Type: Estimate" + histogram.axes().size() + "D\n");
    for (Map.Entry<String, String> note : annotated.notes().entrySet()) {
      String key = noteKey(note.getKey());
      if (!key.isEmpty()) {
        out.write(key + ": " + oneLine(note.getValue()) + "\n");
      }
    }
    List<Axis> axes = histogram.axes();
    for (int i = 0; i < Math.min(3, axes.size()); i++) {
      label(out, i, axes.get(i).label(), axes.get(i).unit());
    }
    if (axes.size() < 3) {
      label(
          out,
          axes.size(),
          annotated.notes().getOrDefault(AnnotatedHistogram.VALUE, ""),
          annotated.valueUnit());
    }
  }

  private static void label(Writer out, int index, String label, String unit) throws IOException {
    String title = title(label, unit);
    if (!title.isEmpty()) {
      out.write("XYZ".charAt(index) + "Label: " + title + "\n");
    }
  }

  static String title(String label, String unit) {
    return oneLine(label + (unit.isEmpty() ? "" : " [" + unit + "]"));
  }

  /** The key as an annotation can have it, or nothing if it has a meaning of its own. */
  static String noteKey(String key) {
    String line = oneLine(key).replace(": ", " ").replaceFirst("^[\\s#-]+", "");
    boolean taken =
        line.matches("[XYZ]Label|Value|Path|Type|Variations|Masked.*|Edges.*|Error.*|Dipscope.*");
    return taken || line.endsWith(":") ? "" : line;
  }

  private List<ErrorSource> sources() {
    Histogram histogram = annotated.histogram();
    List<ErrorSource> sources = new ArrayList<>();
    if (annotated.sources().isEmpty() || !annotated.totalsFollowFromSources()) {
      sources.add(new ErrorSource("", histogram.errorsLow().map(e -> -e), histogram.errorsHigh()));
    }
    for (ErrorSource source : annotated.sources()) {
      String label = isNameless(annotated, source) ? NAMELESS : source.label();
      sources.add(new ErrorSource(label, source.down(), source.up()));
    }
    return sources;
  }

  /** Whether an error has no name, which in YODA marks the total, and is not the only one. */
  static boolean isNameless(AnnotatedHistogram annotated, ErrorSource source) {
    boolean alone = annotated.sources().size() == 1 && annotated.totalsFollowFromSources();
    return source.label().isEmpty() && !alone;
  }

  /** All bins, the first axis running fastest, with those outside the axes. */
  private void rows(Writer out, List<ErrorSource> sources) throws IOException {
    List<Axis> axes = annotated.histogram().axes();
    int[] index = new int[axes.size()];
    boolean more = true;
    while (more) {
      row(out, sources, bin(index), index);
      more = false;
      for (int axis = 0; axis < index.length && !more; axis++) {
        index[axis]++;
        more = index[axis] < axes.get(axis).binning().count() + 2;
        if (!more) {
          index[axis] = 0;
        }
      }
    }
  }

  /** The bin at these positions, of which 0 and the last lie outside; or -1. */
  private int bin(int[] index) {
    int bin = 0;
    for (int axis = 0; axis < index.length; axis++) {
      int count = annotated.histogram().axes().get(axis).binning().count();
      if (index[axis] == 0 || index[axis] > count) {
        return -1;
      }
      bin = bin * count + index[axis] - 1;
    }
    return bin;
  }

  private void row(Writer out, List<ErrorSource> sources, int bin, int[] index) throws IOException {
    Histogram histogram = annotated.histogram();
    if (bin < 0) {
      double outside =
          index.length > 1
              ? Double.NaN
              : index[0] == 0 ? histogram.underflow() : histogram.overflow();
      out.write(number(outside) + "\t---\t---".repeat(sources.size()) + "\n");
      return;
    }
    StringBuilder row = new StringBuilder(number(histogram.contents().get(bin)));
    for (ErrorSource source : sources) {
      row.append('\t').append(error(source.down().get(bin)));
      row.append('\t').append(error(source.up().get(bin)));
    }
    out.write(row.append('\n').toString());
  }

  static String path(String name) {
    String path = oneLine(name).replaceAll("\\s+", "_");
    return path.startsWith("/") ? path : "/" + path;
  }

  static String oneLine(String text) {
    return text.replaceAll("[\\r\\n]+", " ").strip();
  }

  private static String quoted(String text) {
    return "\""
        + text.replaceAll("[\\r\\n]+", " ").replace("\\", "\\\\").replace("\"", "\\\"")
        + "\"";
  }

  private static String error(double value) {
    return Double.isNaN(value) ? "---" : number(value);
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "nan" : String.valueOf(value).replace("Infinity", "inf");
  }
}
