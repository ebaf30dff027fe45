package org.dipscope.core.format.lhe;

import org.dipscope.core.format.particle.LineFields;
import org.dipscope.core.format.particle.Momenta;
import org.dipscope.core.format.particle.ProblemList;
import org.dipscope.core.format.particle.TextLines;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Reads one event, from the line {@code <event>} to {@code </event>}. */
final class LheEventReader {
  private static final String[] PARTICLE = {
    "identity",
    "status",
    "first mother",
    "second mother",
    "first colour",
    "second colour",
    "p_x",
    "p_y",
    "p_z",
    "energy",
    "mass"
  };
  private static final String AGAIN = "Produce or copy the file again.";

  private final TextLines lines;
  private final @Nullable LheWeights weights;
  private final ProblemList problems;
  private final LineFields fields = new LineFields();
  private final double[] row = new double[PARTICLE.length];
  private int headerLine;
  private boolean inWeights;
  private boolean weightsGood;

  /** How the reading of an event ended. */
  enum Outcome {
    COMPLETE,
    /** The event is damaged; a problem says how. */
    SKIPPED,
    /** Another event or the end begins in the current line before this one ended. */
    UNCLOSED,
    /** The file ends. */
    CUT
  }

  LheEventReader(TextLines lines, @Nullable LheWeights weights, ProblemList problems) {
    this.lines = lines;
    this.weights = weights;
    this.problems = problems;
  }

  Outcome read(LheEvent event, long ordinal) {
    event.begin(ordinal, weights == null ? 0 : weights.count());
    if (weights != null) {
      weights.begin();
    }
    inWeights = false;
    weightsGood = true;
    int tagLine = lines.number();
    int at = behindTag();
    while (at == lines.to() || lines.bytes()[at] == '#') {
      if (!lines.next()) {
        return Outcome.CUT;
      }
      at = lines.firstVisible();
    }
    headerLine = lines.number();
    fields.start(lines.bytes(), at, lines.to());
    Problem damage = header(event);
    if (damage == null) {
      damage = particles(event);
    } else if ((headerLine == tagLine || lines.bytes()[at] != '<') && !lines.next()) {
      return Outcome.CUT;
    }
    Outcome end = rest(event, damage == null);
    if (damage != null && end != Outcome.CUT) {
      problems.add(damage);
      return end == Outcome.COMPLETE ? Outcome.SKIPPED : end;
    }
    if (end == Outcome.UNCLOSED) {
      problems.add(problem("event " + ordinal + " has no </event> and is left out."));
    } else if (!weightsGood && end == Outcome.COMPLETE) {
      problems.add(problem("event " + ordinal + ": a further weight is not a number."));
    }
    return end;
  }

  private int behindTag() {
    int at = LheWeights.indexOf(lines.bytes(), (byte) '>', lines.from(), lines.to()) + 1;
    while (at < lines.to() && (lines.bytes()[at] == ' ' || lines.bytes()[at] == '\t')) {
      at++;
    }
    return Math.min(at, lines.to());
  }

  private @Nullable Problem header(LheEvent event) {
    if (!fields.integer() || fields.value() < 0) {
      return field(event, "number of particles (NUP)");
    }
    event.announced = (int) fields.value();
    if (!fields.integer()) {
      return field(event, "process (IDPRUP)");
    }
    event.process = (int) fields.value();
    if (!fields.number()) {
      Problem problem = field(event, "weight (XWGTUP)");
      if (lines.terminated()) {
        throw new ProblemException(problem); // without it no sum of weights is right
      }
      return problem;
    }
    event.weight = fields.value();
    event.scaleGeV = fields.number() ? fields.value() : Double.NaN;
    event.alphaQed = fields.number() ? fields.value() : Double.NaN;
    event.alphaS = fields.number() ? fields.value() : Double.NaN;
    return null;
  }

  private Problem field(LheEvent event, String what) {
    return problem(
        "event %d, line %d: the %s is \"%s\", not a number."
            .formatted(event.number, lines.number(), what, fields.text()));
  }

  private Problem problem(String message) {
    return lines.problem(headerLine, message, AGAIN);
  }

  /** Reads the lines of particles; the current line is then the first behind them. */
  private @Nullable Problem particles(LheEvent event) {
    Problem damage = null;
    int found = 0;
    boolean more = lines.next();
    while (more) {
      int at = lines.firstVisible();
      if (at < lines.to()) {
        if (!isNumberStart(lines.bytes()[at])) {
          break;
        }
        found++;
        if (found <= Math.min(event.announced, LheEvent.MOST_PARTICLES) && damage == null) {
          damage = particle(event, found);
        }
      }
      more = lines.next();
    }
    if (damage == null && found != event.announced) {
      damage =
          problem(
              "event %d, line %d (event header): announced %d, found %d particles; the event is left out."
                  .formatted(event.number, headerLine, event.announced, found));
    } else if (damage == null && found > LheEvent.MOST_PARTICLES) {
      damage = problem("event " + event.number + " has too many particles and is left out.");
    }
    return damage;
  }

  private static boolean isNumberStart(byte c) {
    return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.';
  }

  private @Nullable Problem particle(LheEvent event, int position) {
    fields.start(lines);
    for (int i = 0; i < row.length; i++) {
      if (!(i < 6 ? fields.integer() : fields.number())) {
        return problem(
            "event %d, particle %d, line %d: the %s is \"%s\", not a number; the event is left out."
                .formatted(event.number, position, lines.number(), PARTICLE[i], fields.text()));
      }
      row[i] = fields.value();
    }
    event.add((int) row[0], (int) row[1], (int) row[2], (int) row[3]);
    Momenta momenta = event.momenta;
    momenta.add(row[6], row[7], row[8], row[9], row[10]);
    return null;
  }

  /** Reads from the current line, the first behind the particles, to the end of the event. */
  private Outcome rest(LheEvent event, boolean wanted) {
    do {
      int at = lines.firstVisible();
      if (at == lines.to()) {
        continue;
      }
      if (lines.bytes()[at] == '<') {
        if (lines.hasAt(at, "</event")) {
          return Outcome.COMPLETE;
        }
        if (LheHeader.isTag(lines, at, "<event") || lines.hasAt(at, "</LesHouchesEvents")) {
          return Outcome.UNCLOSED;
        }
      }
      if (wanted && weights != null) {
        weights(weights, at, event);
      }
      if (lines.hasAt(Math.max(at, lines.to() - 8), "</event>")) {
        return Outcome.COMPLETE;
      }
    } while (lines.next());
    return Outcome.CUT;
  }

  private void weights(LheWeights target, int at, LheEvent event) {
    byte[] bytes = lines.bytes();
    if (lines.hasAt(at, "<wgt") || lines.hasAt(at, "<rwgt")) {
      weightsGood &= target.readNamed(lines, at, fields, event);
      return;
    }
    int from = at;
    if (LheHeader.isTag(lines, at, "<weights")) {
      inWeights = true;
      from = behindTag();
    }
    if (inWeights && bytes[at] != '#') {
      int end = LheWeights.indexOf(bytes, (byte) '<', from, lines.to());
      weightsGood &= target.readNameless(bytes, from, end, fields, event);
      inWeights = end == lines.to();
    }
  }
}
