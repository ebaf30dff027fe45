package org.dipscope.core.math;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComplexGammaTest {
  /** loggamma and digamma of mpmath with 30 digits. */
  @ParameterizedTest
  @CsvSource({
    "3.2,1.5,0.491420665135805955,1.56725667131079719,1.13008544855627332,0.503461307793673836",
    "0.6,-7,-9.88212666178868111,-6.78369470491031513,1.94515929575272726,-1.55648712244545237",
    "-5.3,2.2,-9.9740947347897593,-14.3009560169405988,1.82588503660126496,2.77975977934909112",
    "-60.25,40,-301.128497350871022,-24.0041534772564752,4.2868430381922707,2.55931695527244872",
    "100,300,98.9733320294027647,1551.21862409911058,5.75596339915201421,1.25054627239905443",
    "-0.5,0.3,0.916425956296170385,-3.12698459997837423,0.0726556058883103474,2.03902232450070837"
  })
  void agreesWithArbitraryPrecision(
      double re, double im, double logRe, double logIm, double psiRe, double psiIm) {
    Complex z = new Complex(re, im);
    Complex log = ComplexGamma.logGamma(z);
    assertThat(log.re()).isCloseTo(logRe, within(logRe));
    double turns = (log.im() - logIm) / (2 * Math.PI);
    assertThat(turns).isCloseTo(Math.rint(turns), within(logIm));
    Complex psi = ComplexGamma.digamma(z);
    assertThat(psi.re()).isCloseTo(psiRe, within(psiRe));
    assertThat(psi.im()).isCloseTo(psiIm, within(psiIm));
  }

  @Property(tries = 300)
  void recurrencesHold(
      @ForAll @DoubleRange(min = -30, max = 30) double re,
      @ForAll @DoubleRange(min = 0.01, max = 50) double im) {
    Complex z = new Complex(re, im);
    Complex ratio = ComplexGamma.logGamma(z.plus(1)).minus(ComplexGamma.logGamma(z)).exp();
    assertThat(ratio.minus(z).abs()).isLessThan(1e-11 * z.abs());
    Complex step = ComplexGamma.digamma(z.plus(1)).minus(ComplexGamma.digamma(z));
    assertThat(step.minus(z.reciprocal()).abs()).isLessThan(1e-11 * (1 + 1 / z.abs()));
  }

  @Property(tries = 300)
  void squareRootAndLogarithmInvertTheirFunctions(
      @ForAll @DoubleRange(min = -9, max = 9) double re,
      @ForAll @DoubleRange(min = -9, max = 9) double im) {
    Complex z = new Complex(re, im);
    Complex root = z.sqrt();
    assertThat(root.re()).isNotNegative();
    assertThat(root.times(root).minus(z).abs()).isLessThan(1e-14 * (z.abs() + 1e-300));
    if (z.abs() > 0) {
      assertThat(z.log().exp().minus(z).abs()).isLessThan(1e-14 * z.abs());
      assertThat(z.over(z).minus(Complex.ONE).abs()).isLessThan(1e-15);
    }
  }

  private static org.assertj.core.data.Offset<Double> within(double scale) {
    return org.assertj.core.api.Assertions.within(2e-14 * (1 + Math.abs(scale)));
  }
}
