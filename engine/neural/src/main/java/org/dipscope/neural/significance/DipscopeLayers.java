package org.dipscope.neural.significance;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import org.dipscope.neural.training.Parameters;
import org.dipscope.neural.training.Precision;

/**
 * Features (batch, feature, bin) &rarr; corrections to the significances and logarithms of their
 * uncertainties (batch, 2 &times; outputs, bin). Residual convolutions of growing dilation see 26
 * bins to each side, the averages over all bins see the rest.
 */
final class DipscopeLayers implements Layers {
  private static final int[] DILATIONS = {1, 3, 9};
  private static final int KERNEL = 5;

  private final NDArray inWeight;
  private final NDArray inBias;
  private final NDArray[] wide = new NDArray[DILATIONS.length];
  private final NDArray[] wideBias = new NDArray[DILATIONS.length];
  private final NDArray[] back = new NDArray[DILATIONS.length];
  private final NDArray[] backBias = new NDArray[DILATIONS.length];
  private final NDArray context;
  private final NDArray contextBias;
  private final NDArray hidden;
  private final NDArray hiddenBias;
  private final NDArray out;
  private final NDArray outBias;
  private final Precision precision;

  DipscopeLayers(Parameters p, int features, int channels, int outputs) {
    precision = p.precision();
    double gain = Math.sqrt(2);
    inWeight = p.weight("in", features, gain, channels, features, 1);
    inBias = p.constant("in.bias", 0, channels);
    for (int i = 0; i < DILATIONS.length; i++) {
      int inputs = channels * KERNEL;
      wide[i] = p.weight("wide" + i, inputs, gain, channels, channels, KERNEL);
      wideBias[i] = p.constant("wide" + i + ".bias", 0, channels);
      back[i] = p.weight("back" + i, channels, 0.3, channels, channels, 1);
      backBias[i] = p.constant("back" + i + ".bias", 0, channels);
    }
    context = p.weight("context", channels, 0.3, channels, channels, 1);
    contextBias = p.constant("context.bias", 0, channels);
    hidden = p.weight("hidden", channels, gain, channels, channels, 1);
    hiddenBias = p.constant("hidden.bias", 0, channels);
    out = p.weight("out", channels, 0.01, 2L * outputs, channels, 1);
    outBias = p.constant("out.bias", 0, 2L * outputs);
  }

  @Override
  public NDArray forward(NDArray features) {
    NDArray x = relu(convolve(precision.enter(features), inWeight, inBias, 1));
    for (int i = 0; i < wide.length; i++) {
      NDArray y = relu(convolve(x, wide[i], wideBias[i], DILATIONS[i]));
      x = x.add(convolve(y, back[i], backBias[i], 1));
      if (i == 1) {
        NDArray average = x.mean(new int[] {2}, true);
        x = x.add(convolve(average, context, contextBias, 1));
      }
    }
    NDArray y = convolve(relu(convolve(relu(x), hidden, hiddenBias, 1)), out, outBias, 1);
    return precision.leave(y);
  }

  private static NDArray convolve(NDArray x, NDArray weight, NDArray bias, int dilation) {
    long reach = (weight.getShape().get(2) - 1) / 2 * dilation;
    NDList y =
        x.getNDArrayInternal()
            .convolution(x, weight, bias, new Shape(1), new Shape(reach), new Shape(dilation), 1);
    return y.singletonOrThrow();
  }

  private static NDArray relu(NDArray x) {
    return x.getNDArrayInternal().relu();
  }
}
