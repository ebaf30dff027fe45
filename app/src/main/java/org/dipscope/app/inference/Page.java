package org.dipscope.app.inference;

import javafx.scene.Node;

/** A page of the intervals screen. */
interface Page extends AutoCloseable {

  /** What the user chooses it by. */
  String name();

  /** Its node. */
  Node content();

  /** Nothing is computed for a page that is not seen; what runs as a job goes on. */
  void setVisible(boolean visible);

  @Override
  void close();
}
