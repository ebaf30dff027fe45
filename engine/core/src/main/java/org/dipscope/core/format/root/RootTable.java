package org.dipscope.core.format.root;

import java.util.List;
import org.dipscope.core.problem.Problem;

/** Events in columns: a tree or an ntuple. Columns may be read from several threads. */
public sealed interface RootTable permits RootTree, RootNtuple {

  /** Directories and name. */
  String path();

  /** How many entries there are. */
  long entries();

  /** The columns that can be read. */
  List<RootColumn> columns();

  /** What is there but cannot be read, and why. */
  List<Problem> unread();

  /**
   * Reads some entries of a column. Only the records that hold them are decompressed; reading in
   * runs of about {@link #batch} entries from the first on touches each of them once.
   *
   * @param column name of the column
   * @param first first entry, from 0
   * @param count how many entries
   * @throws org.dipscope.core.problem.ProblemException if there is no such column or entry, or the
   *     records are damaged
   */
  RootValues read(String column, long first, int count);

  /** The end of the record that holds an entry of a column: a good place to stop a batch at. */
  long batch(String column, long first);
}
