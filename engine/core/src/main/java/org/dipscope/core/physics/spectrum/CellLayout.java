package org.dipscope.core.physics.spectrum;

import java.util.ArrayList;
import java.util.List;
import org.dipscope.core.histogram.Binning;

/**
 * The quadrature cells of a spectrum: contiguous intervals of the true pair mass M, small enough
 * that everything but the resonance poles is a polynomial in t = √(s − 4m_t²) to about 1e-9. In t,
 * twice the momentum of a top quark, the threshold is no singularity: β = t/M.
 *
 * <p>Where a bin edge is smeared the cell follows the resolution; where nothing is smeared the
 * cells end at the edges.
 */
final class CellLayout {
  /** Standard deviations beyond which the Gaussian tail (3e-14) is nothing. */
  static final double TAIL = 7.5;

  /** Cell width in units of the resolution. */
  private static final double PER_SIGMA = 1.6;

  /** Cell width in t in units of the distance M to the branch points t = ±2i m_t. */
  private static final double PER_MASS = 0.45;

  private static final double LARGEST_TAIL = 20;
  private static final double KINEMATIC_LIMIT = 0.97;

  private final double threshold;
  private final double[] edges;
  private final double resolution;

  private CellLayout(double threshold, double[] edges, double resolution) {
    this.threshold = threshold;
    this.edges = edges;
    this.resolution = resolution;
  }

  /** Cell boundaries in GeV, increasing; a single one if no pair can reach the bins. */
  static double[] boundaries(
      double topMassGeV, double energyGeV, Binning binning, double resolution) {
    double threshold = 2 * topMassGeV;
    return new CellLayout(threshold, binning.edges(), resolution)
        .march(energyGeV * KINEMATIC_LIMIT, energyGeV);
  }

  private double[] march(double limit, double energyGeV) {
    double last = edges[edges.length - 1];
    double mass = Math.max(threshold, lowest(edges[0]));
    double end = Math.min(limit, Math.min(highest(last), LARGEST_TAIL * Math.max(last, threshold)));
    List<Double> boundaries = new ArrayList<>();
    boundaries.add(mass);
    int edge = 0;
    while (mass < end) {
      while (edge < edges.length && highest(edges[edge]) <= mass) {
        edge++;
      }
      double next = smooth(mass, energyGeV);
      if (edge < edges.length) {
        double from = lowest(edges[edge]);
        next = Math.min(next, from > mass ? from : smeared(mass));
      }
      mass = next > end * (1 - 1e-6) ? end : next;
      boundaries.add(mass);
    }
    return boundaries.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** The next boundary where only luminosities and amplitudes vary. */
  private double smooth(double mass, double energyGeV) {
    double t = Math.sqrt((mass - threshold) * (mass + threshold));
    double next = t + PER_MASS * Math.min(mass, 2 * (energyGeV - mass));
    return Math.hypot(next, threshold);
  }

  /** The next boundary where the resolution varies: the largest dM/dt times Δt is 1.6 R·M. */
  private double smeared(double mass) {
    double t = Math.sqrt((mass - threshold) * (mass + threshold));
    double next = 0.5 * (t + Math.sqrt(t * t + 4 * PER_SIGMA * resolution * mass * mass));
    return Math.hypot(next, threshold);
  }

  /** The lowest true mass that can be seen above an edge. */
  private double lowest(double edge) {
    return edge > 0 ? edge / (1 + TAIL * resolution) : edge;
  }

  /** The highest true mass that can be seen below an edge. */
  private double highest(double edge) {
    double share = 1 - TAIL * resolution;
    return share > 0 || edge <= 0 ? edge / Math.max(share, 1e-3) : Double.POSITIVE_INFINITY;
  }
}
