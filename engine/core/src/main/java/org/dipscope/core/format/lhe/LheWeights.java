package org.dipscope.core.format.lhe;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dipscope.core.format.particle.LineFields;
import org.dipscope.core.format.particle.TextLines;

/**
 * The further weights of events by name: {@code <wgt id='NAME'>} as {@code weight_NAME}, and the
 * nameless ones of {@code <weights>} as {@code weights_1} and so on. Events may have some of them
 * only. Names are found in the header and the first events; what appears later has no column.
 */
final class LheWeights {
  private static final int MOST = 20_000;
  private static final int LONGEST_NAME = 200;
  private static final int LATE_SHOWN = 5;

  private final List<String> columns = new ArrayList<>();
  private final List<byte[]> names = new ArrayList<>();
  private final Map<String, Integer> slots = new HashMap<>();
  private final Set<String> late = new TreeSet<>();
  private boolean growing = true;
  private int expected;
  private int position;

  /** A set of weights without any. */
  LheWeights() {}

  /** The same columns for another reading; no more are added. */
  LheWeights frozen() {
    LheWeights copy = new LheWeights();
    for (int i = 0; i < columns.size(); i++) {
      copy.columns.add(columns.get(i));
      copy.names.add(names.get(i));
      copy.slots.put(columns.get(i), i);
    }
    copy.growing = false;
    return copy;
  }

  /** How many columns there are. */
  int count() {
    return columns.size();
  }

  List<String> columns() {
    return List.copyOf(columns);
  }

  /** Names met after the columns were fixed, some of them. */
  Set<String> late() {
    return Set.copyOf(late);
  }

  void begin() {
    expected = 0;
    position = 0;
  }

  /** Declares the weight of a line {@code <weight id='NAME'>} of the header. */
  void declare(TextLines lines, int tag) {
    byte[] bytes = lines.bytes();
    int from = afterId(bytes, tag, lines.to());
    if (from > 0) {
      slot(bytes, from, indexOf(bytes, bytes[from - 1], from, lines.to()));
    }
  }

  /**
   * Reads all {@code <wgt>} of a line into an event; false if one of them is no number.
   *
   * @param at where to start
   */
  boolean readNamed(TextLines lines, int at, LineFields fields, LheEvent event) {
    byte[] bytes = lines.bytes();
    int to = lines.to();
    boolean good = true;
    int tag = at;
    while (tag < to) {
      if (lines.hasAt(tag, "<wgt")) {
        int name = afterId(bytes, tag, to);
        int nameEnd = name < 0 ? to : indexOf(bytes, bytes[name - 1], name, to);
        int value = indexOf(bytes, (byte) '>', nameEnd, to) + 1;
        int end = indexOf(bytes, (byte) '<', Math.min(value, to), to);
        fields.start(bytes, Math.min(value, to), end);
        if (name < 0 || !fields.number()) {
          good = false;
        } else {
          set(event, slot(bytes, name, nameEnd), fields.value());
        }
        tag = end;
      } else {
        tag = indexOf(bytes, (byte) '<', tag + 1, to);
      }
    }
    return good;
  }

  /** Reads nameless weights between two places of a line; false if one of them is no number. */
  boolean readNameless(byte[] bytes, int from, int to, LineFields fields, LheEvent event) {
    fields.start(bytes, from, to);
    while (fields.hasNext()) {
      if (!fields.number()) {
        return false;
      }
      position++;
      set(event, slotOf("weights_" + position, new byte[0]), fields.value());
    }
    return true;
  }

  private static void set(LheEvent event, int slot, double value) {
    if (slot >= 0) {
      event.setExtra(slot, value);
    }
  }

  /** Weights mostly come in the same order in each event. */
  private int slot(byte[] bytes, int from, int to) {
    if (expected < names.size()) {
      byte[] guess = names.get(expected);
      if (Arrays.equals(guess, 0, guess.length, bytes, from, to)) {
        return expected++;
      }
    }
    int length = Math.min(to - from, LONGEST_NAME);
    byte[] name = Arrays.copyOfRange(bytes, from, from + length);
    int slot = slotOf("weight_" + new String(name, StandardCharsets.UTF_8).strip(), name);
    if (slot >= 0) {
      expected = slot + 1;
    }
    return slot;
  }

  private int slotOf(String column, byte[] name) {
    Integer known = slots.get(column);
    if (known != null) {
      return known;
    }
    if (!growing || columns.size() >= MOST) {
      if (late.size() < LATE_SHOWN) {
        late.add(column);
      }
      return -1;
    }
    columns.add(column);
    names.add(name);
    slots.put(column, columns.size() - 1);
    return columns.size() - 1;
  }

  /** Behind the quote that opens the value of the attribute id of a tag, or −1. */
  private static int afterId(byte[] bytes, int tag, int to) {
    for (int i = tag; i + 3 < to && bytes[i] != '>'; i++) {
      boolean start = bytes[i] == ' ' || bytes[i] == '\t';
      if (start && bytes[i + 1] == 'i' && bytes[i + 2] == 'd') {
        int at = i + 3;
        while (at < to && (bytes[at] == ' ' || bytes[at] == '=')) {
          at++;
        }
        return at < to && (bytes[at] == '\'' || bytes[at] == '"') ? at + 1 : -1;
      }
    }
    return -1;
  }

  static int indexOf(byte[] bytes, byte wanted, int from, int to) {
    int at = from;
    while (at < to && bytes[at] != wanted) {
      at++;
    }
    return at;
  }
}
