package org.dipscope.core.project;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Results in project files; their own JSON is embedded as it is. */
final class StoredResultJson {
  /** The field whose contents belong to the result alone. */
  static final String OUTPUT = "output";

  private StoredResultJson() {}

  static void write(StoredResult result, ObjectNode into) {
    into.put("id", result.id());
    into.put("kind", result.kind());
    into.put("createdAt", result.createdAt());
    into.put("seed", result.seed());
    into.set(OUTPUT, parse(result.json(), into));
  }

  private static JsonNode parse(String json, ObjectNode into) {
    try {
      return JsonMapper.shared().readTree(json);
    } catch (JacksonException e) {
      return into.stringNode(json); // kept as text rather than lost
    }
  }

  static StoredResult read(Fields fields) {
    JsonNode output = fields.node().get(OUTPUT);
    return new StoredResult(
        fields.text("id"),
        fields.text("kind", ""),
        fields.text("createdAt", ""),
        fields.whole("seed", 0),
        output == null ? "null" : output.isString() ? output.asString() : output.toString());
  }
}
