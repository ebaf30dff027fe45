package org.dipscope.core.format.hdf5;

import java.util.List;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.format.particle.ProblemList;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * The tables of a file, and what of it cannot be read.
 *
 * @param tables those that can be read
 * @param problems what cannot
 */
record Hdf5Contents(List<Hdf5Table> tables, List<Problem> problems) {

  /**
   * Finds the tables of an open file; only its index is read.
   *
   * @throws ProblemException if its root group cannot be read, or nothing in it can
   */
  static Hdf5Contents of(Hdf5Bytes file, CancelToken token) {
    ProblemList problems = new ProblemList(file.file());
    List<Hdf5Table> tables = TableFinder.tables(file, problems, token);
    if (tables.isEmpty() && !problems.all().isEmpty()) {
      throw new ProblemException(problems.all().getFirst());
    }
    return new Hdf5Contents(tables, problems.all());
  }
}
