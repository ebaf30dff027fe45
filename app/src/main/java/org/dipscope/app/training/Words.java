package org.dipscope.app.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dipscope.core.problem.Problem;
import org.dipscope.neural.significance.TrainingProgress;

/** What the status line and complaints say. */
final class Words {
  private static final double GIGA = 1e9;

  private Words() {}

  /** With narrow gaps between thousands. */
  static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number).replace(',', '\u202f');
  }

  /** A time to wait. */
  static String time(double seconds) {
    if (!(seconds < 360_000)) {
      return "long";
    }
    if (seconds < 90) {
      return Math.max(1, Math.round(seconds)) + " s";
    }
    long minutes = Math.round(seconds / 60);
    return minutes < 90 ? minutes + " min" : String.format(Locale.ROOT, "%.1f h", minutes / 60.0);
  }

  /** How fast it goes, and what it needs. */
  static List<String> status(TrainingProgress now) {
    List<String> words = new ArrayList<>();
    words.add("step " + grouped(now.step()) + " of " + grouped(now.steps()));
    words.add(grouped(Math.round(now.histogramsPerSecond())) + " histograms/s");
    words.add(time(now.secondsLeft()) + " left");
    words.add(String.format(Locale.ROOT, "%.2f GB heap", now.memoryBytes() / GIGA));
    words.add(String.format(Locale.ROOT, "%.0f %% waiting for histograms", 100 * now.waiting()));
    return words;
  }

  /** What is wrong and what to do; the place is on the screen. */
  static String complaint(Problem problem) {
    return (problem.message() + " " + problem.hint()).replaceFirst("^configuration\\.json, ", "");
  }
}
