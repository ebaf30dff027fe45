package org.dipscope.core.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * What readers open: files with an end and something before it. A pipe may wait for ever, and a
 * device may never end.
 */
public final class RegularFile {

  private RegularFile() {}

  /**
   * Refuses pipes, devices, sockets and empty files; links are followed. What does not exist, and
   * folders, are left to the reader, which knows what to say.
   *
   * @throws ProblemException if the path is none of a file, a folder or nothing, or the file empty
   */
  public static void require(Path file) {
    if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
      String name = String.valueOf(file.getFileName());
      throw new ProblemException(
          Problem.badInput(
              name + " is a pipe or a device, not a file.",
              "Save what it delivers in a file, and open that.",
              name,
              0));
    }
    if (isEmpty(file)) {
      String name = String.valueOf(file.getFileName());
      throw new ProblemException(
          Problem.badInput(
              name + ": the file is empty.", "Check the program that wrote it.", name, 0));
    }
  }

  private static boolean isEmpty(Path file) {
    try {
      return Files.isRegularFile(file) && Files.size(file) == 0;
    } catch (IOException e) {
      return false; // the reader says why it cannot be opened
    }
  }
}
