package org.dipscope.core.format.hepmc;

import java.util.List;
import java.util.function.Predicate;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.format.particle.ProblemList;
import org.dipscope.core.format.particle.TextLines;
import org.dipscope.core.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Reads a file event by event and checks each against the counts that it announces. */
final class HepMcScan {
  private static final int CHECK_EVERY = 1 << 12;
  private static final String AGAIN = "Produce or copy the file again.";

  private final TextLines lines;
  private final ProblemList problems;
  private final HepMcRecords records;
  private final HepMcEvent event = new HepMcEvent();
  private boolean open;
  private boolean closed;
  private int damagedLine;
  private long ordinal;
  private long complete;

  HepMcScan(TextLines lines, ProblemList problems) {
    this.lines = lines;
    this.problems = problems;
    this.records = new HepMcRecords(lines);
  }

  List<String> weightNames() {
    return records.weightNames();
  }

  /** Hands on events until the sink or the file has enough. */
  void run(Predicate<? super HepMcEvent> sink, CancelToken token) {
    HepMcVersion version = HepMcVersion.read(lines);
    event.begin(0, 0);
    boolean wanted = true;
    while (wanted && lines.next()) {
      if (lines.number() % CHECK_EVERY == 0) {
        token.throwIfCancelled();
      }
      int at = lines.firstVisible();
      if (at == lines.to()) {
        continue;
      }
      if (isEventLine(at)) {
        wanted = finish(sink);
        startEvent();
        damagedLine = records.begin(version, event) ? 0 : lines.number();
      } else if (lines.hasAt(at, "HepMC::")) {
        if (lines.hasAt(at, "HepMC::Version")) {
          continue;
        }
        if (lines.text().contains("END_EVENT_LISTING")) {
          wanted = finish(sink);
          closed = true;
        } else {
          version = HepMcVersion.of(lines);
          closed = false;
        }
      } else if (!closed && !records.line(version, event) && damagedLine == 0) {
        damagedLine = lines.number();
      }
    }
    if (wanted && !closed) {
      endOfFile(sink);
    }
    if (wanted && complete > 0 && !records.unitsGiven()) {
      problems.addLast(
          lines.problem(
              0,
              "there is no line of units (U), so GeV and mm are taken.",
              "Check the masses of known particles."));
    }
  }

  private boolean isEventLine(int at) {
    return lines.hasAt(at, "E ") || (lines.hasAt(at, "E") && at + 1 == lines.to());
  }

  private void startEvent() {
    ordinal++;
    event.begin(ordinal, lines.number());
    open = true;
    closed = false;
  }

  /** Ends the event that is open, if any; false if the sink has enough. */
  private boolean finish(Predicate<? super HepMcEvent> sink) {
    if (!open) {
      return true;
    }
    open = false;
    String wrong = wrong();
    if (wrong != null) {
      problems.add(lines.problem(damagedLine > 0 ? damagedLine : event.line, wrong, AGAIN));
      return true;
    }
    complete++;
    return sink.test(event);
  }

  private @Nullable String wrong() {
    if (damagedLine > 0) {
      return "line %d: this is no record of event %d, which is left out."
          .formatted(damagedLine, ordinal);
    }
    if (event.particles() != event.announcedParticles) {
      return "event %d, line %d (event header): announced %d, found %d particles; it is left out."
          .formatted(ordinal, event.line, event.announcedParticles, event.particles());
    }
    if (event.verticesAllWritten && event.vertices() != event.announcedVertices) {
      return "event %d, line %d (event header): announced %d, found %d vertices; it is left out."
          .formatted(ordinal, event.line, event.announcedVertices, event.vertices());
    }
    return null;
  }

  private void endOfFile(Predicate<? super HepMcEvent> sink) {
    boolean whole = open && wrong() == null && lines.terminated() && lines.trouble() == null;
    boolean cut = open && !whole;
    if (whole) {
      finish(sink);
    }
    String trouble = lines.trouble() == null ? "" : lines.trouble() + ": ";
    String what = cut ? "event " + ordinal + " incomplete, " : "";
    problems.addLast(endProblem(trouble + "line " + lines.number() + ": " + what));
  }

  private Problem endProblem(String start) {
    return lines.problem(
        lines.number(),
        "%send marker missing; the %d complete events before are given.".formatted(start, complete),
        "Copy or produce the file again to have the rest.");
  }
}
