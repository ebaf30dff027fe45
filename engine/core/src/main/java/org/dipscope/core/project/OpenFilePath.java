package org.dipscope.core.project;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * Paths of open files: in a project file relative to its folder if they lie in it or below, so that
 * both can move together, and absolute otherwise; in memory always absolute.
 */
final class OpenFilePath {

  private OpenFilePath() {}

  static String inProject(Path folder, Path file) {
    boolean below = folder.isAbsolute() && file.startsWith(folder);
    return (below ? folder.relativize(file) : file).toString().replace('\\', '/');
  }

  static Path inMemory(String project, Path folder, String text) {
    try {
      return folder.resolve(text).normalize();
    } catch (InvalidPathException e) {
      throw new ProblemException(
          Problem.badInput(
              project + ": files names \"" + text + "\", which is no path.",
              "Remove it from the list of files.",
              project,
              0),
          e);
    }
  }
}
