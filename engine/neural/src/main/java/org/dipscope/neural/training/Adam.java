package org.dipscope.neural.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Adam (D. P. Kingma and J. Ba, arXiv:1412.6980) with &beta;<sub>1</sub> = 0.9, &beta;<sub>2</sub>
 * = 0.999, &epsilon; = 10<sup>&minus;8</sup>, whose whole state can be stored. All parameters are
 * one row of numbers to it: many small arrays would cost more than the arithmetic.
 */
public final class Adam {
  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.999;
  private static final double EPSILON = 1e-8;

  private final NDManager manager;
  private final Precision precision;
  private final List<Part> parts = new ArrayList<>();
  private final int size;
  private NDArray mean;
  private NDArray square;
  private long steps;

  /**
   * A parameter's place in the row.
   *
   * @param multiplied carries the gradient; the weight itself, or its copy in half precision
   */
  private record Part(String name, NDArray weight, NDArray multiplied, int first, int end) {}

  /**
   * At rest.
   *
   * @param manager owns the state
   */
  public Adam(Parameters parameters, NDManager manager) {
    this.manager = manager;
    precision = parameters.precision();
    int count = 0;
    for (Map.Entry<String, NDArray> entry : parameters.arrays().entrySet()) {
      NDArray weight = entry.getValue();
      NDArray multiplied = Objects.requireNonNull(parameters.multiplied().get(entry.getKey()));
      int end = count + Math.toIntExact(weight.size());
      parts.add(new Part(entry.getKey(), weight, multiplied, count, end));
      count = end;
    }
    size = count;
    mean = manager.zeros(new Shape(size));
    square = manager.zeros(new Shape(size));
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
      NDArray gradient = gradient(scratch);
      double sum = attached(attached(gradient.square(), scratch).sum(), scratch).getFloat();
      double norm = Math.sqrt(sum) / precision.lossScale();
      boolean isFinite = Double.isFinite(norm);
      if (isFinite) {
        double shorten = norm > largestNorm ? largestNorm / norm : 1;
        descend(update(gradient.muli(shorten / precision.lossScale()), rate, scratch), scratch);
      }
      for (Part part : parts) {
        NDArray done = attached(part.multiplied().getGradient(), scratch);
        if (isFinite) {
          done.muli(0);
        } else {
          scratch.zeros(done.getShape(), done.getDataType()).copyTo(done);
        }
      }
      return norm;
    }
  }

  /** All gradients in one row, in single precision. */
  private NDArray gradient(NDManager scratch) {
    NDList all = new NDList(parts.size());
    for (Part part : parts) {
      NDArray gradient = attached(part.multiplied().getGradient(), scratch);
      all.add(attached(gradient.reshape(gradient.size()), scratch));
    }
    NDArray row = attached(NDArrays.concat(all, 0), scratch);
    return attached(row.toType(DataType.FLOAT32, false), scratch);
  }

  /** What all parameters lose. */
  private NDArray update(NDArray gradient, double rate, NDManager scratch) {
    mean.muli(BETA1).addi(attached(gradient.mul(1 - BETA1), scratch));
    square.muli(BETA2).addi(attached(gradient.square(), scratch).muli(1 - BETA2));
    double first = 1 - Math.pow(BETA1, (double) steps);
    double second = 1 - Math.pow(BETA2, (double) steps);
    NDArray root = attached(attached(square.div(second), scratch).sqrt(), scratch).addi(EPSILON);
    return attached(mean.div(root), scratch).muli(rate / first);
  }

  private void descend(NDArray update, NDManager scratch) {
    for (Part part : parts) {
      NDArray own = attached(update.get(new NDIndex("{}:{}", part.first(), part.end())), scratch);
      // Only the thread that loaded the engine may change an array that collects gradients in
      // place; what has stopped to collect them shares its memory.
      attached(part.weight().stopGradient(), scratch)
          .subi(attached(own.reshape(part.weight().getShape()), scratch));
      if (precision == Precision.MIXED) {
        attached(part.multiplied().stopGradient(), scratch)
            .muli(0)
            .addi(attached(precision.enter(part.weight()), scratch));
      }
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
    float[] means = mean.toFloatArray();
    float[] squares = square.toFloatArray();
    for (Part part : parts) {
      state.put("mean." + part.name(), Arrays.copyOfRange(means, part.first(), part.end()));
    }
    for (Part part : parts) {
      state.put("square." + part.name(), Arrays.copyOfRange(squares, part.first(), part.end()));
    }
    return state;
  }

  /** Goes on from a stored state. */
  public void restore(Map<String, float[]> state, long steps) {
    this.steps = steps;
    mean = restored(state, "mean.", mean);
    square = restored(state, "square.", square);
  }

  private NDArray restored(Map<String, float[]> state, String prefix, NDArray before) {
    float[] values = before.toFloatArray();
    for (Part part : parts) {
      float[] own = state.get(prefix + part.name());
      if (own != null) {
        System.arraycopy(own, 0, values, part.first(), own.length);
      }
    }
    before.close();
    return manager.create(values, new Shape(size));
  }
}
