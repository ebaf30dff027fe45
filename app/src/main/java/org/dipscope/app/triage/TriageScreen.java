package org.dipscope.app.triage;

import javafx.scene.Node;
import org.dipscope.app.shell.Appearance;

/** The triage screen with its model. */
public final class TriageScreen implements AutoCloseable {
  private final TriageViewModel model;
  private final TriageView view;

  /**
   * A screen on a model, which it closes.
   *
   * @param open asks which files to open
   */
  public TriageScreen(TriageViewModel model, Appearance appearance, Runnable open) {
    this.model = model;
    view = new TriageView(model, appearance, open);
  }

  /** What it shows. */
  public TriageViewModel model() {
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
