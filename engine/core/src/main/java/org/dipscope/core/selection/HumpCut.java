package org.dipscope.core.selection;

import org.dipscope.core.histogram.Values;

/** Cuts the hump before the peak of a histogram and, if asked to, what follows its first gap. */
final class HumpCut {
  private HumpCut() {}

  /** The same histogram with its kept bins marked. */
  static MassHistogram apply(MassHistogram histogram, Requirements keep) {
    Values counts = histogram.counts();
    int first = 0;
    for (int i = 0; i < counts.size() && keep.fromPeak(); i++) {
      first = counts.get(i) >= counts.get(first) ? i : first;
    }
    int end = counts.size();
    for (int i = counts.size() - 1; i > first && keep.untilFirstEmpty(); i--) {
      end = counts.get(i) == 0 ? i : end;
    }
    return histogram.keeping(first, end);
  }
}
