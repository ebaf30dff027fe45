package org.dipscope.app.workspace;

import java.nio.file.Path;
import java.util.Map;

/** Where a program keeps on this system what it can make again. */
public final class CacheFolder {
  private CacheFolder() {}

  /** The folder of this program. */
  public static Path usual(Map<String, String> environment, String home) {
    String windows = environment.get("LOCALAPPDATA");
    String xdg = environment.get("XDG_CACHE_HOME");
    Path base =
        windows != null
            ? Path.of(windows)
            : xdg != null && !xdg.isEmpty() ? Path.of(xdg) : Path.of(home, ".cache");
    return base.resolve("dipscope");
  }
}
