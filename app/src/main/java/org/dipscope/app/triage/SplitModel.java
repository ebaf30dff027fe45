package org.dipscope.app.triage;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.util.Subscription;
import org.dipscope.app.triage.SearchModel.Finished;
import org.dipscope.core.selection.Split;
import org.dipscope.core.triage.Candidate;
import org.dipscope.core.triage.Confirmation;
import org.dipscope.core.triage.SplitReach;
import org.jspecify.annotations.Nullable;

/** Exploring one part of the events and confirming in the other. Belongs to the view thread. */
public final class SplitModel implements AutoCloseable {
  private final SearchModel search;
  private final CutsModel cuts;
  private final CandidateRows candidates;
  private final TriageJobs jobs;
  private final Subscription follow;
  private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper(this, "words", "");
  private final ReadOnlyBooleanWrapper confirmable =
      new ReadOnlyBooleanWrapper(this, "confirmable");

  SplitModel(SearchModel search, CutsModel cuts, CandidateRows candidates, TriageJobs jobs) {
    this.search = search;
    this.cuts = cuts;
    this.candidates = candidates;
    this.jobs = jobs;
    follow =
        Subscription.combine(
            search.finishedProperty().subscribe(this::onFinished),
            cuts.cutsProperty().subscribe(now -> tellReach()));
  }

  /** What a division of the events costs and gave. */
  public ReadOnlyStringProperty wordsProperty() {
    return words.getReadOnlyProperty();
  }

  /** Whether the first part was explored and the second not yet looked at. */
  public ReadOnlyBooleanProperty confirmableProperty() {
    return confirmable.getReadOnlyProperty();
  }

  private void onFinished(@Nullable Finished now) {
    confirmable.set(
        now != null && now.result().selected().settings().split().part() == Split.Part.EXPLORE);
    tellReach();
  }

  private void tellReach() {
    double share = cuts.cutsProperty().get().selection().split().exploreShare();
    double looks = candidates.looks();
    if (looks < 1 || share <= 0) {
      words.set("");
      return;
    }
    double flagZ = cuts.cutsProperty().get().rule().flagZ();
    SplitReach reach = SplitReach.of(looks, share, flagZ);
    words.set(
        String.format(
            Locale.ROOT,
            "With %.0f %% of the events to explore, about %.0f of %,.0f places pass |z| = %.1f. A"
                + " signal needs %.2fσ instead of %.2fσ in all events: %.2fσ more. The split wins"
                + " if there are more than %.0f times as many looks as counted.",
            100 * share,
            reach.frozen(),
            looks,
            reach.cut(),
            reach.neededSplit(),
            reach.neededAtOnce(),
            reach.loss(),
            reach.breakEven()));
  }

  /** The flags that would be frozen now, the most significant first. */
  List<Candidate> flags() {
    double flagZ = search.shownCuts().rule().flagZ();
    return candidates.all().stream()
        .map(Row::candidate)
        .filter(candidate -> Math.abs(candidate.z()) >= flagZ)
        .sorted((a, b) -> Double.compare(Math.abs(b.z()), Math.abs(a.z())))
        .toList();
  }

  /** Freezes the flags and looks at them in the other events, once. */
  public void confirm() {
    Finished now = search.finishedProperty().get();
    if (now == null || !confirmable.get() || jobs.isRunning()) {
      return;
    }
    List<Candidate> frozen = flags();
    confirmable.set(false);
    jobs.start(
        "Confirm",
        progress -> now.search().confirm(progress, now.result().selected(), frozen),
        this::confirmed,
        () -> {});
  }

  private void confirmed(List<Confirmation> confirmations) {
    Map<String, Confirmation> byId = new HashMap<>();
    confirmations.forEach(one -> byId.put(one.frozen().id(), one));
    candidates.replace(
        row -> {
          Confirmation one = byId.get(row.candidate().id());
          return one == null ? row : row.confirmed(one.z());
        });
    long kept = confirmations.stream().filter(one -> one.adjustedP() < 0.05).count();
    words.set(
        "%d flags were frozen and looked at in the other events: %d of them hold (Holm, p < 0.05)."
            .formatted(confirmations.size(), kept));
  }

  @Override
  public void close() {
    follow.unsubscribe();
  }
}
