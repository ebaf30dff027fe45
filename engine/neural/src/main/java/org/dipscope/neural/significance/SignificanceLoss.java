package org.dipscope.neural.significance;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;

/**
 * What a training makes small. The published networks: the mean of (z &minus;
 * z<sub>LR</sub>)&sup2;, for Znet3 with a tenth of the same of the background. Ours: &sigma; [(z
 * &minus; z<sub>LR</sub>)&sup2;/(2&sigma;&sup2;) + ln &sigma;] with the first &sigma; not
 * differentiated (M. Seitzer et al., arXiv:2203.09168, &beta; = 1/2), which learns mean and
 * uncertainty together without letting easy bins rule.
 */
final class SignificanceLoss {
  private static final float BACKGROUND_SHARE = 0.1f;
  private static final double LEAST_LOG_SIGMA = -4;
  private static final double MOST_LOG_SIGMA = 3;

  /** The largest squared error that counts in the reported mean. */
  private static final double LARGEST_SQUARE = 9;

  private SignificanceLoss() {}

  /**
   * The loss and the error of a batch.
   *
   * @param loss to be made small
   * @param square mean squared error, each at most 9
   */
  record Value(NDArray loss, NDArray square) {}

  static Value of(NetworkKind kind, NDArray outputs, LearningBatch batch) {
    EncodedBatch input = batch.input();
    NDManager scratch = outputs.getManager();
    Shape shape = new Shape(input.size(), input.outputs(), input.bins());
    NDArray target = scratch.create(batch.target(), shape);
    NDArray base = scratch.create(input.base(), shape);
    NDArray z = mean(kind, outputs, input.outputs()).add(base);
    NDArray square = z.sub(target).square();
    NDArray reported = square.stopGradient().clip(0, LARGEST_SQUARE).mean();
    return switch (kind) {
      case BUMPNET -> new Value(square.mean(), reported);
      case ZNET3 -> {
        NDArray truth =
            scratch.create(batch.background(), new Shape(input.size(), 1, input.bins()));
        // Weighted before the mean: a single number times a double would become a double.
        NDArray other =
            outputs.get(new NDIndex(":,1:2")).sub(truth).square().mul(BACKGROUND_SHARE).mean();
        yield new Value(square.mean().add(other), reported);
      }
      case DIPSCOPE -> {
        NDArray log = logSigma(outputs, input.outputs());
        NDArray sigma = log.stopGradient().exp();
        NDArray loss = square.mul(log.mul(-2).exp()).mul(0.5).add(log).mul(sigma).mean();
        yield new Value(loss, reported);
      }
    };
  }

  /** The corrections to the base. */
  static NDArray mean(NetworkKind kind, NDArray outputs, int count) {
    return kind == NetworkKind.DIPSCOPE
        ? outputs.get(new NDIndex(":,0:{}", count))
        : outputs.get(new NDIndex(":,0:1"));
  }

  /** ln &sigma; of our own network. */
  static NDArray logSigma(NDArray outputs, int count) {
    int first = Mode.MIXED.outputs();
    return outputs
        .get(new NDIndex(":,{}:{}", first, first + count))
        .clip(LEAST_LOG_SIGMA, MOST_LOG_SIGMA);
  }
}
