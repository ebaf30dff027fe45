package org.dipscope.app.support;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The jobs of the workbench: the model of the status bar. All methods belong to the view thread;
 * the tasks themselves run on the jobs executor.
 */
public final class JobList implements AutoCloseable {
  private final Executor executor;
  private final ViewThread viewThread;
  private final LongSupplier nanoClock;
  private final ObservableList<Job> active = FXCollections.observableArrayList();
  private final ObservableList<Job> readOnlyActive =
      FXCollections.unmodifiableObservableList(active);
  private final ReadOnlyStringWrapper lastMessage = new ReadOnlyStringWrapper(this, "lastMessage");
  private boolean closed;

  /** Jobs on {@code executor}, shown through {@code viewThread}, timed by {@code nanoClock}. */
  public JobList(Executor executor, ViewThread viewThread, LongSupplier nanoClock) {
    this.executor = executor;
    this.viewThread = viewThread;
    this.nanoClock = nanoClock;
    lastMessage.set("");
  }

  /** The jobs that wait or run, oldest first. */
  public ObservableList<Job> active() {
    return readOnlyActive;
  }

  /** How the last job ended. */
  public ReadOnlyStringProperty lastMessageProperty() {
    return lastMessage.getReadOnlyProperty();
  }

  /**
   * Starts a job.
   *
   * @param name how the user knows it
   * @param task the computation
   * @param onDone receives the result on the view thread, unless the job was cancelled or failed
   */
  public <R> Job start(String name, JobTask<R> task, Consumer<R> onDone) {
    return start(executor, new Job(name), task, onDone);
  }

  /**
   * Starts a job that keeps what it has when it is cancelled.
   *
   * @param own runs it
   * @param stop asks it to end soon with a result; called on the view thread
   */
  public <R> Job start(
      Executor own, String name, JobTask<R> task, Runnable stop, Consumer<R> onDone) {
    return start(own, new Job(name, stop), task, onDone);
  }

  private <R> Job start(Executor on, Job job, JobTask<R> task, Consumer<R> onDone) {
    if (closed) {
      job.setStatus(JobStatus.WAITING.ended(JobStatus.State.CANCELLED));
      return job;
    }
    active.add(job);
    Mailbox<JobStatus> mailbox = viewThread.mailbox(job.name(), job::setStatus);
    try {
      on.execute(() -> run(job, task, mailbox, onDone));
    } catch (RejectedExecutionException workersAreGone) {
      end(job, mailbox, JobStatus.State.CANCELLED);
    }
    return job;
  }

  /** Cancels all jobs; no result arrives afterwards. */
  @Override
  public void close() {
    closed = true;
    List.copyOf(active).forEach(Job::cancel);
  }

  // A task boundary: whatever a task throws becomes a message and the jobs after it run.
  private <R> void run(Job job, JobTask<R> task, Mailbox<JobStatus> mailbox, Consumer<R> onDone) {
    try {
      job.token().throwIfCancelled();
      JobProgress progress = new JobProgress(job.token(), mailbox, nanoClock);
      progress.report(0, "");
      R result = task.run(progress);
      viewThread.execute(() -> finish(job, mailbox, result, onDone));
    } catch (CancellationException stopped) {
      viewThread.execute(() -> end(job, mailbox, JobStatus.State.CANCELLED));
    } catch (Exception | Error failure) {
      viewThread.report(job.name(), failure);
      viewThread.execute(() -> end(job, mailbox, JobStatus.State.FAILED));
      restoreInterrupt(failure);
    }
  }

  private <R> void finish(Job job, Mailbox<JobStatus> mailbox, R result, Consumer<R> onDone) {
    if (closed || job.token().isCancelled()) {
      end(job, mailbox, JobStatus.State.CANCELLED);
      return;
    }
    end(job, mailbox, JobStatus.State.DONE);
    onDone.accept(result);
  }

  private void end(Job job, Mailbox<JobStatus> mailbox, JobStatus.State state) {
    mailbox.close();
    job.setStatus(job.statusProperty().get().ended(state));
    active.remove(job);
    lastMessage.set(job.name() + ": " + job.statusProperty().get().text());
  }

  private static void restoreInterrupt(Throwable failure) {
    if (failure instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
  }
}
