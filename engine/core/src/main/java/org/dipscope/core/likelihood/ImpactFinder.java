package org.dipscope.core.likelihood;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dipscope.core.math.Cholesky;

/**
 * Impacts at a minimum from the joint Hessian of &lambda; in the two parameters and the nuisances:
 * exact in the nuisances, differences of exact gradients between parameters and nuisances.
 */
final class ImpactFinder {
  /** The rise of &lambda; that a difference step should cause. */
  private static final double STEP_RISE = 0.02;

  private final SignalPoint point;
  private final NuisanceSet nuisances;
  private final double u;
  private final double v;
  private final int n;
  private final double[] theta;
  private final double[] hessian;

  ImpactFinder(SignalPoint point, NuisanceSet nuisances, double u, double v) {
    this.point = point;
    this.nuisances = nuisances;
    this.u = u;
    this.v = v;
    n = nuisances.size();
    theta = new double[n];
    hessian = new double[(n + 2) * (n + 2)];
  }

  /** One impact per nuisance; empty if the position is not a proper minimum. */
  Optional<List<Impact>> find(ParameterGrid grid) {
    if (point.load(u, v) == PointStatus.INCOMPUTABLE) {
      return Optional.empty();
    }
    point.profiler().profileThoroughly();
    System.arraycopy(point.profiler().theta(), 0, theta, 0, n);
    if (!fillHessian()) {
      return Optional.empty();
    }
    int size = n + 2;
    double[] factor = hessian.clone();
    for (int i = 0; i < factor.length; i++) {
      factor[i] *= 0.5;
    }
    if (Cholesky.factorise(factor, size) >= 0) {
      return Optional.empty();
    }
    double[] covariance = Cholesky.inverse(factor, size);
    double[] parameters = {
      hessian[0], hessian[1],
      hessian[size], hessian[size + 1]
    };
    Cholesky.factorise(parameters, 2);
    double perX = slope(grid.x(), u);
    double perY = slope(grid.y(), v);
    List<Impact> impacts = new ArrayList<>();
    for (int k = 0; k < n; k++) {
      int row = k + 2;
      double uncertainty = Math.sqrt(covariance[row * size + row]);
      double[] held = {-hessian[row] * uncertainty, -hessian[size + row] * uncertainty};
      Cholesky.solve(parameters, 2, held);
      double constrained = nuisances.get(k).isConstrained() ? 1 : 0;
      impacts.add(
          new Impact(
              nuisances.get(k).name(),
              held[0] * perX,
              held[1] * perY,
              constrained * covariance[row] * perX,
              constrained * covariance[size + row] * perY));
    }
    return Optional.of(impacts);
  }

  /** Parameter units per grid step. */
  private static double slope(Axis axis, double position) {
    double h = 1e-4;
    return (axis.value(position + h) - axis.value(position - h)) / (2 * h);
  }

  private boolean fillHessian() {
    int size = n + 2;
    double[] block = new double[n * n];
    double here = evaluate(0, 0, new double[n], block);
    for (int k = 0; k < n; k++) {
      System.arraycopy(block, k * n, hessian, (k + 2) * size + 2, n);
    }
    double hu = step(1, 0, here);
    double hv = step(0, 1, here);
    boolean defined = parameterRow(0, hu, 0, here) && parameterRow(1, 0, hv, here);
    double[] unused = new double[n];
    double mixed =
        evaluate(hu, hv, unused, block)
            + evaluate(-hu, -hv, unused, block)
            - evaluate(hu, -hv, unused, block)
            - evaluate(-hu, hv, unused, block);
    hessian[1] = mixed / (4 * hu * hv);
    hessian[size] = hessian[1];
    return defined && !Double.isNaN(mixed);
  }

  private boolean parameterRow(int row, double du, double dv, double here) {
    int size = n + 2;
    double h = du + dv;
    double[] up = new double[n];
    double[] down = new double[n];
    double[] block = new double[n * n];
    double above = evaluate(du, dv, up, block);
    double below = evaluate(-du, -dv, down, block);
    hessian[row * size + row] = (above + below - 2 * here) / (h * h);
    for (int k = 0; k < n; k++) {
      double element = (up[k] - down[k]) / (2 * h);
      hessian[row * size + k + 2] = element;
      hessian[(k + 2) * size + row] = element;
    }
    return !Double.isNaN(above + below);
  }

  /** A step that raises &lambda; enough to be seen and not more. */
  private double step(int alongU, int alongV, double here) {
    double h = 1e-3;
    double[] unused = new double[n];
    double[] block = new double[n * n];
    double rise =
        0.5
            * (evaluate(alongU * h, alongV * h, unused, block)
                + evaluate(-alongU * h, -alongV * h, unused, block)
                - 2 * here);
    double scaled = rise > 0 ? h * Math.sqrt(STEP_RISE / rise) : h;
    return Math.max(1e-4, Math.min(0.1, scaled));
  }

  private double evaluate(double du, double dv, double[] gradient, double[] block) {
    if (point.load(u + du, v + dv) == PointStatus.INCOMPUTABLE) {
      return Double.NaN;
    }
    return point.profiler().objective().evaluate(theta, gradient, block);
  }
}
