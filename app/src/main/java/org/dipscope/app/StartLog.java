package org.dipscope.app;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/**
 * Writes to the console, with {@code -Ddipscope.debug=true}, when the first frame and the first
 * results are there, and what layout and painting cost the thread that draws.
 */
final class StartLog {
  private final boolean wanted = Boolean.getBoolean("dipscope.debug");
  private final Instant start =
      ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
  private long layoutStart;
  private boolean first = true;

  /** Follows a workbench; does nothing unless it was asked for. */
  void watch(Composition parts) {
    if (!wanted) {
      return;
    }
    Scene scene = parts.scene();
    scene.addPreLayoutPulseListener(() -> layoutStart = System.nanoTime());
    scene.addPostLayoutPulseListener(this::afterLayout);
    parts.results().spectrumProperty().subscribe(now -> sayOnce(now, "spectrum"));
    parts.results().surfaceProperty().subscribe(now -> sayOnce(now, "surface"));
  }

  private void afterLayout() {
    double millis = (System.nanoTime() - layoutStart) * 1e-6;
    if (first) {
      say("first frame");
    }
    first = false;
    if (millis > 1) {
      System.err.printf(Locale.ROOT, "layout and painting %.1f ms%n", millis);
    }
  }

  private void sayOnce(@Nullable Object result, String what) {
    if (result != null) {
      say(what);
    }
  }

  /** Says how long after the start of the process something is reached. */
  void say(String what) {
    if (wanted) {
      double seconds = 1e-3 * Duration.between(start, Instant.now()).toMillis();
      System.err.printf(Locale.ROOT, "%s after %.2f s%n", what, seconds);
    }
  }
}
