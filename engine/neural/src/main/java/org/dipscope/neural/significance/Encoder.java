package org.dipscope.neural.significance;

import java.util.Arrays;
import org.dipscope.core.histogram.Values;

/**
 * Turns histograms into the inputs of a network. The published networks see contents scaled to [0,
 * 1] by minimum and maximum, in a window around each bin; ours sees {@link SpectrumFeatures}. For
 * one thread.
 */
final class Encoder {
  private final NetworkKind kind;
  private final SpectrumFeatures fitted = new SpectrumFeatures();

  Encoder(NetworkKind kind) {
    this.kind = kind;
  }

  /** Numbers per bin that go in. */
  static int features(NetworkKind kind) {
    return kind == NetworkKind.DIPSCOPE ? SpectrumFeatures.COUNT : PublishedLayers.WIDEST;
  }

  /** Significances per bin that come out: one per width and the largest, or the largest only. */
  static int outputs(NetworkKind kind, Mode mode) {
    return kind == NetworkKind.DIPSCOPE ? mode.outputs() : 1;
  }

  /** Room for a batch of histograms with the same number of bins. */
  static EncodedBatch batch(NetworkKind kind, Mode mode, int size, int bins) {
    int outputs = outputs(kind, mode);
    return new EncodedBatch(
        mode,
        size,
        bins,
        features(kind),
        outputs,
        new float[size * features(kind) * bins],
        new float[size * outputs * bins]);
  }

  /** Writes one histogram to its place. */
  void write(double[] counts, EncodedBatch to, int place) {
    int bins = counts.length;
    int offset = place * to.featureCount() * bins;
    if (kind == NetworkKind.DIPSCOPE) {
      double[] widths = to.mode().widths().toArray();
      fitted.fit(counts, widths);
      fitted.write(counts, widths, to.features(), offset, to.base(), place * to.outputs() * bins);
      return;
    }
    windows(counts, to.features(), offset);
  }

  /** The scaled contents around each bin, bin by bin; nothing beyond the ends. */
  private static void windows(double[] counts, float[] to, int offset) {
    int bins = counts.length;
    int reach = PublishedLayers.WIDEST / 2;
    double low = Arrays.stream(counts).min().orElse(0);
    double range = range(counts, low);
    float[] scaled = new float[bins + 2 * reach];
    for (int i = 0; i < bins; i++) {
      scaled[i + reach] = (float) ((counts[i] - low) / range);
    }
    for (int i = 0; i < bins; i++) {
      int at = offset + i * PublishedLayers.WIDEST;
      System.arraycopy(scaled, i, to, at, PublishedLayers.WIDEST);
    }
  }

  /** The background that the last features rest on; empty for the published networks. */
  Values background() {
    return kind == NetworkKind.DIPSCOPE ? Values.of(fitted.background()) : Values.EMPTY;
  }

  /** A background in the scale of its histogram, as the second head of Znet3 learns it. */
  static void scaled(double[] counts, double[] background, float[] to, int offset) {
    double low = Arrays.stream(counts).min().orElse(0);
    double range = range(counts, low);
    for (int i = 0; i < counts.length; i++) {
      to[offset + i] = (float) ((background[i] - low) / range);
    }
  }

  private static double range(double[] counts, double low) {
    double high = Arrays.stream(counts).max().orElse(low);
    return high > low ? high - low : 1;
  }
}
