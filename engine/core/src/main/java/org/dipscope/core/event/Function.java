package org.dipscope.core.event;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The functions that expressions know. */
enum Function {
  SQRT("sqrt(x)", "Square root.", Elementwise.SQRT),
  ABS("abs(x)", "Absolute value.", Elementwise.ABS),
  LOG("log(x)", "Natural logarithm.", Elementwise.LOG),
  LOG10("log10(x)", "Logarithm to base 10.", Elementwise.LOG10),
  EXP("exp(x)", "Exponential.", Elementwise.EXP),
  POW("pow(base, exponent)", "Power, as base ^ exponent.", Elementwise.POW),
  SIN("sin(x)", "Sine of an angle in radians.", Elementwise.SIN),
  COS("cos(x)", "Cosine of an angle in radians.", Elementwise.COS),
  TAN("tan(x)", "Tangent of an angle in radians.", Elementwise.TAN),
  SINH("sinh(x)", "Hyperbolic sine.", Elementwise.SINH),
  COSH("cosh(x)", "Hyperbolic cosine.", Elementwise.COSH),
  TANH("tanh(x)", "Hyperbolic tangent.", Elementwise.TANH),
  ATAN("atan(x)", "Arc tangent in radians.", Elementwise.ATAN),
  ATAN2("atan2(y, x)", "Angle of the point (x, y) in radians.", Elementwise.ATAN2),
  FLOOR("floor(x)", "Next whole number below.", Elementwise.FLOOR),
  CEIL("ceil(x)", "Next whole number above.", Elementwise.CEIL),
  IS_NAN("isnan(x)", "Whether the value is missing.", Elementwise.IS_NAN),
  MIN("min(list) or min(a, b, ...)", "Smallest element of a list, or of the values."),
  MAX("max(list) or max(a, b, ...)", "Largest element of a list, or of the values."),
  SUM("sum(list)", "Sum of a list of numbers or objects; 0 if it is empty.", Reduction.SUM),
  MEAN("mean(list)", "Mean of a list; NaN if it is empty.", Reduction.MEAN),
  COUNT("count(list)", "Number of elements, of conditions those that hold."),
  LENGTH("length(list)", "Number of elements.", Reduction.LENGTH),
  ANY("any(list)", "Whether a condition holds for an element.", Reduction.ANY),
  ALL("all(list)", "Whether a condition holds for all elements.", Reduction.ALL),
  ARG_MAX("argmax(list)", "Position of the largest element, from 0.", Reduction.ARG_MAXIMUM),
  ARG_MIN("argmin(list)", "Position of the smallest element, from 0.", Reduction.ARG_MINIMUM),
  SORT("sort(list)", "The list from large to small."),
  MASS(
      "mass(object, ...) or mass(pt1, eta1, phi1, m1, pt2, eta2, phi2, m2)",
      "Invariant mass of the objects together."),
  DELTA_R(
      "deltaR(object1, object2) or deltaR(eta1, phi1, eta2, phi2)",
      "Distance, the root of deta^2 + dphi^2."),
  DELTA_PHI(
      "deltaPhi(object1, object2) or deltaPhi(phi1, phi2)",
      "Difference of azimuths, from -pi to pi."),
  PT("pt(object)", "Transverse momentum."),
  ETA("eta(object)", "Pseudorapidity."),
  PHI("phi(object)", "Azimuth, from -pi to pi."),
  ENERGY("energy(object)", "Energy."),
  RAPIDITY("rapidity(object)", "Rapidity."),
  PX("px(object)", "Momentum along x."),
  PY("py(object)", "Momentum along y."),
  PZ("pz(object)", "Momentum along the beam."),
  PT_ETA_PHI_M("ptetaphim(pt, eta, phi, m)", "The object with this momentum and mass."),
  PX_PY_PZ_E("pxpypze(px, py, pz, e)", "The object with this momentum and energy.");

  private final String label;
  private final String signature;
  private final String description;
  private final @Nullable Elementwise elementwise;
  private final @Nullable Reduction reduction;

  Function(String signature, String description) {
    this(signature, description, null, null);
  }

  Function(String signature, String description, Elementwise elementwise) {
    this(signature, description, elementwise, null);
  }

  Function(String signature, String description, Reduction reduction) {
    this(signature, description, null, reduction);
  }

  Function(
      String signature,
      String description,
      @Nullable Elementwise elementwise,
      @Nullable Reduction reduction) {
    this.label = signature.substring(0, signature.indexOf('('));
    this.signature = signature;
    this.description = description;
    this.elementwise = elementwise;
    this.reduction = reduction;
  }

  static Optional<Function> of(String name) {
    return Arrays.stream(values()).filter(function -> function.label.equals(name)).findFirst();
  }

  String label() {
    return label;
  }

  String signature() {
    return signature;
  }

  String description() {
    return description;
  }

  /** What it does to each value, if that is all it does. */
  @Nullable Elementwise elementwise() {
    return elementwise;
  }

  /** What it makes of a list, if that is all it does. */
  @Nullable Reduction reduction() {
    return reduction;
  }

  String usage() {
    return "Write " + signature + ".";
  }

  /** What to say about a name that is none. */
  static String hint(String name) {
    String closest =
        Arrays.stream(values())
            .map(Function::label)
            .min(Comparator.comparingInt(label -> Closeness.edits(name, label)))
            .orElse("");
    if (Closeness.edits(name, closest) <= 2) {
      return "Did you mean " + closest + "?";
    }
    return Arrays.stream(values())
        .map(Function::label)
        .collect(Collectors.joining(", ", "Functions: ", "."));
  }
}
