package org.dipscope.app.triage;

import java.nio.file.Path;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import org.dipscope.app.support.JobList;
import org.dipscope.app.support.ViewThread;
import org.dipscope.app.workspace.OpenFiles;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.event.EventSource;
import org.dipscope.core.triage.CandidateTable;

/** The state of the triage screen, part by part. Belongs to the view thread. */
public final class TriageViewModel implements AutoCloseable {
  private final CutsModel cuts = new CutsModel();
  private final CandidateRows candidates = new CandidateRows();
  private final TriageJobs jobs;
  private final EventChoice events;
  private final SearchModel search;
  private final SharedModel shared;
  private final SpectrumModel spectrum;
  private final CoherentModel coherent;
  private final SplitModel split;

  /**
   * A screen without results.
   *
   * @param files whose tables of events can be chosen
   * @param opening opens a table for a pass
   * @param workers who computes
   */
  public TriageViewModel(
      OpenFiles files,
      JobList jobs,
      ViewThread viewThread,
      BiFunction<Path, String, EventSource> opening,
      Workers workers) {
    this.jobs = new TriageJobs(jobs);
    events = new EventChoice(files);
    search = new SearchModel(events, cuts, candidates, this.jobs, viewThread, opening, workers);
    shared = new SharedModel(search, jobs);
    spectrum = new SpectrumModel(candidates, search, shared);
    coherent = new CoherentModel(search, shared, this.jobs);
    split = new SplitModel(search, cuts, candidates, this.jobs);
  }

  /** Which events are searched. */
  public EventChoice events() {
    return events;
  }

  /** All cuts. */
  public CutsModel cuts() {
    return cuts;
  }

  /** From events to lines. */
  public SearchModel search() {
    return search;
  }

  /** The lines. */
  public CandidateRows candidates() {
    return candidates;
  }

  /** The chosen line. */
  public SpectrumModel spectrum() {
    return spectrum;
  }

  /** What adds up over categories. */
  public CoherentModel coherent() {
    return coherent;
  }

  /** The events that flags share. */
  public SharedModel shared() {
    return shared;
  }

  /** Exploring and confirming. */
  public SplitModel split() {
    return split;
  }

  /** Whether something is being computed. */
  public ReadOnlyBooleanProperty runningProperty() {
    return jobs.runningProperty();
  }

  /** Stops what is being computed; what has arrived stays. */
  public void cancel() {
    jobs.cancel();
  }

  /**
   * Writes the shown lines.
   *
   * @throws org.dipscope.core.problem.ProblemException if the file cannot be written
   */
  public void export(Path file, Stream<Row> shown) {
    CandidateTable.write(file, shown.map(Row::candidate).toList(), search.definition());
  }

  @Override
  public void close() {
    cancel();
    split.close();
    coherent.close();
    spectrum.close();
    shared.close();
    search.close();
    events.close();
  }
}
