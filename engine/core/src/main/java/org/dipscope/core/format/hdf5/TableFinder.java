package org.dipscope.core.format.hdf5;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.format.particle.ProblemList;
import org.dipscope.core.problem.ProblemException;

/**
 * Finds the tables of a file. Layouts that are known by the names of their datasets come first;
 * then datasets of one dimension and equal length in a group form the table of that group, and
 * every other dataset is a table by itself.
 */
final class TableFinder {
  private final Hdf5Bytes file;
  private final ProblemList problems;
  private final List<Hdf5Table> tables = new ArrayList<>();

  private TableFinder(Hdf5Bytes file, ProblemList problems) {
    this.file = file;
    this.problems = problems;
  }

  /** All tables of an open file; what cannot be read is added to the problems. */
  static List<Hdf5Table> tables(Hdf5Bytes file, ProblemList problems, CancelToken token) {
    TableFinder finder = new TableFinder(file, problems);
    List<Hdf5Group> groups = new ArrayList<>(Hdf5Walk.groups(file, problems, token));
    SignedEvents.find(file, groups, problems).ifPresent(finder.tables::add);
    LheGroups.check(file, groups.getFirst());
    for (Hdf5Group group : groups) {
      if (PandasFrame.isFrame(group)) {
        finder.guarded(() -> PandasFrame.table(file, group, problems));
      } else {
        finder.group(group);
      }
    }
    return finder.tables;
  }

  /** Makes a table. */
  @FunctionalInterface
  private interface Maker {
    Hdf5Table make();
  }

  private void guarded(Maker maker) {
    try {
      Hdf5Table table = maker.make();
      if (!table.columns().isEmpty()) {
        tables.add(table);
      }
    } catch (ProblemException e) {
      problems.add(e.problem());
    }
  }

  private void group(Hdf5Group group) {
    List<Hdf5Dataset> together = together(group);
    if (!together.isEmpty()) {
      guarded(() -> joined(group, together));
    }
    for (Hdf5Dataset dataset : group.datasets()) {
      if (!together.contains(dataset)) {
        guarded(
            () ->
                new Hdf5Table(
                    dataset.path(), dataset.rows(), ColumnFinder.of(file, dataset, problems)));
      }
    }
  }

  private Hdf5Table joined(Hdf5Group group, List<Hdf5Dataset> datasets) {
    List<Hdf5Column> columns = new ArrayList<>();
    for (Hdf5Dataset dataset : datasets) {
      columns.addAll(ColumnFinder.of(file, dataset, problems));
    }
    String name = group.path().isEmpty() ? "/" : group.path();
    return new Hdf5Table(name, datasets.getFirst().rows(), columns);
  }

  /** The most datasets of one dimension with an equal length, if two or more; else none. */
  private static List<Hdf5Dataset> together(Hdf5Group group) {
    Map<Long, List<Hdf5Dataset>> lengths = new LinkedHashMap<>();
    for (Hdf5Dataset dataset : group.datasets()) {
      boolean plain =
          !(dataset.type() instanceof Hdf5Type.Compound)
              && !(dataset.type() instanceof Hdf5Type.Other);
      if (plain && dataset.lengths().size() == 1) {
        lengths.computeIfAbsent(dataset.rows(), length -> new ArrayList<>()).add(dataset);
      }
    }
    List<Hdf5Dataset> most = List.of();
    for (List<Hdf5Dataset> datasets : lengths.values()) {
      most = datasets.size() > Math.max(1, most.size()) ? datasets : most;
    }
    return most;
  }
}
