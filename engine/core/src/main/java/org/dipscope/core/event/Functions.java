package org.dipscope.core.event;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;

/** What to say about the use of functions. */
final class Functions {

  private Functions() {}

  static String usage(Function function) {
    return switch (function) {
      case POW -> "Write pow(base, exponent).";
      case ATAN2 -> "Write atan2(y, x).";
      case MIN, MAX -> "Write " + function.label() + "(a, b).";
      case DELTA_PHI -> "Write deltaPhi(phi1, phi2).";
      case DELTA_R -> "Write deltaR(eta1, phi1, eta2, phi2).";
      case MASS -> "Write mass(pt1, eta1, phi1, m1, pt2, eta2, phi2, m2).";
      default -> "Write " + function.label() + "(x).";
    };
  }

  static String hint(String name) {
    String closest =
        Arrays.stream(Function.values())
            .map(Function::label)
            .min(Comparator.comparingInt(label -> Schema.distance(name, label)))
            .orElse("");
    if (Schema.distance(name, closest) <= 2) {
      return "Did you mean " + closest + "?";
    }
    return Arrays.stream(Function.values())
        .map(Function::label)
        .collect(Collectors.joining(", ", "Functions: ", "."));
  }
}
