package org.dipscope.core.unbinned;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dipscope.core.fit.Objective;

/**
 * The sum of two &lambda; that share coordinates. The second may know a coordinate u as
 * u<sup>exponent</sup>, as a strength &mu; where the first has &radic;&mu;.
 */
final class JointLikelihood implements Objective {
  private final Objective first;
  private final Objective second;
  private final int[] ofFirst;
  private final int[] ofSecond;
  private final double[] exponent;
  private final int n;
  private final double[] firstX;
  private final double[] secondX;
  private final double[] firstGradient;
  private final double[] secondGradient;
  private final double[] firstHessian;
  private final double[] secondHessian;
  private final double[] slope;

  JointLikelihood(
      Objective first, int[] ofFirst, Objective second, int[] ofSecond, double[] exponent, int n) {
    this.first = first;
    this.ofFirst = ofFirst;
    this.second = second;
    this.ofSecond = ofSecond;
    this.exponent = exponent;
    this.n = n;
    firstX = new double[ofFirst.length];
    secondX = new double[ofSecond.length];
    firstGradient = new double[ofFirst.length];
    secondGradient = new double[ofSecond.length];
    firstHessian = new double[ofFirst.length * ofFirst.length];
    secondHessian = new double[ofSecond.length * ofSecond.length];
    slope = new double[ofSecond.length];
  }

  /** u<sup>exponent</sup>, leaving the sign of zero alone. */
  static double coordinate(double u, double exponent) {
    return exponent == 1 ? u : exponent == 2 ? u * u : Math.pow(u, exponent);
  }

  @Override
  public int size() {
    return n;
  }

  private void place(double[] x) {
    for (int k = 0; k < firstX.length; k++) {
      firstX[k] = x[ofFirst[k]];
    }
    for (int k = 0; k < secondX.length; k++) {
      double u = x[ofSecond[k]];
      secondX[k] = coordinate(u, exponent[k]);
      slope[k] = exponent[k] == 1 ? 1 : exponent[k] * coordinate(u, exponent[k] - 1);
    }
  }

  @Override
  public double value(double[] x) {
    place(x);
    return first.value(firstX) + second.value(secondX);
  }

  @Override
  public double evaluate(double[] x, double[] gradient, double[] hessian) {
    place(x);
    double value =
        first.evaluate(firstX, firstGradient, firstHessian)
            + second.evaluate(secondX, secondGradient, secondHessian);
    Arrays.fill(gradient, 0);
    Arrays.fill(hessian, 0);
    for (int k = 0; k < firstX.length; k++) {
      gradient[ofFirst[k]] += firstGradient[k];
      for (int l = 0; l < firstX.length; l++) {
        hessian[ofFirst[k] * n + ofFirst[l]] += firstHessian[k * firstX.length + l];
      }
    }
    for (int k = 0; k < secondX.length; k++) {
      int row = ofSecond[k];
      gradient[row] += secondGradient[k] * slope[k];
      for (int l = 0; l < secondX.length; l++) {
        hessian[row * n + ofSecond[l]] +=
            secondHessian[k * secondX.length + l] * slope[k] * slope[l];
      }
      if (exponent[k] != 1) {
        double bend = exponent[k] * (exponent[k] - 1) * coordinate(x[row], exponent[k] - 2);
        hessian[row * n + row] += secondGradient[k] * bend;
      }
    }
    return value;
  }

  /** First what only the channels have, in their order, since it may belong to single bins. */
  @Override
  public int[] eliminationOrder() {
    int shared = ofFirst.length;
    return IntStream.concat(
            Arrays.stream(second.eliminationOrder()).map(k -> ofSecond[k]).filter(k -> k >= shared),
            IntStream.range(0, shared).map(k -> shared - 1 - k))
        .toArray();
  }

  @Override
  public Objective withShiftedObservation(int parameter, double widths) {
    return new JointLikelihood(
        shifted(first, ofFirst, parameter, widths),
        ofFirst,
        shifted(second, ofSecond, parameter, widths),
        ofSecond,
        exponent,
        n);
  }

  private static Objective shifted(Objective of, int[] places, int parameter, double widths) {
    int own =
        IntStream.range(0, places.length)
            .filter(k -> places[k] == parameter)
            .findFirst()
            .orElse(-1);
    return own < 0 ? of : of.withShiftedObservation(own, widths);
  }

  @Override
  public Optional<String> diagnosis(double[] x) {
    place(x);
    return first.diagnosis(firstX).or(() -> second.diagnosis(secondX));
  }
}
