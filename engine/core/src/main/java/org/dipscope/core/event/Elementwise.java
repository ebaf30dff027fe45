package org.dipscope.core.event;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** Functions of the numbers at one place of several columns. Angles are in radians. */
enum Elementwise {
  SQRT(1),
  ABS(1),
  LOG(1),
  LOG10(1),
  EXP(1),
  POW(2),
  SIN(1),
  COS(1),
  TAN(1),
  SINH(1),
  COSH(1),
  TANH(1),
  ATAN(1),
  ATAN2(2),
  MIN(2),
  MAX(2),
  FLOOR(1),
  CEIL(1),
  IS_NAN(1),
  HYPOT(2),
  /** φ₁ − φ₂, brought to [−π, π]. */
  DELTA_PHI(2),
  /** √(Δη² + Δφ²) of (η₁, φ₁, η₂, φ₂). */
  DELTA_R(4),
  /** asinh(p_z/p_T) of (p_x, p_y, p_z). */
  PSEUDORAPIDITY(3),
  /** ½ ln((E + p_z)/(E − p_z)) of (p_z, E). */
  RAPIDITY(2),
  /** The same of (p_T, η, m). */
  RAPIDITY_OF_POLAR(3),
  /** √(E² − p²) of (p_x, p_y, p_z, E). */
  INVARIANT(4),
  /** The same of (p_T, η, E). */
  MASS_FROM_ENERGY(3),
  /** √(p² + m²) of (p_x, p_y, p_z, m). */
  ENERGY(4),
  /** Invariant mass of any number of particles (p_T, η, φ, m). */
  MASS(0);

  private final int arguments;

  Elementwise(int arguments) {
    this.arguments = arguments;
  }

  /** How many arguments there are; 0 if any number. */
  int arguments() {
    return arguments;
  }

  Node.Kind result() {
    return this == IS_NAN ? Node.Kind.TRUTH : Node.Kind.NUMBER;
  }

  void apply(double[][] a, double[] out, int size) {
    switch (this) {
      case SQRT -> {
        for (int i = 0; i < size; i++) {
          out[i] = Math.sqrt(a[0][i]);
        }
      }
      case ABS -> {
        for (int i = 0; i < size; i++) {
          out[i] = Math.abs(a[0][i]);
        }
      }
      case IS_NAN -> {
        for (int i = 0; i < size; i++) {
          out[i] = Double.isNaN(a[0][i]) ? 1 : 0;
        }
      }
      case LOG -> each(a, out, size, Math::log);
      case LOG10 -> each(a, out, size, Math::log10);
      case EXP -> each(a, out, size, Math::exp);
      case SIN -> each(a, out, size, Math::sin);
      case COS -> each(a, out, size, Math::cos);
      case TAN -> each(a, out, size, Math::tan);
      case SINH -> each(a, out, size, Math::sinh);
      case COSH -> each(a, out, size, Math::cosh);
      case TANH -> each(a, out, size, Math::tanh);
      case ATAN -> each(a, out, size, Math::atan);
      case FLOOR -> each(a, out, size, Math::floor);
      case CEIL -> each(a, out, size, Math::ceil);
      case POW -> pairs(a, out, size, Math::pow);
      case ATAN2 -> pairs(a, out, size, Math::atan2);
      case MIN -> pairs(a, out, size, Math::min);
      case MAX -> pairs(a, out, size, Math::max);
      case HYPOT -> pairs(a, out, size, (x, y) -> Math.sqrt(x * x + y * y));
      case DELTA_PHI -> pairs(a, out, size, Kinematics::deltaPhi);
      case RAPIDITY -> pairs(a, out, size, Kinematics::rapidity);
      default -> several(a, out, size);
    }
  }

  private static void each(double[][] a, double[] out, int size, DoubleUnaryOperator function) {
    double[] x = a[0];
    for (int i = 0; i < size; i++) {
      out[i] = function.applyAsDouble(x[i]);
    }
  }

  private static void pairs(double[][] a, double[] out, int size, DoubleBinaryOperator function) {
    double[] x = a[0];
    double[] y = a[1];
    for (int i = 0; i < size; i++) {
      out[i] = function.applyAsDouble(x[i], y[i]);
    }
  }

  private void several(double[][] a, double[] out, int size) {
    switch (this) {
      case DELTA_R -> {
        for (int i = 0; i < size; i++) {
          out[i] = Math.hypot(a[0][i] - a[2][i], Kinematics.deltaPhi(a[1][i], a[3][i]));
        }
      }
      case PSEUDORAPIDITY -> {
        for (int i = 0; i < size; i++) {
          out[i] = Kinematics.pseudorapidity(a[0][i], a[1][i], a[2][i]);
        }
      }
      case RAPIDITY_OF_POLAR -> {
        for (int i = 0; i < size; i++) {
          out[i] = Kinematics.rapidityOfPolar(a[0][i], a[1][i], a[2][i]);
        }
      }
      case INVARIANT -> {
        for (int i = 0; i < size; i++) {
          out[i] = Kinematics.invariant(a[0][i], a[1][i], a[2][i], a[3][i]);
        }
      }
      case MASS_FROM_ENERGY -> {
        for (int i = 0; i < size; i++) {
          double p = a[0][i] * Math.cosh(a[1][i]);
          out[i] = Math.sqrt(Math.max(0, (a[2][i] - p) * (a[2][i] + p)));
        }
      }
      case ENERGY -> {
        for (int i = 0; i < size; i++) {
          out[i] = Kinematics.energy(a[0][i], a[1][i], a[2][i], a[3][i]);
        }
      }
      case MASS -> {
        for (int i = 0; i < size; i++) {
          out[i] = Kinematics.mass(a, i);
        }
      }
      default -> throw new IllegalStateException(name());
    }
  }
}
