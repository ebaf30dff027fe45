package org.dipscope.app.likelihood;

import javafx.scene.Node;
import org.dipscope.app.shell.Appearance;
import org.dipscope.app.support.JobList;
import org.dipscope.app.support.LiveComputation;
import org.dipscope.app.workspace.LiveResults;
import org.dipscope.app.workspace.WorkspaceModel;
import org.dipscope.core.compute.Workers;

/** The Likelihood screen with its model. */
public final class Likelihood implements AutoCloseable {
  private final LikelihoodViewModel model;
  private final LikelihoodView view;

  /** A screen on a document and its results. */
  public Likelihood(
      WorkspaceModel workspace,
      LiveResults results,
      LiveComputation live,
      JobList jobs,
      Workers workers,
      Appearance appearance) {
    model = new LikelihoodViewModel(workspace, results, live, jobs, workers);
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
    model.close();
  }
}
