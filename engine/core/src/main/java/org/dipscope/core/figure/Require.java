package org.dipscope.core.figure;

import java.util.List;
import java.util.Objects;
import org.dipscope.core.histogram.Values;
import org.jspecify.annotations.Nullable;

/** Checks that the figure records share; every message names the field. */
final class Require {
  private Require() {}

  static <T> T present(@Nullable T value, String field) {
    if (value == null) {
      throw new IllegalArgumentException("\"" + field + "\" is missing");
    }
    return value;
  }

  static String textOrEmpty(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }

  static Values valuesOrEmpty(@Nullable Values values) {
    return Objects.requireNonNullElse(values, Values.EMPTY);
  }

  static <T> List<T> list(@Nullable List<T> items, String field) {
    List<T> copy = items == null ? List.of() : items;
    for (int i = 0; i < copy.size(); i++) {
      present((@Nullable Object) copy.get(i), field + "[" + i + "]");
    }
    return List.copyOf(copy);
  }

  static double positiveOr(double value, double fallback, String field) {
    if (value == 0) {
      return fallback;
    }
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "\"" + field + "\" must be a positive number, not " + value);
    }
    return value;
  }

  static void sameLength(Values first, String firstName, Values second, String secondName) {
    if (first.size() != second.size()) {
      throw new IllegalArgumentException(
          "\"%s\" has %d values but \"%s\" has %d"
              .formatted(firstName, first.size(), secondName, second.size()));
    }
  }

  static void emptyOrSameLength(
      Values required, String requiredName, Values optional, String name) {
    if (!optional.isEmpty()) {
      sameLength(required, requiredName, optional, name);
    }
  }

  /** Edges are finite and strictly increasing; none at all stands for an empty histogram. */
  static Values edges(@Nullable Values edges, String field) {
    Values checked = present(edges, field);
    if (checked.size() == 1) {
      throw new IllegalArgumentException("\"" + field + "\" has one entry; a bin needs two");
    }
    for (int i = 0; i < checked.size(); i++) {
      double edge = checked.get(i);
      if (!Double.isFinite(edge) || (i > 0 && edge <= checked.get(i - 1))) {
        throw new IllegalArgumentException(
            "\"%s\" must be finite and increasing, but entry %d is %s"
                .formatted(field, i + 1, edge));
      }
    }
    return checked;
  }

  static void oneLessThanEdges(Values edges, Values contents, String field) {
    int bins = Math.max(0, edges.size() - 1);
    if (contents.size() != bins) {
      throw new IllegalArgumentException(
          "\"%s\" has %d values for %d bins".formatted(field, contents.size(), bins));
    }
  }
}
