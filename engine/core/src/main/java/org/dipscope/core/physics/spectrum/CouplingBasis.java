package org.dipscope.core.physics.spectrum;

import java.util.List;
import java.util.function.Function;
import org.dipscope.core.physics.amplitude.CpParity;
import org.dipscope.core.physics.resonance.Couplings;
import org.dipscope.core.physics.resonance.Resonance;
import org.dipscope.core.physics.resonance.WidthScheme;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * The exact dependence of a spectrum on the couplings at fixed parity, mass and width, in pb per
 * bin:
 *
 * <pre>
 *   S = ξ_t² (ξ_t² S_tt + ξ_t ξ_b S_tb + ξ_b² S_bb),    I = ξ_t² I_t + ξ_t ξ_b I_b;
 * </pre>
 *
 * for a state that couples to the top quark only g⁴ S_tt + g² I_t. A move of the couplings costs
 * five multiplications per bin.
 *
 * @param signalTopTop S_tt
 * @param signalTopBottom S_tb
 * @param signalBottomBottom S_bb
 * @param interferenceTop I_t
 * @param interferenceBottom I_b
 */
public record CouplingBasis(
    Templates signalTopTop,
    Templates signalTopBottom,
    Templates signalBottomBottom,
    Templates interferenceTop,
    Templates interferenceBottom) {

  /** The bottom loop is about a hundred times smaller than the top loop. */
  private static final double BOTTOM = 100;

  private static final Normalisation SIGNAL = new Normalisation(1e-3, 1, 1, 0);
  private static final Normalisation INTERFERENCE = new Normalisation(1e-3, 1, 0, 1);

  /**
   * The basis at a mass and a width.
   *
   * @throws ProblemException if the scheme is {@link WidthScheme#PHYSICAL}, where the couplings
   *     change the propagator
   */
  public static CouplingBasis of(
      SpectrumGrid grid, CpParity parity, double massGeV, double widthGeV, WidthScheme scheme) {
    if (scheme == WidthScheme.PHYSICAL) {
      throw new ProblemException(
          Problem.usage(
              "The physical width scheme has no coupling basis: the couplings change the"
                  + " propagator.",
              "Use the fixed or the linear scheme, or evaluate the spectrum."));
    }
    SpectrumEvaluator evaluator = new SpectrumEvaluator(grid);
    Templates[] signal = new Templates[3];
    Templates[] interference = new Templates[3];
    for (int i = 0; i < 3; i++) {
      double bottom = (i - 1) * BOTTOM;
      var resonance =
          new Resonance(Couplings.pure(parity, 1, bottom, 0), massGeV, widthGeV, scheme);
      signal[i] = grid.emptyTemplates();
      interference[i] = grid.emptyTemplates();
      evaluator.templates(List.of(resonance), SIGNAL, signal[i]);
      evaluator.templates(List.of(resonance), INTERFERENCE, interference[i]);
    }
    double even = 0.5 / (BOTTOM * BOTTOM);
    double odd = 0.5 / BOTTOM;
    return new CouplingBasis(
        signal[1],
        combine(grid, signal, -odd, 0, odd),
        combine(grid, signal, even, -2 * even, even),
        interference[1],
        combine(grid, interference, -odd, 0, odd));
  }

  /** Signal plus interference for couplings to top and bottom quarks. */
  public void evaluate(double top, double bottom, Normalisation normalisation, Templates into) {
    double top2 = top * top;
    double[] factors = {
      normalisation.signal() * top2 * top2,
      normalisation.signal() * top2 * top * bottom,
      normalisation.signal() * top2 * bottom * bottom,
      normalisation.interference() * top2,
      normalisation.interference() * top * bottom
    };
    sum(factors, into.rate(), Templates::rate);
    sum(factors, into.scaleSlope(), Templates::scaleSlope);
    sum(factors, into.resolutionSlope(), Templates::resolutionSlope);
  }

  private void sum(double[] factors, double[] into, Function<Templates, double[]> quantity) {
    double[] tt = quantity.apply(signalTopTop);
    double[] tb = quantity.apply(signalTopBottom);
    double[] bb = quantity.apply(signalBottomBottom);
    double[] t = quantity.apply(interferenceTop);
    double[] b = quantity.apply(interferenceBottom);
    for (int i = 0; i < into.length; i++) {
      into[i] =
          factors[0] * tt[i]
              + factors[1] * tb[i]
              + factors[2] * bb[i]
              + factors[3] * t[i]
              + factors[4] * b[i];
    }
  }

  private static Templates combine(
      SpectrumGrid grid, Templates[] parts, double below, double centre, double above) {
    Templates sum = grid.emptyTemplates();
    add(sum, parts[0], below);
    add(sum, parts[1], centre);
    add(sum, parts[2], above);
    return sum;
  }

  private static void add(Templates sum, Templates part, double factor) {
    for (int i = 0; i < sum.rate().length; i++) {
      sum.rate()[i] += factor * part.rate()[i];
      sum.scaleSlope()[i] += factor * part.scaleSlope()[i];
      sum.resolutionSlope()[i] += factor * part.resolutionSlope()[i];
    }
  }
}
