package org.dipscope.core.format;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Files of other projects that stay outside this one; tests that need them skip without them. */
public final class SharedFiles {

  private SharedFiles() {}

  /** A file under shared/formats beside the project or further up. */
  public static Path format(String name) {
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      Path candidate = folder.resolve("shared/formats").resolve(name);
      if (Files.exists(candidate)) {
        return candidate;
      }
    }
    assumeTrue(false, "shared/formats/" + name + " is not there");
    return Path.of(name);
  }
}
