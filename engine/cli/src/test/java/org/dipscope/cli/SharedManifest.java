package org.dipscope.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files of other projects, which stay outside this one; tests that need them skip without them. */
final class SharedManifest {
  private SharedManifest() {}

  /** A file under shared/formats beside the project or further up. */
  static Path file(String name) {
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      Path candidate = folder.resolve("shared/formats").resolve(name);
      if (Files.exists(candidate)) {
        return candidate;
      }
    }
    assumeTrue(false, "shared/formats/" + name + " is not there");
    return Path.of(name);
  }

  static JsonNode read(String name) {
    return JsonMapper.shared().readTree(file(name).toFile());
  }
}
