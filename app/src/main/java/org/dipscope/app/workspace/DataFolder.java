package org.dipscope.app.workspace;

import java.nio.file.Path;
import java.util.Map;

/** Where a program keeps on this system what a user made and did not name. */
public final class DataFolder {
  private DataFolder() {}

  /** The folder of this program. */
  public static Path usual(Map<String, String> environment, String home) {
    String windows = environment.get("LOCALAPPDATA");
    String xdg = environment.get("XDG_DATA_HOME");
    Path base =
        windows != null
            ? Path.of(windows)
            : xdg != null && !xdg.isEmpty() ? Path.of(xdg) : Path.of(home, ".local", "share");
    return base.resolve("dipscope");
  }
}
