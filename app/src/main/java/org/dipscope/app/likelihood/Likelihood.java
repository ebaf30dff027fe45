package org.dipscope.app.likelihood;

import javafx.scene.Node;
import org.dipscope.app.shell.Appearance;
import org.dipscope.app.workspace.LiveResults;
import org.dipscope.app.workspace.WorkspaceModel;

/** The Likelihood screen with its model. */
public final class Likelihood implements AutoCloseable {
  private final LikelihoodViewModel model;
  private final LikelihoodView view;

  /** A screen on a document and its results. */
  public Likelihood(WorkspaceModel workspace, LiveResults results, Appearance appearance) {
    model = new LikelihoodViewModel(workspace, results);
    view = new LikelihoodView(model, appearance);
  }

  /** What it shows. */
  public LikelihoodViewModel model() {
    return model;
  }

  /** Its node. */
  public Node view() {
    return view;
  }

  @Override
  public void close() {
    view.close();
  }
}
