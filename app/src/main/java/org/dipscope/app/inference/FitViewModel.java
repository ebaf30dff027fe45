package org.dipscope.app.inference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import org.dipscope.app.support.Job;
import org.dipscope.app.support.JobList;
import org.dipscope.app.support.JobProgress;
import org.dipscope.app.support.ViewThread;
import org.dipscope.core.fit.FitParameter;
import org.dipscope.core.fit.FitPoint;
import org.dipscope.core.fit.FitProblem;
import org.dipscope.core.fit.FitResult;
import org.dipscope.core.fit.Impact;
import org.dipscope.core.fit.Pull;
import org.dipscope.core.histfactory.BinnedModel;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Fits the chosen model, with and without systematics. Belongs to the view thread. */
final class FitViewModel implements AutoCloseable {
  private static final double ERRORS_SHARE = 0.5;

  private final ModelsViewModel models;
  private final JobList jobs;
  private final ViewThread viewThread;
  private final ReadOnlyObjectWrapper<@Nullable FitOutcome> outcome =
      new ReadOnlyObjectWrapper<>(this, "outcome");
  private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper(this, "working");
  private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper(this, "failure", "");
  private final ObjectProperty<Boolean> systematics =
      new SimpleObjectProperty<>(this, "systematics", true);
  private final BooleanProperty automatic = new SimpleBooleanProperty(this, "automatic", true);
  private final Map<Boolean, FitOutcome> known = new HashMap<>();
  private final Subscription follow;
  private @Nullable OpenModel model;
  private @Nullable Job running;
  private boolean visible;
  private boolean isBestWanted;

  FitViewModel(ModelsViewModel models, JobList jobs, ViewThread viewThread) {
    this.models = models;
    this.jobs = jobs;
    this.viewThread = viewThread;
    follow =
        Subscription.combine(
            models.chosenProperty().subscribe(this::follow),
            systematics.subscribe(now -> refresh()),
            automatic.subscribe(now -> fitIfWanted()));
  }

  /** The fit of the chosen model; null while there is none. */
  ReadOnlyObjectProperty<@Nullable FitOutcome> outcomeProperty() {
    return outcome.getReadOnlyProperty();
  }

  /** Whether a fit is waiting or running. */
  ReadOnlyBooleanProperty workingProperty() {
    return working.getReadOnlyProperty();
  }

  /** Why the last fit failed, in a sentence; empty if it did not. */
  ReadOnlyStringProperty failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** Whether constrained parameters are fitted, or held where their constraints prefer them. */
  ObjectProperty<Boolean> systematicsProperty() {
    return systematics;
  }

  /** Whether a model is fitted as soon as it is seen. */
  BooleanProperty automaticProperty() {
    return automatic;
  }

  /** The fit of the same model with the other choice of systematics, if it is known. */
  Optional<FitOutcome> other() {
    return Optional.ofNullable(known.get(!systematics.get()));
  }

  /** Fits of their own accord are only made for who sees them. */
  void setVisible(boolean now) {
    visible = now;
    fitIfWanted();
  }

  private void follow(@Nullable OpenModel now) {
    model = now;
    isBestWanted = false;
    known.clear();
    refresh();
  }

  private void refresh() {
    cancel();
    failure.set("");
    outcome.set(known.get(systematics.get()));
    fitIfWanted();
  }

  private void fitIfWanted() {
    if (visible
        && automatic.get()
        && outcome.get() == null
        && failure.get().isEmpty()
        && !working.get()) {
      fit();
    }
  }

  /** Fits; what ran before is cancelled. */
  void fit() {
    OpenModel now = model;
    if (now == null) {
      return;
    }
    cancel();
    failure.set("");
    if (!now.workspace().isObserved()) {
      failure.set("Nothing was observed in this model: add one count per bin, then open it again.");
      return;
    }
    boolean free = systematics.get();
    working.set(true);
    Job job =
        jobs.start(
            "Fit " + now.name(),
            progress -> compute(now, free, progress),
            done -> arrive(done, free));
    running = job;
    job.statusProperty()
        .subscribe(
            status -> {
              if (status.isOver() && job.equals(running)) {
                running = null;
                working.set(false);
              }
            });
  }

  /** Stops a running fit. */
  void cancel() {
    Job job = running;
    running = null;
    working.set(false);
    if (job != null) {
      job.cancel();
    }
  }

  /** A lower minimum was met elsewhere: what is known gives way to it. */
  void replace(FitOutcome deeper) {
    if (deeper.model().equals(model)) {
      arrive(deeper, deeper.withSystematics());
    }
  }

  private void arrive(FitOutcome done, boolean free) {
    if (done.model().equals(model)) {
      known.put(free, done);
      if (systematics.get() == free) {
        outcome.set(done);
        if (isBestWanted) {
          showBest();
        }
      }
    }
  }

  private FitOutcome compute(OpenModel of, boolean free, JobProgress progress) {
    try {
      FitProblem problem = problem(of, free);
      progress.report(Double.NaN, "looks for all minima of " + problem.size() + " parameters");
      FitResult result =
          FitResult.of(problem, part -> progress.report(ERRORS_SHARE * part, ""), progress.token());
      return complete(of, free, result, progress);
    } catch (ProblemException refused) {
      String why = refused.problem().message() + " " + refused.problem().hint();
      viewThread.execute(() -> refuse(of, why.strip()));
      throw refused;
    }
  }

  /** What is told about a result besides itself. */
  static FitOutcome complete(OpenModel of, boolean free, FitResult result, JobProgress progress) {
    List<Impact> impacts =
        Impact.of(
            result,
            part -> progress.report(ERRORS_SHARE + (1 - ERRORS_SHARE) * part, ""),
            progress.token());
    BinnedModel fitted = of.model();
    double absolute =
        result.best().twiceNll() + fitted.likelihood(fitted.data()).saturatedTwiceNll();
    return new FitOutcome(of, free, result, Pull.of(result), impacts, absolute);
  }

  private void refuse(OpenModel of, String why) {
    if (of.equals(model)) {
      failure.set(why);
    }
  }

  private static FitProblem problem(OpenModel of, boolean free) {
    BinnedModel model = of.model();
    if (free) {
      return model.observed();
    }
    List<FitParameter> held =
        model.parameters().stream()
            .map(p -> p.prior() == null ? p : p.fixedAt(p.initial()))
            .toList();
    return model.with(held, model.poi()).observed();
  }

  /** Moves the sliders to a minimum. */
  void show(FitPoint point) {
    FitOutcome now = outcome.get();
    if (now != null) {
      models.pointProperty().set(Values.of(now.result().problem().values(point.x())));
    }
  }

  /** Moves the sliders to the best fit, as soon as there is one. */
  void showBest() {
    FitOutcome now = outcome.get();
    isBestWanted = now == null;
    if (now != null) {
      show(now.result().best());
    } else if (!working.get()) {
      fit();
    }
  }

  @Override
  public void close() {
    follow.unsubscribe();
    cancel();
  }
}
