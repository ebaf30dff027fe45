package org.dipscope.core.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds columns and objects by name and remembers which columns an expression uses. */
final class Schema {
  private static final int AMBIGUOUS = -1;
  private static final int LISTED = 12;
  private static final int LONGEST_ROW = 1000;
  private static final Pattern POSITION = Pattern.compile("(.+)\\[([0-9]{1,4})]");

  private final List<EventColumn> columns;
  private final List<Integer> used = new ArrayList<>();
  private final Map<String, Integer> exact = new HashMap<>();
  private final Map<String, Integer> shortened = new HashMap<>();
  private final Map<String, List<Integer>> rows;
  private @Nullable Map<String, ObjectColumns> objects;

  Schema(List<EventColumn> columns) {
    this.columns = columns;
    for (int i = 0; i < columns.size(); i++) {
      exact.putIfAbsent(columns.get(i).name(), i);
      shortened.merge(columns.get(i).shortName(), i, (first, second) -> AMBIGUOUS);
    }
    this.rows = rows(columns);
  }

  /** Columns x[0], x[1], … of one type and without a gap, under the name x. */
  private static Map<String, List<Integer>> rows(List<EventColumn> columns) {
    Map<String, List<Integer>> rows = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      EventColumn column = columns.get(i);
      Matcher matcher = POSITION.matcher(column.name());
      if (column.shape() == EventColumn.Shape.SINGLE && matcher.matches()) {
        List<Integer> row = rows.computeIfAbsent(matcher.group(1), name -> new ArrayList<>());
        if (row.size() == Integer.parseInt(matcher.group(2))
            && (row.isEmpty() || columns.get(row.getFirst()).type() == column.type())) {
          row.add(i);
        }
      }
    }
    rows.values().removeIf(row -> row.isEmpty() || row.size() > LONGEST_ROW);
    return rows;
  }

  /** Positions of the used columns, in the order of their slots. */
  List<Integer> used() {
    return List.copyOf(used);
  }

  boolean has(String name) {
    return find(name) >= 0 || rows.containsKey(name);
  }

  /** The names of columns x[0], x[1], … together. */
  List<String> rowNames() {
    return rows.keySet().stream().filter(name -> find(name) < 0).toList();
  }

  /** Objects by name. */
  Map<String, ObjectColumns> objects() {
    Map<String, ObjectColumns> known = objects;
    if (known == null) {
      List<ObjectColumns.Candidate> names = new ArrayList<>();
      for (EventColumn column : columns) {
        if (column.type() == EventColumn.Type.NUMBER && find(column.shortName()) >= 0) {
          boolean list = column.shape() == EventColumn.Shape.LIST;
          names.add(new ObjectColumns.Candidate(column.shortName(), list));
        }
      }
      rowNames().forEach(name -> names.add(new ObjectColumns.Candidate(name, true)));
      known = ObjectColumns.find(names);
      objects = known;
    }
    return known;
  }

  /** The longest column name with a bracket that stands in a text at a position, else null. */
  @Nullable String bracketedAt(String text, int at) {
    @Nullable String longest = null;
    for (EventColumn column : columns) {
      String name = column.name();
      if (name.indexOf('[') > 0
          && name.endsWith("]")
          && (longest == null || name.length() > longest.length())
          && text.startsWith(name, at)) {
        longest = name;
      }
    }
    return longest;
  }

  Node column(Complaint complaint, int at, String name) {
    int index = find(name);
    if (index < 0) {
      List<Integer> row = rows.get(name);
      if (row != null) {
        return row(complaint, at, row);
      }
      throw complaint.at(at, "there is no column \"" + name + "\"", suggestion(name));
    }
    EventColumn column = usable(complaint, at, index);
    Node.Kind kind = kind(column);
    boolean list = column.shape() == EventColumn.Shape.LIST;
    return new Node.Column(at, Node.Type.of(kind, list), slot(index));
  }

  private Node row(Complaint complaint, int at, List<Integer> row) {
    Node.Kind kind = kind(usable(complaint, at, row.getFirst()));
    return new Node.Row(at, Node.Type.of(kind, true), row.stream().map(this::slot).toList());
  }

  private static Node.Kind kind(EventColumn column) {
    return column.type() == EventColumn.Type.TRUTH ? Node.Kind.TRUTH : Node.Kind.NUMBER;
  }

  private EventColumn usable(Complaint complaint, int at, int index) {
    EventColumn column = columns.get(index);
    if (column.type() == EventColumn.Type.TEXT) {
      throw complaint.at(
          at, "column \"" + column.name() + "\" holds text", "Use columns of numbers.");
    }
    return column;
  }

  private int slot(int index) {
    if (!used.contains(index)) {
      used.add(index);
    }
    return used.indexOf(index);
  }

  /** By the full name, or by the name without its unit if only one column has it; else -1. */
  private int find(String name) {
    Integer index = exact.get(name);
    return index != null ? index : shortened.getOrDefault(name, AMBIGUOUS);
  }

  private String suggestion(String name) {
    List<String> near =
        Stream.concat(columns.stream().map(EventColumn::name), objects().keySet().stream())
            .distinct()
            .filter(known -> Closeness.edits(name, known) <= Math.max(2, name.length() / 3))
            .sorted(Comparator.comparingInt(known -> Closeness.edits(name, known)))
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
}
