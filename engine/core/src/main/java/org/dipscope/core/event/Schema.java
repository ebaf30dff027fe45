package org.dipscope.core.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds columns by name and remembers which ones an expression uses. */
final class Schema {
  private static final int LISTED = 12;

  private final List<EventColumn> columns;
  private final List<Integer> used = new ArrayList<>();

  Schema(List<EventColumn> columns) {
    this.columns = columns;
  }

  /** Positions of the used columns, in the order of their slots. */
  List<Integer> used() {
    return List.copyOf(used);
  }

  boolean has(String name) {
    return find(name) >= 0;
  }

  Node column(Complaint complaint, int at, String name) {
    int index = find(name);
    if (index < 0) {
      throw complaint.at(at, "there is no column \"" + name + "\"", suggestion(name));
    }
    EventColumn column = columns.get(index);
    if (column.type() == EventColumn.Type.TEXT) {
      throw complaint.at(
          at, "column \"" + column.name() + "\" holds text", "Use columns of numbers.");
    }
    if (!used.contains(index)) {
      used.add(index);
    }
    Node.Type type = column.type() == EventColumn.Type.TRUTH ? Node.Type.TRUTH : Node.Type.NUMBER;
    return new Node.Column(at, type, used.indexOf(index));
  }

  /** By the full name, or by the name without its unit if only one column has it; else -1. */
  private int find(String name) {
    int found = -1;
    int matches = 0;
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(name)) {
        return i;
      }
      if (columns.get(i).shortName().equals(name)) {
        found = i;
        matches++;
      }
    }
    return matches == 1 ? found : -1;
  }

  private String suggestion(String name) {
    List<String> near =
        columns.stream()
            .map(EventColumn::name)
            .filter(known -> distance(name, known) <= Math.max(2, name.length() / 3))
            .sorted(Comparator.comparingInt(known -> distance(name, known)))
            .limit(3)
            .toList();
    if (!near.isEmpty()) {
      return "Did you mean " + String.join(" or ", near) + "?";
    }
    List<String> names = columns.stream().map(EventColumn::name).limit(LISTED).toList();
    return "Columns: "
        + String.join(", ", names)
        + (columns.size() > LISTED ? " and " + (columns.size() - LISTED) + " more." : ".");
  }

  /** Edits from one name to the other (V. I. Levenshtein, 1966); case is ignored. */
  static int distance(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    int[] above = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, 1 + Math.min(above[j], row[j - 1]));
      }
      above = row;
    }
    return above[b.length()];
  }
}
