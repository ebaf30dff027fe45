package org.dipscope.core.simulation;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.dipscope.core.physics.resonance.Resonance;
import org.dipscope.core.physics.spectrum.DifferentialSpectrum;
import org.dipscope.core.physics.spectrum.SpectrumPoint;

/**
 * From which masses are drawn: cells that follow the background, mixed in equal parts with a Cauchy
 * density around each resonance where one is to be resolved.
 */
final class MassProposal {
  private static final int CELLS = 400;

  private final double low;
  private final double high;
  private final Tabulated background;
  private final List<Resonance> resonances;

  MassProposal(DifferentialSpectrum spectrum, double low, double high, List<Resonance> resonances) {
    this.low = low;
    this.high = high;
    this.resonances = List.copyOf(resonances);
    double[] edges = new double[CELLS + 1];
    double[] values = new double[CELLS];
    for (int i = 0; i <= CELLS; i++) {
      double fraction = (double) i / CELLS;
      edges[i] = low + (high - low) * fraction * fraction;
    }
    edges[CELLS] = high;
    for (int i = 0; i < CELLS; i++) {
      SpectrumPoint middle = spectrum.at(0.5 * (edges[i] + edges[i + 1]));
      values[i] = middle.bornGg() + middle.bornQq();
    }
    background = new Tabulated(edges, values);
  }

  double draw(UniformRandomProvider random) {
    int component = random.nextInt(resonances.size() + 1);
    if (component == 0) {
      return background.quantile(random.nextDouble());
    }
    Resonance resonance = resonances.get(component - 1);
    double from = phase(resonance, low);
    double to = phase(resonance, high);
    double angle = from + (to - from) * random.nextDouble();
    double mass = resonance.massGeV() + halfWidth(resonance) * Math.tan(angle);
    return Math.clamp(mass, low, high);
  }

  /** The density of {@link #draw} at a mass, per GeV. */
  double density(double mass) {
    double sum = background.density(mass);
    for (Resonance resonance : resonances) {
      double half = halfWidth(resonance);
      double distance = mass - resonance.massGeV();
      double norm = phase(resonance, high) - phase(resonance, low);
      sum += half / (distance * distance + half * half) / norm;
    }
    return sum / (resonances.size() + 1);
  }

  private static double phase(Resonance resonance, double mass) {
    return Math.atan((mass - resonance.massGeV()) / halfWidth(resonance));
  }

  private static double halfWidth(Resonance resonance) {
    return 0.5 * Math.min(resonance.widthGeV(), resonance.massGeV());
  }
}
