package org.dipscope.core.selection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@link SelectionSettings} as JSON; what a text leaves out keeps its standard value. */
public final class SelectionJson {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final long LARGEST_FILE = 1 << 20;
  private static final String HINT =
      "Print the standard settings with 'dipscope categories --show-config' and change those.";

  private SelectionJson() {}

  /** All settings, with line breaks. */
  public static String write(SelectionSettings settings) {
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(settings);
  }

  /**
   * Settings from a file.
   *
   * @throws ProblemException if it cannot be read, or something in it is no setting
   */
  public static SelectionSettings read(Path file) {
    String name = String.valueOf(file.getFileName());
    try {
      if (Files.size(file) > LARGEST_FILE) {
        throw problem(name, "it is larger than 1 MiB", null);
      }
      return read(Files.readString(file), name);
    } catch (IOException e) {
      throw problem(name, "it cannot be read", e);
    }
  }

  /**
   * Settings from text.
   *
   * @param source where it comes from, for messages
   * @throws ProblemException if something in it is no setting
   */
  public static SelectionSettings read(String json, String source) {
    return read(json, source, SelectionSettings.STANDARD);
  }

  private static SelectionSettings read(String json, String source, SelectionSettings start) {
    ObjectNode settings = MAPPER.valueToTree(start);
    try {
      JsonNode given = MAPPER.readTree(json);
      if (!(given instanceof ObjectNode object)) {
        throw problem(source, "it is no JSON object", null);
      }
      merge(settings, object, "", source);
      return MAPPER.treeToValue(settings, SelectionSettings.class);
    } catch (JacksonException e) {
      for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
        if (cause instanceof ProblemException setting) {
          throw new ProblemException(
              Problem.badInput(
                  source + ": " + setting.problem().message(), setting.problem().hint(), source, 0),
              e);
        }
      }
      throw problem(source, String.valueOf(e.getOriginalMessage()), e);
    }
  }

  /**
   * The same settings with one of them changed.
   *
   * @param place such as {@code jet.ptGeV}
   * @param value as JSON, such as {@code 30} or {@code true}
   * @throws ProblemException if there is no such setting, or it cannot have this value
   */
  public static SelectionSettings with(SelectionSettings settings, String place, String value) {
    String json = value;
    String[] names = place.split("\\.", -1);
    for (int i = names.length - 1; i >= 0; i--) {
      json = "{\"" + names[i] + "\":" + json + "}";
    }
    return read(json, place, settings);
  }

  /** The value of one setting as JSON. */
  public static String get(SelectionSettings settings, String place) {
    JsonNode node = MAPPER.valueToTree(settings);
    for (String name : place.split("\\.", -1)) {
      node = node.path(name);
    }
    return node.toString();
  }

  private static void merge(ObjectNode into, ObjectNode given, String path, String source) {
    for (String name : given.propertyNames()) {
      String place = path.isEmpty() ? name : path + "." + name;
      JsonNode old = into.get(name);
      JsonNode value = given.get(name);
      if (old == null) {
        throw problem(
            source,
            place + " is no setting; there are " + String.join(", ", into.propertyNames()),
            null);
      }
      if (old instanceof ObjectNode inner && value instanceof ObjectNode change) {
        merge(inner, change, place, source);
      } else if (isAlike(old, value)) {
        into.set(name, value);
      } else {
        throw problem(source, place + " is " + value + ", but should be like " + old, null);
      }
    }
  }

  private static boolean isAlike(JsonNode old, JsonNode value) {
    if (old.isIntegralNumber()) {
      return value.isIntegralNumber();
    }
    if (old.isArray() && value.isArray()) {
      for (JsonNode element : value) {
        if (!element.isNumber()) {
          return false;
        }
      }
      return true;
    }
    return old.isNumber() ? value.isNumber() : old.getNodeType() == value.getNodeType();
  }

  private static ProblemException problem(String source, String what, @Nullable Throwable cause) {
    String sentence = what.endsWith(".") ? what : what + ".";
    return new ProblemException(Problem.badInput(source + ": " + sentence, HINT, source, 0), cause);
  }
}
