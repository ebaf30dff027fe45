package org.dipscope.cli;

import java.io.IOException;
import java.io.PrintStream;

/** A result of many lines, each printed as soon as it is there. */
@FunctionalInterface
interface Batch {

  /**
   * Computes and prints the lines.
   *
   * @return the exit status of the process
   * @throws IOException if the input cannot be read
   */
  int print(PrintStream out) throws IOException;
}
