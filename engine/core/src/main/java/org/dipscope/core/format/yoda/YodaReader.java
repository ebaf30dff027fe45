package org.dipscope.core.format.yoda;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.format.AnnotatedHistogram;
import org.dipscope.core.format.ColumnSummary;
import org.dipscope.core.format.ColumnType;
import org.dipscope.core.format.FileContents;
import org.dipscope.core.format.Statistics;
import org.dipscope.core.format.TableSummary;
import org.dipscope.core.format.yoda.YodaContent.Bins;
import org.dipscope.core.format.yoda.YodaContent.Column;
import org.dipscope.core.format.yoda.YodaContent.Table;
import org.dipscope.core.format.yoda.YodaObject.Row;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * Reads YODA files, plain or gzip, in the syntaxes 1, 2 and 3. Histograms hold sums of weights with
 * √Σw², profiles mean and standard error, scatters and estimates the values as published, which are
 * densities in most Rivet references. Objects that are no bins (counters, points without width,
 * categories) become tables.
 */
public final class YodaReader {
  private static final Pattern TYPE =
      Pattern.compile("(BINNED)?(HISTO|PROFILE|ESTIMATE|SCATTER|COUNTER)(?:(\\d)D|<([A-Z,]+)>)?");

  private YodaReader() {}

  /** All that is in a file. */
  private record Read(List<YodaContent> contents, List<Problem> problems) {}

  /**
   * Reads a whole file.
   *
   * @param statistics whether to sum the columns of tables
   * @throws ProblemException if no object of the file can be read; objects that cannot are listed
   *     among the problems otherwise
   */
  public static FileContents inspect(Path file, boolean statistics, CancelToken token) {
    Read read = read(file, token);
    return new FileContents(
        "yoda",
        read.contents().stream()
            .filter(Bins.class::isInstance)
            .map(content -> ((Bins) content).histogram())
            .toList(),
        read.contents().stream()
            .filter(Table.class::isInstance)
            .map(content -> summary((Table) content, statistics))
            .toList(),
        read.problems());
  }

  /**
   * The histograms of a file with their named errors and annotations.
   *
   * @throws ProblemException if an object of the file cannot be read
   */
  public static List<AnnotatedHistogram> histograms(Path file, CancelToken token) {
    Read read = read(file, token);
    if (!read.problems().isEmpty()) {
      throw new ProblemException(read.problems().getFirst());
    }
    return read.contents().stream()
        .filter(Bins.class::isInstance)
        .map(content -> ((Bins) content).histogram())
        .toList();
  }

  private static Read read(Path file, CancelToken token) {
    YodaParser.Parsed parsed = YodaParser.parse(file, token);
    List<YodaContent> contents = new ArrayList<>();
    List<Problem> problems = new ArrayList<>(parsed.problems());
    for (YodaObject object : parsed.objects()) {
      token.throwIfCancelled();
      try {
        contents.add(content(object));
      } catch (ProblemException e) {
        problems.add(e.problem());
      }
    }
    if (contents.isEmpty() && !problems.isEmpty()) {
      throw new ProblemException(problems.getFirst());
    }
    return new Read(contents, problems);
  }

  private static YodaContent content(YodaObject object) {
    Matcher type = TYPE.matcher(object.type());
    if (!type.matches()) {
      throw unknown(object);
    }
    String family = type.group(2);
    String kinds = kinds(type);
    int dimensions = kinds.length();
    if (family.equals("COUNTER") || dimensions == 0) {
      return numbers(object, family);
    }
    if (family.equals("SCATTER") && dimensions <= 3) {
      return ScatterPoints.read(object, dimensions);
    }
    boolean profile = family.equals("PROFILE");
    if (object.version() >= 3) {
      return family.equals("ESTIMATE")
          ? EdgedBins.estimates(object, kinds)
          : EdgedBins.moments(object, kinds, profile);
    }
    if (dimensions <= 2 && !family.equals("ESTIMATE")) {
      return ListedBins.read(object, dimensions, profile);
    }
    throw unknown(object);
  }

  /** One letter per axis: D for continuous axes, others for categories. */
  private static String kinds(Matcher type) {
    if (type.group(3) != null) {
      return "D".repeat(Integer.parseInt(type.group(3)));
    }
    return type.group(4) == null ? "" : type.group(4).replace(",", "");
  }

  private static ProblemException unknown(YodaObject object) {
    return object.problem(
        object.line(),
        "objects of type "
            + YodaObject.shorten(object.type())
            + " in version "
            + object.version()
            + " are not read.",
        "Convert it with YODA to a histogram, profile, scatter or estimate.");
  }

  private static Table numbers(YodaObject object, String family) {
    List<String> names =
        family.equals("COUNTER") ? List.of("sumW", "sumW2", "numEntries") : object.columns();
    List<Row> rows = object.bins();
    int width = rows.isEmpty() ? 0 : rows.getFirst().cells().size();
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      String name = i < names.size() ? names.get(i) : "column " + (i + 1);
      columns.add(Column.of(name, object.numbers(rows, i)));
    }
    return new Table(YodaContent.name(object), columns);
  }

  private static TableSummary summary(Table table, boolean statistics) {
    List<ColumnSummary> columns = new ArrayList<>();
    for (Column column : table.columns()) {
      boolean text = !column.texts().isEmpty();
      columns.add(
          new ColumnSummary(
              column.name(),
              text ? ColumnType.TEXT : ColumnType.REAL,
              column.unit(),
              statistics && !text ? Statistics.of(Values.of(column.numbers())) : null));
    }
    int rows = table.columns().isEmpty() ? 0 : table.columns().getFirst().numbers().length;
    return new TableSummary(table.name(), rows, columns);
  }
}
