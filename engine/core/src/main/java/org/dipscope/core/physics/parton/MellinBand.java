package org.dipscope.core.physics.parton;

import org.dipscope.core.math.Complex;

/** What a range of t = −ln x needs at every scale: contour, input moments, splitting moments. */
final class MellinBand {
  /** Channels of an inversion: f of 6 antiquarks, gluon, 6 quarks; then L_gg and L_qq̄. */
  static final int GLUON = EvolvedMoments.FLAVOURS;

  static final int PAIR_GG = 2 * GLUON + 1;
  static final int PAIR_QQ = PAIR_GG + 1;
  static final int CHANNELS = PAIR_QQ + 1;

  /** Initial-state quarks of the luminosity: top, where there is any, stays out. */
  private static final int COLLIDING_FLAVOURS = 5;

  private final MellinContour contour;
  private final EvolvedMoments[] input;
  private final SplittingMoments[][] splitting;

  private MellinBand(
      MellinContour contour, EvolvedMoments[] input, SplittingMoments[][] splitting) {
    this.contour = contour;
    this.input = input;
    this.splitting = splitting;
  }

  static MellinBand around(double centre, double shift, PartonInput partons) {
    MellinContour contour = MellinContour.around(centre, shift, partons.rightmostPole());
    Complex[] nodes = contour.nodes();
    EvolvedMoments[] input = new EvolvedMoments[nodes.length];
    SplittingMoments[][] splitting = new SplittingMoments[nodes.length][];
    for (int k = 0; k < nodes.length; k++) {
      input[k] = EvolvedMoments.of(partons, nodes[k]);
      splitting[k] = new SplittingMoments[EvolvedMoments.FLAVOURS + 1];
      for (int nf = EvolvedMoments.LIGHT; nf <= EvolvedMoments.FLAVOURS; nf++) {
        splitting[k][nf] = SplittingMoments.at(nodes[k], nf);
      }
    }
    return new MellinBand(contour, input, splitting);
  }

  /**
   * The integrand of every channel at a scale.
   *
   * @param lengths evolution length ℓ in the regions of 3 to 6 flavours; index is n_f
   */
  Evolved evolve(double[] lengths) {
    int count = input.length;
    double[][] re = new double[CHANNELS][count];
    double[][] im = new double[CHANNELS][count];
    for (int k = 0; k < count; k++) {
      EvolvedMoments moments = input[k].copy();
      for (int nf = EvolvedMoments.LIGHT; nf <= EvolvedMoments.FLAVOURS; nf++) {
        if (lengths[nf] != 0) {
          moments.evolve(splitting[k][nf], nf, lengths[nf]);
        }
      }
      Complex weight = contour.weights()[k];
      Complex pairs = Complex.ZERO;
      for (int f = 0; f < EvolvedMoments.FLAVOURS; f++) {
        Complex quark = moments.quark(f);
        Complex antiquark = moments.antiquark(f);
        put(re, im, GLUON + 1 + f, k, quark.times(weight));
        put(re, im, GLUON - 1 - f, k, antiquark.times(weight));
        if (f < COLLIDING_FLAVOURS) {
          pairs = pairs.plus(quark.times(antiquark).times(2));
        }
      }
      Complex gluon = moments.gluon();
      put(re, im, GLUON, k, gluon.times(weight));
      put(re, im, PAIR_GG, k, gluon.times(gluon).times(weight));
      put(re, im, PAIR_QQ, k, pairs.times(weight));
    }
    return new Evolved(contour.nodes(), re, im);
  }

  private static void put(double[][] re, double[][] im, int channel, int k, Complex value) {
    re[channel][k] = value.re();
    im[channel][k] = value.im();
  }

  /** Weighted moments of every channel at one scale, ready for the sum over the contour. */
  record Evolved(Complex[] nodes, double[][] re, double[][] im) {
    /** Im Σ_k e^{N_k t} · moment of one channel. */
    double invert(int channel, double t) {
      double sum = 0;
      for (int k = 0; k < nodes.length; k++) {
        Complex power = nodes[k].times(t).exp();
        sum += power.re() * im[channel][k] + power.im() * re[channel][k];
      }
      return sum;
    }

    /** Both luminosities with one evaluation of the exponentials. */
    Luminosity luminosity(double t) {
      double gg = 0;
      double qqbar = 0;
      for (int k = 0; k < nodes.length; k++) {
        Complex power = nodes[k].times(t).exp();
        gg += power.re() * im[PAIR_GG][k] + power.im() * re[PAIR_GG][k];
        qqbar += power.re() * im[PAIR_QQ][k] + power.im() * re[PAIR_QQ][k];
      }
      return new Luminosity(gg, qqbar);
    }
  }
}
