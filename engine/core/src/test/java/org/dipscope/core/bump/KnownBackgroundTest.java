package org.dipscope.core.bump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownBackgroundTest {

  @ParameterizedTest
  @CsvSource({
    "background_SB, 1, zLR_fixedbkgSB_sigma2.0",
    "background_SB, 1.15, zLR_fixedbkgSB_sigma2.3",
    "background_Bonly, 1, zLR_fixedbkgBonly_sigma2"
  })
  void theCurvesOfTheDiphotonSpectrumAreReproduced(String background, double w, String curve) {
    double[] z = new double[30];
    new KnownBackground().z(Spectra.hggCounts(), Spectra.hgg(background), w, z);
    assertThat(z).containsExactly(Spectra.hgg(curve), within(1e-4));
    double[] sameInGeV = new double[30];
    SignalShape shape = SignalShape.ofSigma(Spectra.hggBins(), 2 * w);
    new KnownBackground().z(Spectra.hggCounts(), Spectra.hgg(background), shape, sameInGeV);
    assertThat(sameInGeV).containsExactly(z, within(1e-9));
  }

  @Property(tries = 300)
  void agreesWithThePlainFormula(
      @ForAll @IntRange(min = 1, max = 60) int bins,
      @ForAll @DoubleRange(min = -0.5, max = 5) double logHigh,
      @ForAll @DoubleRange(min = 0, max = 5) double fall,
      @ForAll @DoubleRange(min = 0.3, max = 4) double w,
      @ForAll @DoubleRange(min = -0.8, max = 3) double bump,
      @ForAll @LongRange(min = 1) long seed) {
    UniformRandomProvider random = RandomSource.SPLIT_MIX_64.create(seed);
    double[] b = new double[bins];
    double[] n = new double[bins];
    for (int i = 0; i < bins; i++) {
      b[i] = Math.pow(10, logHigh - fall * i / bins);
      double excess = Math.exp(-0.5 * Math.pow((i - bins / 2) / w, 2));
      n[i] = PoissonSampler.of(random, b[i] * (1 + bump * excess)).sample();
    }
    double[] z = new double[bins];
    new KnownBackground().z(n, b, w, z);
    for (int j = 0; j < bins; j++) {
      double plain = plain(n, b, SignalShape.uniform(bins, w), j);
      assertThat(z[j]).as("bin %d", j).isCloseTo(plain, within(1e-4 * (1 + Math.abs(plain))));
    }
  }

  /** The maximum by golden section of the concave profile. */
  private static double plain(double[] n, double[] b, SignalShape shape, int j) {
    double lowest = Double.NEGATIVE_INFINITY;
    double highest = 1;
    for (int i = 0; i < n.length; i++) {
      double s = shape.share(j, i);
      if (s > 0) {
        lowest = Math.max(lowest, -b[i] / s);
        highest += n[i] / shape.share(j, j);
      }
    }
    double a = lowest;
    double d = highest;
    for (int step = 0; step < 200; step++) {
      double c = d - 0.6180339887498949 * (d - a);
      double e = a + 0.6180339887498949 * (d - a);
      if (q(n, b, shape, j, c) > q(n, b, shape, j, e)) {
        d = e;
      } else {
        a = c;
      }
    }
    double mu = 0.5 * (a + d);
    return Math.copySign(Math.sqrt(Math.max(0, q(n, b, shape, j, mu))), mu);
  }

  private static double q(double[] n, double[] b, SignalShape shape, int j, double mu) {
    double sum = 0;
    for (int i = 0; i < n.length; i++) {
      double s = shape.share(j, i);
      sum += (n[i] == 0 ? 0 : n[i] * Math.log(1 + mu * s / b[i])) - mu * s;
    }
    return 2 * sum;
  }

  @Test
  void aBumpAndADipOfTheSameSizeMirrorEachOtherWhenCountsAreLarge() {
    double[] b = {1e8, 1e8, 1e8, 1e8, 1e8, 1e8, 1e8};
    double[] up = b.clone();
    double[] down = b.clone();
    up[3] += 5e4;
    down[3] -= 5e4;
    double[] zUp = new double[7];
    double[] zDown = new double[7];
    new KnownBackground().z(up, b, 1, zUp);
    new KnownBackground().z(down, b, 1, zDown);
    for (int j = 0; j < 7; j++) {
      assertThat(zDown[j]).isCloseTo(-zUp[j], within(2e-3));
    }
    assertThat(zUp[3]).isGreaterThan(2);
  }

  @Test
  void anEmptySpectrumIsAsDeepADipAsTheSmallestRatioAllows() {
    double[] z = new double[3];
    new KnownBackground().z(new double[3], new double[] {4, 4, 4}, 1, z);
    SignalShape shape = SignalShape.uniform(3, 1);
    double inside = shape.share(1, 0) + shape.share(1, 1) + shape.share(1, 2);
    assertThat(z[1]).isCloseTo(-Math.sqrt(8 * inside / shape.share(1, 1)), within(1e-9));
  }

  @Test
  void binsWithoutBackgroundAreLeftOutOrImpossible() {
    double[] z = new double[3];
    KnownBackground known = new KnownBackground();
    known.z(new double[] {0, 5, 4}, new double[] {0, 4, 4}, 1, z);
    assertThat(z).doesNotContain(Double.NaN);
    known.z(new double[] {1, 5, 4}, new double[] {0, 4, 4}, 1, z);
    assertThat(z[0]).isEqualTo(Double.POSITIVE_INFINITY);
    known.z(new double[] {-1, 5, 4}, new double[] {1, 4, 4}, 1, z);
    assertThat(z[0]).isNaN();
    known.z(new double[0], new double[0], 1, new double[0]);
  }
}
