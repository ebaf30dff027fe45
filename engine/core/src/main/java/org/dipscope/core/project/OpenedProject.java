package org.dipscope.core.project;

import java.nio.file.Path;
import java.util.List;

/**
 * A project as it was opened.
 *
 * @param workspace the document
 * @param file where it lies
 * @param readOnly whether it must not be saved over, because a newer version wrote it
 * @param messages what the user should know, one sentence each
 */
public record OpenedProject(
    Workspace workspace, Path file, boolean readOnly, List<String> messages) {

  /** Copies the list. */
  public OpenedProject {
    messages = List.copyOf(messages);
  }
}
