package org.dipscope.core.physics.spectrum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dipscope.core.physics.resonance.Resonance;

/**
 * Evaluates signal and interference on a {@link SpectrumGrid} after each move of a slider: the
 * propagators on the nodes, exact weights near their poles, and one product with the smearing
 * matrix. No resonance is too narrow. Holds its own work space: one per thread.
 */
public final class SpectrumEvaluator {
  private final SpectrumGrid grid;
  private final NodeTable nodes;
  private final CellGeometry cells;
  private final List<ResonanceOnNodes> pool = new ArrayList<>();
  private final NearPoles nearPoles;
  private final double[] signal;
  private final double[] interference;
  private final double[] scratch;

  /** An evaluator for one thread. */
  public SpectrumEvaluator(SpectrumGrid grid) {
    this.grid = grid;
    this.nodes = grid.nodes();
    this.cells = grid.cells();
    this.nearPoles = new NearPoles(nodes, cells, grid.rule());
    this.signal = new double[nodes.count()];
    this.interference = new double[nodes.count()];
    this.scratch = new double[grid.binning().count()];
  }

  /**
   * Expected signal and interference per bin.
   *
   * @param resonances any number of them
   * @param normalisation luminosity and K factors
   * @param signalBins overwritten with the signal, one entry per bin
   * @param interferenceBins overwritten with the interference, one entry per bin
   */
  public void rates(
      List<Resonance> resonances,
      Normalisation normalisation,
      double[] signalBins,
      double[] interferenceBins) {
    Arrays.fill(signalBins, 0);
    Arrays.fill(interferenceBins, 0);
    if (resonances.isEmpty() || cells.count() == 0) {
      return;
    }
    contributions(resonances);
    for (int j = 0; j < signal.length; j++) {
      signal[j] *= normalisation.signal();
      interference[j] *= normalisation.interference();
    }
    grid.addRate(signal, signalBins, scratch);
    grid.addRate(interference, interferenceBins, scratch);
  }

  /**
   * Expected sum of signal and interference per bin, with its response to mass scale and
   * resolution.
   *
   * @param resonances any number of them
   * @param normalisation luminosity and K factors
   * @param into overwritten with the result
   */
  public void templates(List<Resonance> resonances, Normalisation normalisation, Templates into) {
    Arrays.fill(into.rate(), 0);
    Arrays.fill(into.scaleSlope(), 0);
    Arrays.fill(into.resolutionSlope(), 0);
    if (resonances.isEmpty() || cells.count() == 0) {
      return;
    }
    contributions(resonances);
    double perSignal = normalisation.signal();
    double perInterference = normalisation.interference();
    for (int j = 0; j < signal.length; j++) {
      signal[j] = perSignal * signal[j] + perInterference * interference[j];
    }
    grid.fold(signal, into, scratch);
  }

  /** The share of each node in the signal and interference cross-sections, in pb. */
  private void contributions(List<Resonance> resonances) {
    int count = resonances.size();
    while (pool.size() < count) {
      pool.add(new ResonanceOnNodes(nodes, cells, grid.model().topMassGeV()));
    }
    Arrays.fill(signal, 0);
    Arrays.fill(interference, 0);
    for (int k = 0; k < count; k++) {
      ResonanceOnNodes resonance = pool.get(k);
      resonance.fill(resonances.get(k));
      addOwn(resonance);
      for (int l = 0; l < k; l++) {
        addProduct(resonance, pool.get(l));
      }
    }
    nearPoles.correct(pool.subList(0, count), signal, interference);
  }

  /** |T|² and Re T of one resonance. */
  private void addOwn(ResonanceOnNodes resonance) {
    double even = resonance.topEven * resonance.topEven;
    double odd = resonance.topOdd * resonance.topOdd;
    for (int j = 0; j < signal.length; j++) {
      double re = resonance.propagatorRe[j];
      double im = resonance.propagatorIm[j];
      double loops =
          resonance.evenRe[j] * resonance.evenRe[j]
              + resonance.evenIm[j] * resonance.evenIm[j]
              + resonance.oddRe[j] * resonance.oddRe[j]
              + resonance.oddIm[j] * resonance.oddIm[j];
      double strength = nodes.signal[j] * loops * (nodes.beta2[j] * even + odd);
      signal[j] += strength * (re * re + im * im);
      interference[j] +=
          nodes.interference[j] * (resonance.bornRe[j] * re - resonance.bornIm[j] * im);
    }
  }

  /** 2 Re[T_k T_l*], where the states share a parity. */
  private void addProduct(ResonanceOnNodes k, ResonanceOnNodes l) {
    double even = k.topEven * l.topEven;
    double odd = k.topOdd * l.topOdd;
    if (!k.overlaps(l)) {
      return;
    }
    for (int j = 0; j < signal.length; j++) {
      double tops = 2 * nodes.signal[j] * (nodes.beta2[j] * even + odd);
      double loopsRe = NearPoles.loopsRe(k, l, j);
      double loopsIm = NearPoles.loopsIm(k, l, j);
      double re = k.propagatorRe[j] * l.propagatorRe[j] + k.propagatorIm[j] * l.propagatorIm[j];
      double im = k.propagatorIm[j] * l.propagatorRe[j] - k.propagatorRe[j] * l.propagatorIm[j];
      signal[j] += tops * (loopsRe * re - loopsIm * im);
    }
  }
}
