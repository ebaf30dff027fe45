package org.dipscope.neural.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AdamTest {
  private static final double RATE = 0.01;
  private static final ComputeDevice CPU = ComputeDevice.choose(ComputeDevice.Choice.CPU, 1);

  private final NDManager manager = NDManager.newBaseManager(CPU.device(), "PyTorch");

  private static void descend(NDArray weight, Precision precision, double slope) {
    try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
      collector.backward(weight.mul(slope * precision.lossScale()).sum());
    }
  }

  private static float only(Parameters parameters) {
    return parameters.arrays().values().iterator().next().getFloat(0);
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void theMeansOfGradientsDecideTheStep(Precision precision) {
    try (manager) {
      Parameters parameters = new Parameters(manager, 1, Map.of(), true, precision);
      NDArray weight = parameters.constant("w", 1, 1);
      Adam adam = new Adam(parameters, manager);
      descend(weight, precision, 2);
      assertThat(adam.step(RATE, 100)).isCloseTo(2, within(1e-3));
      assertThat(only(parameters)).isCloseTo(0.99f, within(1e-6f));

      descend(weight, precision, -1);
      adam.step(RATE, 100);
      double mean = (0.9 * 0.1 * 2 - 0.1) / (1 - 0.81);
      double square = (0.999 * 0.001 * 4 + 0.001) / (1 - 0.998001);
      double expected = 0.99 - RATE * mean / Math.sqrt(square);
      assertThat(only(parameters)).isCloseTo((float) expected, within(1e-6f));
    }
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void aStepThatOverflowsIsLeftOut(Precision precision) {
    try (manager) {
      Parameters parameters = new Parameters(manager, 1, Map.of(), true, precision);
      NDArray weight = parameters.constant("w", 1, 1);
      Adam adam = new Adam(parameters, manager);
      descend(weight, precision, Double.POSITIVE_INFINITY);
      assertThat(adam.step(RATE, 100)).isInfinite();
      assertThat(only(parameters)).isEqualTo(1f);

      descend(weight, precision, 1);
      assertThat(adam.step(RATE, 100)).isCloseTo(1, within(1e-3));
      assertThat(only(parameters)).isBetween(0.98f, 1f).isNotEqualTo(1f);
    }
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void largeGradientsAreShortened(Precision precision) {
    try (manager) {
      Parameters parameters = new Parameters(manager, 1, Map.of(), true, precision);
      NDArray weight = parameters.constant("w", 1, 1);
      Adam adam = new Adam(parameters, manager);
      descend(weight, precision, 40);
      assertThat(adam.step(RATE, 5)).isCloseTo(40, within(1e-2));
      assertThat(adam.state().get("mean.w")).containsExactly(new float[] {0.5f}, within(1e-4f));
    }
  }
}
