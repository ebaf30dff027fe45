package org.dipscope.core.physics.parton;

import org.dipscope.core.math.Complex;

/**
 * The moments of all partons at one N and one scale, evolved through regions of constant n_f.
 *
 * <p>In each region q⁺ − Σ/n_f and q⁻ are multiplied by e^{ℓ P_qq} and (Σ, g) by the matrix
 * exponential e^{ℓP}, with ℓ = (2/β₀) ln(α_s(Q₀)/α_s(Q)).
 */
final class EvolvedMoments {
  /** Light flavours with a valence part. */
  static final int LIGHT = 3;

  /** Flavours d, u, s, c, b, t. */
  static final int FLAVOURS = 6;

  private Complex gluon;
  private final Complex[] plus;
  private final Complex[] minus;

  private EvolvedMoments(Complex gluon, Complex[] plus, Complex[] minus) {
    this.gluon = gluon;
    this.plus = plus;
    this.minus = minus;
  }

  static EvolvedMoments of(PartonInput input, Complex n) {
    Complex[] plus = new Complex[FLAVOURS];
    Complex[] minus = new Complex[LIGHT];
    for (int f = 0; f < FLAVOURS; f++) {
      plus[f] = f < LIGHT ? input.plus().get(f).moment(n) : Complex.ZERO;
    }
    for (int f = 0; f < LIGHT; f++) {
      minus[f] = input.minus().get(f).moment(n);
    }
    return new EvolvedMoments(input.gluon().moment(n), plus, minus);
  }

  EvolvedMoments copy() {
    return new EvolvedMoments(gluon, plus.clone(), minus.clone());
  }

  Complex gluon() {
    return gluon;
  }

  /** q of flavour 0 … 5 = d, u, s, c, b, t. */
  Complex quark(int flavour) {
    return flavour < LIGHT
        ? plus[flavour].plus(minus[flavour]).times(0.5)
        : plus[flavour].times(0.5);
  }

  /** q̄ of flavour 0 … 5 = d, u, s, c, b, t. */
  Complex antiquark(int flavour) {
    return flavour < LIGHT
        ? plus[flavour].minus(minus[flavour]).times(0.5)
        : plus[flavour].times(0.5);
  }

  /** Evolves in place through a region of {@code flavours} active flavours. */
  void evolve(SplittingMoments p, int flavours, double length) {
    Complex singlet = Complex.ZERO;
    for (int f = 0; f < flavours; f++) {
      singlet = singlet.plus(plus[f]);
    }
    Complex nonSinglet = p.qq().times(length).exp();
    Complex evolvedSinglet = evolveSinglet(p, length, singlet);
    for (int f = 0; f < flavours; f++) {
      Complex difference = plus[f].minus(singlet.times(1.0 / flavours));
      plus[f] = evolvedSinglet.times(1.0 / flavours).plus(difference.times(nonSinglet));
    }
    for (int f = 0; f < LIGHT; f++) {
      minus[f] = minus[f].times(nonSinglet);
    }
  }

  /** Evolves (Σ, g) by the two eigenvalues λ±; sets the gluon and returns Σ. */
  private Complex evolveSinglet(SplittingMoments p, double length, Complex singlet) {
    Complex difference = p.qq().minus(p.gg());
    Complex root = difference.times(difference).plus(p.qg().times(p.gq()).times(4)).sqrt();
    Complex mean = p.qq().plus(p.gg()).times(0.5);
    Complex upper = mean.plus(root.times(0.5));
    Complex lower = mean.minus(root.times(0.5));
    Complex upperFactor = upper.times(length).exp();
    Complex lowerFactor = lower.times(length).exp();
    // e^{ℓP} v = e^{ℓλ₊} (P − λ₋)v/(λ₊ − λ₋) − e^{ℓλ₋} (P − λ₊)v/(λ₊ − λ₋)
    Complex slope = upperFactor.minus(lowerFactor).over(root);
    Complex constant = lowerFactor.times(upper).minus(upperFactor.times(lower)).over(root);
    Complex rotatedSinglet = p.qq().times(singlet).plus(p.qg().times(gluon));
    Complex rotatedGluon = p.gq().times(singlet).plus(p.gg().times(gluon));
    Complex evolved = rotatedSinglet.times(slope).plus(singlet.times(constant));
    gluon = rotatedGluon.times(slope).plus(gluon.times(constant));
    return evolved;
  }
}
