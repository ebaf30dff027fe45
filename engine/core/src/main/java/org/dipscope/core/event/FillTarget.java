package org.dipscope.core.event;

import java.util.List;
import org.dipscope.core.histogram.Axis;
import org.dipscope.core.histogram.CompensatedSum;
import org.dipscope.core.histogram.Histogram;
import org.dipscope.core.histogram.Values;
import org.jspecify.annotations.Nullable;

/** The bins of one histogram while they are filled, from a chunk of events or from all. */
final class FillTarget {
  private final AxisBins x;
  private final @Nullable AxisBins y;
  private final int bins;
  private final Sums sums;
  private long read;
  private long passed;
  private long notNumbers;

  FillTarget(HistogramRequest request) {
    List<HistogramRequest.Coordinate> coordinates = request.coordinates();
    x = new AxisBins(coordinates.getFirst().binning());
    y = coordinates.size() == 1 ? null : new AxisBins(coordinates.getLast().binning());
    bins = x.count() * (y == null ? 1 : y.count());
    sums = new Sums(bins + 2);
  }

  void read(int events) {
    read += events;
  }

  /** Fills some values; weights and cut may be missing. */
  void fill(
      double[] xs,
      double @Nullable [] ys,
      double @Nullable [] weights,
      double @Nullable [] cut,
      int from,
      int until) {
    AxisBins second = y;
    if (second == null || ys == null) {
      fill(xs, weights, cut, from, until);
      return;
    }
    for (int i = from; i < until; i++) {
      if (cut == null || cut[i] > 0) {
        passed++;
        int row = x.slot(xs[i]);
        int column = second.slot(ys[i]);
        boolean inside = row > 0 && row <= x.count() && column > 0 && column <= second.count();
        int slot = inside ? (row - 1) * second.count() + column : bins + 1;
        add(row < 0 || column < 0 ? -1 : slot, weights == null ? 1 : weights[i]);
      }
    }
  }

  private void fill(
      double[] xs, double @Nullable [] weights, double @Nullable [] cut, int from, int until) {
    if (weights == null) {
      for (int i = from; i < until; i++) {
        if (cut == null || cut[i] > 0) {
          passed++;
          int slot = x.slot(xs[i]);
          if (slot < 0) {
            notNumbers++;
          } else {
            sums.count(slot);
          }
        }
      }
      return;
    }
    for (int i = from; i < until; i++) {
      if (cut == null || cut[i] > 0) {
        passed++;
        add(x.slot(xs[i]), weights[i]);
      }
    }
  }

  private void add(int slot, double weight) {
    if (slot < 0 || Double.isNaN(weight)) {
      notNumbers++;
    } else {
      sums.add(slot, weight);
    }
  }

  /** Adds the next chunk. */
  void add(FillTarget chunk) {
    sums.add(chunk.sums);
    read += chunk.read;
    passed += chunk.passed;
    notNumbers += chunk.notNumbers;
  }

  void clear() {
    sums.clear();
    read = 0;
    passed = 0;
    notNumbers = 0;
  }

  FilledHistogram result(String name, List<Axis> axes) {
    Values contents = sums.sums(bins);
    Values errors = sums.errors(bins);
    CompensatedSum total = new CompensatedSum();
    for (int i = 0; i < bins; i++) {
      total.add(contents.get(i));
    }
    Histogram histogram =
        new Histogram(
            name, axes, contents, errors, errors, sums.sum(0), sums.sum(bins + 1), total.value());
    return new FilledHistogram(histogram, read, passed, notNumbers);
  }
}
