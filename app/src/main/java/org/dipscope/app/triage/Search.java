package org.dipscope.app.triage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.dipscope.app.support.JobProgress;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.event.EventSource;
import org.dipscope.core.selection.SelectedHistograms;
import org.dipscope.core.selection.Selection;
import org.dipscope.core.selection.SelectionProgress;
import org.dipscope.core.selection.Split;
import org.dipscope.core.triage.Candidate;
import org.dipscope.core.triage.CoherentScan;
import org.dipscope.core.triage.CoherentScan.Statistic;
import org.dipscope.core.triage.CoherentToys;
import org.dipscope.core.triage.Coincidences;
import org.dipscope.core.triage.Confirmation;
import org.dipscope.core.triage.FalseDiscovery;
import org.dipscope.core.triage.Overlap;
import org.dipscope.core.triage.Scanned;
import org.dipscope.core.triage.Triage;

/**
 * The long computations of the screen, off the view thread.
 *
 * @param events where the events come from
 * @param cuts all cuts
 * @param estimator what z means
 * @param workers who computes
 */
record Search(EventSource events, Cuts cuts, Estimator estimator, Workers workers) {
  private static final double CATEGORIES = 0.25;
  private static final double HISTOGRAMS = 0.5;

  /**
   * What a search gives.
   *
   * @param selected the histograms
   * @param rows one per histogram
   * @param stouffer coherent combinations by Σ z/√n
   * @param sum the same by Σ −2 ln λ
   */
  record Result(
      SelectedHistograms selected,
      List<Row> rows,
      List<CoherentScan> stouffer,
      List<CoherentScan> sum) {}

  /**
   * Selects and scans.
   *
   * @param found hears of the selection before the scan
   * @param more hears of results as they come, from several threads
   */
  Result run(
      JobProgress progress, Consumer<SelectedHistograms> found, Consumer<List<Scanned>> more) {
    SelectedHistograms selected =
        Selection.of(events, cuts.selection(), workers, telling(progress), progress.token());
    found.accept(selected);
    List<Scanned> scanned =
        Triage.scan(
            selected.histograms(),
            estimator.make(cuts),
            cuts.rule(),
            workers,
            (batch, done, all) -> {
              more.accept(batch);
              progress.report(
                  HISTOGRAMS + (1 - HISTOGRAMS) * done / all,
                  "%,d of %,d histograms".formatted(done, all));
            },
            progress.token());
    return new Result(
        selected,
        rows(scanned),
        CoherentScan.of(scanned, cuts.rule(), Statistic.STOUFFER),
        CoherentScan.of(scanned, cuts.rule(), Statistic.SUM));
  }

  private static SelectionProgress telling(JobProgress progress) {
    return (step, done, events) -> {
      boolean counting = step == SelectionProgress.Step.CATEGORIES;
      double share = events > 0 ? (double) done / events : Double.NaN;
      progress.report(
          counting ? CATEGORIES * share : CATEGORIES + (HISTOGRAMS - CATEGORIES) * share,
          "%,d events %s".formatted(done, counting ? "counted" : "in histograms"));
    };
  }

  private List<Row> rows(List<Scanned> scanned) {
    List<Candidate> candidates = scanned.stream().map(Scanned::candidate).toList();
    double[] q =
        FalseDiscovery.qValues(candidates.stream().mapToDouble(Candidate::histogramP).toArray());
    Map<String, Integer> partners = new HashMap<>();
    for (Coincidences flag : Coincidences.of(candidates, cuts.rule())) {
      partners.put(flag.candidate().id(), flag.partners());
    }
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < q.length; i++) {
      rows.add(
          new Row(scanned.get(i), q[i], partners.getOrDefault(candidates.get(i).id(), -1), null));
    }
    return rows;
  }

  /** Looks at frozen candidates in the events that were kept back. */
  List<Confirmation> confirm(
      JobProgress progress, SelectedHistograms found, List<Candidate> frozen) {
    return Confirmation.of(
        frozen,
        Selection.again(
            events,
            found,
            Split.Part.CONFIRM,
            java.util.Set.copyOf(frozen.stream().map(Candidate::id).toList()),
            workers,
            (step, done, all) ->
                progress.report(all > 0 ? (double) done / all : Double.NaN, "reading again"),
            progress.token()),
        estimator.make(cuts).worker());
  }

  /** Counts the events that flags share. */
  Overlap overlap(JobProgress progress, Result result) {
    return Overlap.count(
        events,
        result.selected(),
        result.rows().stream().map(Row::candidate).toList(),
        cuts.rule(),
        workers,
        (step, done, all) ->
            progress.report(
                all > 0 ? (double) done / all : Double.NaN, "%,d events compared".formatted(done)),
        progress.token());
  }

  /** Draws toys for the most significant coherent combination. */
  CoherentToys toys(
      JobProgress progress, Result result, Statistic statistic, double observed, int toys) {
    return CoherentToys.draw(
        result.rows().stream().map(Row::scanned).toList(),
        cuts.rule(),
        statistic,
        observed,
        toys,
        1,
        workers,
        done -> progress.report((double) done / toys, "%d toys".formatted(done)),
        progress.token());
  }
}
