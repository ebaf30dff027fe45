package org.dipscope.core.format.csv;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dipscope.core.format.AnnotatedHistogram;
import org.dipscope.core.format.BinGrid;
import org.dipscope.core.format.ErrorSource;
import org.dipscope.core.histogram.Axis;
import org.dipscope.core.histogram.Histogram;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/** Reads what {@link HistogramCsvWriter} wrote, by the position of its columns. */
final class HistogramCsvReader {
  private final String file;
  private final TextTable table;
  private final int axes;
  private final Map<String, String> facts = new LinkedHashMap<>();
  private final Map<String, String> notes = new LinkedHashMap<>();

  private HistogramCsvReader(String file, TextTable table) {
    this.file = file;
    this.table = table;
    this.axes = OwnHistogram.axes(table.header());
    String note = "";
    for (String comment : table.header().comments()) {
      int colon = comment.indexOf(':');
      if (colon > 0) {
        String key = comment.substring(0, colon).strip();
        String text = CommentFacts.unescape(comment.substring(colon + 1).strip());
        switch (key) {
          case OwnHistogram.NOTE -> note = text;
          case OwnHistogram.TEXT -> notes.putIfAbsent(note, text);
          default -> facts.putIfAbsent(key, text);
        }
      }
    }
  }

  /**
   * The histogram of a table.
   *
   * @throws ProblemException if columns are missing or added, or the rows make no bins
   */
  static AnnotatedHistogram read(String file, TextTable table) {
    return new HistogramCsvReader(file, table).read();
  }

  private AnnotatedHistogram read() {
    int width = table.columns().size();
    int shifts = width - 2 * axes - OwnHistogram.PLAIN_COLUMNS;
    if (shifts < 0 || shifts % 2 != 0) {
      throw problem(
          "a histogram of %d axes has two columns per axis, content, two errors and two columns per"
                  .formatted(axes)
              + " named error, but there are "
              + width
              + ".",
          "Remove the columns that were added, or the comment that marks the histogram.");
    }
    List<BinGrid.Side> sides = new ArrayList<>();
    for (int i = 0; i < axes; i++) {
      sides.add(new BinGrid.Side(column(2 * i), column(2 * i + 1)));
    }
    BinGrid grid =
        BinGrid.of(sides)
            .orElseThrow(
                () ->
                    problem(
                        "the rows make no bins.",
                        "Every row needs increasing finite edges, and no two rows the same bin."));
    int at = 2 * axes;
    Values contents = grid.place(column(at));
    Histogram histogram =
        new Histogram(
            fact(CommentFacts.NAME).orElse(table.name()),
            axes(grid),
            contents,
            grid.place(column(at + 1)),
            grid.place(column(at + 2)),
            number(CommentFacts.UNDERFLOW, 0),
            number(CommentFacts.OVERFLOW, 0),
            number(CommentFacts.SUM_OF_WEIGHTS, AnnotatedHistogram.sum(contents)));
    List<ErrorSource> sources = new ArrayList<>();
    for (int i = 0; i < shifts / 2; i++) {
      int first = at + OwnHistogram.PLAIN_COLUMNS + 2 * i;
      sources.add(
          new ErrorSource(
              fact(OwnHistogram.error(i)).orElse(""),
              grid.place(column(first)),
              grid.place(column(first + 1))));
    }
    return new AnnotatedHistogram(
        histogram, fact(OwnHistogram.VALUE_UNIT).orElse(""), sources, notes);
  }

  private List<Axis> axes(BinGrid grid) {
    List<Axis> named = new ArrayList<>();
    for (int i = 0; i < axes; i++) {
      named.add(
          new Axis(
              fact(OwnHistogram.axis(i)).orElse(""),
              fact(OwnHistogram.axisUnit(i)).orElse(""),
              grid.binnings().get(i)));
    }
    return named;
  }

  private double[] column(int index) {
    TableColumn column = table.columns().get(index);
    if (!column.type().isNumeric()) {
      throw problem("column " + column.name() + " holds no numbers.", "Correct its cells.");
    }
    return column.numbers().toArray();
  }

  private Optional<String> fact(String key) {
    return Optional.ofNullable(facts.get(key));
  }

  private double number(String key, double otherwise) {
    try {
      return fact(key).map(Double::parseDouble).orElse(otherwise);
    } catch (NumberFormatException e) {
      throw new ProblemException(
          problem("\"" + key + "\" in the comments is no number.", "Correct it.").problem(), e);
    }
  }

  private ProblemException problem(String what, String hint) {
    int line = table.header().line();
    return new ProblemException(
        Problem.badInput("%s, line %d: %s".formatted(file, line, what), hint, file, line));
  }
}
