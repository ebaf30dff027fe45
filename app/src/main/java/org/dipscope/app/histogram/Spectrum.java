package org.dipscope.app.histogram;

import javafx.scene.Node;
import org.dipscope.app.shell.Appearance;
import org.dipscope.app.support.JobList;
import org.dipscope.app.support.LiveComputation;
import org.dipscope.app.workspace.LiveResults;
import org.dipscope.app.workspace.WorkspaceModel;

/** The Spectrum screen with its model. */
public final class Spectrum implements AutoCloseable {
  private final SpectrumViewModel model;
  private final SpectrumView view;

  /** A screen on a document and its results. */
  public Spectrum(
      WorkspaceModel workspace,
      LiveResults results,
      LiveComputation live,
      JobList jobs,
      Appearance appearance) {
    model =
        new SpectrumViewModel(
            workspace, results, new StripViewModel(workspace, results, live, jobs));
    view = new SpectrumView(model, appearance);
  }

  /** What it shows. */
  public SpectrumViewModel model() {
    return model;
  }

  /** Its node. */
  public Node view() {
    return view;
  }

  @Override
  public void close() {
    view.close();
    model.strip().close();
  }
}
