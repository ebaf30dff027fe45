package org.dipscope.core.event;

import java.util.Arrays;
import java.util.List;

/**
 * How a function of expressions is used.
 *
 * @param name such as {@code max}
 * @param signature how it is written, such as {@code max(list) or max(a, b, ...)}
 * @param description what it yields, in one sentence
 */
public record FunctionHelp(String name, String signature, String description) {

  /** All functions, simple ones first. */
  public static List<FunctionHelp> all() {
    return Arrays.stream(Function.values()).map(FunctionHelp::of).toList();
  }

  static FunctionHelp of(Function function) {
    return new FunctionHelp(function.label(), function.signature(), function.description());
  }
}
