package org.dipscope.core.format.hepdata;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dipscope.core.format.AnnotatedHistogram;
import org.dipscope.core.format.ErrorSource;
import org.dipscope.core.histogram.Axis;
import org.dipscope.core.histogram.Histogram;
import tools.jackson.core.io.JsonStringEncoder;

/** Writes one histogram as the independent and dependent variables of a table. */
final class HepDataTableWriter {
  private static final Set<String> NOT_QUALIFIERS =
      Set.of(AnnotatedHistogram.TITLE, AnnotatedHistogram.VALUE, HepDataWriter.SUM_OF_WEIGHTS);

  private HepDataTableWriter() {}

  static void write(Writer out, AnnotatedHistogram annotated) throws IOException {
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
        header(
            annotated.notes().getOrDefault(AnnotatedHistogram.VALUE, histogram.name()),
            annotated.valueUnit()));
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
      if (!NOT_QUALIFIERS.contains(note.getKey())) {
        lines.add(qualifier(note.getKey(), note.getValue()));
      }
    }
    Histogram histogram = annotated.histogram();
    if (histogram.sumOfWeights() != AnnotatedHistogram.sum(histogram.contents())) {
      lines.add(qualifier(HepDataWriter.SUM_OF_WEIGHTS, number(histogram.sumOfWeights())));
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
    List<ErrorSource> sources = HepDataWriter.written(annotated);
    if (!HepDataWriter.isZero(sources, bin)) {
      for (int i = 0; i < sources.size(); i++) {
        ErrorSource source = sources.get(i);
        if (isGiven(source, bin) || isNamesakeGiven(sources, i, bin)) {
          errors.add(error(source.label(), source.down().get(bin), source.up().get(bin)));
        }
      }
    }
    if (!errors.isEmpty()) {
      out.write("    errors:\n" + String.join("", errors));
    }
  }

  private static boolean isGiven(ErrorSource source, int bin) {
    return !Double.isNaN(source.down().get(bin)) || !Double.isNaN(source.up().get(bin));
  }

  /** Whether a later source of the same label is given, so that this one must hold its place. */
  private static boolean isNamesakeGiven(List<ErrorSource> sources, int index, int bin) {
    return sources.stream()
        .skip(index + 1L)
        .anyMatch(other -> other.label().equals(sources.get(index).label()) && isGiven(other, bin));
  }

  private static String error(String label, double down, double up) {
    String name = label.isEmpty() ? "" : ", label: " + quoted(label);
    return up == -down && up >= 0
        ? "    - {symerror: " + number(up) + name + "}\n"
        : "    - {asymerror: {plus: " + size(up) + ", minus: " + size(down) + "}" + name + "}\n";
  }

  /** One side of an error, blank if it is not given. */
  private static String size(double side) {
    return Double.isNaN(side) ? "''" : number(side);
  }

  private static String header(String name, String unit) {
    return "{name: " + quoted(name) + (unit.isEmpty() ? "" : ", units: " + quoted(unit)) + "}";
  }

  static String quoted(String text) {
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
