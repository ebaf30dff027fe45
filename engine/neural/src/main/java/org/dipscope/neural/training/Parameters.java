package org.dipscope.neural.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * The named parameters of a network, in their order. They belong to the manager given. With mixed
 * precision each has a copy in half precision, which is what the layers multiply.
 */
public final class Parameters {
  private final NDManager manager;
  private final UniformRandomProvider random;
  private final Map<String, float[]> stored;
  private final boolean isLearning;
  private final Precision precision;
  private final Map<String, NDArray> arrays = new LinkedHashMap<>();
  private final Map<String, NDArray> multiplied = new LinkedHashMap<>();

  /**
   * None yet; initial values follow from the seed.
   *
   * @param stored values by name that take the place of initial ones
   * @param isLearning whether they collect gradients
   */
  public Parameters(
      NDManager manager,
      long seed,
      Map<String, float[]> stored,
      boolean isLearning,
      Precision precision) {
    this.isLearning = isLearning;
    this.precision = precision;
    this.manager = manager;
    this.stored = stored;
    random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
  }

  /**
   * A weight with normal initial values of variance gain&sup2;/inputs.
   *
   * @param inputs how many numbers each output sums over
   * @param gain &radic;2 before a rectifier; 0 to begin with nothing
   */
  public NDArray weight(String name, int inputs, double gain, long... shape) {
    SharedStateContinuousSampler normal = ZigguratSampler.NormalizedGaussian.of(random);
    float[] values = new float[Math.toIntExact(new Shape(shape).size())];
    double scale = gain / Math.sqrt(inputs);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (scale * normal.sample());
    }
    return add(name, values, shape);
  }

  /** A parameter that begins with one value everywhere. */
  public NDArray constant(String name, double value, long... shape) {
    float[] values = new float[Math.toIntExact(new Shape(shape).size())];
    Arrays.fill(values, (float) value);
    return add(name, values, shape);
  }

  private NDArray add(String name, float[] values, long... shape) {
    float[] known = stored.getOrDefault(name, values);
    if (known.length != values.length) {
      throw new ProblemException(
          Problem.badInput(
              "This belongs to another network: the parameter %s has %d numbers in place of %d."
                  .formatted(name, known.length, values.length),
              "Use the configuration that it was begun with, or a network of this version."));
    }
    NDArray array = manager.create(known, new Shape(shape));
    NDArray used = precision.enter(array);
    used.setRequiresGradient(isLearning);
    arrays.put(name, array);
    multiplied.put(name, used);
    return used;
  }

  /** In which numbers the layers multiply. */
  public Precision precision() {
    return precision;
  }

  /** Name and array of each in single precision, in the order in which they were made. */
  public Map<String, NDArray> arrays() {
    return arrays;
  }

  /** What the layers multiply and what collects gradients; the same arrays in single precision. */
  Map<String, NDArray> multiplied() {
    return multiplied;
  }

  /** How many numbers in all. */
  public long count() {
    return arrays.values().stream().mapToLong(NDArray::size).sum();
  }

  /** Copies of all values. */
  public Map<String, float[]> values() {
    Map<String, float[]> values = new LinkedHashMap<>();
    arrays.forEach((name, array) -> values.put(name, array.toFloatArray()));
    return values;
  }
}
