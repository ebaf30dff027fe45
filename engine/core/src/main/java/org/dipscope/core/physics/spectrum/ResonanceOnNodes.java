package org.dipscope.core.physics.spectrum;

import java.util.Arrays;
import org.dipscope.core.physics.resonance.Couplings;
import org.dipscope.core.physics.resonance.Resonance;

/**
 * One resonance on the quadrature nodes: propagator, loop sums, and the zeros of 1/P in the
 * variable t = √(s − 4m_t²). Mutable, owned by one evaluator.
 */
final class ResonanceOnNodes {
  private final NodeTable nodes;
  private final Poles poles;

  /** P(s). */
  final double[] propagatorRe;

  final double[] propagatorIm;

  /** F, by parity of the gluon pair. */
  final double[] evenRe;

  final double[] evenIm;
  final double[] oddRe;
  final double[] oddIm;

  /** β² c_even F_even + c_odd F_odd, what interferes with the Born amplitude. */
  final double[] bornRe;

  final double[] bornIm;
  private final double[] width;

  double topEven;
  double topOdd;

  ResonanceOnNodes(NodeTable nodes, CellGeometry cells, double topMassGeV) {
    this.nodes = nodes;
    this.poles = new Poles(cells, 4 * topMassGeV * topMassGeV);
    int count = nodes.count();
    propagatorRe = new double[count];
    propagatorIm = new double[count];
    evenRe = new double[count];
    evenIm = new double[count];
    oddRe = new double[count];
    oddIm = new double[count];
    bornRe = new double[count];
    bornIm = new double[count];
    width = new double[count];
  }

  /** Evaluates everything for a resonance. */
  void fill(Resonance resonance) {
    Couplings couplings = resonance.couplings();
    topEven = couplings.topEven();
    topOdd = couplings.topOdd();
    loops(nodes.even, topEven, couplings.bottomEven(), evenRe, evenIm);
    loops(nodes.odd, topOdd, couplings.bottomOdd(), oddRe, oddIm);
    double[] beta2 = nodes.beta2;
    for (int j = 0; j < beta2.length; j++) {
      double even = beta2[j] * topEven;
      bornRe[j] = even * evenRe[j] + topOdd * oddRe[j];
      bornIm[j] = even * evenIm[j] + topOdd * oddIm[j];
    }
    widths(resonance);
    propagators(resonance.massGeV());
    poles.find(resonance, width);
  }

  /** The zeros of 1/P. */
  Poles poles() {
    return poles;
  }

  /** Whether the top pairs of two resonances share a parity, so that their amplitudes add. */
  boolean overlaps(ResonanceOnNodes other) {
    return topEven * other.topEven != 0 || topOdd * other.topOdd != 0;
  }

  /** The power of t with which the product with another resonance vanishes at the threshold. */
  int thresholdPower(ResonanceOnNodes other) {
    return topOdd * other.topOdd == 0 ? 4 : 2;
  }

  private static void loops(
      NodeTable.Loops loops, double top, double bottom, double[] re, double[] im) {
    double[] topRe = loops.topRe;
    double[] topIm = loops.topIm;
    double[] bottomRe = loops.bottomRe;
    double[] bottomIm = loops.bottomIm;
    for (int j = 0; j < re.length; j++) {
      re[j] = top * topRe[j] + bottom * bottomRe[j];
      im[j] = top * topIm[j] + bottom * bottomIm[j];
    }
  }

  private void propagators(double massGeV) {
    double[] s = nodes.s;
    double mass2 = massGeV * massGeV;
    for (int j = 0; j < s.length; j++) {
      double detuning = s[j] - mass2;
      double norm = 1 / (detuning * detuning + width[j] * width[j]);
      propagatorRe[j] = detuning * norm;
      propagatorIm[j] = -width[j] * norm;
    }
  }

  private void widths(Resonance resonance) {
    switch (resonance.scheme()) {
      case FIXED -> Arrays.fill(width, resonance.massGeV() * resonance.widthGeV());
      case LINEAR -> {
        double relative = resonance.relativeWidth();
        for (int j = 0; j < width.length; j++) {
          width[j] = nodes.s[j] * relative;
        }
      }
      case PHYSICAL -> physicalWidths(resonance.couplings());
    }
  }

  private void physicalWidths(Couplings couplings) {
    NodeTable.Widths unit = nodes.widths;
    double tt = square(couplings.topEven());
    double ttOdd = square(couplings.topOdd());
    double bb = square(couplings.bottomEven());
    double bbOdd = square(couplings.bottomOdd());
    double tautau = square(couplings.tauEven());
    double tautauOdd = square(couplings.tauOdd());
    for (int j = 0; j < width.length; j++) {
      double loops = square(evenRe[j]) + square(evenIm[j]) + square(oddRe[j]) + square(oddIm[j]);
      width[j] =
          tt * unit.topEven[j]
              + ttOdd * unit.topOdd[j]
              + bb * unit.bottomEven[j]
              + bbOdd * unit.bottomOdd[j]
              + tautau * unit.tauEven[j]
              + tautauOdd * unit.tauOdd[j]
              + loops * unit.gluon[j];
    }
  }

  private static double square(double x) {
    return x * x;
  }
}
