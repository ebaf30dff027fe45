package org.dipscope.neural.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/** In which numbers a network learns. */
public enum Precision {
  /** Single precision throughout. */
  SINGLE(DataType.FLOAT32, 1),
  /**
   * Products and what lies between them in half precision, made for the matrix units of a GPU;
   * parameters, losses and optimiser in single precision. Gradients are of 256 times the loss, so
   * that small ones do not vanish, and a step whose gradients overflow is left out (P. Micikevicius
   * et al., arXiv:1710.03740).
   */
  MIXED(DataType.FLOAT16, 256);

  private final DataType type;
  private final int lossScale;

  Precision(DataType type, int lossScale) {
    this.type = type;
    this.lossScale = lossScale;
  }

  /** The type of what is multiplied. */
  public DataType type() {
    return type;
  }

  /** By what a loss is multiplied before its gradients are taken. */
  public int lossScale() {
    return lossScale;
  }

  /** Inputs, which collect no gradients, as the layers take them. */
  public NDArray enter(NDArray inputs) {
    return inputs.toType(type, false);
  }

  /** What the layers give, in single precision; gradients pass. */
  public NDArray leave(NDArray outputs) {
    // A cast stops gradients, a sum with single precision does not.
    return this == SINGLE ? outputs : outputs.add(outputs.getManager().zeros(new Shape(1)));
  }
}
