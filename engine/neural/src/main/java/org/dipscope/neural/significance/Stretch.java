package org.dipscope.neural.significance;

/** Sums over some steps of a training. */
final class Stretch {
  private final TrainingConfig config;
  private final long first;
  private final long start = System.nanoTime();
  private double loss;
  private double square;
  private double gradient;
  private long waitedNanos;

  Stretch(TrainingConfig config, long first) {
    this.config = config;
    this.first = first;
  }

  void add(double loss, double square, double gradient, long waitedNanos) {
    this.loss += loss;
    this.square += square;
    this.gradient += gradient;
    this.waitedNanos += waitedNanos;
  }

  TrainingProgress end(long step) {
    long count = step - first;
    double seconds = (System.nanoTime() - start) * 1e-9;
    double perStep = seconds / count;
    Runtime runtime = Runtime.getRuntime();
    return new TrainingProgress(
        step,
        config.rate().steps(),
        loss / count,
        Math.sqrt(square / count),
        gradient / count,
        config.rate().at(step - 1),
        config.batchSize() / perStep,
        perStep * (config.rate().steps() - step),
        waitedNanos * 1e-9 / seconds,
        runtime.totalMemory() - runtime.freeMemory());
  }
}
