package org.dipscope.app.data;

import javafx.scene.Node;
import org.dipscope.app.shell.Appearance;

/** The data screen with its model. */
public final class Data implements AutoCloseable {
  private final DataViewModel model;
  private final DataView view;

  /**
   * A screen on a model, which it closes.
   *
   * @param actions what it asks of the desktop
   */
  public Data(DataViewModel model, Appearance appearance, ItemActions actions) {
    this.model = model;
    view = new DataView(model, appearance, actions);
  }

  /** What it shows. */
  public DataViewModel model() {
    return model;
  }

  /** Its node. */
  public Node view() {
    return view;
  }

  @Override
  public void close() {
    view.close();
    model.close();
  }
}
