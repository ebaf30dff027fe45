package org.dipscope.core.physics.spectrum;

import org.dipscope.core.math.Complex;
import org.dipscope.core.physics.amplitude.BornCrossSection;
import org.dipscope.core.physics.amplitude.CpParity;
import org.dipscope.core.physics.amplitude.StandardModel;
import org.dipscope.core.physics.amplitude.TopPair;
import org.dipscope.core.physics.parton.Luminosity;
import org.dipscope.core.physics.resonance.PartialWidths;
import org.dipscope.core.physics.resonance.PartonicCrossSections;

/**
 * Everything about the quadrature nodes that does not depend on the resonances, as flat arrays: the
 * one hot loop reads them. The nodes of the cells come first; where nothing is smeared the bin
 * edges follow, at which the density itself is needed. Immutable once filled.
 */
final class NodeTable {
  final double[] mass;
  final double[] t;
  final double[] s;
  final double[] beta2;

  /** Luminosity, efficiency and quadrature weight times the constants of σ_S and of σ_I. */
  final double[] signal;

  final double[] interference;
  final double[] bornGg;
  final double[] bornQq;

  /** Loop functions of top and bottom, by parity. */
  final Loops even;

  final Loops odd;

  /** w(s) of the physical scheme per squared coupling, and per squared loop sum. */
  final Widths widths;

  NodeTable(int count) {
    mass = new double[count];
    t = new double[count];
    s = new double[count];
    beta2 = new double[count];
    signal = new double[count];
    interference = new double[count];
    bornGg = new double[count];
    bornQq = new double[count];
    even = new Loops(count);
    odd = new Loops(count);
    widths = new Widths(count);
  }

  int count() {
    return mass.length;
  }

  /** Fills nodes from their masses; the weight turns flux·σ̂ into a share of the cross-section. */
  static final class Filler {
    private final StandardModel model;
    private final EfficiencyModel efficiency;
    private final BornCrossSection born;
    private final PartonFlux flux;
    private final double signalUnit;
    private final double interferenceUnit;

    Filler(StandardModel model, ProtonCollisions collisions, EfficiencyModel efficiency) {
      this.model = model;
      this.efficiency = efficiency;
      this.born = new BornCrossSection(model);
      this.flux = new PartonFlux(model, collisions);
      this.signalUnit = PartonicCrossSections.signalUnit(model);
      this.interferenceUnit = PartonicCrossSections.interferenceUnit(model);
    }

    void fill(NodeTable table, int j, double massGeV, double weight) {
      TopPair pair = TopPair.at(model, massGeV);
      double beta = pair.beta();
      double s = pair.s();
      table.mass[j] = massGeV;
      table.s[j] = s;
      table.t[j] = massGeV * beta;
      table.beta2[j] = beta * beta;
      if (!pair.open()) {
        return;
      }
      Luminosity parton = flux.at(massGeV);
      double gg = weight * parton.gg();
      table.signal[j] = gg * signalUnit * s * s * beta * efficiency.signal(massGeV);
      table.interference[j] = gg * interferenceUnit * pair.y() * efficiency.interference(massGeV);
      double background = efficiency.background(massGeV);
      table.bornGg[j] = gg * born.gg(pair) * background;
      table.bornQq[j] = weight * parton.qqbar() * born.qqbar(pair) * background;
      table.even.fill(j, model, CpParity.EVEN, s);
      table.odd.fill(j, model, CpParity.ODD, s);
      table.widths.fill(j, model, massGeV, s);
    }
  }

  /** A_Φ of the top and the bottom quark. */
  static final class Loops {
    final double[] topRe;
    final double[] topIm;
    final double[] bottomRe;
    final double[] bottomIm;

    private Loops(int count) {
      topRe = new double[count];
      topIm = new double[count];
      bottomRe = new double[count];
      bottomIm = new double[count];
    }

    private void fill(int j, StandardModel model, CpParity parity, double s) {
      Complex top = parity.loop(s / square(2 * model.topMassGeV()));
      Complex bottom = parity.loop(s / square(2 * model.bottomMassGeV()));
      topRe[j] = top.re();
      topIm[j] = top.im();
      bottomRe[j] = bottom.re();
      bottomIm[j] = bottom.im();
    }
  }

  /** √s Γ_i(√s) with unit couplings. */
  static final class Widths {
    final double[] topEven;
    final double[] topOdd;
    final double[] bottomEven;
    final double[] bottomOdd;
    final double[] tauEven;
    final double[] tauOdd;
    final double[] gluon;

    private Widths(int count) {
      topEven = new double[count];
      topOdd = new double[count];
      bottomEven = new double[count];
      bottomOdd = new double[count];
      tauEven = new double[count];
      tauOdd = new double[count];
      gluon = new double[count];
    }

    private void fill(int j, StandardModel model, double massGeV, double s) {
      fermion(j, model, massGeV, 3, model.topMassGeV(), topEven, topOdd);
      fermion(j, model, massGeV, 3, model.bottomMassGeV(), bottomEven, bottomOdd);
      fermion(j, model, massGeV, 1, model.tauMassGeV(), tauEven, tauOdd);
      gluon[j] = PartialWidths.gluonUnit(model) * s * s;
    }

    private static void fermion(
        int j,
        StandardModel model,
        double massGeV,
        int colours,
        double fermionMassGeV,
        double[] even,
        double[] odd) {
      double beta2 = 1 - square(2 * fermionMassGeV / massGeV);
      if (beta2 > 0) {
        double unit = PartialWidths.fermionUnit(model, colours, fermionMassGeV) * massGeV * massGeV;
        even[j] = unit * beta2 * Math.sqrt(beta2);
        odd[j] = unit * Math.sqrt(beta2);
      }
    }
  }

  private static double square(double x) {
    return x * x;
  }
}
