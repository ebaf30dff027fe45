package org.dipscope.core.format.root;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * An object as the streamer information describes it: members by name, those of the base classes
 * included. Values are Long, Double, String, long[], double[], {@link RootObject}, {@link
 * EmbeddedBasket}, or a list of objects with nulls under the name {@link #ITEMS}.
 */
final class RootObject {
  static final String ITEMS = "items";

  private final String className;
  private final Place place;
  private final Map<String, Object> members = new HashMap<>();
  private @Nullable ProblemException failure;

  RootObject(String className, Place place) {
    this.className = className;
    this.place = place;
  }

  String className() {
    return className;
  }

  Place place() {
    return place;
  }

  void put(String name, @Nullable Object value) {
    if (value != null) {
      members.put(name, value);
    }
  }

  /** Marks the object as not readable; whoever needs a member of it learns why. */
  void fail(ProblemException reason) {
    failure = reason;
  }

  boolean has(String name) {
    return members.containsKey(name);
  }

  /** Whatever stands under the name. */
  @Nullable Object value(String name) {
    return members.get(name);
  }

  <T> T value(String name, Class<T> type) {
    Object value = member(name);
    if (type.isInstance(value)) {
      return type.cast(value);
    }
    throw wrong(name, type.getSimpleName());
  }

  /** A whole number; files of ROOT 3 to 5 hold large ones in double precision. */
  long integer(String name) {
    return switch (member(name)) {
      case Long value -> value;
      case Double value when value == Math.rint(value) -> value.longValue();
      default -> throw wrong(name, "integer");
    };
  }

  /** An integer that must fit 32 bits and not be negative. */
  int count(String name) {
    long value = integer(name);
    if (value < 0 || value > Integer.MAX_VALUE) {
      throw place.damaged("has the impossible value " + value + " for " + label(name));
    }
    return (int) value;
  }

  long integer(String name, long otherwise) {
    return has(name) ? integer(name) : otherwise;
  }

  double number(String name) {
    return switch (member(name)) {
      case Double value -> value;
      case Long value -> value;
      default -> throw wrong(name, "number");
    };
  }

  String text(String name) {
    if (member(name) instanceof String value) {
      return value;
    }
    throw wrong(name, "text");
  }

  /** Numbers as double precision; integers are converted. */
  double[] doubles(String name) {
    return switch (member(name)) {
      case double[] values -> values;
      case long[] values -> widened(values);
      default -> throw wrong(name, "row of numbers");
    };
  }

  long[] integers(String name) {
    if (member(name) instanceof long[] values) {
      return values;
    }
    throw wrong(name, "row of integers");
  }

  RootObject object(String name) {
    if (member(name) instanceof RootObject value) {
      return value;
    }
    throw wrong(name, "object");
  }

  @Nullable RootObject objectOrNull(String name) {
    return members.get(name) instanceof RootObject value ? value : null;
  }

  /** The items of a collection member; empty if the member is absent. */
  List<@Nullable Object> items(String name) {
    RootObject collection = objectOrNull(name);
    return collection == null ? List.of() : collection.items();
  }

  /** The items of this collection. */
  @SuppressWarnings("unchecked")
  List<@Nullable Object> items() {
    if (member(ITEMS) instanceof List<?> list) {
      return (List<@Nullable Object>) list;
    }
    throw wrong(ITEMS, "list");
  }

  private Object member(String name) {
    Object value = members.get(name);
    if (value != null) {
      return value;
    }
    if (failure != null) {
      throw failure;
    }
    throw place.damaged("lacks the member " + label(name));
  }

  private ProblemException wrong(String name, String expected) {
    return place.damaged("has no " + expected + " in " + label(name));
  }

  private String label(String name) {
    return className + "::" + name;
  }

  private static double[] widened(long[] values) {
    double[] wide = new double[values.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = values[i];
    }
    return wide;
  }
}
