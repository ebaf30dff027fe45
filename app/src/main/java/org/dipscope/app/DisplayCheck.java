package org.dipscope.app;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds out, before JavaFX starts, why a window could not open, and says it in one sentence. */
final class DisplayCheck {
  private static final List<String> LINUX_LIBRARIES =
      List.of("libgtk-3.so.0", "libXtst.so.6", "libpangoft2-1.0.so.0", "libXxf86vm.so.1");

  private DisplayCheck() {}

  /** Why no window can open here, or nothing. */
  static Optional<String> obstacle(Map<String, String> environment) {
    boolean linux = System.getProperty("os.name", "").startsWith("Linux");
    boolean headlessGlass = System.getProperty("glass.platform") != null;
    if (!linux || headlessGlass) {
      return Optional.empty();
    }
    if (environment.getOrDefault("DISPLAY", "").isEmpty()) {
      return Optional.of(
          "Dipscope cannot open a window because there is no display (DISPLAY is not set): log in"
              + " to a desktop, use ssh -X, or use the commands listed by --help, which need"
              + " none.");
    }
    List<String> missing = LINUX_LIBRARIES.stream().filter(name -> !isInstalled(name)).toList();
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Dipscope cannot open a window because the system lacks "
                + String.join(", ", missing)
                + ": install GTK 3 and the X11 libraries (on Debian and Ubuntu: apt-get install"
                + " libgtk-3-0 libxtst6 libxxf86vm1).");
  }

  @SuppressWarnings("restricted") // only asks whether the library is there
  private static boolean isInstalled(String library) {
    try (Arena arena = Arena.ofConfined()) {
      SymbolLookup.libraryLookup(library, arena);
      return true;
    } catch (IllegalArgumentException absent) {
      return false;
    }
  }
}
