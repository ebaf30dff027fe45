package org.dipscope.core.format.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.format.RegularFile;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Reads text tables row by row: any of the usual separators, header or none, comments, quotes,
 * decimal commas, several tables in one file (as HEPData exports them). Memory does not grow with
 * the number of rows.
 */
public final class TableScan {
  private static final int CHECK_EVERY = 1 << 14;
  private static final int MOST_BETWEEN = 1000;

  private final TextInput input;
  private final Dialect dialect;
  private final NumberCell number;
  private final TableSink sink;
  private final Preamble preamble;
  private final Row row = new Row();
  private @Nullable RowTyper typer;
  private @Nullable Row waiting;
  private int waitingLine;
  private List<String> units = List.of();
  private final List<String> between = new ArrayList<>();
  private int blanks;

  private TableScan(TextInput input, TableSink sink) throws IOException {
    this.input = input;
    this.dialect = DialectFinder.find(input);
    this.number = new NumberCell(dialect.decimalComma());
    this.sink = sink;
    this.preamble = new Preamble(input.file(), dialect);
  }

  /**
   * Reads all tables of a file.
   *
   * @throws ProblemException if the file is missing, empty, binary, or a row cannot be read; file
   *     and line are given
   * @throws java.util.concurrent.CancellationException if cancelled meanwhile
   */
  public static void scan(Path file, TableSink sink, CancelToken token) {
    RegularFile.require(file);
    try (InputStream stream = Files.newInputStream(file)) {
      scan(String.valueOf(file.getFileName()), stream, sink, token);
    } catch (NoSuchFileException e) {
      throw new ProblemException(
          Problem.badInput(file + " does not exist.", "Check the path.", file.toString(), 0), e);
    } catch (IOException e) {
      throw unreadable(file.toString(), e);
    }
  }

  /** Reads all tables of a stream; {@code name} stands for it in messages. */
  public static void scan(String name, InputStream stream, TableSink sink, CancelToken token) {
    try {
      new TableScan(TextInput.open(name, stream), sink).run(token);
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  private static ProblemException unreadable(String file, IOException cause) {
    return new ProblemException(
        Problem.badInput(
            file + " cannot be read: " + cause.getMessage() + ".",
            "Check that it is a file and that you may read it.",
            file,
            0),
        cause);
  }

  private void run(CancelToken token) throws IOException {
    LineReader lines = new LineReader(input.file(), input.all());
    while (lines.next()) {
      if (lines.number() % CHECK_EVERY == 0) {
        token.throwIfCancelled();
      }
      switch (LineKind.of(lines.characters(), lines.length())) {
        case BLANK -> blanks++;
        case RULER -> {}
        case COMMENT -> comment(lines.text().strip());
        case CELLS -> {
          dialect.split(input.file(), lines.number(), lines.characters(), lines.length(), row);
          cells(lines.number());
          blanks = 0;
          between.clear();
          if (!sink.wantsMore()) {
            close();
            return;
          }
        }
      }
    }
    if (waiting != null) {
      flushWaiting(true);
    }
    close();
    if (preamble.tables() == 0) {
      throw new ProblemException(
          Problem.badInput(
              input.file() + " holds no table, only comments or blank lines.",
              "Choose a file with at least one row.",
              input.file(),
              0));
    }
  }

  private void comment(String line) {
    if (preamble.isHepData(line)) {
      close();
      waiting = null; // what seemed a header was a stray line of the description
    } else if (OwnHistogram.begins(line)) {
      close();
    }
    if (typer == null) {
      preamble.add(line);
    } else if (blanks > 0 && between.size() < MOST_BETWEEN) {
      between.add(line);
    }
  }

  /**
   * Whether a new table without a header row starts here: after two blank lines, as gnuplot
   * separates data sets, or after a blank line and a comment that names the columns.
   */
  private boolean startsBlock() {
    return blanks >= 2
        || (!between.isEmpty() && preamble.namesColumns(between.getLast(), row.count()));
  }

  private void cells(int line) {
    if (typer != null) {
      boolean next = HeaderRow.isHeader(row, number) || startsBlock();
      if (!(blanks > 0 && typer.anyNumeric() && next)) {
        emit(typer, line, row);
        return;
      }
      close();
      between.forEach(preamble::add);
    }
    if (waiting == null) {
      if (HeaderRow.mayBeHeader(row, number)) {
        waiting = row.copy();
        waitingLine = line;
      } else {
        emit(open(null, line, row.count()), line, row);
      }
      return;
    }
    if (HeaderRow.isTitleAbove(waiting, row, number)) {
      preamble.add(waiting.text(0));
      waiting = row.copy();
      waitingLine = line;
      return;
    }
    if (waiting.count() == row.count()
        && HeaderRow.isUnits(row)
        && HeaderRow.isHeader(waiting, number)) {
      units = row.texts();
      return;
    }
    boolean header =
        HeaderRow.isHeader(waiting, number) || HeaderRow.isHeaderAbove(waiting, row, number);
    emit(flushWaiting(header), line, row);
  }

  /** Opens the table whose first line waits, as its header or as its first row. */
  private RowTyper flushWaiting(boolean header) {
    Row first = waiting == null ? row : waiting;
    waiting = null;
    if (header) {
      first.dropEmptyTail();
      return open(withUnits(first.texts()), waitingLine, first.count());
    }
    RowTyper opened = open(null, waitingLine, first.count());
    emit(opened, waitingLine, first);
    return opened;
  }

  private List<String> withUnits(List<String> names) {
    List<String> complete = new ArrayList<>(names);
    for (int i = 0; i < Math.min(units.size(), complete.size()); i++) {
      String unit = units.get(i).substring(units.get(i).isEmpty() ? 0 : 1);
      if (unit.length() > 1) {
        complete.set(i, complete.get(i) + " [" + unit.substring(0, unit.length() - 1) + "]");
      }
    }
    units = List.of();
    return complete;
  }

  private RowTyper open(@Nullable List<String> names, int line, int width) {
    TableHeader header = preamble.header(names, line, width);
    sink.begin(header);
    RowTyper opened = new RowTyper(input.file(), header.columns(), number);
    typer = opened;
    return opened;
  }

  private void emit(RowTyper into, int line, Row cells) {
    into.read(line, cells);
    sink.row(line, into.numbers(), into.texts());
  }

  private void close() {
    if (typer != null) {
      sink.percentages(typer.percent());
      sink.end(typer.types());
      typer = null;
    }
  }
}
