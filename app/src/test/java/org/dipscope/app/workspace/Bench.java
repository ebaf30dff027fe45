package org.dipscope.app.workspace;

import java.util.ArrayList;
import java.util.List;
import org.dipscope.app.support.LiveComputation;
import org.dipscope.app.support.ViewThread;
import org.dipscope.core.project.LikelihoodSettings;
import org.dipscope.core.project.LikelihoodSettings.ScanAxis;
import org.dipscope.core.project.ScanParameter;
import org.dipscope.core.project.Workspace;

/** The default project with a coarse surface, computed at once on the thread of the test. */
public final class Bench implements AutoCloseable {
  public final List<String> problems = new ArrayList<>();
  public final ViewThread viewThread =
      new ViewThread(Runnable::run, (origin, failure) -> problems.add(failure.getMessage()));
  public final WorkspaceModel workspace = new WorkspaceModel(coarse(DefaultProject.open()));
  public final LiveComputation live;
  public final LiveResults results;

  public Bench() {
    live =
        new LiveComputation(
            Runnable::run,
            viewThread,
            (delay, action) -> {
              action.run();
              return () -> {};
            },
            () -> 0);
    results = new LiveResults(workspace, live, Runnable::run, 1);
    results.start();
  }

  private static Workspace coarse(Workspace project) {
    return project
        .edit()
        .likelihood(
            new LikelihoodSettings(
                new ScanAxis(ScanParameter.MASS, 400, 1000, 5, false),
                new ScanAxis(ScanParameter.TAN_BETA, 0.5, 5, 4, true)))
        .done();
  }

  @Override
  public void close() {
    results.close();
  }
}
