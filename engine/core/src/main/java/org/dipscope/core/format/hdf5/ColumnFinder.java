package org.dipscope.core.format.hdf5;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dipscope.core.format.hdf5.Hdf5Type.Member;
import org.dipscope.core.format.particle.ProblemList;

/** Makes columns of a dataset: its rows run along the first dimension. */
final class ColumnFinder {
  private static final int MOST_COLUMNS = 10_000;

  private final Hdf5Bytes file;
  private final Hdf5Dataset dataset;
  private final ProblemList problems;
  private final List<Hdf5Column> columns = new ArrayList<>();
  private int parts;

  private ColumnFinder(Hdf5Bytes file, Hdf5Dataset dataset, ProblemList problems) {
    this.file = file;
    this.dataset = dataset;
    this.problems = problems;
  }

  /**
   * All columns of a dataset; members that are neither numbers nor text are problems.
   *
   * @throws org.dipscope.core.problem.ProblemException if there are too many
   */
  static List<Hdf5Column> of(Hdf5Bytes file, Hdf5Dataset dataset, ProblemList problems) {
    ColumnFinder finder = new ColumnFinder(file, dataset, problems);
    long cells = dataset.cells();
    finder.checkNumber(cells);
    List<String> names = finder.names((int) cells);
    for (int cell = 0; cell < cells; cell++) {
      finder.add(names.get(cell), dataset.type(), cell, 0);
    }
    return finder.columns;
  }

  private void checkNumber(long count) {
    if (count > MOST_COLUMNS) {
      throw file.problem(
          "the dataset \"%s\" of lengths %s has more than %d columns"
              .formatted(dataset.path(), dataset.lengths(), MOST_COLUMNS),
          "Store the events along the first dimension, and fewer values for each.");
    }
  }

  /** What an attribute lists, or c0, c1 and so on; for compound elements the members say it. */
  private List<String> names(int cells) {
    boolean compound = dataset.type() instanceof Hdf5Type.Compound;
    if (dataset.lengths().size() == 1) {
      return List.of(compound ? "" : dataset.name());
    }
    if (!compound) {
      for (Map.Entry<String, List<String>> text : dataset.texts().entrySet()) {
        List<String> names = text.getValue();
        if (cells > 1 && names.size() == cells && names.stream().distinct().count() == cells) {
          return names.stream().map(String::strip).toList();
        }
      }
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < cells; i++) {
      names.add(compound ? "[" + i + "]" : "c" + i);
    }
    return names;
  }

  private void add(String name, Hdf5Type type, long cell, int offset) {
    checkNumber(parts++ / MOST_COLUMNS > 2 ? Long.MAX_VALUE : columns.size());
    switch (type) {
      case Hdf5Type.Compound compound -> {
        for (Member member : compound.members()) {
          String path = name.isEmpty() ? member.name() : name + "." + member.name();
          add(path, member.type(), cell, offset + member.offset());
        }
      }
      case Hdf5Type.Array array -> {
        for (int i = 0; i < array.length(); i++) {
          add(name + "[" + i + "]", array.element(), cell, offset + i * array.element().size());
        }
      }
      case Hdf5Type.Other other -> unread(name, other.name());
      case Hdf5Type.Sequence sequence when !sequence.element().isNumber() ->
          unread(name, "lists of what is not numbers");
      default -> {
        columns.add(new Hdf5Column(name, dataset.unit(), type, dataset, cell, offset));
      }
    }
  }

  private void unread(String name, String what) {
    problems.add(
        file.problem(
                "the column \"%s\" of \"%s\" holds %s, which are not read"
                    .formatted(name, dataset.path(), what),
                "Write it as numbers of at most 8 bytes.")
            .problem());
  }
}
