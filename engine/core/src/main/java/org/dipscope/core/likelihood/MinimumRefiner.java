package org.dipscope.core.likelihood;

/**
 * Finds the minimum next to a position by quadratic models through a 3&times;3 stencil that shrinks
 * as the search closes in. It keeps the lowest point it has seen, so it never goes up, copes with
 * borders and with unphysical neighbours, and needs some forty evaluations.
 */
final class MinimumRefiner {
  private static final int MOST_ROUNDS = 24;
  private static final double FIRST_STEP = 0.25;
  private static final double LAST_STEP = 1e-4;
  private static final double ENOUGH = 1e-8;

  /** Evaluates &lambda; at a position; positive infinity where no minimum may lie. */
  @FunctionalInterface
  interface Surface {
    double at(double u, double v);
  }

  private final Surface surface;
  private final double uMax;
  private final double vMax;
  private final double[] stencil = new double[9];
  private double bestU;
  private double bestV;
  private double best;
  private double curvatureU;
  private double curvatureV;
  private double curvatureUv;
  private boolean isOnBorder;

  MinimumRefiner(Surface surface, double uMax, double vMax) {
    this.surface = surface;
    this.uMax = uMax;
    this.vMax = vMax;
  }

  /** Refines from a position; read the result from the getters. */
  void refine(double u, double v) {
    best = Double.POSITIVE_INFINITY;
    isOnBorder = false;
    curvatureU = 0;
    curvatureV = 0;
    curvatureUv = 0;
    consider(u, v);
    double h = FIRST_STEP;
    for (int round = 0; round < MOST_ROUNDS && h > LAST_STEP; round++) {
      double before = best;
      double centreU = Math.max(h, Math.min(uMax - h, bestU));
      double centreV = Math.max(h, Math.min(vMax - h, bestV));
      boolean complete = sample(centreU, centreV, h);
      double moved = complete ? quadraticStep(centreU, centreV, h) : 2 * h;
      isOnBorder = !complete;
      boolean still = before - best < ENOUGH;
      if (moved <= h || still || round > MOST_ROUNDS / 2) {
        h *= still && complete ? 0.1 : 0.25;
      }
      if (still && h < 0.02) {
        break;
      }
    }
    double edge = 1e-6;
    isOnBorder |= bestU < edge || bestV < edge || bestU > uMax - edge || bestV > vMax - edge;
  }

  double u() {
    return bestU;
  }

  double v() {
    return bestV;
  }

  double value() {
    return best;
  }

  boolean isOnBorder() {
    return isOnBorder;
  }

  /** &part;&sup2;&lambda;/&part;u&sup2; by the last complete stencil. */
  double curvatureU() {
    return curvatureU;
  }

  double curvatureV() {
    return curvatureV;
  }

  double curvatureUv() {
    return curvatureUv;
  }

  private double consider(double u, double v) {
    double value = surface.at(u, v);
    if (value < best) {
      best = value;
      bestU = u;
      bestV = v;
    }
    return value;
  }

  private boolean sample(double u, double v, double h) {
    boolean complete = true;
    for (int i = 0; i < 9; i++) {
      double su = Math.max(0, Math.min(uMax, u + (i % 3 - 1) * h));
      double sv = Math.max(0, Math.min(vMax, v + (i / 3 - 1) * h));
      stencil[i] = consider(su, sv);
      complete &= Double.isFinite(stencil[i]);
    }
    return complete;
  }

  /** Goes to the minimum of the quadratic model, at most two steps away; returns how far. */
  private double quadraticStep(double u, double v, double h) {
    double gu = (stencil[5] - stencil[3]) / (2 * h);
    double gv = (stencil[7] - stencil[1]) / (2 * h);
    curvatureU = (stencil[5] + stencil[3] - 2 * stencil[4]) / (h * h);
    curvatureV = (stencil[7] + stencil[1] - 2 * stencil[4]) / (h * h);
    curvatureUv = (stencil[8] + stencil[0] - stencil[2] - stencil[6]) / (4 * h * h);
    double determinant = curvatureU * curvatureV - curvatureUv * curvatureUv;
    double du;
    double dv;
    if (curvatureU > 0 && determinant > 1e-12 * curvatureU * Math.abs(curvatureV)) {
      du = -(curvatureV * gu - curvatureUv * gv) / determinant;
      dv = -(curvatureU * gv - curvatureUv * gu) / determinant;
    } else {
      double norm = Math.hypot(gu, gv);
      du = norm > 0 ? -2 * h * gu / norm : 0;
      dv = norm > 0 ? -2 * h * gv / norm : 0;
    }
    double length = Math.max(Math.abs(du), Math.abs(dv));
    double shrink = length > 2 * h ? 2 * h / length : 1;
    consider(
        Math.max(0, Math.min(uMax, u + shrink * du)), Math.max(0, Math.min(vMax, v + shrink * dv)));
    return length;
  }
}
