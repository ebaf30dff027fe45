package org.dipscope.neural.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Adam (D. P. Kingma and J. Ba, arXiv:1412.6980) with &beta;<sub>1</sub> = 0.9, &beta;<sub>2</sub>
 * = 0.999, &epsilon; = 10<sup>&minus;8</sup>, whose whole state can be stored.
 */
public final class Adam {
  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.999;
  private static final double EPSILON = 1e-8;

  private final NDManager manager;
  private final Precision precision;
  private final Map<String, Moments> moments = new LinkedHashMap<>();
  private long steps;

  /**
   * A parameter with the running means of its gradient and of its square.
   *
   * @param multiplied carries the gradient; the weight itself, or its copy in half precision
   */
  private record Moments(NDArray weight, NDArray multiplied, NDArray mean, NDArray square) {}

  /**
   * At rest.
   *
   * @param manager owns the state
   */
  public Adam(Parameters parameters, NDManager manager) {
    this.manager = manager;
    precision = parameters.precision();
    parameters
        .arrays()
        .forEach(
            (name, array) ->
                moments.put(
                    name,
                    new Moments(
                        array,
                        Objects.requireNonNull(parameters.multiplied().get(name)),
                        manager.zeros(array.getShape()),
                        manager.zeros(array.getShape()))));
  }

  /**
   * One step down the gradients that the parameters carry, which are set to zero; none if one of
   * them is not finite.
   *
   * @param rate the learning rate
   * @param largestNorm gradients are shortened to this norm over all parameters
   * @return the norm before, of the loss without its scale
   */
  public double step(double rate, double largestNorm) {
    steps++;
    try (NDManager scratch = manager.newSubManager()) {
      double sum = 0;
      for (Moments one : moments.values()) {
        sum += attached(single(gradient(one, scratch)).square(), scratch).sum().getFloat();
      }
      double norm = Math.sqrt(sum) / precision.lossScale();
      double shorten = norm > largestNorm ? largestNorm / norm : 1;
      for (Moments one : moments.values()) {
        NDArray gradient = gradient(one, scratch);
        if (Double.isFinite(norm)) {
          update(one, single(gradient).mul(shorten / precision.lossScale()), rate, scratch);
          gradient.muli(0);
        } else {
          scratch.zeros(gradient.getShape(), gradient.getDataType()).copyTo(gradient);
        }
      }
      return norm;
    }
  }

  private static NDArray gradient(Moments one, NDManager scratch) {
    return attached(one.multiplied().getGradient(), scratch);
  }

  private static NDArray single(NDArray gradient) {
    return gradient.toType(DataType.FLOAT32, false);
  }

  private void update(Moments one, NDArray gradient, double rate, NDManager scratch) {
    attached(gradient, scratch);
    one.mean().muli(BETA1).addi(attached(gradient.mul(1 - BETA1), scratch));
    one.square().muli(BETA2).addi(attached(gradient.square(), scratch).muli(1 - BETA2));
    double first = 1 - Math.pow(BETA1, (double) steps);
    double second = 1 - Math.pow(BETA2, (double) steps);
    NDArray root = attached(one.square().div(second), scratch).sqrt().addi(EPSILON);
    // Only the thread that loaded the engine may change an array that collects gradients in place;
    // what has stopped to collect them shares its memory.
    attached(one.weight().stopGradient(), scratch)
        .subi(attached(one.mean().div(root), scratch).muli(rate / first));
    if (precision == Precision.MIXED) {
      attached(one.multiplied().stopGradient(), scratch)
          .muli(0)
          .addi(attached(precision.enter(one.weight()), scratch));
    }
  }

  private static NDArray attached(NDArray array, NDManager scratch) {
    array.attach(scratch);
    return array;
  }

  /** Steps done. */
  public long steps() {
    return steps;
  }

  /** Means and squares of the gradients, by the names of the parameters. */
  public Map<String, float[]> state() {
    Map<String, float[]> state = new LinkedHashMap<>();
    moments.forEach((name, one) -> state.put("mean." + name, one.mean().toFloatArray()));
    moments.forEach((name, one) -> state.put("square." + name, one.square().toFloatArray()));
    return state;
  }

  /** Goes on from a stored state. */
  public void restore(Map<String, float[]> state, long steps) {
    this.steps = steps;
    moments.replaceAll(
        (name, one) ->
            new Moments(
                one.weight(),
                one.multiplied(),
                restored(state.get("mean." + name), one.mean()),
                restored(state.get("square." + name), one.square())));
  }

  private NDArray restored(float @Nullable [] values, NDArray before) {
    if (values == null) {
      return before;
    }
    NDArray after = manager.create(values, before.getShape());
    before.close();
    return after;
  }
}
