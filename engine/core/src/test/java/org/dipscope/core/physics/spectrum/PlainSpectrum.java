package org.dipscope.core.physics.spectrum;

import java.util.List;
import java.util.TreeSet;
import org.apache.commons.numbers.gamma.Erfc;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.physics.amplitude.StandardModel;
import org.dipscope.core.physics.resonance.PartonicCrossSections;
import org.dipscope.core.physics.resonance.Resonance;
import org.dipscope.core.physics.resonance.WidthScheme;

/**
 * The obvious implementation of a binned spectrum, for comparison: Gauss–Legendre quadrature of
 * dσ/dM on fixed panels, the formulas evaluated at every point, and smearing as a double sum over
 * points and bins. Luminosities are kept between calls.
 */
public final class PlainSpectrum {
  /** What is computed of every bin, see {@link Templates}. */
  public enum Quantity {
    /** The content. */
    RATE,
    /** Its derivative with respect to the logarithm of the mass scale. */
    SCALE_SLOPE,
    /** Its derivative with respect to the logarithm of the resolution. */
    RESOLUTION_SLOPE
  }

  private final StandardModel model;
  private final Binning binning;
  private final double resolution;
  private final EfficiencyModel efficiency;
  private final double[] masses;
  private final double[] gluons;
  private final double[] quarks;

  /** Quadrature on panels between the given masses in GeV. */
  public PlainSpectrum(
      StandardModel model,
      ProtonCollisions collisions,
      Binning binning,
      double resolution,
      EfficiencyModel efficiency,
      double[] panels,
      int order) {
    this.model = model;
    this.binning = binning;
    this.resolution = resolution;
    this.efficiency = efficiency;
    PoleRule rule = PoleRule.ofOrder(order);
    int count = (panels.length - 1) * order;
    masses = new double[count];
    gluons = new double[count];
    quarks = new double[count];
    PartonFlux flux = new PartonFlux(model, collisions);
    for (int j = 0; j < count; j++) {
      double low = panels[j / order];
      double half = 0.5 * (panels[j / order + 1] - low);
      masses[j] = low + half * (1 + rule.nodes()[j % order]);
      double weight = half * rule.weights()[j % order] * 2 * masses[j];
      var parton = flux.at(masses[j]);
      gluons[j] = parton.gg() * weight;
      quarks[j] = parton.qqbar() * weight;
    }
  }

  /** Equal panels from the threshold to a mass. */
  public static double[] equalPanels(StandardModel model, double highest, int count) {
    double[] panels = new double[count + 1];
    double low = 2 * model.topMassGeV();
    for (int i = 0; i <= count; i++) {
      panels[i] = low + (highest - low) * i / count;
    }
    return panels;
  }

  /** Panels graded towards the threshold and the resonances, and split at the bin edges. */
  public static double[] gradedPanels(
      StandardModel model,
      Binning binning,
      double resolution,
      double highest,
      List<Resonance> resonances) {
    double threshold = 2 * model.topMassGeV();
    var points = new TreeSet<Double>();
    for (double edge : binning.edges()) {
      points.add(edge);
      for (int k = -9; resolution > 0 && resolution < 0.02 && k <= 9; k++) {
        points.add(edge * (1 + k * resolution));
      }
    }
    for (double mass = threshold; mass < highest; mass *= 1.02) {
      points.add(mass);
    }
    for (double gap = 1e-7; gap < 20; gap *= 2) {
      points.add(threshold + gap);
    }
    for (Resonance resonance : resonances) {
      points.add(resonance.massGeV());
      double width =
          resonance.scheme() == WidthScheme.PHYSICAL
              ? resonance.partialWidths(model).total()
              : resonance.widthGeV();
      double finest = Math.min(width, 1) / 8;
      for (double gap = finest; gap < 3000; gap *= 1.5) {
        points.add(resonance.massGeV() - gap);
        points.add(resonance.massGeV() + gap);
      }
    }
    points.add(threshold);
    points.add(highest);
    return points.subSet(threshold, true, highest, true).stream()
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  /** Expected counts of gg Born, qq̄ Born, signal and interference, one array each. */
  public double[][] counts(List<Resonance> resonances, Normalisation normalisation) {
    return counts(resonances, normalisation, Quantity.RATE);
  }

  /** The same for a derivative. */
  public double[][] counts(
      List<Resonance> resonances, Normalisation normalisation, Quantity quantity) {
    var sections = new PartonicCrossSections(model, resonances);
    double[][] bins = new double[4][binning.count()];
    for (int j = 0; j < masses.length; j++) {
      double mass = masses[j];
      double background = normalisation.background() * efficiency.background(mass);
      double gg = gluons[j] * sections.born().gg(mass) * background;
      double qq = quarks[j] * sections.born().qqbar(mass) * background;
      double signal =
          gluons[j] * sections.signal(mass) * efficiency.signal(mass) * normalisation.signal();
      double interference =
          gluons[j]
              * sections.interference(mass)
              * efficiency.interference(mass)
              * normalisation.interference();
      for (int i = 0; i < binning.count(); i++) {
        double share = share(mass, i, quantity);
        bins[0][i] += share * gg;
        bins[1][i] += share * qq;
        bins[2][i] += share * signal;
        bins[3][i] += share * interference;
      }
    }
    return bins;
  }

  private double share(double mass, int bin, Quantity quantity) {
    double low = binning.low(bin);
    double high = binning.high(bin);
    if (resolution == 0) {
      return quantity == Quantity.RATE && mass >= low && mass < high ? 1 : 0;
    }
    return switch (quantity) {
      case RATE -> below(high, mass) - below(low, mass);
      case SCALE_SLOPE -> low * density(low, mass) - high * density(high, mass);
      case RESOLUTION_SLOPE ->
          (low - mass) * density(low, mass) - (high - mass) * density(high, mass);
    };
  }

  private double below(double edge, double mass) {
    return 0.5 * Erfc.value((mass - edge) / (resolution * mass * Math.sqrt(2)));
  }

  private double density(double edge, double mass) {
    double sigma = resolution * mass;
    double u = (edge - mass) / sigma;
    return Math.exp(-0.5 * u * u) / (Math.sqrt(2 * Math.PI) * sigma);
  }
}
