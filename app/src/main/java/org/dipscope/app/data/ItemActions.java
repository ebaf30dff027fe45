package org.dipscope.app.data;

import java.nio.file.Path;

/** What the browser asks of the desktop around it. */
public interface ItemActions {

  /** Shows the folder of a file in the file manager of the system. */
  void reveal(Path file);

  /** Puts a text on the clipboard. */
  void copy(String text);

  /** Asks where to write what is shown, and writes it. */
  void export();
}
