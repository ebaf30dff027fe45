package org.dipscope.core.event;

import java.util.Arrays;
import java.util.Optional;

/** Functions of expressions, each of one event. Angles are in radians. */
enum Function {
  SQRT("sqrt", 1),
  ABS("abs", 1),
  LOG("log", 1),
  LOG10("log10", 1),
  EXP("exp", 1),
  POW("pow", 2),
  SIN("sin", 1),
  COS("cos", 1),
  TAN("tan", 1),
  SINH("sinh", 1),
  COSH("cosh", 1),
  TANH("tanh", 1),
  ATAN("atan", 1),
  ATAN2("atan2", 2),
  MIN("min", 2),
  MAX("max", 2),
  FLOOR("floor", 1),
  CEIL("ceil", 1),
  IS_NAN("isnan", 1),
  /** φ₁ − φ₂, brought to [−π, π]. */
  DELTA_PHI("deltaPhi", 2),
  /** √(Δη² + Δφ²) of (η₁, φ₁, η₂, φ₂). */
  DELTA_R("deltaR", 4),
  /** Invariant mass of two particles (p_T, η, φ, m)₁, (p_T, η, φ, m)₂. */
  MASS("mass", 8);

  private final String label;
  private final int arguments;

  Function(String label, int arguments) {
    this.label = label;
    this.arguments = arguments;
  }

  static Optional<Function> of(String name) {
    return Arrays.stream(values()).filter(function -> function.label.equals(name)).findFirst();
  }

  String label() {
    return label;
  }

  int arguments() {
    return arguments;
  }

  Node.Type result() {
    return this == IS_NAN ? Node.Type.TRUTH : Node.Type.NUMBER;
  }

  void apply(double[][] a, double[] out, int size) {
    for (int i = 0; i < size; i++) {
      out[i] = value(a, i);
    }
  }

  private double value(double[][] a, int i) {
    double x = a[0][i];
    return switch (this) {
      case SQRT -> Math.sqrt(x);
      case ABS -> Math.abs(x);
      case LOG -> Math.log(x);
      case LOG10 -> Math.log10(x);
      case EXP -> Math.exp(x);
      case POW -> Math.pow(x, a[1][i]);
      case SIN -> Math.sin(x);
      case COS -> Math.cos(x);
      case TAN -> Math.tan(x);
      case SINH -> Math.sinh(x);
      case COSH -> Math.cosh(x);
      case TANH -> Math.tanh(x);
      case ATAN -> Math.atan(x);
      case ATAN2 -> Math.atan2(x, a[1][i]);
      case MIN -> Math.min(x, a[1][i]);
      case MAX -> Math.max(x, a[1][i]);
      case FLOOR -> Math.floor(x);
      case CEIL -> Math.ceil(x);
      case IS_NAN -> Double.isNaN(x) ? 1 : 0;
      case DELTA_PHI -> Kinematics.deltaPhi(x, a[1][i]);
      case DELTA_R -> Math.hypot(x - a[2][i], Kinematics.deltaPhi(a[1][i], a[3][i]));
      case MASS ->
          Kinematics.mass(x, a[1][i], a[2][i], a[3][i], a[4][i], a[5][i], a[6][i], a[7][i]);
    };
  }
}
