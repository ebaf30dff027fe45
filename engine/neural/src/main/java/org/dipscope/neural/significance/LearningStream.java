package org.dipscope.neural.significance;

import java.util.EnumMap;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.dipscope.core.bump.generator.GeneratorSettings;
import org.dipscope.core.bump.generator.HistogramGenerator;
import org.dipscope.core.bump.generator.PseudoHistogram;

/** Batch k of an endless stream, the same for every thread that draws it. For one thread. */
final class LearningStream {
  private final NetworkKind kind;
  private final Map<Mode, HistogramGenerator> generators = new EnumMap<>(Mode.class);
  private final Mode[] modes;
  private final long seed;
  private final int size;
  private final Encoder encoder;

  /**
   * A stream.
   *
   * @param settings what to draw from in each mode; modes take turns
   * @param size histograms per batch
   */
  LearningStream(NetworkKind kind, Map<Mode, GeneratorSettings> settings, long seed, int size) {
    this.kind = kind;
    settings.forEach((mode, s) -> generators.put(mode, new HistogramGenerator(s)));
    modes = generators.keySet().toArray(Mode[]::new);
    this.seed = seed;
    this.size = size;
    encoder = new Encoder(kind);
  }

  LearningBatch batch(long index) {
    Mode mode = modes[(int) (index % modes.length)];
    HistogramGenerator generator =
        java.util.Objects.requireNonNull(generators.get(mode), "a generator per mode");
    UniformRandomProvider random = HistogramGenerator.block(seed, index);
    int bins = generator.bins(random);
    EncodedBatch input = Encoder.batch(kind, mode, size, bins);
    int outputs = input.outputs();
    float[] target = new float[size * outputs * bins];
    float[] background = new float[kind == NetworkKind.ZNET3 ? size * bins : 0];
    for (int h = 0; h < size; h++) {
      PseudoHistogram drawn = generator.next(bins, random);
      encoder.write(drawn.counts(), input, h);
      for (int k = 0; k < outputs; k++) {
        double[] truth = k == outputs - 1 ? drawn.target() : drawn.byWidth()[k];
        for (int i = 0; i < bins; i++) {
          target[(h * outputs + k) * bins + i] = (float) truth[i];
        }
      }
      if (background.length > 0) {
        Encoder.scaled(drawn.counts(), drawn.background(), background, h * bins);
      }
    }
    return new LearningBatch(input, target, background);
  }
}
