package org.dipscope.core.simulation;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.physics.amplitude.StandardModel;
import org.dipscope.core.physics.amplitude.TopPair;
import org.dipscope.core.physics.resonance.Resonance;
import org.dipscope.core.physics.spectrum.DifferentialSpectrum;
import org.dipscope.core.physics.spectrum.EfficiencyModel;
import org.dipscope.core.physics.spectrum.Normalisation;
import org.dipscope.core.physics.spectrum.ProtonCollisions;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * Draws signed weighted events of top pairs with scalars from their exact leading-order density.
 * Masses, rapidities and cosines come from simple densities close to the true one; the weight
 * carries the ratio, so that every weighted distribution is exact whatever the proposal.
 */
public final class EventGenerator {
  private static final int MOST_EVENTS = 10_000_000;
  private static final int CHECK_EVERY = 1024;

  private final StandardModel model;
  private final PairDensity density;
  private final MassProposal backgroundMass;
  private final MassProposal signalMass;
  private final RapidityProposal rapidity;
  private final double resolution;

  /**
   * A generator of masses from the threshold 2m_t to an upper end.
   *
   * @param model constants
   * @param collisions protons, parton distributions and scale
   * @param resonances the scalars; none at all is allowed
   * @param normalisation luminosity and K factors
   * @param efficiency selection, which multiplies the weights
   * @param resolution relative Gaussian resolution of the reconstructed mass, 0 to 0.5
   * @param highGeV the largest mass as produced
   * @throws ProblemException if the range is empty or the resolution not possible
   */
  public EventGenerator(
      StandardModel model,
      ProtonCollisions collisions,
      List<Resonance> resonances,
      Normalisation normalisation,
      EfficiencyModel efficiency,
      double resolution,
      double highGeV) {
    double low = 2 * model.topMassGeV();
    if (!(highGeV > low && highGeV < collisions.energyGeV())) {
      throw new ProblemException(
          Problem.badInput(
              "The largest mass is " + highGeV + " GeV.",
              "Give a mass between 2 m_t = " + low + " GeV and the collision energy."));
    }
    if (!(resolution >= 0 && resolution <= 0.5)) {
      throw new ProblemException(
          Problem.badInput(
              "The relative mass resolution is " + resolution + ".",
              "Give a value from 0 to 0.5, such as 0.08."));
    }
    this.model = model;
    this.resolution = resolution;
    density = new PairDensity(model, collisions, resonances, normalisation, efficiency);
    DifferentialSpectrum spectrum = new DifferentialSpectrum(model, collisions, List.of());
    backgroundMass = new MassProposal(spectrum, low, highGeV, List.of());
    signalMass = new MassProposal(spectrum, low, highGeV, resonances);
    rapidity = new RapidityProposal(density, low, highGeV);
  }

  /**
   * Draws events.
   *
   * @param background how many background events, with positive weights
   * @param signal how many events of signal plus interference, with signed weights
   * @param seed the same seed gives the same events
   * @param token stops the work
   * @throws ProblemException if there would be none, or more than ten million events
   * @throws java.util.concurrent.CancellationException if cancelled meanwhile
   */
  public SimulatedEvents draw(int background, int signal, long seed, CancelToken token) {
    long total = (long) background + signal;
    if (background < 0 || signal < 0 || total < 1 || total > MOST_EVENTS) {
      throw new ProblemException(
          Problem.badInput(
              total + " events were asked for.", "Ask for 1 to " + MOST_EVENTS + " events."));
    }
    int n = (int) total;
    SimulatedEvents events =
        new SimulatedEvents(
            new double[n], new double[n], new double[n], new double[n], new double[n], new int[n]);
    UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
    ZigguratSampler.NormalizedGaussian gauss = ZigguratSampler.NormalizedGaussian.of(random);
    for (int i = 0; i < n; i++) {
      if (i % CHECK_EVERY == 0) {
        token.throwIfCancelled();
      }
      boolean isSignal = i >= background;
      drawOne(events, i, isSignal, random);
      events.weight()[i] /= isSignal ? signal : background;
      events.label()[i] = isSignal ? 1 : 0;
      double mass = events.massGeV()[i];
      events.reconstructedGeV()[i] = mass * (1 + resolution * gauss.sample());
    }
    return events;
  }

  private void drawOne(
      SimulatedEvents events, int i, boolean isSignal, UniformRandomProvider random) {
    MassProposal proposal = isSignal ? signalMass : backgroundMass;
    double mass = proposal.draw(random);
    double limit = density.largestRapidity(mass);
    double scaled = rapidity.quantile(mass, random.nextDouble());
    double uniform = 2 * random.nextDouble() - 1;
    TopPair pair = TopPair.at(model, mass);
    double beta = pair.beta();
    // uniform in artanh(βz), which flattens the poles of the t and u channels
    double z =
        pair.open() ? Math.clamp(Math.tanh(0.5 * pair.y() * uniform) / beta, -1, 1) : uniform;
    double flattening = pair.open() ? beta / (pair.y() * (1 - beta * beta * z * z)) : 0.5;
    double drawn = proposal.density(mass) * rapidity.density(mass, scaled) / limit * flattening;
    double y = limit * scaled;
    double exact = isSignal ? density.signal(mass, y, z) : density.background(mass, y, z);
    events.massGeV()[i] = mass;
    events.rapidity()[i] = y;
    events.cosine()[i] = z;
    events.weight()[i] = exact / drawn;
  }
}
