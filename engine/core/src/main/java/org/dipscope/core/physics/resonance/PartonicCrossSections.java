package org.dipscope.core.physics.resonance;

import static java.lang.Math.PI;
import static java.lang.Math.sqrt;
import static org.dipscope.core.physics.amplitude.CpParity.EVEN;
import static org.dipscope.core.physics.amplitude.CpParity.ODD;

import java.util.List;
import org.dipscope.core.math.Complex;
import org.dipscope.core.physics.amplitude.BornCrossSection;
import org.dipscope.core.physics.amplitude.CpParity;
import org.dipscope.core.physics.amplitude.StandardModel;
import org.dipscope.core.physics.amplitude.TopPair;

/**
 * Partonic cross-sections of top pairs with any number of neutral scalars at leading order, in pb
 * (Dicus, Stange, Willenbrock, hep-ph/9404359, with bottom loops). With the amplitudes
 *
 * <pre>
 *   T_ij = Σ_k F_i^k(s) c_j^k P_k(s),     i = CP of the gluon pair, j = CP of the top pair,
 * </pre>
 *
 * where F is the loop sum, c the top coupling and P the propagator of resonance k,
 *
 * <pre>
 *   σ_S =  [3 α_s² G_F² m_t² s² β/(4096 π³)] [β² (|T_ee|² + |T_oe|²) + |T_eo|² + |T_oo|²]
 *   σ_I = −[α_s² G_F m_t² y/(64 √2 π)] Re[β² T_ee + T_oo]
 * </pre>
 *
 * States of the same CP therefore add in the amplitude, H and A in the cross-section. Quark pairs
 * are in a colour octet and see no resonance: only the Born term has a quark channel.
 */
public final class PartonicCrossSections {
  private final StandardModel model;
  private final BornCrossSection born;
  private final List<Resonance> resonances;
  private final List<Propagator> propagators;

  /** Cross-sections with these resonances; none at all is allowed. */
  public PartonicCrossSections(StandardModel model, List<Resonance> resonances) {
    this.model = model;
    this.born = new BornCrossSection(model);
    this.resonances = List.copyOf(resonances);
    this.propagators = this.resonances.stream().map(r -> new Propagator(model, r)).toList();
  }

  /** The top pairs without the resonances. */
  public BornCrossSection born() {
    return born;
  }

  /** σ_S in pb; 0 below threshold. */
  public double signal(double sqrtS) {
    TopPair pair = TopPair.at(model, sqrtS);
    if (!pair.open()) {
      return 0;
    }
    double beta = pair.beta();
    double toEven = amplitude(EVEN, EVEN, sqrtS).norm() + amplitude(ODD, EVEN, sqrtS).norm();
    double toOdd = amplitude(EVEN, ODD, sqrtS).norm() + amplitude(ODD, ODD, sqrtS).norm();
    return signalUnit(model) * pair.s() * pair.s() * beta * (beta * beta * toEven + toOdd);
  }

  /** dσ_S/dz in pb: isotropic, σ_S/2. */
  public double signal(double sqrtS, double z) {
    BornCrossSection.checkCosine(z);
    return 0.5 * signal(sqrtS);
  }

  /** σ_I in pb, of either sign; 0 below threshold. */
  public double interference(double sqrtS) {
    TopPair pair = TopPair.at(model, sqrtS);
    return pair.open() ? interferenceUnit(model) * pair.y() * absorption(pair, sqrtS) : 0;
  }

  /** dσ_I/dz in pb, proportional to 1/(1 − β²z²). */
  public double interference(double sqrtS, double z) {
    BornCrossSection.checkCosine(z);
    TopPair pair = TopPair.at(model, sqrtS);
    if (!pair.open()) {
      return 0;
    }
    double beta = pair.beta();
    double angle = beta / (1 - beta * beta * z * z);
    return interferenceUnit(model) * angle * absorption(pair, sqrtS);
  }

  /** The dip floor: σ_S + σ_I ≥ −floor for a state of this parity; in pb. */
  public double floor(double sqrtS, CpParity parity) {
    return born.floor(sqrtS, parity);
  }

  /** 3 α_s² G_F² m_t²/(4096 π³) in pb, the factor of s² β (…) in σ_S. */
  public static double signalUnit(StandardModel model) {
    double x = model.alphaS() * model.fermiConstant() * model.topMassGeV();
    return StandardModel.PB_GEV2 * 3 * x * x / (4096 * PI * PI * PI);
  }

  /** −α_s² G_F m_t²/(64 √2 π) in pb GeV², the factor of y Re[…] in σ_I. */
  public static double interferenceUnit(StandardModel model) {
    double x = model.alphaS() * model.topMassGeV();
    return -StandardModel.PB_GEV2 * x * x * model.fermiConstant() / (64 * sqrt(2) * PI);
  }

  /** Re[β² T_ee + T_oo]. */
  private double absorption(TopPair pair, double sqrtS) {
    double beta = pair.beta();
    return beta * beta * amplitude(EVEN, EVEN, sqrtS).re() + amplitude(ODD, ODD, sqrtS).re();
  }

  /** T_ij for gluons of one parity and top quarks of another. */
  private Complex amplitude(CpParity gluons, CpParity tops, double sqrtS) {
    Complex sum = Complex.ZERO;
    for (int k = 0; k < resonances.size(); k++) {
      Couplings couplings = resonances.get(k).couplings();
      Complex loop = LoopSum.of(model, couplings, gluons, sqrtS);
      double top = couplings.top(tops);
      if (top != 0 && !loop.equals(Complex.ZERO)) {
        sum = sum.plus(loop.times(propagators.get(k).at(sqrtS)).times(top));
      }
    }
    return sum;
  }
}
