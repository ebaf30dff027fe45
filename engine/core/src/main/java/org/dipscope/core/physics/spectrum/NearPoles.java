package org.dipscope.core.physics.spectrum;

import java.util.List;

/**
 * Replaces plain quadrature by product integration in the cells near a pole: adds (κ − 1) times the
 * plain contribution of each node, see {@link PoleSet}. The amplitude P has the poles ±t₀, the
 * product P_k P_l* those of P_k and the conjugates of those of P_l. Mutable work space, owned by
 * one evaluator.
 */
final class NearPoles {
  private final NodeTable nodes;
  private final CellGeometry cells;
  private final PoleRule rule;
  private final PoleSet first;
  private final PoleSet second;
  private final PoleSet product;

  NearPoles(NodeTable nodes, CellGeometry cells, PoleRule rule) {
    this.nodes = nodes;
    this.cells = cells;
    this.rule = rule;
    this.first = new PoleSet(rule.order());
    this.second = new PoleSet(rule.order());
    this.product = new PoleSet(rule.order());
  }

  /** Corrects the plain contributions of all resonances. */
  void correct(List<ResonanceOnNodes> resonances, double[] signal, double[] interference) {
    for (int cell = 0; cell < cells.count(); cell++) {
      for (int k = 0; k < resonances.size(); k++) {
        ResonanceOnNodes resonance = resonances.get(k);
        boolean near = isNear(resonance, cell);
        if (near) {
          load(first, resonance, cell);
          correctInterference(resonance, cell, interference);
          join(first, first);
          correctSignal(resonance, resonance, cell, 1, signal);
        }
        for (int l = 0; l < k; l++) {
          ResonanceOnNodes other = resonances.get(l);
          if (resonance.overlaps(other) && (near || isNear(other, cell))) {
            load(first, resonance, cell);
            load(second, other, cell);
            join(first, second);
            correctSignal(resonance, other, cell, 2, signal);
          }
        }
      }
    }
  }

  private boolean isNear(ResonanceOnNodes resonance, int cell) {
    Poles poles = resonance.poles();
    return first.isNear(poles.first(), cells, cell) || first.isNear(poles.second(), cells, cell);
  }

  private void load(PoleSet set, ResonanceOnNodes resonance, int cell) {
    set.clear();
    set.add(resonance.poles().first(), cells, cell);
    set.add(resonance.poles().second(), cells, cell);
  }

  private void join(PoleSet poles, PoleSet conjugated) {
    product.clear();
    product.addAll(poles);
    product.addConjugates(conjugated);
  }

  private void correctInterference(ResonanceOnNodes resonance, int cell, double[] sum) {
    int power = resonance.thresholdPower(resonance);
    first.prepare(power);
    int start = cell * rule.order();
    for (int i = 0; i < rule.order(); i++) {
      int j = start + i;
      first.evaluate(rule.nodes()[i]);
      double re = resonance.propagatorRe[j];
      double im = resonance.propagatorIm[j];
      double amplitudeRe = resonance.bornRe[j] * re - resonance.bornIm[j] * im;
      double amplitudeIm = resonance.bornRe[j] * im + resonance.bornIm[j] * re;
      double change = amplitudeRe * first.re() - amplitudeIm * first.im();
      sum[j] += nodes.interference[j] * poleFactor(i, j, power) * change;
    }
  }

  private void correctSignal(
      ResonanceOnNodes k, ResonanceOnNodes l, int cell, double multiplicity, double[] sum) {
    double even = k.topEven * l.topEven;
    double odd = k.topOdd * l.topOdd;
    int power = k.thresholdPower(l);
    product.prepare(power);
    int start = cell * rule.order();
    for (int i = 0; i < rule.order(); i++) {
      int j = start + i;
      product.evaluate(rule.nodes()[i]);
      double tops = multiplicity * nodes.signal[j] * (nodes.beta2[j] * even + odd);
      double re = k.propagatorRe[j] * l.propagatorRe[j] + k.propagatorIm[j] * l.propagatorIm[j];
      double im = k.propagatorIm[j] * l.propagatorRe[j] - k.propagatorRe[j] * l.propagatorIm[j];
      double loopsRe = loopsRe(k, l, j);
      double loopsIm = loopsIm(k, l, j);
      double amplitudeRe = loopsRe * re - loopsIm * im;
      double amplitudeIm = loopsRe * im + loopsIm * re;
      double change = amplitudeRe * product.re() - amplitudeIm * product.im();
      sum[j] += tops * poleFactor(i, j, power) * change;
    }
  }

  /** c_j/t_j^p. */
  private double poleFactor(int i, int j, int power) {
    double t2 = nodes.t[j] * nodes.t[j];
    return rule.poleFactors()[i] / (power == 4 ? t2 * t2 : t2);
  }

  /** Re Σ F_k F_l* over the parities of the gluon pair. */
  static double loopsRe(ResonanceOnNodes k, ResonanceOnNodes l, int j) {
    return k.evenRe[j] * l.evenRe[j]
        + k.evenIm[j] * l.evenIm[j]
        + k.oddRe[j] * l.oddRe[j]
        + k.oddIm[j] * l.oddIm[j];
  }

  /** Im Σ F_k F_l* over the parities of the gluon pair. */
  static double loopsIm(ResonanceOnNodes k, ResonanceOnNodes l, int j) {
    return k.evenIm[j] * l.evenRe[j]
        - k.evenRe[j] * l.evenIm[j]
        + k.oddIm[j] * l.oddRe[j]
        - k.oddRe[j] * l.oddIm[j];
  }
}
