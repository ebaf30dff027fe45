package org.dipscope.core.format.lhe;

import java.util.ArrayList;
import java.util.List;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.format.particle.LineFields;
import org.dipscope.core.format.particle.ProblemList;
import org.dipscope.core.format.particle.TextLines;
import org.dipscope.core.problem.ProblemException;

/** Reads all that stands before the first event: the names of weights and the run information. */
final class LheHeader {
  private static final int MOST_PROCESSES = 10_000;
  private static final int CHECK_EVERY = 1 << 14;

  private final TextLines lines;
  private final LheWeights weights;
  private final ProblemList problems;
  private final LineFields fields = new LineFields();

  LheHeader(TextLines lines, LheWeights weights, ProblemList problems) {
    this.lines = lines;
    this.weights = weights;
    this.problems = problems;
  }

  /**
   * Reads up to the end of the {@code <init>} block, or up to the first event if there is none; the
   * current line is then that of the event.
   */
  LheRun read(CancelToken token) {
    if (!lines.startContains("<LesHouchesEvents")) {
      throw new ProblemException(
          lines.problem(
              0,
              "no <LesHouchesEvents> in the file, so it is not an LHE file.",
              "Choose an LHE file, plain or gzip."));
    }
    boolean names = false;
    while (lines.next()) {
      if (lines.number() % CHECK_EVERY == 0) {
        token.throwIfCancelled();
      }
      int at = lines.firstVisible();
      if (isTag(lines, at, "<init")) {
        return init();
      }
      if (isTag(lines, at, "<event") || lines.hasAt(at, "</LesHouchesEvents")) {
        break;
      }
      names |= lines.hasAt(at, "<initrwgt");
      names &= !lines.hasAt(at, "</initrwgt");
      if (names && isTag(lines, at, "<weight")) {
        weights.declare(lines, at);
      }
    }
    problems.add(
        lines.problem(
            lines.number(),
            "there is no <init> block, so beams and cross sections are unknown.",
            "Histograms can be filled; give the normalisation yourself."));
    return LheRun.UNKNOWN;
  }

  /** Whether a tag of exactly this name stands at a position. */
  static boolean isTag(TextLines lines, int at, String tag) {
    if (!lines.hasAt(at, tag)) {
      return false;
    }
    int after = at + tag.length();
    if (after >= lines.to()) {
      return true;
    }
    byte c = lines.bytes()[after];
    return c == '>' || c == ' ' || c == '\t';
  }

  private LheRun init() {
    List<LheRun.Beam> beams = new ArrayList<>();
    List<LheRun.Subprocess> processes = new ArrayList<>();
    double[] first = new double[10];
    int announced = -1;
    while (lines.next()) {
      int at = lines.firstVisible();
      if (lines.hasAt(at, "</init") || isTag(lines, at, "<event")) {
        break;
      }
      if (at == lines.to() || lines.bytes()[at] == '<' || lines.bytes()[at] == '#') {
        continue;
      }
      if (announced < 0) {
        if (!numbers(first)) {
          return LheRun.UNKNOWN;
        }
        beams.add(new LheRun.Beam((int) first[0], first[2], (int) first[4], (int) first[6]));
        beams.add(new LheRun.Beam((int) first[1], first[3], (int) first[5], (int) first[7]));
        announced = (int) first[9];
      } else if (processes.size() < Math.min(announced, MOST_PROCESSES)) {
        double[] row = new double[4];
        if (!numbers(row)) {
          return LheRun.UNKNOWN;
        }
        processes.add(new LheRun.Subprocess((int) row[3], row[0], row[1], row[2]));
      }
    }
    if (processes.size() != announced) {
      problems.add(
          lines.problem(
              lines.number(),
              "the <init> block announces %d processes, found %d."
                  .formatted(Math.max(0, announced), processes.size()),
              "Do not rely on the cross sections of this file."));
    }
    return new LheRun(beams, (int) first[8], processes);
  }

  private boolean numbers(double[] target) {
    fields.start(lines);
    for (int i = 0; i < target.length; i++) {
      if (!fields.number()) {
        problems.add(
            lines.problem(
                lines.number(),
                "line %d of the <init> block: value %d is \"%s\", not a number."
                    .formatted(lines.number(), i + 1, fields.text()),
                "Do not rely on the cross sections of this file."));
        return false;
      }
      target[i] = fields.value();
    }
    return true;
  }
}
