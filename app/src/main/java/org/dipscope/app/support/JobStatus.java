package org.dipscope.app.support;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a job stands.
 *
 * @param state its phase
 * @param fraction the part done, 0 to 1, or NaN while that is not known
 * @param note what it is doing, may be empty
 * @param remaining the estimated time left, or null while there is no honest estimate
 */
public record JobStatus(State state, double fraction, String note, @Nullable Duration remaining) {
  private static final Duration FIRST_ESTIMATE = Duration.ofSeconds(1);
  private static final double LEAST_FRACTION = 0.01;

  /** The phases of a job. */
  public enum State {
    /** Waits for a free thread. */
    WAITING,
    /** Computes. */
    RUNNING,
    /** Finished with a result. */
    DONE,
    /** Stopped by the user. */
    CANCELLED,
    /** Stopped by an error. */
    FAILED
  }

  static final JobStatus WAITING = new JobStatus(State.WAITING, 0, "", null);

  /** Running, with the time left estimated from the time taken so far. */
  static JobStatus running(double fraction, String note, Duration elapsed) {
    double done = Double.isNaN(fraction) ? Double.NaN : Math.clamp(fraction, 0, 1);
    boolean noEstimate =
        !(done >= LEAST_FRACTION) || done == 1 || elapsed.compareTo(FIRST_ESTIMATE) < 0;
    Duration left =
        noEstimate ? null : Duration.ofNanos((long) (elapsed.toNanos() * (1 - done) / done));
    return new JobStatus(State.RUNNING, done, note, left);
  }

  JobStatus ended(State end) {
    return new JobStatus(end, end == State.DONE ? 1 : fraction, note, null);
  }

  /** Whether the job is neither waiting nor running. */
  public boolean isOver() {
    return state != State.WAITING && state != State.RUNNING;
  }

  /** One short phrase, such as {@code 43 %, 2 min left}. */
  public String text() {
    return switch (state) {
      case WAITING -> "waiting";
      case RUNNING -> {
        if (Double.isNaN(fraction)) {
          yield note;
        }
        String percent = String.format(Locale.ROOT, "%.0f %%", 100 * fraction);
        yield remaining == null ? percent : percent + ", " + inWords(remaining) + " left";
      }
      case DONE -> "done";
      case CANCELLED -> "cancelled";
      case FAILED -> "failed";
    };
  }

  private static String inWords(Duration time) {
    long seconds = Math.max(1, Math.round(time.toMillis() / 1000.0));
    if (seconds < 90) {
      return seconds + " s";
    }
    long minutes = Math.round(seconds / 60.0);
    if (minutes < 90) {
      return minutes + " min";
    }
    return String.format(Locale.ROOT, "%.1f h", minutes / 60.0);
  }
}
