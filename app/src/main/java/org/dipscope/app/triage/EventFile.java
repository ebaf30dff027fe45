package org.dipscope.app.triage;

import java.nio.file.Path;

/**
 * A table of events of an open file.
 *
 * @param path of the file
 * @param table inside it
 */
public record EventFile(Path path, String table) {

  /** As the user chooses it. */
  public String words() {
    return path.getFileName() + " · " + table;
  }
}
