package org.dipscope.app.workspace;

import javafx.scene.layout.Region;

/** The tree of the project with its model. */
public final class Project implements AutoCloseable {
  private final ProjectViewModel model;
  private final ProjectView view;

  /** The tree of a document. */
  public Project(WorkspaceModel workspace, LiveResults results) {
    model = new ProjectViewModel(workspace, results);
    view = new ProjectView(model);
  }

  /** What it shows. */
  public ProjectViewModel model() {
    return model;
  }

  /** Its node. */
  public Region view() {
    return view;
  }

  @Override
  public void close() {
    view.close();
  }
}
