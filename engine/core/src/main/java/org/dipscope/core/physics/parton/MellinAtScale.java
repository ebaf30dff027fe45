package org.dipscope.core.physics.parton;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/** Mellin-evolved partons at one scale; keeps the evolved moments of each band it was asked for. */
final class MellinAtScale implements PartonsAtScale {
  /** Below this −ln x every distribution lies under 1e-20 and is taken as zero. */
  private static final double VANISHING = 1e-9;

  private static final double SMALLEST_FRACTION = 1e-15;

  private final MellinPdf pdf;
  private final double qGeV;
  private final double[] lengths;
  private final AtomicReferenceArray<MellinBand.Evolved> bands =
      new AtomicReferenceArray<>(MellinPdf.BANDS);

  MellinAtScale(MellinPdf pdf, double qGeV) {
    this.pdf = pdf;
    this.qGeV = qGeV;
    this.lengths = evolutionLengths(pdf.coupling(), qGeV);
  }

  /** ℓ = (2/β₀) ln(α_s(start)/α_s(end)) of each region of constant n_f below Q. */
  private static double[] evolutionLengths(LeadingOrderCoupling coupling, double qGeV) {
    double[] lengths = new double[LeadingOrderCoupling.MOST_FLAVOURS + 1];
    double low = coupling.startGeV();
    for (int nf = LeadingOrderCoupling.FEWEST_FLAVOURS; low < qGeV; nf++) {
      double high = Math.min(Math.max(coupling.endGeV(nf), low), qGeV);
      lengths[nf] =
          2 / LeadingOrderCoupling.beta0(nf) * Math.log(coupling.at(low) / coupling.at(high));
      low = high;
    }
    return lengths;
  }

  @Override
  public double scaleGeV() {
    return qGeV;
  }

  @Override
  public double alphaS() {
    return pdf.alphaS(qGeV);
  }

  @Override
  public double xf(int pid, double x) {
    PartonDomain.requireFraction("x", x);
    int channel = pid == 21 || pid == 0 ? MellinBand.GLUON : MellinBand.GLUON + pid;
    double t = logInverse(x);
    if (t < VANISHING || channel < 0 || channel > 2 * MellinBand.GLUON) {
      return 0;
    }
    return x * band(t).invert(channel, t);
  }

  @Override
  public Luminosity luminosity(double tau) {
    PartonDomain.requireFraction("τ", tau);
    double t = logInverse(tau);
    if (t < VANISHING) {
      return Luminosity.NONE;
    }
    return band(t).luminosity(t);
  }

  private double logInverse(double fraction) {
    if (fraction < SMALLEST_FRACTION) {
      throw new ProblemException(
          Problem.badInput(
              "The momentum fraction " + fraction + " is too small for " + pdf.name() + ".",
              "Give a value of at least " + SMALLEST_FRACTION + "."));
    }
    return -Math.log(fraction);
  }

  private MellinBand.Evolved band(double t) {
    int index = MellinPdf.bandIndex(t);
    if (index < 0 || index >= MellinPdf.BANDS) {
      return pdf.bandAround(t).evolve(lengths);
    }
    MellinBand.Evolved known = bands.getAcquire(index);
    if (known != null) {
      return known;
    }
    MellinBand.Evolved made = pdf.band(index).evolve(lengths);
    bands.setRelease(index, made);
    return made;
  }
}
