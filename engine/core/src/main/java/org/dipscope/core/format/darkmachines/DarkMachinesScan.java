package org.dipscope.core.format.darkmachines;

import java.util.function.Predicate;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.format.particle.LineFields;
import org.dipscope.core.format.particle.ProblemList;
import org.dipscope.core.format.particle.TextLines;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file line by line. Two layouts exist: {@code
 * id;process;weight;MET;METphi;object,E,pt,eta,phi;…} and an older one, {@code
 * weight;MET;METphi;object,pt,eta,phi;…}; the first line tells.
 */
final class DarkMachinesScan {
  private static final int CHECK_EVERY = 1 << 12;
  private static final String HINT =
      "Lines look like 7;name;1;250000;0.5;j,1e5,9e4,0.1,2.0; in MeV.";

  private final TextLines lines;
  private final ProblemList problems;
  private final LineFields fields = new LineFields();
  private final DarkMachinesEvent event = new DarkMachinesEvent();
  private boolean old;

  DarkMachinesScan(TextLines lines, ProblemList problems) {
    this.lines = lines;
    this.problems = problems;
  }

  /** Hands on events until the sink or the file has enough. */
  void run(Predicate<? super DarkMachinesEvent> sink, CancelToken token) {
    long ordinal = 0;
    boolean wanted = true;
    while (wanted && lines.next()) {
      if (lines.number() % CHECK_EVERY == 0) {
        token.throwIfCancelled();
      }
      if (lines.firstVisible() == lines.to()) {
        continue;
      }
      ordinal++;
      if (ordinal == 1) {
        old = isOld();
      }
      event.begin(ordinal);
      Problem wrong = line();
      if (wrong == null) {
        wanted = sink.test(event);
      } else if (lines.terminated() || ordinal == 1) {
        throw new ProblemException(wrong);
      } else {
        problems.addLast(cut(ordinal));
      }
    }
    if (wanted && lines.trouble() != null && lines.terminated()) {
      problems.addLast(cut(ordinal + 1));
    }
  }

  private Problem cut(long event) {
    String trouble = lines.trouble() == null ? "" : lines.trouble() + ": ";
    return lines.problem(
        lines.number(),
        "%sline %d ends inside event %d; the %d complete events before are given."
            .formatted(trouble, lines.number(), event, event - 1),
        "Copy the file again to have the rest.");
  }

  /** The second cell is a name in the newer layout and a number in the older. */
  private boolean isOld() {
    int first = end((byte) ';', lines.from());
    return first < lines.to() && isNumber(first + 1, end((byte) ';', first + 1));
  }

  private int end(byte separator, int from) {
    int at = from;
    while (at < lines.to() && lines.bytes()[at] != separator) {
      at++;
    }
    return at;
  }

  private boolean isNumber(int from, int to) {
    fields.start(lines.bytes(), Math.min(from, to), to);
    return fields.number() && !fields.hasNext();
  }

  private @Nullable Problem line() {
    String[] names = old ? OLD : NEW;
    int at = lines.from();
    for (String name : names) {
      int to = end((byte) ';', at);
      if (to == lines.to()) {
        return wrong("it ends before " + name + " does");
      }
      if (!name.equals("process") && !isNumber(at, to)) {
        return wrong("the " + name + " is \"" + fields.text() + "\", not a number");
      }
      set(name, fields.value());
      at = to + 1;
    }
    while (at < lines.to()) {
      int to = end((byte) ';', at);
      if (to == lines.to() && !lines.terminated()) {
        return wrong("it is cut");
      }
      if (to > at && !object(at, to)) {
        return wrong(
            "object %d is not %s".formatted(event.objects() + 1, old ? OLD_OBJECT : OBJECT));
      }
      at = to + 1;
    }
    return null;
  }

  private static final String[] NEW = {"id", "process", "weight", "MET", "METphi"};
  private static final String[] OLD = {"weight", "MET", "METphi"};
  private static final String OBJECT = "mark,E,pt,eta,phi";
  private static final String OLD_OBJECT = "mark,pt,eta,phi";

  private void set(String name, double value) {
    switch (name) {
      case "id" -> event.id = value;
      case "weight" -> event.weight = value;
      case "MET" -> event.met = value;
      case "METphi" -> event.metPhi = value;
      default -> {}
    }
  }

  private Problem wrong(String what) {
    return lines.problem(lines.number(), "line %d: %s.".formatted(lines.number(), what), HINT);
  }

  /** Older files write photons without a comma behind the mark. */
  private boolean object(int from, int to) {
    byte[] bytes = lines.bytes();
    int length = ObjectKind.markLength(bytes, from, to);
    int kind = ObjectKind.of(bytes, from, length);
    if (kind == ObjectKind.NONE) {
      return false;
    }
    int at = from + length;
    at += at < to && bytes[at] == ',' ? 1 : 0;
    double[] values = {Double.NaN, 0, 0, 0};
    for (int i = old ? 1 : 0; i < 4; i++) {
      int comma = Math.min(to, end((byte) ',', at));
      if (!isNumber(at, comma) || (comma == to) != (i == 3)) {
        return false;
      }
      values[i] = fields.value();
      at = comma + 1;
    }
    event.add(kind, values[0], values[1], values[2], values[3]);
    return true;
  }
}
