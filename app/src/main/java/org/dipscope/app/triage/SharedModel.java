package org.dipscope.app.triage;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.util.Subscription;
import org.dipscope.app.support.JobList;
import org.dipscope.app.triage.SearchModel.Finished;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.triage.Overlap;
import org.dipscope.core.triage.OverlapFigure;
import org.jspecify.annotations.Nullable;

/** The events that flags share, counted after every search. Belongs to the view thread. */
public final class SharedModel implements AutoCloseable {
  private final SearchModel search;
  private final TriageJobs jobs;
  private final Subscription follow;
  private final ReadOnlyObjectWrapper<@Nullable Overlap> overlap =
      new ReadOnlyObjectWrapper<>(this, "overlap");
  private final ReadOnlyObjectWrapper<FigureSpec> figure =
      new ReadOnlyObjectWrapper<>(this, "figure", FigureSpec.of(""));
  private final IntegerProperty room = new SimpleIntegerProperty(this, "room", 16);
  private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper(this, "words", "");

  SharedModel(SearchModel search, JobList jobs) {
    this.search = search;
    this.jobs = new TriageJobs(jobs);
    follow =
        Subscription.combine(
            search.finishedProperty().subscribe(this::onFinished), room.subscribe(now -> draw()));
  }

  /** What was counted, or null before. */
  ReadOnlyObjectProperty<@Nullable Overlap> overlapProperty() {
    return overlap.getReadOnlyProperty();
  }

  /** Shares of events and distances of masses of the strongest flags. */
  public ReadOnlyObjectProperty<FigureSpec> figureProperty() {
    return figure.getReadOnlyProperty();
  }

  /** Which flags are not independent. */
  public ReadOnlyStringProperty wordsProperty() {
    return words.getReadOnlyProperty();
  }

  private void onFinished(@Nullable Finished now) {
    jobs.cancel();
    overlap.set(null);
    figure.set(FigureSpec.of(""));
    words.set("");
    if (now == null || now.result().rows().isEmpty()) {
      return;
    }
    words.set("Events that flags share are being counted…");
    jobs.start(
        "Events that flags share",
        progress -> now.search().overlap(progress, now.result()),
        counted -> show(now, counted),
        () -> {
          if (overlap.get() == null) {
            words.set("The events that flags share were not counted; search again.");
          }
        });
  }

  private void show(Finished of, Overlap counted) {
    if (of.equals(search.finishedProperty().get())) {
      overlap.set(counted);
      words.set(counted.words());
      draw();
    }
  }

  /** How many flags there is room for. */
  IntegerProperty roomProperty() {
    return room;
  }

  private void draw() {
    Overlap now = overlap.get();
    figure.set(now == null ? FigureSpec.of("") : OverlapFigure.of(now, room.get()));
  }

  /** What two cells' flags have in common, for the pointer. */
  String words(double x, double y) {
    Overlap now = overlap.get();
    return now == null ? "" : OverlapFigure.words(now, room.get(), x, y);
  }

  @Override
  public void close() {
    follow.unsubscribe();
    jobs.cancel();
  }
}
