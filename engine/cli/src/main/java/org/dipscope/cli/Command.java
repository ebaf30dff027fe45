package org.dipscope.cli;

import java.io.IOException;

/** A headless command whose options have been read. */
interface Command {

  /**
   * Computes the result: records, maps, lists and numbers that become one JSON object.
   *
   * @throws org.dipscope.core.problem.ProblemException if the request or its input is wrong
   * @throws IOException if a file cannot be read or written
   */
  Object run(Session session) throws IOException;
}
