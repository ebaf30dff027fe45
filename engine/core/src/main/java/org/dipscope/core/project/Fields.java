package org.dipscope.core.project;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One object of a project file, read field by field. What is missing takes its start value; what
 * has the wrong type is a problem that names its place, such as {@code models[0].first.massGeV}.
 */
record Fields(String file, String path, ObjectNode node) {
  /** JSON has no such numbers; as texts they survive. */
  private static final Map<String, Double> NOT_FINITE =
      Map.of(
          "NaN", Double.NaN,
          "Infinity", Double.POSITIVE_INFINITY,
          "-Infinity", Double.NEGATIVE_INFINITY);

  Fields object(String name) {
    JsonNode value = node.get(name);
    if (value == null || value.isNull()) {
      return new Fields(file, at(name), JsonNodeFactory.instance.objectNode());
    }
    return child(at(name), value);
  }

  @Nullable Fields objectOrNull(String name) {
    JsonNode value = node.get(name);
    return value == null || value.isNull() ? null : child(at(name), value);
  }

  private Fields child(String where, JsonNode value) {
    if (value instanceof ObjectNode object) {
      return new Fields(file, where, object);
    }
    throw wrong(where, value, "an object");
  }

  <T> List<T> list(String name, Function<Fields, T> reader) {
    JsonNode value = node.get(name);
    List<T> list = new ArrayList<>();
    if (value != null && !value.isNull()) {
      if (!value.isArray()) {
        throw wrong(at(name), value, "a list");
      }
      int i = 0;
      for (JsonNode element : value) {
        list.add(reader.apply(child(at(name) + "[" + i++ + "]", element)));
      }
    }
    return list;
  }

  List<String> texts(String name) {
    JsonNode value = node.get(name);
    List<String> texts = new ArrayList<>();
    if (value != null && !value.isNull()) {
      if (!value.isArray()) {
        throw wrong(at(name), value, "a list");
      }
      for (JsonNode element : value) {
        if (!element.isString()) {
          throw wrong(at(name) + "[" + texts.size() + "]", element, "text");
        }
        texts.add(element.asString());
      }
    }
    return texts;
  }

  <T> Map<String, T> map(String name, BiFunction<Fields, String, T> reader) {
    Fields object = object(name);
    Map<String, T> map = new LinkedHashMap<>();
    for (String key : object.node.propertyNames()) {
      map.put(key, reader.apply(object, key));
    }
    return map;
  }

  String text(String name, String otherwise) {
    JsonNode value = node.get(name);
    if (value == null || value.isNull()) {
      return otherwise;
    }
    if (!value.isString()) {
      throw wrong(at(name), value, "text");
    }
    return value.asString();
  }

  String text(String name) {
    if (!node.hasNonNull(name)) {
      throw missing(name);
    }
    return text(name, "");
  }

  boolean flag(String name, boolean otherwise) {
    JsonNode value = node.get(name);
    if (value == null || value.isNull()) {
      return otherwise;
    }
    if (!value.isBoolean()) {
      throw wrong(at(name), value, "true or false");
    }
    return value.booleanValue();
  }

  double number(String name, double otherwise) {
    Double value = numberOrNull(name);
    return value == null ? otherwise : value;
  }

  @Nullable Double numberOrNull(String name) {
    JsonNode value = node.get(name);
    return value == null || value.isNull() ? null : number(at(name), value);
  }

  private double number(String where, JsonNode value) {
    Double notFinite = value.isString() ? NOT_FINITE.get(value.asString()) : null;
    if (notFinite != null) {
      return notFinite;
    }
    if (!value.isNumber()) {
      throw wrong(where, value, "a number");
    }
    return value.doubleValue();
  }

  long whole(String name, long otherwise) {
    JsonNode value = node.get(name);
    if (value == null || value.isNull()) {
      return otherwise;
    }
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw wrong(at(name), value, "a whole number");
    }
    return value.longValue();
  }

  int count(String name, int otherwise) {
    long value = whole(name, otherwise);
    if (value < 0 || value > Integer.MAX_VALUE) {
      throw wrong(at(name), node.get(name), "a whole number that is not negative");
    }
    return (int) value;
  }

  Values values(String name) {
    JsonNode value = node.get(name);
    if (value == null || value.isNull()) {
      throw missing(name);
    }
    if (!value.isArray()) {
      throw wrong(at(name), value, "a list of numbers");
    }
    double[] values = new double[value.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = number(at(name) + "[" + i + "]", value.get(i));
    }
    return Values.of(values);
  }

  <E extends Enum<E>> E choice(String name, E otherwise) {
    String text = text(name, word(otherwise));
    E[] constants = otherwise.getDeclaringClass().getEnumConstants();
    List<String> words = new ArrayList<>();
    for (E constant : constants) {
      if (word(constant).equals(text)) {
        return constant;
      }
      words.add(word(constant));
    }
    throw wrong(at(name), node.get(name), "one of " + String.join(", ", words));
  }

  /** The spelling of an enum constant in files: TAN_BETA is tan-beta. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static void put(ObjectNode into, String name, @Nullable Double value) {
    if (value == null) {
      into.putNull(name);
    } else {
      into.put(name, value.doubleValue());
    }
  }

  static void put(ObjectNode into, String name, Values values) {
    var array = into.putArray(name);
    for (int i = 0; i < values.size(); i++) {
      array.add(values.get(i));
    }
  }

  /** A complaint about this object from whoever interprets it, with the place added. */
  ProblemException at(ProblemException cause) {
    return new ProblemException(
        Problem.badInput(
            file + ", " + path + ": " + cause.problem().message(), cause.problem().hint(), file, 0),
        cause);
  }

  private String at(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private ProblemException missing(String name) {
    return new ProblemException(
        Problem.badInput(
            file + ": " + at(name) + " is missing.",
            "Restore the project from its backup, the file with .bak at the end.",
            file,
            0));
  }

  private ProblemException wrong(String where, @Nullable JsonNode found, String expected) {
    String text = String.valueOf(found);
    String shown = text.length() <= 60 ? text : text.substring(0, 60) + "…";
    return new ProblemException(
        Problem.badInput(
            file + ": " + where + " is " + shown + ", expected " + expected + ".",
            "Correct the value, or restore the project from its backup, the file with .bak at the"
                + " end.",
            file,
            0));
  }
}
