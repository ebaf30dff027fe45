package org.dipscope.app.training;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.dipscope.app.support.JobList;
import org.dipscope.app.support.LiveComputation;
import org.dipscope.app.support.ViewThread;
import org.dipscope.app.workspace.OpenFiles;
import org.dipscope.app.workspace.ProjectPlace;
import org.dipscope.app.workspace.WorkspaceModel;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.project.Workspace;
import org.dipscope.neural.significance.Performance;
import org.dipscope.neural.significance.TrainingCurve;
import org.dipscope.neural.significance.TrainingProgress;
import org.dipscope.neural.training.TrainingControl;

/** A screen of networks without a window, on the thread of the test, over a training of its own. */
final class TrainingBench implements AutoCloseable {
  final List<String> problems = new ArrayList<>();
  final List<Trainer.Order> orders = new ArrayList<>();
  final List<Evaluator.Order> evaluated = new ArrayList<>();
  final List<CancelToken> tokens = new ArrayList<>();
  final JobList jobs;
  final OpenFiles files;
  final TrainingViewModel model;

  /** What happens in the middle of a training. */
  @FunctionalInterface
  interface Middle {
    void happens(TrainingControl control);
  }

  Middle middle = control -> {};
  Evaluator evaluator = (order, listener, token) -> {};
  TrainingCurve before = TrainingCurve.EMPTY;
  String stored = "";

  private TrainingBench(Path networks, Trainer trainer) {
    ViewThread viewThread =
        new ViewThread(Runnable::run, (origin, failure) -> problems.add(failure.getMessage()));
    jobs = new JobList(Runnable::run, viewThread, System::nanoTime);
    WorkspaceModel workspace = new WorkspaceModel(Workspace.EMPTY);
    ProjectPlace place =
        new ProjectPlace(workspace, Runnable::run, viewThread, (delay, action) -> () -> {});
    files = new OpenFiles(workspace, place, jobs, Runnable::run, viewThread);
    LiveComputation live =
        new LiveComputation(
            Runnable::run,
            viewThread,
            (delay, action) -> {
              action.run();
              return () -> {};
            },
            () -> 0);
    model =
        new TrainingViewModel(
            files,
            jobs,
            viewThread,
            live,
            trainer,
            (order, listener, token) -> {
              evaluated.add(order);
              evaluator.evaluate(order, listener, token);
            },
            Runnable::run,
            networks,
            () -> LocalDateTime.of(2026, 11, 25, 9, 30, 5));
  }

  /** Over a training that only plays. */
  static TrainingBench playing(Path networks) {
    TrainingBench[] bench = new TrainingBench[1];
    bench[0] =
        new TrainingBench(
            networks,
            (order, control, token, watcher) -> {
              bench[0].tokens.add(token);
              bench[0].play(order, control, watcher);
            });
    return bench[0];
  }

  /** Over the engine. */
  static TrainingBench real(Path networks) {
    return new TrainingBench(networks, new NetworkTrainer(1));
  }

  private void play(Trainer.Order order, TrainingControl control, Trainer.Watcher watcher) {
    orders.add(order);
    String text = order.resume() ? stored : order.configuration();
    watcher.begun(new Trainer.Begin(text, "CPU only, because it is played", 1234, 0, 100, before));
    watcher.progress(
        new TrainingProgress(50, 100, 0.5, 0.9, 0.1, 0.003, 1917.4, 125, 0.12, 311_000_000));
    middle.happens(control);
    watcher.validated(100, List.of(new Performance("width 1", 2000, -0.05, 0.6, 0.52, 1.1, 0.001)));
  }

  @Override
  public void close() {
    model.close();
    files.close();
    jobs.close();
  }
}
