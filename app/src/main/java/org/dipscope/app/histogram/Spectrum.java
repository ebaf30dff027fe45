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
  private final Inspector inspector;
  private final SpectrumView view;

  /**
   * A screen on a document and its results.
   *
   * @param closer computes for the inspector, on threads that no slider waits for
   */
  public Spectrum(
      WorkspaceModel workspace,
      LiveResults results,
      LiveComputation live,
      LiveComputation closer,
      JobList jobs,
      Appearance appearance,
      FigureExport export) {
    model =
        new SpectrumViewModel(
            workspace, results, new StripViewModel(workspace, results, live, jobs));
    inspector = new Inspector(model.strip(), results, closer, appearance, export);
    view = new SpectrumView(model, inspector, appearance);
  }

  /** What it shows. */
  public SpectrumViewModel model() {
    return model;
  }

  /** The window that looks closer at the significance strip. */
  public Inspector inspector() {
    return inspector;
  }

  /** Its node. */
  public Node view() {
    return view;
  }

  @Override
  public void close() {
    inspector.close();
    view.close();
    model.strip().close();
  }
}
