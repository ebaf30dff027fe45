package org.dipscope.core.bump;

import java.util.Arrays;
import java.util.List;
import org.dipscope.core.math.Normal;

/**
 * All windows of given widths over counts and expectation, with the sums of each window from those
 * of the narrower one, so that nothing cancels. Bins before the first and after the last expected
 * event are left out, and so are windows with masked bins.
 */
final class WindowScan {
  private final double[] counts;
  private final double[] background;
  private final MaskedBins masked;
  private final int[] widths;
  private final boolean deficit;
  private final boolean sideBands;
  private final int begin;
  private final int end;
  private final double total;
  private final double expected;

  WindowScan(
      double[] counts,
      double[] background,
      MaskedBins masked,
      int[] widths,
      boolean deficit,
      boolean sideBands) {
    this.counts = counts;
    this.background = masked.replaced(background, 0);
    this.masked = masked;
    this.widths = widths;
    this.deficit = deficit;
    this.sideBands = sideBands;
    int from = 0;
    int to = background.length;
    while (from < to && background[from] == 0) {
      from++;
    }
    while (to > from && background[to - 1] == 0) {
      to--;
    }
    begin = from;
    end = to;
    total = sum(counts);
    expected = sum(this.background);
  }

  private double sum(double[] values) {
    double sum = 0;
    for (int i = begin; i < end; i++) {
      sum += values[i];
    }
    return sum;
  }

  /** What is done with a window. */
  @FunctionalInterface
  private interface Visit {
    void window(int first, int width, double n, double b);
  }

  private void forEach(Visit visit) {
    double[] n = new double[Math.max(0, end - begin)];
    double[] b = new double[n.length];
    int reached = 0;
    for (int width : widths) {
      for (; reached < width; reached++) {
        for (int i = 0; i + reached < n.length; i++) {
          n[i] += counts[begin + i + reached];
          b[i] += background[begin + i + reached];
        }
      }
      for (int i = 0; i + width <= n.length; i++) {
        visit.window(begin + i, width, n[i], b[i]);
      }
    }
  }

  private double share(double b) {
    return b / expected;
  }

  /** ln p of a window in the direction that is looked for; 0 on the other side. */
  private double logP(double n, double b, boolean below) {
    if (sideBands) {
      double outside = total - n;
      return below
          ? CountTail.logAtMost(n, outside, share(b))
          : CountTail.logAtLeast(n, outside, share(b));
    }
    return below ? CountTail.logAtMost(n, b) : CountTail.logAtLeast(n, b);
  }

  private double bound(double n, double b) {
    double bound = sideBands ? CountTail.bound(n, total - n, share(b)) : CountTail.bound(n, b);
    return deficit ? -bound : bound;
  }

  private boolean isOpen(int first, int width) {
    return !masked.meets(first, first + width - 1);
  }

  /** The most unlikely window; exact probabilities only where the bound leaves a chance. */
  BumpWindow best() {
    BumpWindow[] best = {new BumpWindow(begin, begin, 0, 0, 0)};
    double[] reached = {0};
    forEach(
        (first, width, n, b) -> {
          if (bound(n, b) > reached[0] && isOpen(first, width)) {
            double logP = logP(n, b, deficit);
            if (logP < best[0].logP()) {
              best[0] = new BumpWindow(first, first + width - 1, n, b, logP);
              reached[0] = Normal.significanceOfLog(logP);
            }
          }
        });
    return best[0];
  }

  /** The signed significance of each window, largest (of dips smallest) per covered bin. */
  void cover(double[] z, BumpWindow[] window) {
    Arrays.fill(z, Double.NaN);
    forEach(
        (first, width, n, b) -> {
          if (!isOpen(first, width)) {
            return;
          }
          boolean below = bound(n, b) > 0 ? deficit : !deficit;
          double logP = logP(n, b, below);
          double signed = Math.max(0, Normal.significanceOfLog(logP)) * (below ? -1 : 1);
          BumpWindow found = null;
          for (int i = first; i < first + width; i++) {
            if (Double.isNaN(z[i]) || (deficit ? signed < z[i] : signed > z[i])) {
              z[i] = signed;
              found = found == null ? new BumpWindow(first, first + width - 1, n, b, logP) : found;
              window[i] = found;
            }
          }
        });
  }

  /** ln p of every window in order, in the direction that is looked for; 0 with masked bins. */
  private double[] logPs() {
    double[] sums = new double[widths.length * Math.max(1, end - begin)];
    int[] next = {0};
    forEach(
        (first, width, n, b) -> sums[next[0]++] = isOpen(first, width) ? logP(n, b, deficit) : 0);
    return Arrays.copyOf(sums, next[0]);
  }

  /**
   * The window in which several channels of the same bins are most unlikely together: the smallest
   * product of their probabilities.
   *
   * @return the window of each channel
   */
  static List<BumpWindow> best(List<WindowScan> channels) {
    double[] sum = channels.getFirst().logPs();
    for (WindowScan channel : channels.subList(1, channels.size())) {
      double[] added = channel.logPs();
      for (int k = 0; k < sum.length; k++) {
        sum[k] += added[k];
      }
    }
    int best = 0;
    for (int k = 1; k < sum.length; k++) {
      best = sum[k] < sum[best] ? k : best;
    }
    int chosen = best;
    return channels.stream().map(channel -> channel.window(chosen)).toList();
  }

  private BumpWindow window(int index) {
    BumpWindow[] found = {new BumpWindow(begin, begin, 0, 0, 0)};
    int[] next = {0};
    forEach(
        (first, width, n, b) -> {
          if (next[0]++ == index) {
            double logP = isOpen(first, width) ? logP(n, b, deficit) : 0;
            found[0] = new BumpWindow(first, first + width - 1, n, b, logP);
          }
        });
    return found[0];
  }
}
