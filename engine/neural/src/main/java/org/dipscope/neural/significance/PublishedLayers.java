package org.dipscope.neural.significance;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import org.dipscope.neural.training.Parameters;
import org.dipscope.neural.training.Precision;

/**
 * The published architecture (JHEP 02 (2025) 122): four parallel convolutions with kernels 3, 9,
 * 15, 25 and 64 filters each, joined with the contents, then 128-64-32-1 for every bin alike.
 *
 * <p>Written as few wide matrix products: the four kernels are the columns of one matrix of 25
 * rows, zero where a narrower kernel has nothing, applied to the 25 contents around each bin; the
 * contents themselves enter the first product per bin as one more row.
 */
final class PublishedLayers implements Layers {
  private static final int[] KERNELS = {3, 9, 15, 25};

  /** Bins in a window. */
  static final int WIDEST = 25;

  private static final int FILTERS = 64;
  private static final int[] HIDDEN = {128, 64, 32};

  private final NDArray[] kernels = new NDArray[KERNELS.length];
  private final NDArray kernelBias;
  private final NDArray contents;
  private final NDArray[] weights = new NDArray[HIDDEN.length];
  private final NDArray[] biases = new NDArray[HIDDEN.length];
  private final NDArray last;
  private final NDArray lastBias;
  private final int heads;
  private final Precision precision;

  /** With one head for z, and another for the background if asked. */
  PublishedLayers(Parameters p, int heads) {
    this.heads = heads;
    precision = p.precision();
    double gain = Math.sqrt(2);
    for (int k = 0; k < KERNELS.length; k++) {
      kernels[k] = p.weight("kernel" + KERNELS[k], KERNELS[k], gain, KERNELS[k], FILTERS);
    }
    int joined = KERNELS.length * FILTERS;
    kernelBias = p.constant("kernels.bias", 0, joined);
    weights[0] = p.weight("first", joined + 1, gain, joined, HIDDEN[0]);
    contents = p.weight("contents", joined + 1, gain, 1, HIDDEN[0]);
    biases[0] = p.constant("first.bias", 0, HIDDEN[0]);
    for (int k = 1; k < HIDDEN.length; k++) {
      weights[k] = p.weight("dense" + k, HIDDEN[k - 1], gain, HIDDEN[k - 1], HIDDEN[k]);
      biases[k] = p.constant("dense" + k + ".bias", 0, HIDDEN[k]);
    }
    last = p.weight("out", HIDDEN[HIDDEN.length - 1], 1, HIDDEN[HIDDEN.length - 1], heads);
    lastBias = p.constant("out.bias", 0, heads);
  }

  @Override
  public NDArray forward(NDArray features) {
    long batch = features.getShape().get(0);
    long bins = features.getShape().get(2);
    NDArray windows = precision.enter(features).reshape(batch * bins, WIDEST);
    NDArray own = windows.get(new NDIndex(":,{}:{}", WIDEST / 2, WIDEST / 2 + 1));
    NDArray x = relu(product(windows, wide(features.getManager()), kernelBias));
    x = relu(product(x, weights[0], biases[0]).add(own.matMul(contents)));
    for (int k = 1; k < HIDDEN.length; k++) {
      x = relu(product(x, weights[k], biases[k]));
    }
    NDArray y = product(x, last, lastBias);
    return precision.leave(y.reshape(batch, bins, heads).transpose(0, 2, 1));
  }

  /** The four kernels side by side, in 25 rows. */
  private NDArray wide(NDManager scratch) {
    NDList columns = new NDList(KERNELS.length);
    for (int k = 0; k < KERNELS.length; k++) {
      int rows = (WIDEST - KERNELS[k]) / 2;
      if (rows == 0) {
        columns.add(kernels[k]);
      } else {
        NDArray zeros = scratch.zeros(new Shape(rows, FILTERS), precision.type());
        columns.add(NDArrays.concat(new NDList(zeros, kernels[k], zeros), 0));
      }
    }
    return NDArrays.concat(columns, 1);
  }

  /** Product and bias in one pass over the result. */
  private static NDArray product(NDArray x, NDArray weight, NDArray bias) {
    return x.getNDArrayInternal().linear(x, weight.transpose(), bias).singletonOrThrow();
  }

  private static NDArray relu(NDArray x) {
    return x.getNDArrayInternal().relu();
  }
}
