package org.dipscope.core.physics.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.dipscope.core.math.Complex;
import org.junit.jupiter.api.Test;

/** Product integration against integrals known in closed form. */
class PoleQuadratureTest {
  private static final PoleRule RULE = PoleRule.ofOrder(12);
  private static final CellGeometry CELL = new CellGeometry(RULE, new double[] {-1, 1});

  @Test
  void plainRuleIsExactForPolynomials() {
    double sum = 0;
    for (int j = 0; j < 12; j++) {
      sum += RULE.weights()[j] * Math.pow(RULE.nodes()[j], 22);
    }
    assertThat(sum).isCloseTo(2.0 / 23, within(1e-15));
  }

  @Property(tries = 500)
  void onePole(
      @ForAll @DoubleRange(min = -1.6, max = 1.6) double re,
      @ForAll @DoubleRange(min = -9, max = 0) double logIm) {
    double im = -Math.pow(10, logIm);
    PoleSet poles = new PoleSet(12);
    poles.add(new Complex(re, im), CELL, 0);
    poles.prepare(0);
    Complex sum = Complex.ZERO;
    for (int j = 0; j < 12; j++) {
      poles.evaluate(RULE.nodes()[j]);
      double c = RULE.poleFactors()[j];
      Complex kappa = new Complex(1 + c * poles.re(), c * poles.im());
      Complex value =
          new Complex(RULE.weights()[j], 0).over(new Complex(RULE.nodes()[j] - re, -im));
      sum = sum.plus(kappa.times(value));
    }
    double expectedRe =
        0.5 * Math.log(((1 - re) * (1 - re) + im * im) / ((1 + re) * (1 + re) + im * im));
    double expectedIm = Math.atan2(-im, 1 - re) - Math.atan2(-im, -1 - re);
    double tolerance = 1e-8 + 1e-14 / Math.abs(im);
    assertThat(sum.re()).isCloseTo(expectedRe, within(tolerance));
    assertThat(sum.im()).isCloseTo(expectedIm, within(tolerance));
  }

  @Property(tries = 500)
  void breitWignerCurve(
      @ForAll @DoubleRange(min = -0.95, max = 0.95) double re,
      @ForAll @DoubleRange(min = -7, max = 0) double logIm) {
    double im = -Math.pow(10, logIm);
    PoleSet poles = new PoleSet(12);
    poles.add(new Complex(re, im), CELL, 0);
    PoleSet product = new PoleSet(12);
    product.addAll(poles);
    product.addConjugates(poles);
    product.prepare(0);
    double sum = 0;
    for (int j = 0; j < 12; j++) {
      product.evaluate(RULE.nodes()[j]);
      double x = RULE.nodes()[j];
      double kappa = 1 + RULE.poleFactors()[j] * product.re();
      sum += RULE.weights()[j] * kappa / ((x - re) * (x - re) + im * im);
    }
    double expected = (Math.atan((1 - re) / -im) + Math.atan((1 + re) / -im)) / -im;
    assertThat(sum / expected).isCloseTo(1, within(1e-8));
  }
}
