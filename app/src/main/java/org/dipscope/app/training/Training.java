package org.dipscope.app.training;

import javafx.scene.Node;
import org.dipscope.app.shell.Appearance;

/** The screen of networks with its model. */
public final class Training implements AutoCloseable {
  private final TrainingViewModel model;
  private final TrainingView view;

  /**
   * A screen on a model, which it closes.
   *
   * @param actions what it asks of the desktop
   */
  public Training(TrainingViewModel model, Appearance appearance, TrainingActions actions) {
    this.model = model;
    view = new TrainingView(model, appearance, actions);
  }

  /** What it shows. */
  public TrainingViewModel model() {
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
