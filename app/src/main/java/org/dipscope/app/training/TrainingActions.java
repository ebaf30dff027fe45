package org.dipscope.app.training;

import java.nio.file.Path;
import java.util.Optional;

/** What the screen of networks asks of the desktop around it. */
public interface TrainingActions {

  /**
   * Asks for a folder.
   *
   * @param start where to look first, if it is there
   */
  Optional<Path> chooseFolder(String title, Path start);

  /** Asks for a file to read. */
  Optional<Path> chooseFile(String title);

  /** Asks where to write a file; the ending of the suggested name is that of its kind. */
  Optional<Path> chooseTarget(String title, String suggestedName);

  /** Asks where to write the figure that is shown, and writes it. */
  void exportFigure();
}
