package org.dipscope.core.format.csv;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dipscope.core.format.AtomicFile;
import org.dipscope.core.histogram.Axis;
import org.dipscope.core.histogram.CountSpectrum;
import org.dipscope.core.histogram.MeasuredSpectrum;
import org.dipscope.core.histogram.Spectrum;
import org.dipscope.core.histogram.SplitErrors;
import org.dipscope.core.histogram.TotalErrors;
import org.dipscope.core.histogram.Values;

/**
 * Writes spectra as comma-separated text that {@link SpectrumCsv} reads back bit by bit. What has
 * no column (name, axis, units, luminosity, source) stands in comment lines above.
 */
public final class CsvWriter {
  private final List<String> comments = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final List<Values> columns = new ArrayList<>();

  private CsvWriter(String name, Axis axis) {
    comment(CommentFacts.NAME, name);
    comment(CommentFacts.AXIS, axis.label());
    comment(CommentFacts.AXIS_UNIT, axis.unit());
    String unit = bracketed(axis.unit());
    double[] edges = axis.binning().edges();
    column("low" + unit, Values.of(Arrays.copyOf(edges, edges.length - 1)));
    column("high" + unit, Values.of(Arrays.copyOfRange(edges, 1, edges.length)));
  }

  /**
   * Writes a spectrum; an existing file is replaced in one step.
   *
   * @throws org.dipscope.core.problem.ProblemException if the file cannot be written
   */
  public static void write(Path file, Spectrum spectrum) {
    AtomicFile.write(file, writer -> write(writer, spectrum));
  }

  /** Writes a spectrum to a writer, which stays open. */
  public static void write(Writer writer, Spectrum spectrum) throws IOException {
    of(spectrum).writeTo(writer);
  }

  private static CsvWriter of(Spectrum spectrum) {
    CsvWriter csv = new CsvWriter(spectrum.name(), spectrum.axis());
    csv.comment(CommentFacts.SOURCE, spectrum.source());
    switch (spectrum) {
      case CountSpectrum counts -> {
        if (counts.luminosityInvFb() != null) {
          csv.comment(CommentFacts.LUMINOSITY, number(counts.luminosityInvFb()));
        }
        csv.column("count", counts.counts());
      }
      case MeasuredSpectrum measured -> {
        csv.comment(CommentFacts.UNIT, measured.valueUnit());
        csv.comment(CommentFacts.NORMALISED, String.valueOf(measured.normalised()));
        csv.column("value", measured.values());
        switch (measured.errors()) {
          case SplitErrors split -> {
            csv.column("stat", split.statistical());
            csv.column("sys_low", split.systematicLow());
            csv.column("sys_high", split.systematicHigh());
            csv.column("lumi", split.luminosity());
          }
          case TotalErrors total -> {
            csv.column("err_low", total.low());
            csv.column("err_high", total.high());
          }
        }
      }
    }
    return csv;
  }

  private void comment(String key, String value) {
    comments.add(commentLine(key, value));
  }

  static String commentLine(String key, String value) {
    return "# " + key + ": " + CommentFacts.escape(value);
  }

  /** The unit as the header of a column shows it; nothing if it is no plain word. */
  static String bracketed(String unit) {
    return unit.matches("[A-Za-z]+") ? " [" + unit + "]" : "";
  }

  private void column(String name, Values values) {
    names.add(name);
    columns.add(values);
  }

  private void writeTo(Writer writer) throws IOException {
    for (String comment : comments) {
      writer.write(comment);
      writer.write('\n');
    }
    writer.write(String.join(",", names));
    writer.write('\n');
    for (int row = 0; row < columns.getFirst().size(); row++) {
      for (int i = 0; i < columns.size(); i++) {
        if (i > 0) {
          writer.write(',');
        }
        writer.write(number(columns.get(i).get(row)));
      }
      writer.write('\n');
    }
  }

  /** The shortest decimal that reads back as the same double; whole numbers without a point. */
  static String number(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    boolean negativeZero = value == 0 && 1 / value < 0;
    return whole && !negativeZero ? Long.toString((long) value) : Double.toString(value);
  }
}
