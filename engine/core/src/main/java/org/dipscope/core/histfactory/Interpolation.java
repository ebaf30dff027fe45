package org.dipscope.core.histfactory;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * How rates behave between and beyond the variations at &plusmn;1 (CERN-OPEN-2012-016, section 4.1,
 * and the codes of ROOT): factors by code 1 (exponential on either side) or code 4 (a sixth-order
 * polynomial inside &plusmn;1, exponential outside), templates by code 0 (linear on either side) or
 * code 4p (a sixth-order polynomial inside, linear outside).
 *
 * @param isSmoothFactor code 4 rather than code 1
 * @param isSmoothShape code 4p rather than code 0
 */
public record Interpolation(boolean isSmoothFactor, boolean isSmoothShape) {
  /** Codes 4 and 4p. */
  public static final Interpolation SMOOTH = new Interpolation(true, true);

  /** Codes 1 and 0. */
  public static final Interpolation PIECEWISE = new Interpolation(false, false);

  /**
   * Two codes with a comma, one for factors and one for templates.
   *
   * @throws ProblemException if they are not
   */
  public static Interpolation parse(String text) {
    Set<String> codes = new TreeSet<>(List.of(text.replace("code", "").split(",", -1)));
    boolean isFactor = codes.contains("4") != codes.contains("1");
    boolean isShape = codes.contains("4p") != codes.contains("0");
    if (codes.size() != 2 || !isFactor || !isShape) {
      throw new ProblemException(
          Problem.usage(
              "The interpolation \"" + text + "\" is unknown.",
              "Give code4 or code1 for factors and code4p or code0 for templates, such as"
                  + " code4,code4p."));
    }
    return new Interpolation(codes.contains("4"), codes.contains("4p"));
  }
}
