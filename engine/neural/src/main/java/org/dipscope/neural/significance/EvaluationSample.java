package org.dipscope.neural.significance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dipscope.core.bump.generator.ElectronPairs;
import org.dipscope.core.bump.generator.EndpointPrior;
import org.dipscope.core.bump.generator.FunctionMother;
import org.dipscope.core.bump.generator.GeneratorSettings;
import org.dipscope.core.bump.generator.LogPolynomialMother;
import org.dipscope.core.bump.generator.LogShapeMother;
import org.dipscope.core.bump.generator.Mother;
import org.dipscope.core.bump.generator.SignalPrior;
import org.dipscope.core.histogram.Values;

/**
 * A kind of histograms on which networks are compared, and what is known of it.
 *
 * @param name for tables
 * @param mode widths of the signals
 * @param settings what is drawn
 * @param limit half width of &Delta;Z<sub>max</sub> that perfect inference with the generator's own
 *     prior reaches, computed once for these definitions with an error of 5 %; NaN where unknown
 * @param limits the same for the slices of a {@link Division}, by its key, where it is known
 */
record EvaluationSample(
    String name, Mode mode, GeneratorSettings settings, double limit, Map<String, Values> limits) {
  EvaluationSample {
    limits = Map.copyOf(limits);
  }

  private static final SignalPrior NOTHING = new SignalPrior(List.of(1.0), 0, 0, 0, 0, 1);

  /** The samples of every evaluation. */
  static List<EvaluationSample> all() {
    Mother functions = FunctionMother.anyOf(EndpointPrior.USUAL);
    Mother polynomials = new LogPolynomialMother(EndpointPrior.USUAL);
    SignalPrior one = SignalPrior.bumps(1.0);
    SignalPrior mixed = SignalPrior.bumps(1.0, 2.0, 3.0, 4.0);
    return List.of(
        of("functions, width 1", Mode.NARROW, functions, one, 0.43)
            .with(Division.TRUTH, 0.34, 0.48, 0.50, 0.44)
            .with(Division.BINS, 0.52, 0.47, 0.34),
        of("log-polynomials, width 1", Mode.NARROW, polynomials, one, 0.56)
            .with(Division.BINS, 0.77, 0.62, 0.41),
        of("functions, widths 1-4", Mode.MIXED, functions, mixed, 0.84)
            .with(Division.BINS, 1.41, 0.89, 0.55)
            .with(Division.WIDTH, 0.49, 0.65, 0.85, 1.45),
        of("log-polynomials, widths 1-4", Mode.MIXED, polynomials, mixed, 1.15),
        new EvaluationSample(
            "electron pairs, 98 bins, width 1",
            Mode.NARROW,
            settings(ElectronPairs.BINS, ElectronPairs.BINS, new ElectronPairs(), one, Mode.NARROW),
            0.51,
            Map.of()),
        of(
            "dijets, width 1",
            Mode.NARROW,
            LogShapeMother.DIJET.of(EndpointPrior.USUAL),
            one,
            Double.NaN),
        of(
            "functions, dips of width 1",
            Mode.NARROW,
            functions,
            new SignalPrior(List.of(1.0), 10, 0, 1, 0, 0),
            Double.NaN),
        of("functions, no signal", Mode.NARROW, functions, NOTHING, Double.NaN),
        of("log-polynomials, no signal", Mode.NARROW, polynomials, NOTHING, Double.NaN));
  }

  private static EvaluationSample of(
      String name, Mode mode, Mother mother, SignalPrior signals, double limit) {
    GeneratorSettings settings = settings(30, 100, mother, signals, mode);
    return new EvaluationSample(name, mode, settings, limit, Map.of());
  }

  private EvaluationSample with(Division division, double... known) {
    Map<String, Values> more = new HashMap<>(limits);
    more.put(division.key(), Values.of(known));
    return new EvaluationSample(name, mode, settings, limit, more);
  }

  private static GeneratorSettings settings(
      int least, int most, Mother mother, SignalPrior signals, Mode mode) {
    return new GeneratorSettings(
        least, most, List.of(mother), Values.of(1), signals, mode.widths());
  }
}
