package org.dipscope.core.format.hepdata;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dipscope.core.format.AnnotatedHistogram;
import org.dipscope.core.format.AtomicFile;
import org.dipscope.core.format.ErrorSource;
import org.dipscope.core.histogram.Axis;
import org.dipscope.core.histogram.Histogram;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * Writes histograms as HEPData YAML with every named error. Contents outside a single axis become
 * bins with an infinite edge, missing contents a dash. {@link HepDataReader} reads the same numbers
 * back.
 */
public final class HepDataWriter {
  static final String SUM_OF_WEIGHTS = "SUM OF WEIGHTS";

  private HepDataWriter() {}

  /**
   * Writes one file that holds all tables, one document each.
   *
   * @throws ProblemException if the file cannot be written
   */
  public static void writeFile(Path file, List<AnnotatedHistogram> histograms) {
    AtomicFile.write(
        file,
        out -> {
          for (AnnotatedHistogram histogram : histograms) {
            out.write("---\nname: " + quoted(histogram.histogram().name()) + "\n");
            table(out, histogram);
          }
        });
  }

  /**
   * Writes submission.yaml and a data file for each histogram into a folder, which is created if it
   * is not there.
   *
   * @throws ProblemException if a file cannot be written
   */
  public static void writeSubmission(Path folder, List<AnnotatedHistogram> histograms) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new ProblemException(
          Problem.badInput(
              folder + " cannot be created.",
              "Choose a folder that you may write to.",
              folder.toString(),
              0),
          e);
    }
    for (int i = 0; i < histograms.size(); i++) {
      AnnotatedHistogram histogram = histograms.get(i);
      AtomicFile.write(folder.resolve("data" + (i + 1) + ".yaml"), out -> table(out, histogram));
    }
    AtomicFile.write(folder.resolve("submission.yaml"), out -> submission(out, histograms));
  }

  private static void submission(Writer out, List<AnnotatedHistogram> histograms)
      throws IOException {
    out.write("---\ncomment: \"\"\n");
    for (int i = 0; i < histograms.size(); i++) {
      AnnotatedHistogram histogram = histograms.get(i);
      out.write("---\nname: " + quoted(histogram.histogram().name()) + "\n");
      out.write("description: " + quoted(histogram.notes().getOrDefault("Title", "")) + "\n");
      out.write("keywords: []\ndata_file: data" + (i + 1) + ".yaml\n");
    }
  }

  private static void table(Writer out, AnnotatedHistogram annotated) throws IOException {
    Histogram histogram = annotated.histogram();
    boolean flows =
        histogram.axes().size() == 1 && (histogram.underflow() != 0 || histogram.overflow() != 0);
    int inner = histogram.contents().size();
    out.write("independent_variables:\n");
    int stride = inner;
    for (Axis axis : histogram.axes()) {
      int count = axis.binning().count();
      stride /= count;
      out.write("- header: " + header(axis.label(), axis.unit()) + "\n  values:\n");
      if (flows) {
        bin(out, "-.inf", number(axis.binning().low(0)));
      }
      for (int row = 0; row < inner; row++) {
        int bin = row / stride % count;
        bin(out, number(axis.binning().low(bin)), number(axis.binning().high(bin)));
      }
      if (flows) {
        bin(out, number(axis.binning().high(count - 1)), ".inf");
      }
    }
    out.write("dependent_variables:\n- header: ");
    out.write(
        header(annotated.notes().getOrDefault("Value", histogram.name()), annotated.valueUnit()));
    out.write("\n");
    qualifiers(out, annotated);
    out.write("  values:\n");
    if (flows) {
      out.write("  - value: " + number(histogram.underflow()) + "\n");
    }
    for (int bin = 0; bin < inner; bin++) {
      value(out, annotated, bin);
    }
    if (flows) {
      out.write("  - value: " + number(histogram.overflow()) + "\n");
    }
  }

  private static void qualifiers(Writer out, AnnotatedHistogram annotated) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, String> note : annotated.notes().entrySet()) {
      if (!List.of("Title", "Value", SUM_OF_WEIGHTS).contains(note.getKey())) {
        lines.add(qualifier(note.getKey(), note.getValue()));
      }
    }
    Histogram histogram = annotated.histogram();
    if (histogram.sumOfWeights() != AnnotatedHistogram.sum(histogram.contents())) {
      lines.add(qualifier(SUM_OF_WEIGHTS, number(histogram.sumOfWeights())));
    }
    if (!lines.isEmpty()) {
      out.write("  qualifiers:\n" + String.join("", lines));
    }
  }

  private static String qualifier(String name, String value) {
    return "  - {name: " + quoted(name) + ", value: " + quoted(value) + "}\n";
  }

  private static void bin(Writer out, String low, String high) throws IOException {
    out.write("  - {low: " + low + ", high: " + high + "}\n");
  }

  private static void value(Writer out, AnnotatedHistogram annotated, int bin) throws IOException {
    out.write("  - value: " + number(annotated.histogram().contents().get(bin)) + "\n");
    List<String> errors = new ArrayList<>();
    for (ErrorSource source : annotated.sources()) {
      add(errors, source.label(), source.down().get(bin), source.up().get(bin));
    }
    if (annotated.sources().isEmpty()) {
      Histogram histogram = annotated.histogram();
      add(errors, "", -histogram.errorsLow().get(bin), histogram.errorsHigh().get(bin));
    }
    if (!errors.isEmpty()) {
      out.write("    errors:\n" + String.join("", errors));
    }
  }

  private static void add(List<String> errors, String label, double down, double up) {
    if (Double.isNaN(down) && Double.isNaN(up)) {
      return;
    }
    String name = label.isEmpty() ? "" : ", label: " + quoted(label);
    errors.add(
        up == -down && up >= 0
            ? "    - {symerror: " + number(up) + name + "}\n"
            : "    - {asymerror: {plus: "
                + number(up)
                + ", minus: "
                + number(down)
                + "}"
                + name
                + "}\n");
  }

  private static String header(String name, String unit) {
    return "{name: " + quoted(name) + (unit.isEmpty() ? "" : ", units: " + quoted(unit)) + "}";
  }

  private static String quoted(String text) {
    return "\"" + new String(JsonStringEncoder.getInstance().quoteAsCharArray(text)) + "\"";
  }

  /** A number that YAML 1.1 and 1.2 both take for one: exponents have a sign. */
  private static String number(double value) {
    if (Double.isNaN(value)) {
      return "'-'";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? ".inf" : "-.inf";
    }
    String plain = Double.toString(value);
    int exponent = plain.indexOf('E');
    return exponent > 0 && plain.charAt(exponent + 1) != '-' ? plain.replace("E", "E+") : plain;
  }
}
