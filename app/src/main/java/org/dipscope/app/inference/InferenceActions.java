package org.dipscope.app.inference;

import org.dipscope.core.figure.FigureSpec;

/** What the intervals screen asks of the desktop around it. */
public interface InferenceActions {

  /** Asks which files to open, and opens them. */
  void openFiles();

  /** Puts a text on the clipboard. */
  void copy(String text);

  /**
   * Asks where to write a figure, and writes it.
   *
   * @param name of the file without extension
   */
  void exportFigure(String name, FigureSpec figure);

  /**
   * Asks where to write a table, and writes it.
   *
   * @param name of the file without extension
   * @param csv the table as text with commas
   */
  void exportTable(String name, String csv);
}
