package org.dipscope.core.format.hdf5;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.format.particle.ProblemList;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/** Finds the groups and datasets of a file, each once, however many links lead to it. */
final class Hdf5Walk {
  private static final int DEEPEST = 64;
  private static final int MOST_OBJECTS = 100_000;

  private final Hdf5Bytes file;
  private final ProblemList problems;
  private final CancelToken token;
  private final Set<Long> seen = new HashSet<>();
  private final List<Hdf5Group> groups = new ArrayList<>();

  private Hdf5Walk(Hdf5Bytes file, ProblemList problems, CancelToken token) {
    this.file = file;
    this.problems = problems;
    this.token = token;
  }

  /**
   * All groups, the root first; what cannot be read is added to the problems.
   *
   * @throws ProblemException if the root group cannot be read
   */
  static List<Hdf5Group> groups(Hdf5Bytes file, ProblemList problems, CancelToken token) {
    Hdf5Walk walk = new Hdf5Walk(file, problems, token);
    long root = file.superblock().root();
    walk.seen.add(root);
    walk.group("", new ObjectHeader(file, root), 0);
    return walk.groups;
  }

  /** Whether PyTables made a group to find rows of a table faster. */
  private boolean isIndex(ObjectHeader header) {
    return TextAttributes.of(file, header, problems)
        .getOrDefault("CLASS", List.of())
        .equals(List.of("TINDEX"));
  }

  private void group(String path, ObjectHeader header, int depth) {
    if (isIndex(header)) {
      return;
    }
    List<Hdf5Dataset> datasets = new ArrayList<>();
    groups.add(new Hdf5Group(path, datasets));
    for (Link link : GroupLinks.of(file, header)) {
      token.throwIfCancelled();
      String child = path.isEmpty() ? link.name() : path + "/" + link.name();
      try {
        if (link.kind() == Link.Kind.OTHER_FILE) {
          throw file.problem(
              "\"" + child + "\" is in another file, which is not opened",
              "Open that file itself.");
        }
        if (link.kind() == Link.Kind.OBJECT && seen.add(link.address())) {
          object(child, new ObjectHeader(file, link.address()), datasets, depth);
        }
      } catch (ProblemException e) {
        problems.add(named(child, e.problem()));
      }
    }
  }

  private void object(String path, ObjectHeader header, List<Hdf5Dataset> datasets, int depth) {
    if (seen.size() > MOST_OBJECTS || depth > DEEPEST) {
      throw file.problem(
          "there are more than %d objects, or groups nested more than %d times"
              .formatted(MOST_OBJECTS, DEEPEST),
          "Store the events of a file in fewer datasets.");
    }
    if (header.has(ObjectHeader.DATASPACE)) {
      Hdf5Dataset dataset = Hdf5Dataset.read(file, path, header, problems);
      if (dataset != null) {
        datasets.add(dataset);
      }
    } else if (header.has(ObjectHeader.SYMBOL_TABLE) || header.has(ObjectHeader.LINK_INFO)) {
      group(path, header, depth + 1);
    }
  }

  private Problem named(String path, Problem problem) {
    String message = problem.message();
    return message.contains("\"" + path)
        ? problem
        : Problem.badInput(
            file.file() + ", \"" + path + "\"" + message.substring(file.file().length()),
            problem.hint(),
            file.file(),
            0);
  }
}
