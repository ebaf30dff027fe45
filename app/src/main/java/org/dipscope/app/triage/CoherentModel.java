package org.dipscope.app.triage;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import org.dipscope.app.triage.SearchModel.Finished;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.triage.CoherentScan;
import org.dipscope.core.triage.CoherentScan.Statistic;
import org.dipscope.core.triage.CoherentToys;
import org.dipscope.core.triage.Overlap;
import org.dipscope.core.triage.TriageFigure;
import org.dipscope.core.triage.TriageRule;
import org.jspecify.annotations.Nullable;

/** What adds up over categories at equal mass. Belongs to the view thread. */
public final class CoherentModel implements AutoCloseable {
  private static final int TOYS = 500;

  private final SearchModel search;
  private final SharedModel shared;
  private final TriageJobs jobs;
  private final Subscription follow;
  private final ObjectProperty<Statistic> statistic =
      new SimpleObjectProperty<>(this, "statistic", Statistic.STOUFFER);
  private final ReadOnlyObjectWrapper<FigureSpec> figure =
      new ReadOnlyObjectWrapper<>(this, "figure", FigureSpec.of(""));
  private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper(this, "words", "");
  private @Nullable CoherentToys toys;

  CoherentModel(SearchModel search, SharedModel shared, TriageJobs jobs) {
    this.search = search;
    this.shared = shared;
    this.jobs = jobs;
    follow =
        Subscription.combine(
            search.finishedProperty().subscribe(now -> draw()),
            statistic.subscribe(now -> draw()),
            shared.overlapProperty().subscribe(now -> tell()));
  }

  /** How significances are added. */
  public ObjectProperty<Statistic> statisticProperty() {
    return statistic;
  }

  /** The most significant combinations. */
  public ReadOnlyObjectProperty<FigureSpec> figureProperty() {
    return figure.getReadOnlyProperty();
  }

  /** The most significant of them in words. */
  public ReadOnlyStringProperty wordsProperty() {
    return words.getReadOnlyProperty();
  }

  private TriageRule rule() {
    return search.shownCuts().rule();
  }

  private List<CoherentScan> scans() {
    Finished now = search.finishedProperty().get();
    return now == null
        ? List.of()
        : statistic.get() == Statistic.STOUFFER ? now.result().stouffer() : now.result().sum();
  }

  private void draw() {
    toys = null;
    List<CoherentScan> scans = scans();
    figure.set(
        scans.isEmpty() ? FigureSpec.of("") : TriageFigure.of(scans, statistic.get(), rule()));
    tell();
  }

  private void tell() {
    List<CoherentScan> scans = scans();
    if (scans.isEmpty()) {
      words.set(
          search.finishedProperty().get() == null
              ? ""
              : "No combination occurs in two categories, so nothing adds up.");
      return;
    }
    Overlap overlap = shared.overlapProperty().get();
    String independence = overlap == null ? "" : overlap.across();
    words.set(best(scans) + independence + (toys == null ? "" : words(toys)));
  }

  private String best(List<CoherentScan> scans) {
    CoherentScan best = scans.getFirst();
    int peak = best.peak(statistic.get(), rule());
    double looks = scans.stream().mapToDouble(CoherentScan::looks).sum();
    return String.format(
        Locale.ROOT,
        "m(%s) = %.4g GeV in %.0f categories: z = %.2f, global %.2f after %,.0f looks",
        best.combination(),
        best.massesGeV().get(peak),
        best.reaching().get(peak),
        best.z(statistic.get()).get(peak),
        CoherentScan.global(scans, statistic.get(), rule()),
        looks);
  }

  private static String words(CoherentToys toys) {
    String p =
        toys.asExtreme() == 0
            ? String.format(Locale.ROOT, "p < %.2g", toys.p())
            : String.format(Locale.ROOT, "p = %.2g ± %.1g", toys.p(), toys.error());
    return "; %d of %d toys reach it, %s".formatted(toys.asExtreme(), toys.toys(), p);
  }

  /** Draws toys for the most significant combination. */
  public void drawToys() {
    List<CoherentScan> scans = scans();
    Finished now = search.finishedProperty().get();
    if (scans.isEmpty() || now == null || jobs.isRunning()) {
      return;
    }
    Statistic chosen = statistic.get();
    double observed = scans.getFirst().best(chosen, rule());
    jobs.start(
        "Toys",
        progress -> now.search().toys(progress, now.result(), chosen, observed, TOYS),
        drawn -> {
          if (now.equals(search.finishedProperty().get()) && statistic.get() == chosen) {
            toys = drawn;
            tell();
          }
        },
        () -> {});
  }

  @Override
  public void close() {
    follow.unsubscribe();
  }
}
