package org.dipscope.core.physics.parton;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * Leading-order parton distributions: a parametrised input, evolved exactly in Mellin space
 * (theory: EvolvedMoments) and inverted on the contour of {@link MellinContour}.
 *
 * <p>Contours are shared by bands of t = −ln x of ratio 2^{1/4}; what depends only on the band (the
 * input moments and the splitting moments) is computed once and kept.
 */
final class MellinPdf implements PartonDistribution {
  private static final int BANDS_PER_OCTAVE = 4;
  private static final int LOWEST_OCTAVE = -10;
  private static final int HIGHEST_OCTAVE = 6;
  static final int BANDS = (HIGHEST_OCTAVE - LOWEST_OCTAVE) * BANDS_PER_OCTAVE;

  private final String name;
  private final String description;
  private final PartonInput input;
  private final LeadingOrderCoupling coupling;
  private final double shift;
  private final AtomicReferenceArray<MellinBand> bands = new AtomicReferenceArray<>(BANDS);

  /**
   * @param shift the constant c of the contour; must exceed the rightmost pole of the input
   */
  MellinPdf(
      String name,
      String description,
      PartonInput input,
      LeadingOrderCoupling coupling,
      double shift) {
    if (!(shift > input.rightmostPole())) {
      throw new IllegalArgumentException(
          "the contour starts at "
              + shift
              + ", left of the rightmost Mellin pole at "
              + input.rightmostPole());
    }
    this.name = name;
    this.description = description;
    this.input = input;
    this.coupling = coupling;
    this.shift = shift;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  public double alphaS(double qGeV) {
    requireDomain(qGeV);
    return coupling.at(qGeV);
  }

  @Override
  public PartonsAtScale atScale(double qGeV) {
    requireDomain(qGeV);
    return new MellinAtScale(this, qGeV);
  }

  LeadingOrderCoupling coupling() {
    return coupling;
  }

  /** The band that t = −ln x belongs to; outside 0 … BANDS−1 there is none to share. */
  static int bandIndex(double t) {
    double octave = Math.log(t) / Math.log(2) - LOWEST_OCTAVE;
    return (int) Math.floor(octave * BANDS_PER_OCTAVE);
  }

  MellinBand band(int index) {
    MellinBand known = bands.getAcquire(index);
    if (known != null) {
      return known;
    }
    double centre = Math.pow(2, LOWEST_OCTAVE + (index + 0.5) / BANDS_PER_OCTAVE);
    MellinBand made = bandAround(centre);
    bands.setRelease(index, made);
    return made;
  }

  MellinBand bandAround(double centre) {
    return MellinBand.around(centre, shift, input);
  }

  private void requireDomain(double qGeV) {
    PartonDomain.requireScale(qGeV);
    if (qGeV < coupling.startGeV()) {
      throw new ProblemException(
          Problem.badInput(
              "The scale Q = "
                  + qGeV
                  + " GeV lies below "
                  + coupling.startGeV()
                  + " GeV, where the evolution of "
                  + name
                  + " starts.",
              "Choose a scale of at least " + coupling.startGeV() + " GeV."));
    }
  }
}
