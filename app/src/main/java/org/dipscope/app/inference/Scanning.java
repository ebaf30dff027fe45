package org.dipscope.app.inference;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.dipscope.app.support.Job;
import org.dipscope.app.support.JobList;
import org.dipscope.app.support.JobProgress;
import org.dipscope.app.support.JobStatus;
import org.dipscope.app.support.Mailbox;
import org.dipscope.app.support.ViewThread;
import org.dipscope.core.fit.FitResult;
import org.dipscope.core.fit.ProfileScan;
import org.jspecify.annotations.Nullable;

/**
 * A scan as a job whose points are seen while it runs; a scan that is cancelled keeps them. A lower
 * minimum that turns up replaces the fit.
 *
 * @param <R> what a complete scan is made into
 */
final class Scanning<R> implements AutoCloseable {
  private static final long BETWEEN_PICTURES_NANOS = 120_000_000;

  private final FitViewModel fit;
  private final JobList jobs;
  private final Consumer<R> onDone;
  private final Mailbox<Partial> partial;
  private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper(this, "working");
  private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper(this, "state", "");
  private @Nullable Job running;

  private record Partial(Job job, ProfileScan scan) {}

  /** A scan that can be watched. */
  @FunctionalInterface
  interface Scan {
    ProfileScan run(ProfileScan.Watcher watcher, JobProgress progress);
  }

  /** What is done with a complete scan, still beside the view thread. */
  @FunctionalInterface
  interface Completion<R> {
    R complete(ProfileScan scan, FitOutcome outcome, JobProgress progress);
  }

  private record Done<R>(R result, FitOutcome outcome) {}

  /**
   * Nothing at first.
   *
   * @param onPoints receives incomplete scans while they run
   * @param onDone receives complete ones
   */
  Scanning(
      FitViewModel fit,
      JobList jobs,
      ViewThread viewThread,
      Consumer<ProfileScan> onPoints,
      Consumer<R> onDone) {
    this.fit = fit;
    this.jobs = jobs;
    this.onDone = onDone;
    partial =
        viewThread.mailbox(
            "The scan",
            message -> {
              if (message.job().equals(running)) {
                onPoints.accept(message.scan());
              }
            });
  }

  ReadOnlyBooleanProperty workingProperty() {
    return working.getReadOnlyProperty();
  }

  /** What to know about the points that are shown; empty if they are complete. */
  ReadOnlyStringProperty stateProperty() {
    return state.getReadOnlyProperty();
  }

  void start(String name, FitOutcome outcome, Scan scan, Completion<R> completion) {
    cancel();
    working.set(true);
    state.set("running");
    Job[] own = new Job[1];
    Job job =
        jobs.start(
            name, progress -> compute(own, outcome, scan, completion, progress), this::arrive);
    own[0] = job;
    running = job;
    job.statusProperty().subscribe(status -> follow(job, status));
  }

  private Done<R> compute(
      Job[] own, FitOutcome outcome, Scan scan, Completion<R> completion, JobProgress progress) {
    long[] last = {System.nanoTime() - 2 * BETWEEN_PICTURES_NANOS};
    ProfileScan.Watcher watcher =
        (fraction, soFar) -> {
          progress.report(fraction, "");
          long now = System.nanoTime();
          Job job = own[0];
          if (now - last[0] > BETWEEN_PICTURES_NANOS && job != null) {
            last[0] = now;
            partial.offer(new Partial(job, soFar.get()));
          }
        };
    ProfileScan scanned = scan.run(watcher, progress);
    FitOutcome known = outcome;
    if (scanned.isReseeded()) {
      FitResult deeper =
          FitResult.from(outcome.result().problem(), scanned.minima(), progress.token());
      known = FitViewModel.complete(outcome.model(), outcome.withSystematics(), deeper, progress);
    }
    return new Done<>(completion.complete(scanned, known, progress), known);
  }

  private void arrive(Done<R> done) {
    state.set("");
    fit.replace(done.outcome());
    onDone.accept(done.result());
  }

  private void follow(Job job, JobStatus status) {
    if (!job.equals(running)) {
      return;
    }
    if (status.state() == JobStatus.State.CANCELLED) {
      state.set("stopped early: values may still fall");
    } else if (status.state() == JobStatus.State.FAILED) {
      state.set("failed");
    }
    if (status.isOver()) {
      running = null;
      working.set(false);
    }
  }

  /** Stops a running scan; its points stay. */
  void cancel() {
    Job job = running;
    if (job != null) {
      job.cancel();
    }
  }

  /** Stops a running scan and lets go of it: its points are of no interest any more. */
  void drop() {
    Job job = running;
    running = null;
    working.set(false);
    state.set("");
    if (job != null) {
      job.cancel();
    }
  }

  @Override
  public void close() {
    drop();
    partial.close();
  }
}
