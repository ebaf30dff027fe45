package org.dipscope.app.triage;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.dipscope.app.support.Job;
import org.dipscope.app.support.JobList;
import org.dipscope.app.support.JobTask;
import org.jspecify.annotations.Nullable;

/** One computation at a time. Belongs to the view thread. */
final class TriageJobs {
  private final JobList jobs;
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
  private @Nullable Job job;

  TriageJobs(JobList jobs) {
    this.jobs = jobs;
  }

  ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  boolean isRunning() {
    return running.get();
  }

  /**
   * Starts a computation.
   *
   * @param onDone receives the result unless it was cancelled or failed
   * @param onEnd hears of the end, however it came
   */
  <R> void start(String name, JobTask<R> task, Consumer<R> onDone, Runnable onEnd) {
    running.set(true);
    Job started = jobs.start(name, task, onDone);
    job = started;
    started
        .statusProperty()
        .subscribe(
            now -> {
              if (now.isOver() && started == job) {
                running.set(false);
                onEnd.run();
              }
            });
  }

  /** Stops what is being computed. */
  void cancel() {
    if (job != null) {
      job.cancel();
    }
  }
}
