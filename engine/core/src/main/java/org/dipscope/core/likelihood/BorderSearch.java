package org.dipscope.core.likelihood;

/**
 * Follows the border of the physical region to the lowest point on it. From an anchor inside, rays
 * meet the border at points that one angle parametrises; the lowest of them is the next point,
 * until none is lower. Needed because a minimum cut off by the border lies on it, while grid points
 * only come near.
 */
final class BorderSearch {
  private static final int DIRECTIONS = 16;
  private static final int RAYS = 9;
  private static final double WIDEST = 1.3;
  private static final int MOST_ROUNDS = 12;
  private static final double FIRST_REACH = 1;
  private static final double LAST_REACH = 0.02;
  private static final double ENOUGH = 1e-6;

  /** Whether a minimum may lie at a position. */
  @FunctionalInterface
  interface Region {
    boolean contains(double u, double v);
  }

  private final MinimumRefiner.Surface surface;
  private final Region region;
  private double u;
  private double v;
  private double value;
  private double anchorU;
  private double anchorV;

  BorderSearch(MinimumRefiner.Surface surface, Region region) {
    this.surface = surface;
    this.region = region;
  }

  /** Starts at a point inside and moves only to lower points. */
  void search(double startU, double startV, double startValue) {
    u = startU;
    v = startV;
    value = startValue;
    double reach = FIRST_REACH;
    for (int round = 0; round < MOST_ROUNDS && reach > LAST_REACH; round++) {
      double oldU = u;
      double oldV = v;
      double before = value;
      if (!sweep(reach)) {
        reach *= 0.5;
      } else if (before - value < ENOUGH || Math.hypot(u - oldU, v - oldV) < 0.3 * reach) {
        reach *= 0.3;
      }
    }
  }

  double u() {
    return u;
  }

  double v() {
    return v;
  }

  double value() {
    return value;
  }

  /** Tries rays towards the border around the present point; false if there is no border near. */
  private boolean sweep(double reach) {
    double inwardU = 0;
    double inwardV = 0;
    int inside = 0;
    for (int i = 0; i < DIRECTIONS; i++) {
      double angle = 2 * Math.PI * i / DIRECTIONS;
      double du = Math.cos(angle);
      double dv = Math.sin(angle);
      if (region.contains(u + reach * du, v + reach * dv)) {
        inwardU += du;
        inwardV += dv;
        inside++;
      }
    }
    double length = Math.hypot(inwardU, inwardV);
    if (inside == 0 || inside == DIRECTIONS || length < 1e-6) {
      return false;
    }
    anchorU = u + reach * inwardU / length;
    anchorV = v + reach * inwardV / length;
    if (!region.contains(anchorU, anchorV)) {
      return false;
    }
    double outward = Math.atan2(-inwardV, -inwardU);
    double spacing = 2 * WIDEST / (RAYS - 1);
    int lowest = 0;
    double lowestValue = Double.POSITIVE_INFINITY;
    for (int i = 0; i < RAYS; i++) {
      double at = onRay(outward - WIDEST + i * spacing, reach);
      if (at < lowestValue) {
        lowestValue = at;
        lowest = i;
      }
    }
    double middle = outward - WIDEST + lowest * spacing;
    LineMinimum.find(
        angle -> onRay(angle, reach), middle - spacing, middle + spacing, 1e-4 * spacing);
    return true;
  }

  /** &lambda; where a ray leaves the region, at most four reaches away; keeps the lowest point. */
  private double onRay(double angle, double reach) {
    double du = Math.cos(angle);
    double dv = Math.sin(angle);
    double in = 0;
    double out = 4 * reach;
    while (out - in > 1e-6) {
      double middle = 0.5 * (in + out);
      if (region.contains(anchorU + middle * du, anchorV + middle * dv)) {
        in = middle;
      } else {
        out = middle;
      }
    }
    double atU = anchorU + in * du;
    double atV = anchorV + in * dv;
    double at = surface.at(atU, atV);
    if (at < value) {
      value = at;
      u = atU;
      v = atV;
    }
    return at;
  }
}
