package org.dipscope.app.inference;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.dipscope.app.support.JobList;
import org.dipscope.app.support.LiveComputation;
import org.dipscope.app.support.ViewThread;

/** Binned models without a window; jobs run when the test says so. */
final class ModelBench implements AutoCloseable {
  final List<String> problems = new ArrayList<>();
  final Queue<Runnable> waiting = new ArrayDeque<>();
  final ViewThread viewThread =
      new ViewThread(Runnable::run, (origin, failure) -> problems.add(failure.getMessage()));
  final JobList jobs = new JobList(waiting::add, viewThread, System::nanoTime);
  final ModelsViewModel models = new ModelsViewModel(jobs);
  final FitViewModel fit = new FitViewModel(models, jobs, viewThread);
  final LiveComputation live =
      new LiveComputation(
          Runnable::run,
          viewThread,
          (delay, action) -> {
            action.run();
            return () -> {};
          },
          () -> 0);

  /** Runs what waits, and what that makes wait. */
  void work() {
    for (Runnable task = waiting.poll(); task != null; task = waiting.poll()) {
      task.run();
    }
  }

  /** Opens a preset and fits it. */
  FitOutcome fitted(ModelPreset preset) {
    models.open(preset);
    fit.fit();
    work();
    FitOutcome outcome = fit.outcomeProperty().get();
    if (outcome == null) {
      throw new AssertionError(fit.failureProperty().get());
    }
    return outcome;
  }

  @Override
  public void close() {
    fit.close();
    jobs.close();
  }
}
