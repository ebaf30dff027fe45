package org.dipscope.app.data;

import java.nio.file.Path;
import java.util.Locale;
import org.dipscope.app.workspace.OpenFile;
import org.dipscope.core.format.AnnotatedHistogram;
import org.dipscope.core.format.ColumnSummary;
import org.dipscope.core.format.TableSummary;
import org.dipscope.core.histogram.Histogram;

/** Something in the browser. */
public sealed interface Item {

  /** What no other item has: file and path inside it. */
  String key();

  /** What the user reads. */
  String name();

  /** The file it lies in. */
  Path file();

  /** A remark in a muted colour, such as the number of bins; may be empty. */
  String detail();

  /** An open file. */
  record FileItem(OpenFile open) implements Item {
    @Override
    public String key() {
      return open.path().toString();
    }

    @Override
    public String name() {
      return open.name();
    }

    @Override
    public Path file() {
      return open.path();
    }

    @Override
    public String detail() {
      return switch (open.state()) {
        case UNREAD -> "not read";
        case READING -> "reading…";
        case READ -> open.contents().format();
        case FAILED -> "unreadable";
        case CHANGED -> "changed on disk";
        case MISSING -> "no longer on disk";
      };
    }
  }

  /** A directory inside a file. */
  record Directory(Path file, String key, String name) implements Item {
    @Override
    public String detail() {
      return "";
    }
  }

  /** A histogram with all that its file says about it. */
  record HistogramItem(Path file, String key, String name, AnnotatedHistogram annotated)
      implements Item {
    Histogram histogram() {
      return annotated.histogram();
    }

    @Override
    public String detail() {
      StringBuilder bins = new StringBuilder();
      histogram()
          .axes()
          .forEach(axis -> bins.append(bins.isEmpty() ? "" : " × ").append(axis.binning().count()));
      return bins + " bins";
    }

    boolean isSimple() {
      return histogram().axes().size() == 1;
    }
  }

  /** A table. */
  record TableItem(Path file, String key, String name, TableSummary table) implements Item {
    @Override
    public String detail() {
      return grouped(table.rows()) + " × " + table.columns().size();
    }
  }

  /** A column of a table. */
  record ColumnItem(TableItem table, String key, ColumnSummary column) implements Item {
    @Override
    public Path file() {
      return table.file();
    }

    @Override
    public String name() {
      return column.name();
    }

    @Override
    public String detail() {
      String type = column.type().label();
      return column.unit().isEmpty() ? type : type + " [" + column.unit() + "]";
    }
  }

  /** The name of a column without its unit, which is shown beside it. */
  static String shortName(ColumnSummary column) {
    String unit = "[" + column.unit() + "]";
    boolean twice = !column.unit().isEmpty() && column.name().endsWith(unit);
    return twice
        ? column.name().substring(0, column.name().length() - unit.length()).strip()
        : column.name();
  }

  /** A count with narrow spaces between its thousands. */
  static String grouped(long count) {
    return String.format(Locale.ROOT, "%,d", count).replace(',', '\u202f');
  }
}
