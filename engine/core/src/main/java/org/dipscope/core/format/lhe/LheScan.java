package org.dipscope.core.format.lhe;

import java.util.Set;
import java.util.function.Predicate;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.format.particle.ProblemList;
import org.dipscope.core.format.particle.TextLines;
import org.dipscope.core.problem.Problem;

/** Reads a file event by event; line by line, since many real files are not well-formed XML. */
final class LheScan {
  private static final int CHECK_EVERY = 256;

  private final TextLines lines;
  private final LheWeights weights;
  private final ProblemList problems;
  private final LheEventReader reader;
  private final LheEvent event = new LheEvent();
  private long ordinal;
  private long complete;

  LheScan(TextLines lines, LheWeights weights, boolean extra, ProblemList problems) {
    this.lines = lines;
    this.weights = weights;
    this.problems = problems;
    this.reader = new LheEventReader(lines, extra ? weights : null, problems);
  }

  /** Reads the header, then hands on events until the sink or the file has enough. */
  LheRun run(Predicate<? super LheEvent> sink, CancelToken token) {
    LheRun run = new LheHeader(lines, weights, problems).read(token);
    if (events(sink, token)) {
      noteLateWeights();
    }
    return run;
  }

  /** Whether the end was reached. */
  private boolean events(Predicate<? super LheEvent> sink, CancelToken token) {
    int start = lines.firstVisible();
    boolean held =
        LheHeader.isTag(lines, start, "<event") || lines.hasAt(start, "</LesHouchesEvents");
    while (held || lines.next()) {
      held = false;
      int at = lines.firstVisible();
      if (lines.hasAt(at, "</LesHouchesEvents")) {
        return true; // some programs write text behind it
      }
      if (!LheHeader.isTag(lines, at, "<event")) {
        continue;
      }
      ordinal++;
      if (ordinal % CHECK_EVERY == 0) {
        token.throwIfCancelled();
      }
      switch (reader.read(event, ordinal)) {
        case COMPLETE -> {
          complete++;
          if (!sink.test(event)) {
            return false;
          }
        }
        case SKIPPED -> {}
        case UNCLOSED -> held = true;
        case CUT -> {
          problems.addLast(cut("file ends inside event " + ordinal));
          return true;
        }
      }
    }
    problems.addLast(cut("file ends after event " + ordinal));
    return true;
  }

  private Problem cut(String where) {
    String trouble = lines.trouble();
    return lines.problem(
        lines.number(),
        "%s%s (line %d), </event> or </LesHouchesEvents> missing; the %d complete events before are given."
            .formatted(trouble == null ? "" : trouble + ": ", where, lines.number(), complete),
        "Copy or produce the file again to have the rest.");
  }

  private void noteLateWeights() {
    Set<String> late = weights.late();
    if (!late.isEmpty()) {
      problems.addLast(
          lines.problem(
              0,
              "weights that no early event has are left out, such as "
                  + String.join(", ", late.stream().sorted().toList())
                  + ".",
              "Declare them in <initrwgt> to have them as columns."));
    }
  }
}
