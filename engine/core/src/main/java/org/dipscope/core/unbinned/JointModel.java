package org.dipscope.core.unbinned;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.dipscope.core.fit.Experiment;
import org.dipscope.core.fit.FitParameter;
import org.dipscope.core.fit.FitParameter.Landscape;
import org.dipscope.core.fit.FitProblem;
import org.dipscope.core.fit.Prior;
import org.dipscope.core.histfactory.BinnedModel;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * Single events and binned channels together: the product of both likelihoods, in which parameters
 * of the same name are one (ATLAS, Rep. Prog. Phys. 88 (2025) 067801). The auxiliary measurement of
 * a shared nuisance parameter counts once, as part of the channels. Immutable.
 */
public final class JointModel implements Experiment {
  private final UnbinnedModel events;
  private final BinnedModel channels;
  private final int[] ofEvents;
  private final int[] ofChannels;
  private final double[] exponent;
  private final List<FitParameter> parameters;
  private final int poi;

  private JointModel(
      UnbinnedModel events,
      BinnedModel channels,
      int[] ofEvents,
      int[] ofChannels,
      List<FitParameter> parameters,
      int poi) {
    this.events = events;
    this.channels = channels;
    this.ofEvents = ofEvents;
    this.ofChannels = ofChannels;
    this.parameters = List.copyOf(parameters);
    this.poi = poi;
    exponent = new double[ofChannels.length];
    for (int k = 0; k < exponent.length; k++) {
      exponent[k] = channels.parameters().get(k).power() / parameters.get(ofChannels[k]).power();
    }
  }

  /**
   * Joins two models.
   *
   * @throws ProblemException if parameters of the same name are of different kinds
   */
  static JointModel of(UnbinnedModel events, BinnedModel channels) {
    List<FitParameter> parameters = new ArrayList<>(events.parameters());
    List<String> names = new ArrayList<>(parameters.stream().map(FitParameter::name).toList());
    List<String> shared = new ArrayList<>();
    int[] ofEvents = new int[parameters.size()];
    for (int k = 0; k < ofEvents.length; k++) {
      ofEvents[k] = k;
    }
    int[] ofChannels = new int[channels.parameters().size()];
    for (int k = 0; k < ofChannels.length; k++) {
      FitParameter p = channels.parameters().get(k);
      ofChannels[k] = names.indexOf(p.name());
      if (ofChannels[k] < 0) {
        ofChannels[k] = parameters.size();
        names.add(p.name());
        parameters.add(p);
      } else {
        shared.add(p.name());
        parameters.set(ofChannels[k], joined(parameters.get(ofChannels[k]), p));
      }
    }
    return new JointModel(
        events.withoutConstraints(shared),
        channels,
        ofEvents,
        ofChannels,
        parameters,
        events.poi());
  }

  private static FitParameter joined(FitParameter event, FitParameter channel) {
    Prior prior = channel.prior();
    boolean isSame =
        event.prior() == null
            ? prior == null && channel.power() >= event.power()
            : event.prior().equals(prior);
    if (!isSame) {
      throw new ProblemException(
          Problem.badInput(
              "The parameter %s is of another kind in the channels than for the events."
                  .formatted(event.name()),
              "Share the strength with a normfactor, and nuisances with normsys or histosys; give"
                  + " others names of their own."));
    }
    boolean hasMany =
        event.landscape() == Landscape.MANY_MINIMA || channel.landscape() == Landscape.MANY_MINIMA;
    return new FitParameter(
        event.name(),
        event.initial(),
        event.low(),
        event.high(),
        channel.fixed(),
        event.power(),
        hasMany ? Landscape.MANY_MINIMA : channel.landscape(),
        event.prior());
  }

  /** The part with single events. */
  public UnbinnedModel events() {
    return events;
  }

  @Override
  public List<FitParameter> parameters() {
    return parameters;
  }

  @Override
  public int poi() {
    return poi;
  }

  @Override
  public List<String> warnings() {
    return channels.warnings();
  }

  /** The coordinates of the events at a point. */
  public double[] ofEvents(double[] x) {
    double[] own = new double[ofEvents.length];
    for (int k = 0; k < own.length; k++) {
      own[k] = x[ofEvents[k]];
    }
    return own;
  }

  private double[] ofChannels(double[] x) {
    double[] own = new double[ofChannels.length];
    for (int k = 0; k < own.length; k++) {
      own[k] = JointLikelihood.coordinate(x[ofChannels[k]], exponent[k]);
    }
    return own;
  }

  private FitProblem problem(FitProblem one, FitProblem other) {
    return new FitProblem(
        new JointLikelihood(
            one.objective(), ofEvents, other.objective(), ofChannels, exponent, parameters.size()),
        parameters,
        poi);
  }

  @Override
  public FitProblem observed() {
    return problem(events.observed(), channels.observed());
  }

  @Override
  public FitProblem asimov(double[] x) {
    return problem(events.asimov(ofEvents(x)), channels.asimov(ofChannels(x)));
  }

  @Override
  public FitProblem toy(double[] x, UniformRandomProvider random) {
    return problem(events.toy(ofEvents(x), random), channels.toy(ofChannels(x), random));
  }

  @Override
  public JointModel with(List<FitParameter> newParameters, int newPoi) {
    return new JointModel(events, channels, ofEvents, ofChannels, newParameters, newPoi);
  }
}
