package org.dipscope.cli;

import java.io.PrintStream;

/** Says on standard error what a long command is doing. Thread-safe. */
final class Progress {
  private final PrintStream stream;

  Progress(PrintStream stream) {
    this.stream = stream;
  }

  /** Says one sentence. */
  void say(String sentence) {
    stream.println(sentence);
  }
}
