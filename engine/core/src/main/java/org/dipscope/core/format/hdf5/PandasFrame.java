package org.dipscope.core.format.hdf5;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.format.particle.ProblemList;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * A data frame as pandas writes it in its fixed format: {@code axis0} names all columns, {@code
 * axis1} the rows, and each block holds the columns of one type, {@code block0_items} and {@code
 * block0_values} and so on. The LHC Olympics events are of this kind.
 */
final class PandasFrame {
  private static final int MOST_LABELS = 10_000;
  private static final String ITEMS = "_items";
  private static final String VALUES = "_values";

  private PandasFrame() {}

  /** Whether a group is a frame. */
  static boolean isFrame(Hdf5Group group) {
    return group.find("axis0") != null
        && group.find("axis1") != null
        && group.find("block0" + VALUES) != null;
  }

  /** The frame as one table; labels that are neither numbers nor text are replaced by c0, c1. */
  static Hdf5Table table(Hdf5Bytes file, Hdf5Group group, ProblemList problems) {
    List<Hdf5Column> columns = new ArrayList<>();
    Hdf5Dataset index = group.find("axis1");
    long rows = index == null ? 0 : index.rows();
    for (int block = 0; block < MOST_LABELS; block++) {
      Hdf5Dataset values = group.find("block" + block + VALUES);
      if (values == null) {
        break;
      }
      if (values.rows() == rows && !(values.type() instanceof Hdf5Type.Sequence)) {
        columns.addAll(columns(file, values, group.find("block" + block + ITEMS), problems));
      } else {
        problems.add(unread(file, values, rows).problem());
      }
    }
    return new Hdf5Table(group.path().isEmpty() ? "/" : group.path(), rows, columns);
  }

  private static ProblemException unread(Hdf5Bytes file, Hdf5Dataset values, long rows) {
    return values.type() instanceof Hdf5Type.Sequence
        ? file.problem(
            "\"" + values.path() + "\" holds pickled objects, which are not read: no code is run",
            "Write columns of text with format=\"table\".")
        : file.problem(
            "\"%s\" has %d rows, but its frame has %d"
                .formatted(values.path(), values.rows(), rows),
            "Write the frame again with DataFrame.to_hdf.");
  }

  private static List<Hdf5Column> columns(
      Hdf5Bytes file, Hdf5Dataset values, @Nullable Hdf5Dataset items, ProblemList problems) {
    List<Hdf5Column> columns = ColumnFinder.of(file, values, problems);
    List<String> labels = items == null ? List.of() : labels(file, items);
    if (labels.size() != columns.size()) {
      return columns;
    }
    List<Hdf5Column> named = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      named.add(columns.get(i).named(labels.get(i)));
    }
    return named;
  }

  private static List<String> labels(Hdf5Bytes file, Hdf5Dataset items) {
    if (items.lengths().size() != 1 || items.rows() > MOST_LABELS) {
      return List.of();
    }
    int count = (int) items.rows();
    Hdf5Column column = new Hdf5Column("", "", items.type(), items, 0, 0);
    if (items.type() instanceof Hdf5Type.Text text) {
      CellTexts texts = new CellTexts(file, text);
      read(file, items, new CellTarget(column, texts), count);
      return texts.all();
    }
    if (items.type() instanceof Hdf5Type.Whole whole) {
      CellNumbers numbers = new CellNumbers(whole, count);
      read(file, items, new CellTarget(column, numbers), count);
      return Arrays.stream(numbers.values()).mapToObj(x -> String.valueOf((long) x)).toList();
    }
    return List.of();
  }

  private static void read(Hdf5Bytes file, Hdf5Dataset items, CellTarget target, int count) {
    RowReader.of(file, items, new ChunkIndexes(), List.of(target))
        .read(0, count, new CancelToken());
  }
}
