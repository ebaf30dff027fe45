package org.dipscope.core.format.parquet;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads one column of one row group, row after row. */
final class ColumnCursor {
  private static final int STEP = 4096;

  private final ParquetColumn column;
  private final ChunkPages pages;
  private final Place place;
  private final int[] definitions = new int[STEP];
  private final int[] repetitions;
  private final double[] cells;
  private double @Nullable [] dictionary;
  private @Nullable ColumnPage page;
  private long valuesLeft;
  private int leftInPage;
  private int levels;
  private int levelAt;
  private int cellAt;

  ColumnCursor(ParquetColumn column, ChunkPages pages, long values, Place place) {
    this.column = column;
    this.pages = pages;
    this.place = place;
    this.valuesLeft = values;
    this.repetitions = new int[column.repeated() ? STEP : 0];
    this.cells = new double[STEP];
  }

  /** Passes over rows; whole pages are not even decompressed where the format allows it. */
  void skip(long rows) {
    if (column.repeated()) {
      skipLists(rows);
      return;
    }
    long left = rows;
    while (left > 0) {
      if (leftInPage == 0) {
        left -= openPage(left);
      } else {
        int step = (int) Math.min(Math.min(left, leftInPage), STEP);
        single(cells, 0, step);
        left -= step;
      }
    }
  }

  /** Reads rows of one value each. */
  void read(double[] target, int at, int rows) {
    int done = 0;
    while (done < rows) {
      if (leftInPage == 0) {
        openPage(0);
      } else {
        int step = Math.min(Math.min(rows - done, leftInPage), STEP);
        single(target, at + done, step);
        done += step;
      }
    }
  }

  private void single(double[] target, int at, int count) {
    ColumnPage open = opened();
    RunReader defined = open.definitions();
    leftInPage -= count;
    if (defined == null) {
      open.cells().read(target, at, count);
      return;
    }
    defined.read(definitions, 0, count);
    int present = 0;
    for (int i = 0; i < count; i++) {
      present += definitions[i] == column.presentAt() ? 1 : 0;
    }
    open.cells().read(target, at, present);
    // From the back, so that values move to their rows before they are overwritten.
    for (int i = count - 1; i > present - 1 && i >= 0; i--) {
      target[at + i] = definitions[i] == column.presentAt() ? target[at + --present] : Double.NaN;
    }
  }

  /**
   * Reads rows of a list each and adds them to what is there.
   *
   * @return false if the row group ends before
   */
  boolean readLists(ListCells target, int rows) {
    int begun = 0;
    while (true) {
      if (levelAt == levels && !loadLevels()) {
        if (begun > 0) {
          target.endRow(place);
        }
        return begun == rows;
      }
      if (repetitions[levelAt] == 0) {
        if (begun > 0) {
          target.endRow(place);
        }
        if (begun == rows) {
          return true;
        }
        begun++;
      } else if (begun == 0) {
        throw place.damaged("a list begins in the middle");
      }
      int definition = definitions[levelAt++];
      if (definition >= column.repeatedAt()) {
        target.add(definition == column.presentAt() ? cells[cellAt++] : Double.NaN, place);
      }
    }
  }

  private void skipLists(long rows) {
    long left = rows;
    boolean within = false;
    while (true) {
      if (levelAt == levels && !loadLevels()) {
        if (left > 0) {
          throw place.damaged("it has fewer rows than its row group");
        }
        return;
      }
      if (repetitions[levelAt] == 0) {
        if (left == 0) {
          return;
        }
        left--;
        within = true;
      } else if (!within) {
        throw place.damaged("a list begins in the middle");
      }
      int definition = definitions[levelAt++];
      cellAt += definition == column.presentAt() ? 1 : 0;
    }
  }

  /** Decodes the next levels and the values that belong to them; false at the end. */
  private boolean loadLevels() {
    while (leftInPage == 0) {
      if (valuesLeft == 0) {
        return false;
      }
      openPage(0);
    }
    ColumnPage open = opened();
    RunReader repeated = open.repetitions();
    RunReader defined = open.definitions();
    levels = Math.min(leftInPage, STEP);
    leftInPage -= levels;
    levelAt = 0;
    cellAt = 0;
    if (repeated == null || defined == null) {
      throw place.damaged("its lists have no levels");
    }
    repeated.read(repetitions, 0, levels);
    defined.read(definitions, 0, levels);
    int present = 0;
    for (int i = 0; i < levels; i++) {
      present += definitions[i] == column.presentAt() ? 1 : 0;
    }
    open.cells().read(cells, 0, present);
    return true;
  }

  private ColumnPage opened() {
    ColumnPage open = page;
    if (open == null) {
      throw place.damaged("it has no pages");
    }
    return open;
  }

  /**
   * Opens the next page of values, or passes over it if all its rows may be skipped.
   *
   * @return how many rows were passed over
   */
  private int openPage(long skippable) {
    PageHeader header = pages.next();
    if (header == null) {
      throw place.damaged("it has fewer values than its row group has rows");
    }
    switch (header.kind()) {
      case INDEX -> pages.skip(header);
      case DICTIONARY -> openDictionary(header);
      case DATA, DATA_2 -> {
        if (header.values() > valuesLeft) {
          throw place.damaged("it has more values than it announces");
        }
        valuesLeft -= header.values();
        if (header.values() <= skippable) {
          pages.skip(header);
          return header.values();
        }
        page = ColumnPage.of(pages, header, column, dictionary);
        leftInPage = page.values();
      }
    }
    return 0;
  }

  private void openDictionary(PageHeader header) {
    if (!column.isNumeric()) {
      pages.skip(header);
      return;
    }
    PageBytes in = pages.plain(header);
    if (header.values() > in.left()) {
      throw place.damaged(
          "a dictionary of %d values in %d bytes".formatted(header.values(), in.left()));
    }
    double[] values = new double[header.values()];
    Arrays.fill(values, Double.NaN);
    new PlainValues(column, in).read(values, 0, values.length);
    dictionary = values;
  }
}
