package org.dipscope.app.triage;

import javafx.scene.Node;
import org.dipscope.app.shell.Appearance;

/** The triage screen with its model. */
public final class TriageScreen implements AutoCloseable {
  private final TriageViewModel model;
  private final TriageView view;

  /** A screen on a model, which it closes. */
  public TriageScreen(TriageViewModel model, Appearance appearance) {
    this.model = model;
    view = new TriageView(model, appearance);
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
