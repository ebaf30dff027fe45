package org.dipscope.core.format.root;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dipscope.core.format.SharedFiles;
import org.junit.jupiter.params.provider.Arguments;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an independent reader found in the real files. */
final class Manifest {
  private Manifest() {}

  /** The entries of a format, as (name, file, expected). */
  static Stream<Arguments> entries(String format) {
    Path list = SharedFiles.format("files/MANIFEST.json");
    List<Arguments> entries = new ArrayList<>();
    for (JsonNode file : JsonMapper.shared().readTree(list.toFile()).get("files")) {
      if (file.get("format").asString().equals(format)) {
        Path path = SharedFiles.format(file.get("file").asString());
        entries.add(Arguments.of(path.getFileName().toString(), path, file.get("expected")));
      }
    }
    return entries.stream();
  }
}
