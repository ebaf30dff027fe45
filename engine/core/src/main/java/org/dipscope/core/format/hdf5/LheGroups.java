package org.dipscope.core.format.hdf5;

import java.util.List;

/**
 * Les Houches events in HDF5: the datasets {@code version}, {@code init}, {@code procInfo}, {@code
 * events} and {@code particles}, whose columns an attribute names. They are read as any others;
 * what is checked here is that none is missing, since they refer to each other by row.
 */
final class LheGroups {
  private static final List<String> DATASETS = List.of("events", "init", "particles", "procInfo");

  private LheGroups() {}

  /**
   * Refuses a file that looks like Les Houches events, but lacks one of its datasets.
   *
   * @throws org.dipscope.core.problem.ProblemException naming what is missing and what is there
   */
  static void check(Hdf5Bytes file, Hdf5Group root) {
    List<String> there = root.datasets().stream().map(Hdf5Dataset::path).toList();
    List<String> missing = DATASETS.stream().filter(name -> !there.contains(name)).toList();
    boolean looksLikeIt = there.contains("init") && there.contains("procInfo");
    if (looksLikeIt && missing.size() == 1) {
      throw file.problem(
          "the dataset \"%s\" of Les Houches events is missing; datasets there: %s"
              .formatted(missing.getFirst(), String.join(", ", there)),
          "Copy the file again, or write it with all of its datasets.");
    }
  }
}
