package org.dipscope.core.project;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The project file as it was read. When the project is saved, fields that this version did not
 * write are taken over from here: at the same place, and within lists at the element with the same
 * id. Fields of elements that were removed go with them.
 */
public final class Unrecognised {
  /** Of a project that was never read from a file. */
  public static final Unrecognised NOTHING =
      new Unrecognised(JsonNodeFactory.instance.objectNode());

  private static final String KIND = "kind";

  private final ObjectNode original;

  private Unrecognised(ObjectNode original) {
    this.original = original;
  }

  static Unrecognised in(ObjectNode file) {
    return new Unrecognised(file.deepCopy());
  }

  /** Adds to the written tree what it lacks. */
  void graftInto(ObjectNode written) {
    graft(original, written);
  }

  private static void graft(ObjectNode from, ObjectNode into) {
    if (into.has(KIND) && !into.get(KIND).equals(from.get(KIND))) {
      return; // another thing stands at this place now
    }
    for (Map.Entry<String, JsonNode> field : from.properties()) {
      JsonNode known = into.get(field.getKey());
      if (field.getKey().equals(StoredResultJson.OUTPUT)) {
        continue; // as opaque as it was written
      }
      if (known == null) {
        into.set(field.getKey(), field.getValue().deepCopy());
      } else if (known instanceof ObjectNode target && field.getValue() instanceof ObjectNode old) {
        graft(old, target);
      } else if (known instanceof ArrayNode targets && field.getValue() instanceof ArrayNode olds) {
        graftById(olds, targets);
      }
    }
  }

  private static void graftById(ArrayNode from, ArrayNode into) {
    Map<String, ObjectNode> byId = new HashMap<>();
    for (JsonNode element : from) {
      if (element instanceof ObjectNode object && object.hasNonNull("id")) {
        byId.put(object.get("id").toString(), object);
      }
    }
    for (JsonNode element : into) {
      if (element instanceof ObjectNode object && object.hasNonNull("id")) {
        ObjectNode old = byId.get(object.get("id").toString());
        if (old != null) {
          graft(old, object);
        }
      }
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Unrecognised that && original.equals(that.original);
  }

  @Override
  public int hashCode() {
    return original.hashCode();
  }

  @Override
  public String toString() {
    return "fields read from the file";
  }
}
