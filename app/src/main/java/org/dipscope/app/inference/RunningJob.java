package org.dipscope.app.inference;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.dipscope.app.support.Job;
import org.dipscope.app.support.JobList;
import org.dipscope.app.support.JobTask;
import org.jspecify.annotations.Nullable;

/** The one job that a page may have running. */
final class RunningJob implements AutoCloseable {
  private final JobList jobs;
  private final ReadOnlyObjectWrapper<@Nullable Job> job = new ReadOnlyObjectWrapper<>(this, "job");
  private Subscription watching = Subscription.EMPTY;

  RunningJob(JobList jobs) {
    this.jobs = jobs;
  }

  /** The job while it waits or runs. */
  ReadOnlyObjectProperty<@Nullable Job> jobProperty() {
    return job.getReadOnlyProperty();
  }

  boolean isRunning() {
    return job.get() != null;
  }

  /** Starts a job, unless one runs. */
  <R> void start(String name, JobTask<R> task, Consumer<R> onDone) {
    if (isRunning()) {
      return;
    }
    Job started = jobs.start(name, task, onDone);
    job.set(started);
    watching.unsubscribe();
    watching =
        started
            .statusProperty()
            .subscribe(
                status -> {
                  if (status.isOver() && job.get() == started) {
                    job.set(null);
                  }
                });
  }

  /** Asks it to stop; what it has found stays. */
  void cancel() {
    Job now = job.get();
    if (now != null) {
      now.cancel();
    }
  }

  @Override
  public void close() {
    watching.unsubscribe();
    cancel();
  }
}
