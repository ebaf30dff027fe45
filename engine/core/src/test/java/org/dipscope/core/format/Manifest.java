package org.dipscope.core.format;

import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is expected in the files of shared/formats, computed by other programs. */
public final class Manifest {

  private Manifest() {}

  /** The expectations for a file, such as {@code yoda/test.yoda}. */
  public static JsonNode expected(String file) {
    return entries().stream()
        .filter(entry -> entry.get("file").asString().equals("files/" + file))
        .findFirst()
        .orElseThrow()
        .get("expected");
  }

  /** All files of a format. */
  public static List<String> files(String format) {
    return entries().stream()
        .filter(entry -> entry.get("format").asString().equals(format))
        .map(entry -> entry.get("file").asString().substring("files/".length()))
        .toList();
  }

  private static List<JsonNode> entries() {
    JsonNode root =
        JsonMapper.builder().build().readTree(SharedFiles.format("files/MANIFEST.json").toFile());
    return StreamSupport.stream(root.get("files").spliterator(), false).toList();
  }
}
