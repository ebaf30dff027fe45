package org.dipscope.app.training;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.dipscope.app.support.Job;
import org.dipscope.app.support.JobList;
import org.dipscope.app.support.JobStatus;
import org.dipscope.app.support.ViewThread;
import org.dipscope.app.training.LiveTraining.News;
import org.dipscope.app.training.Trainer.Order;
import org.dipscope.neural.significance.TrainingProgress;
import org.jspecify.annotations.Nullable;

/** The training that runs, if any: one at a time. */
final class RunningViewModel implements AutoCloseable {
  private final Trainer trainer;
  private final JobList jobs;
  private final Executor executor;
  private final ViewThread viewThread;
  private final CurvesViewModel curves;
  private final Consumer<String> onConfiguration;
  private final ReadOnlyObjectWrapper<Phase> phase =
      new ReadOnlyObjectWrapper<>(this, "phase", Phase.IDLE);
  private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper(this, "status", "");
  private @Nullable LiveTraining active;
  private @Nullable News news;

  /** Where it stands. */
  enum Phase {
    /** Nothing runs. */
    IDLE,
    /** The engine is being loaded. */
    STARTING,
    /** It learns. */
    RUNNING,
    /** It rests. */
    PAUSED,
    /** It validates what it has learnt and writes it. */
    ENDING
  }

  /**
   * Trainings as jobs.
   *
   * @param executor the thread of trainings
   * @param curves draws them
   * @param onConfiguration is told what a resumed training is
   */
  RunningViewModel(
      Trainer trainer,
      JobList jobs,
      Executor executor,
      ViewThread viewThread,
      CurvesViewModel curves,
      Consumer<String> onConfiguration) {
    this.trainer = trainer;
    this.jobs = jobs;
    this.executor = executor;
    this.viewThread = viewThread;
    this.curves = curves;
    this.onConfiguration = onConfiguration;
  }

  /** Where the training stands. */
  ReadOnlyObjectProperty<Phase> phaseProperty() {
    return phase.getReadOnlyProperty();
  }

  /** How fast it goes, on what, and how long it will take; or how the last one ended. */
  ReadOnlyStringProperty statusProperty() {
    return status.getReadOnlyProperty();
  }

  /** Starts a training, unless one runs. */
  void start(Order order) {
    if (phase.get() != Phase.IDLE) {
      return;
    }
    String name = "Train " + order.folder().getFileName();
    LiveTraining training =
        new LiveTraining(order, viewThread.mailbox(name, now -> show(order, now)));
    active = training;
    news = null;
    phase.set(Phase.STARTING);
    status.set("loading the engine…");
    Job job =
        jobs.start(
            executor,
            name,
            progress -> {
              training.run(trainer, progress);
              return order.folder();
            },
            this::stop,
            done -> {});
    job.statusProperty().subscribe(now -> ended(training, now));
  }

  private void show(Order order, News now) {
    boolean first = news == null;
    news = now;
    if (first && order.resume()) {
      onConfiguration.accept(now.begin().configuration());
    }
    if (phase.get() == Phase.STARTING) {
      phase.set(Phase.RUNNING);
    }
    curves.show(order.folder(), now.curve());
    describe();
  }

  private void describe() {
    News now = news;
    if (now == null || phase.get() == Phase.IDLE) {
      return;
    }
    List<String> words = new ArrayList<>();
    switch (phase.get()) {
      case PAUSED -> words.add("paused");
      case ENDING -> words.add("validating and writing…");
      default -> {}
    }
    TrainingProgress last = now.last();
    if (last == null) {
      words.add(
          "step "
              + Words.grouped(now.begin().step())
              + " of "
              + Words.grouped(now.begin().steps()));
    } else {
      words.addAll(Words.status(last));
    }
    words.add(now.begin().device());
    words.add(Words.grouped(now.begin().parameters()) + " parameters");
    status.set(String.join("   ·   ", words));
  }

  /** Lets it rest before its next step, or go on. */
  void setPaused(boolean paused) {
    if (active != null && (phase.get() == Phase.RUNNING || phase.get() == Phase.PAUSED)) {
      active.control().setPaused(paused);
      phase.set(paused ? Phase.PAUSED : Phase.RUNNING);
      describe();
    }
  }

  /** Ends it before its next step and keeps what it has learnt. */
  void stop() {
    if (active != null && phase.get() != Phase.IDLE) {
      active.control().stop();
      phase.set(Phase.ENDING);
      describe();
    }
  }

  private void ended(LiveTraining training, JobStatus now) {
    if (!now.isOver() || training != active) {
      return;
    }
    active = null;
    phase.set(Phase.IDLE);
    String step =
        news == null
            ? ""
            : news.curve().lastStep().stream()
                .mapToObj(last -> " at step " + Words.grouped(last))
                .findFirst()
                .orElse("");
    status.set(
        switch (now.state()) {
          case DONE -> "ended" + step + "; the network is in " + training.order().folder();
          case FAILED -> "failed" + step + "; what was kept is in " + training.order().folder();
          default -> "cancelled" + step;
        });
  }

  /** The last checkpoint stays. */
  @Override
  public void close() {
    if (active != null) {
      active.abandon();
    }
  }
}
