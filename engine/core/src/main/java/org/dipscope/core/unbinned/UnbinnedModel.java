package org.dipscope.core.unbinned;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.dipscope.core.fit.Experiment;
import org.dipscope.core.fit.FitParameter;
import org.dipscope.core.fit.FitParameter.Landscape;
import org.dipscope.core.fit.FitProblem;
import org.dipscope.core.fit.Prior;
import org.dipscope.core.histfactory.Factor;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * An unbinned model with observed events, and with a reference sample from which Asimov data and
 * toys are drawn by reweighting (Rep. Prog. Phys. 88 (2025) 067801): every reference event gets the
 * weight w &middot; D(x), and a toy counts it Poisson(w D) times. The first parameter is the signal
 * strength, the others are nuisance parameters with a Gaussian constraint to 0 &plusmn; 1.
 * Immutable.
 */
public final class UnbinnedModel implements Experiment {
  private static final double REACH = 5;

  private final List<Component> components;
  private final int[][] nuisances;
  private final Factor[][] rateFactors;
  private final CompiledEvents observed;
  private final double[] observedWeights;
  private final @Nullable CompiledEvents reference;
  private final double[] referenceWeights;
  private final List<FitParameter> parameters;
  private final int poi;
  private final boolean isRenormalised;

  /** By coordinate, whether the events come with an auxiliary measurement of it. */
  private final boolean[] constrained;

  /**
   * A model without a reference sample, which can be fitted but gives neither Asimov data nor toys.
   *
   * @param strength the name of the signal strength
   * @param high its largest value
   */
  public UnbinnedModel(String strength, double high, List<Component> components, Events observed) {
    this(strength, high, components, observed, null);
  }

  /**
   * A model.
   *
   * @param strength the name of the signal strength
   * @param high its largest value
   * @param components at least one
   * @param observed the observed events
   * @param reference events whose weighted sum integrates over the reference density: &Sigma; w
   *     h(x) &asymp; &int; h p<sub>ref</sub> dx; null for none
   * @throws ProblemException if numbers are missing or impossible
   */
  public UnbinnedModel(
      String strength,
      double high,
      List<Component> components,
      Events observed,
      @Nullable Events reference) {
    this.components = List.copyOf(components);
    Map<String, Integer> names = new LinkedHashMap<>();
    names.put(strength, 0);
    nuisances = new int[components.size()][];
    rateFactors = new Factor[components.size()][];
    for (int j = 0; j < nuisances.length; j++) {
      List<Component.Variation> variations = components.get(j).variations();
      nuisances[j] = new int[variations.size()];
      rateFactors[j] = new Factor[variations.size()];
      for (int v = 0; v < nuisances[j].length; v++) {
        Component.Variation variation = variations.get(v);
        nuisances[j][v] = names.computeIfAbsent(variation.nuisance(), name -> names.size());
        rateFactors[j][v] = Factor.SixthOrder.of(variation.up(), variation.down());
        if (nuisances[j][v] == 0) {
          throw new ProblemException(
              Problem.badInput(
                  strength + " is the signal strength.", "Give the nuisance another name."));
        }
      }
    }
    if (components.isEmpty() || !(high > 0 && Double.isFinite(high))) {
      throw new ProblemException(
          Problem.badInput(
              "The model has %d components and the largest strength %s."
                  .formatted(components.size(), high),
              "Give at least one component and a positive largest strength."));
    }
    this.observed = new CompiledEvents(components, observed);
    observedWeights = observed.weights().toArray();
    if (reference == null) {
      this.reference = null;
      referenceWeights = new double[0];
    } else {
      this.reference =
          reference.equals(observed) ? this.observed : new CompiledEvents(components, reference);
      referenceWeights = reference.weights().toArray();
    }
    parameters = parameters(names, high);
    poi = 0;
    isRenormalised = false;
    constrained = new boolean[parameters.size()];
    Arrays.fill(constrained, 1, constrained.length, true);
  }

  private UnbinnedModel(
      UnbinnedModel model,
      List<FitParameter> parameters,
      int poi,
      boolean isRenormalised,
      boolean[] constrained) {
    components = model.components;
    nuisances = model.nuisances;
    rateFactors = model.rateFactors;
    observed = model.observed;
    observedWeights = model.observedWeights;
    reference = model.reference;
    referenceWeights = model.referenceWeights;
    this.parameters = List.copyOf(parameters);
    this.poi = poi;
    this.isRenormalised = isRenormalised;
    this.constrained = constrained;
  }

  /**
   * The same model with its density divided by its integral over the reference sample at every
   * point, so that interpolation between variations and imperfect ratios change no rate.
   */
  UnbinnedModel renormalised() {
    return new UnbinnedModel(this, parameters, poi, true, constrained);
  }

  /** The same model, the auxiliary measurements of some parameters belonging elsewhere. */
  UnbinnedModel withoutConstraints(List<String> names) {
    boolean[] left = constrained.clone();
    for (int k = 0; k < left.length; k++) {
      left[k] &= !names.contains(parameters.get(k).name());
    }
    return new UnbinnedModel(this, parameters, poi, isRenormalised, left);
  }

  boolean isConstrained(int k) {
    return constrained[k];
  }

  private List<FitParameter> parameters(Map<String, Integer> names, double high) {
    boolean interferes = components.stream().anyMatch(c -> c.morphing().interferes());
    List<FitParameter> list = new ArrayList<>();
    for (String name : names.keySet()) {
      list.add(
          list.isEmpty()
              ? new FitParameter(
                  name,
                  Math.min(1, high),
                  0,
                  high,
                  false,
                  0.5,
                  interferes ? Landscape.MANY_MINIMA : Landscape.PLAIN,
                  null)
              : new FitParameter(
                  name, 0, -REACH, REACH, false, 1, Landscape.PLAIN, new Prior(0, 1)));
    }
    return List.copyOf(list);
  }

  List<Component> components() {
    return components;
  }

  /** The coordinates that the variations of a component follow. */
  int[] nuisances(int component) {
    return nuisances[component];
  }

  Factor rateFactor(int component, int variation) {
    return rateFactors[component][variation];
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
    return List.of();
  }

  @Override
  public FitProblem observed() {
    return problem(observed, observedWeights, new double[parameters.size()]);
  }

  /** The likelihood of the observed events. */
  public UnbinnedLikelihood likelihood() {
    return likelihood(observed, observedWeights, new double[parameters.size()]);
  }

  private UnbinnedLikelihood likelihood(
      CompiledEvents events, double[] weights, double[] auxiliary) {
    return new UnbinnedLikelihood(
        this, events, weights, auxiliary, isRenormalised ? overReference() : null);
  }

  private UnbinnedLikelihood overReference() {
    return new UnbinnedLikelihood(
        this, requireReference(), referenceWeights, new double[parameters.size()], null);
  }

  private CompiledEvents requireReference() {
    if (reference == null) {
      throw new ProblemException(
          Problem.badInput(
              "The model has no reference sample to take expected data or toys from.",
              "Add \"reference\" with events that are weighted to the reference density."));
    }
    return reference;
  }

  private FitProblem problem(CompiledEvents events, double[] weights, double[] auxiliary) {
    return new FitProblem(likelihood(events, weights, auxiliary), parameters, poi);
  }

  /**
   * The weights of the reference events at a point.
   *
   * @param x internal coordinates
   * @throws ProblemException naming the first event with a negative density
   */
  public ToyWeights weights(double[] x) {
    UnbinnedLikelihood own = overReference();
    double[] weights = own.densities(x);
    double integral = 0;
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] < 0) {
        throw new ProblemException(
            Problem.computation(
                "Event %d of the reference sample has the density %s at %s."
                    .formatted(i + 1, weights[i], place(x)),
                "Correct the densities, or keep parameters where they are positive."));
      }
      weights[i] *= referenceWeights[i];
      integral += weights[i];
    }
    double scale = isRenormalised ? own.rate(x) / integral : 1;
    for (int i = 0; i < weights.length && isRenormalised; i++) {
      weights[i] *= scale;
    }
    return new ToyWeights(weights);
  }

  /**
   * What the reference sample says at a point; empty without one.
   *
   * @param x internal coordinates
   */
  public Optional<ReferenceCheck> reference(double[] x) {
    if (reference == null) {
      return Optional.empty();
    }
    UnbinnedLikelihood own = overReference();
    double[] density = own.densities(x);
    double rate = own.rate(x);
    double[] expected = new double[density.length];
    double integral = 0;
    for (int i = 0; i < expected.length; i++) {
      expected[i] = density[i] * referenceWeights[i];
      integral += expected[i] / rate;
    }
    double variance = 0;
    for (int i = 0; i < expected.length; i++) {
      double off = expected[i] / rate - referenceWeights[i] * integral;
      variance += off * off;
    }
    ToyWeights weights = new ToyWeights(expected);
    return Optional.of(
        new ReferenceCheck(
            expected.length,
            weights.effectiveEvents(),
            weights.largest(),
            integral - 1,
            Math.sqrt(variance)));
  }

  @Override
  public FitProblem asimov(double[] x) {
    double[] auxiliary = x.clone();
    auxiliary[0] = 0;
    return problem(requireReference(), weights(x).each(), auxiliary);
  }

  @Override
  public FitProblem toy(double[] x, UniformRandomProvider random) {
    double[] counts = weights(x).each();
    for (int i = 0; i < counts.length; i++) {
      counts[i] = counts[i] > 0 ? PoissonSampler.of(random, counts[i]).sample() : 0;
    }
    double[] auxiliary = new double[x.length];
    for (int k = 1; k < auxiliary.length; k++) {
      auxiliary[k] = x[k] + ZigguratSampler.NormalizedGaussian.of(random).sample();
    }
    return problem(requireReference(), counts, auxiliary);
  }

  @Override
  public UnbinnedModel with(List<FitParameter> newParameters, int newPoi) {
    return new UnbinnedModel(this, newParameters, newPoi, isRenormalised, constrained);
  }

  /** The values of some parameters, for messages. */
  String place(double[] x) {
    List<String> values = new ArrayList<>();
    for (int k = 0; k < Math.min(8, x.length); k++) {
      values.add(parameters.get(k).name() + " = " + parameters.get(k).external(x[k]));
    }
    return String.join(", ", values);
  }
}
