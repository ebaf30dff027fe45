package org.dipscope.core.format.csv;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dipscope.core.format.AnnotatedHistogram;
import org.dipscope.core.format.ContentKind;
import org.dipscope.core.format.csv.ColumnRole.Kind;
import org.dipscope.core.format.csv.TableLayout.Form;
import org.dipscope.core.format.csv.TableLayout.ValueGroup;
import org.dipscope.core.histogram.Axis;
import org.dipscope.core.histogram.CountSpectrum;
import org.dipscope.core.histogram.Histogram;
import org.dipscope.core.histogram.MeasuredSpectrum;
import org.dipscope.core.histogram.MeasurementErrors;
import org.dipscope.core.histogram.Spectrum;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * Spectra and histograms in text tables.
 *
 * <p>Bins are given by columns of lower and upper edges (low/high, xmin/xmax, left/right…), by one
 * column of edges with a last row that has no value, by centres with widths, or by equally spaced
 * centres. Errors may be symmetric, asymmetric, total or split into stat, sys and lumi. Values with
 * split errors, or with a cross-section as their unit, are a measurement; whole numbers without
 * errors, or with √n as errors, and columns named like counts are counts. Where neither a column
 * nor a unit says which, a note of the histogram says that.
 */
public final class SpectrumCsv {
  private final String file;
  private final TextTable table;
  private final TableLayout layout;
  private final CommentFacts facts;

  private SpectrumCsv(String file, TextTable table, TableLayout layout) {
    this.file = file;
    this.table = table;
    this.layout = layout;
    this.facts = new CommentFacts(table.header().comments());
  }

  /**
   * The first spectrum of a file.
   *
   * @throws ProblemException if there is none or a row is wrong; file, line and column are named
   */
  public static Spectrum read(Path file) {
    return first(String.valueOf(file.getFileName()), TextTable.readAll(file));
  }

  /** The first spectrum of a stream; {@code name} stands for the file in messages. */
  public static Spectrum read(String name, InputStream stream) {
    return first(name, TextTable.readAll(name, stream));
  }

  private static Spectrum first(String file, List<TextTable> tables) {
    TextTable table = tables.getFirst();
    for (TextTable candidate : tables) {
      if (TableLayout.of(candidate).filter(TableLayout::certain).isPresent()) {
        table = candidate;
        break;
      }
    }
    Optional<TableLayout> layout = TableLayout.of(table);
    if (layout.isEmpty()) {
      throw new ProblemException(
          Problem.badInput(
              "%s, line %d: no columns for bins and values among %s."
                  .formatted(file, table.header().line(), String.join(", ", names(table))),
              "Name the columns low, high and count (or value, stat, sys_low, sys_high, lumi).",
              file,
              table.header().line()));
    }
    SpectrumCsv reader = new SpectrumCsv(file, table, layout.get());
    return reader.spectrum(layout.get().groups().getFirst());
  }

  private static List<String> names(TextTable table) {
    return table.header().columns().stream().limit(20).toList();
  }

  /**
   * The histograms that a table holds by the names of its columns; none if it is a table of events.
   *
   * @throws ProblemException if it names bins and values, but a row is wrong
   */
  public static List<AnnotatedHistogram> histograms(String file, TextTable table) {
    Optional<TableLayout> layout = TableLayout.of(table).filter(TableLayout::certain);
    if (layout.isEmpty() || table.rows() == 0) {
      return List.of();
    }
    SpectrumCsv reader = new SpectrumCsv(file, table, layout.get());
    List<AnnotatedHistogram> histograms = new ArrayList<>();
    for (ValueGroup group : layout.get().groups()) {
      histograms.add(reader.histogram(group));
    }
    return List.copyOf(histograms);
  }

  private AnnotatedHistogram histogram(ValueGroup group) {
    Axis axis = axis();
    Values contents = values(group, axis.binning().count(), false);
    ErrorReader reader = new ErrorReader(file, table, contents.size());
    Optional<MeasurementErrors> errors = reader.read(group);
    String unit = valueUnit(group);
    boolean stated = group.kind() == Kind.COUNT || SpectrumKind.isDensity(unit);
    boolean whole = wholeAndPositive(contents);
    boolean roots = group.kind() == Kind.COUNT || (!stated && whole);
    Values otherwise = roots ? contents.map(n -> Math.sqrt(Math.abs(n))) : missing(contents);
    String name = name();
    if (layout.groups().size() > 1) {
      name = name + "/" + group.value().name();
    }
    Histogram histogram =
        new Histogram(
            name,
            List.of(axis),
            contents,
            errors.map(MeasurementErrors::low).orElse(otherwise),
            errors.map(MeasurementErrors::high).orElse(otherwise),
            facts.number(CommentFacts.UNDERFLOW, 0),
            facts.number(CommentFacts.OVERFLOW, 0),
            facts.number(CommentFacts.SUM_OF_WEIGHTS, contents.sum()));
    AnnotatedHistogram read =
        new AnnotatedHistogram(histogram, unit, reader.sources(group), Map.of());
    if (stated) {
      return read;
    }
    boolean guessed = errors.isEmpty() && whole;
    return read.withNote(
        AnnotatedHistogram.CONTENTS, guessed ? ContentKind.TAKEN_AS_COUNTS : ContentKind.UNSTATED);
  }

  private static Values missing(Values contents) {
    return Values.constant(contents.size(), Double.NaN);
  }

  private static boolean wholeAndPositive(Values contents) {
    for (int i = 0; i < contents.size(); i++) {
      double content = contents.get(i);
      if (!(content >= 0 && content == Math.rint(content))) {
        return false;
      }
    }
    return true;
  }

  private String name() {
    return facts.fact(CommentFacts.NAME).orElse(table.name());
  }

  private Axis axis() {
    String header = layout.first().name();
    String label = facts.fact(CommentFacts.AXIS).orElseGet(() -> label(header));
    String unit = facts.fact(CommentFacts.AXIS_UNIT).orElse(layout.first().unit());
    return new Axis(label, unit, new BinReader(file, table).read(layout));
  }

  /** The quantity of the comments where the header abbreviates it: m for m_tt. */
  private String label(String header) {
    String label = ColumnRole.axisLabel(header);
    return facts.quantity().startsWith(label) ? facts.quantity() : label;
  }

  private Spectrum spectrum(ValueGroup group) {
    Axis axis = axis();
    int bins = axis.binning().count();
    Optional<MeasurementErrors> errors = new ErrorReader(file, table, bins).read(group);
    String unit = valueUnit(group);
    boolean counted = SpectrumKind.isCounted(group, errors, unit, bins);
    Values values = values(group, bins, counted);
    if (counted) {
      return new CountSpectrum(name(), axis, values, facts.luminosityInvFb(), facts.source());
    }
    if (errors.isEmpty()) {
      throw new ProblemException(
          Problem.badInput(
              "%s, line %d: the values in column %s have no errors."
                  .formatted(file, table.header().line(), group.value().name()),
              "Add a column err, or stat, sys_low, sys_high and lumi; name it count if it counts"
                  + " events.",
              file,
              table.header().line()));
    }
    return new MeasuredSpectrum(
        name(), axis, unit, facts.normalised(), values, errors.get(), facts.source());
  }

  private String valueUnit(ValueGroup group) {
    String fromHeader = group.value().unit();
    return fromHeader.isEmpty() ? facts.valueUnit() : fromHeader;
  }

  private Values values(ValueGroup group, int bins, boolean counts) {
    if (layout.form() == Form.EDGES) {
      requireNoLastValue(group);
    }
    double[] values = new double[bins];
    for (int i = 0; i < bins; i++) {
      values[i] = group.value().numbers().get(i);
      if (!Double.isFinite(values[i]) || (counts && values[i] < 0)) {
        throw badValue(group, i, values[i]);
      }
    }
    return Values.of(values);
  }

  private ProblemException badValue(ValueGroup group, int row, double value) {
    int line = table.lines().get(row);
    String found =
        Double.isNaN(value)
            ? "the value is missing or not a number."
            : Double.isInfinite(value)
                ? "the value is infinite."
                : BinReader.show(value) + " is no count of events.";
    return new ProblemException(
        Problem.badInput(
            "%s, line %d, column %s: %s".formatted(file, line, group.value().name(), found),
            "Give a finite value that is not negative, or remove the bin at the end of the axis.",
            file,
            line));
  }

  private void requireNoLastValue(ValueGroup group) {
    int last = table.rows() - 1;
    double value = group.value().numbers().get(last);
    if (!Double.isNaN(value)) {
      throw new ProblemException(
          Problem.badInput(
              "%s, line %d: the upper edge of the last bin is missing."
                  .formatted(file, table.lines().get(last)),
              "Add a last row that holds the upper edge alone, or columns named low and high.",
              file,
              table.lines().get(last)));
    }
  }
}
