package org.dipscope.app.inference;

import java.time.Clock;
import java.util.List;
import org.dipscope.app.workspace.WorkspaceModel;

/** The pages of intervals, coverage, toys and summaries, with what they share. */
public final class StudyPages implements AutoCloseable {
  private final Calibrations calibrations;
  private final Blinding blinding;
  private final IntervalsViewModel intervals;
  private final CoverageViewModel coverage;
  private final ToysViewModel toys;
  private final SummariesViewModel summaries;
  private final List<Page> pages;

  /** Pages that keep in a document when data were unblinded. */
  StudyPages(PageParts parts, WorkspaceModel document) {
    calibrations = new Calibrations(parts.workers(), parts.live().viewThread());
    StudySettings settings = new StudySettings();
    blinding = new Blinding(parts.models(), settings, document, Clock.systemUTC());
    StudyParts shared = new StudyParts(parts, settings, calibrations, blinding);
    intervals = new IntervalsViewModel(shared);
    coverage = new CoverageViewModel(shared);
    toys = new ToysViewModel(shared);
    summaries = new SummariesViewModel(parts.live());
    pages =
        List.of(
            new IntervalsPage(intervals, parts),
            new CoveragePage(coverage, parts),
            new ToysPage(toys, parts),
            new SummariesPage(summaries, parts));
  }

  List<Page> pages() {
    return pages;
  }

  /** What the page of intervals shows. */
  public IntervalsViewModel intervals() {
    return intervals;
  }

  /** What the page of coverage shows. */
  public CoverageViewModel coverage() {
    return coverage;
  }

  /** What the page of toys shows. */
  public ToysViewModel toys() {
    return toys;
  }

  /** What the page of summaries shows. */
  public SummariesViewModel summaries() {
    return summaries;
  }

  /** Whether nothing is being computed. */
  public boolean isAtRest() {
    return intervals.isAtRest() && coverage.isAtRest() && toys.isAtRest() && summaries.isAtRest();
  }

  /** After the pages. */
  @Override
  public void close() {
    blinding.close();
    calibrations.close();
  }
}
