package org.dipscope.core.project;

import java.util.List;
import java.util.Optional;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.neyman.FocusShape;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * That the data of a model were looked at, and what had been decided before: a focus chosen
 * afterwards would not cover. Kept among the results of a project.
 *
 * @param model the name of the model
 * @param parameter its parameter of interest
 * @param shape the shape of the focus; null if none was chosen
 * @param numbers the numbers of the focus
 * @param levels confidence levels
 * @param method where critical values come from, as the command line calls it
 * @param toys how many, 0 for none
 * @param seed of the toys
 * @param at time in ISO 8601, UTC
 * @param seenBefore whether the data had been shown without a focus before
 */
public record Unblinding(
    String model,
    String parameter,
    @Nullable FocusShape shape,
    Values numbers,
    Values levels,
    String method,
    int toys,
    long seed,
    String at,
    boolean seenBefore) {
  private static final String KIND = "unblinding";

  /** As a result with an id of the project. */
  public StoredResult result(String id) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("model", model);
    json.put("poi", parameter);
    if (shape != null) {
      ObjectNode focus = json.putObject("focus");
      focus.put("shape", shape.label());
      put(focus.putArray("numbers"), numbers);
    }
    put(json.putArray("levels"), levels);
    json.put("method", method);
    json.put("toys", toys);
    json.put("dataSeenBefore", seenBefore);
    return new StoredResult(id, KIND, at, seed, json.toString());
  }

  private static void put(ArrayNode array, Values values) {
    for (double value : values.toArray()) {
      array.add(value);
    }
  }

  /** When the data of a model were looked at with a parameter in mind, the first time first. */
  public static List<Unblinding> in(Workspace workspace, String model, String parameter) {
    return workspace.results().stream()
        .flatMap(result -> of(result).stream())
        .filter(one -> one.model.equals(model) && one.parameter.equals(parameter))
        .toList();
  }

  private static Optional<Unblinding> of(StoredResult result) {
    if (!result.kind().equals(KIND)) {
      return Optional.empty();
    }
    try {
      JsonNode json = JsonMapper.shared().readTree(result.json());
      JsonNode focus = json.path("focus");
      return Optional.of(
          new Unblinding(
              json.path("model").asString(""),
              json.path("poi").asString(""),
              FocusShape.of(focus.path("shape").asString("")).orElse(null),
              values(focus.path("numbers")),
              values(json.path("levels")),
              json.path("method").asString(""),
              json.path("toys").asInt(0),
              result.seed(),
              result.createdAt(),
              json.path("dataSeenBefore").asBoolean(false)));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static Values values(JsonNode array) {
    return Values.of(array.valueStream().mapToDouble(n -> n.asDouble(Double.NaN)).toArray());
  }
}
