package org.dipscope.core.histogram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.dipscope.core.problem.ProblemException;
import org.junit.jupiter.api.Test;

class SpectrumTest {
  private static final Axis AXIS = new Axis("m_tt", "GeV", Binning.of(300, 400, 600, 700));

  private static MeasuredSpectrum measured(MeasurementErrors errors) {
    return new MeasuredSpectrum("m", AXIS, "pb/GeV", false, Values.of(1, 2, 4), errors, "");
  }

  private static SplitErrors split() {
    return new SplitErrors(
        Values.of(0.1, 0.2, 0.3),
        Values.of(0.2, 0.4, 0.6),
        Values.of(0.4, 0.4, 1.0),
        Values.of(0.05, 0.1, 0.2));
  }

  @Test
  void covarianceHasTheThreeSources() {
    double[][] v = measured(split()).covariance(new Correlation(0.5));
    assertThat(v[0][0]).isCloseTo(0.01 + 0.09 + 0.0025, within(1e-15));
    double rho = Math.exp(-Math.log(500.0 / 350.0) / 0.5);
    assertThat(v[0][1]).isCloseTo(0.3 * 0.4 * rho + 0.05 * 0.1, within(1e-15));
    assertThat(v[1][0]).isEqualTo(v[0][1]);
  }

  @Test
  void correlationLengthRunsFromNoneToFull() {
    assertThat(measured(split()).covariance(Correlation.NONE)[0][2])
        .isCloseTo(0.05 * 0.2, within(1e-15));
    assertThat(measured(split()).covariance(Correlation.FULL)[0][2])
        .isCloseTo(0.3 * 0.8 + 0.05 * 0.2, within(1e-15));
    assertThatThrownBy(() -> new Correlation(-1)).isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> new Correlation(Double.NaN)).isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> Correlation.DEFAULT.between(0, 5))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("ln m");
  }

  @Test
  void covarianceIsPositiveDefiniteForEveryLength() {
    for (double length : new double[] {0, 0.01, 0.3, 1, 10, Double.POSITIVE_INFINITY}) {
      double[][] v = measured(split()).covariance(new Correlation(length));
      double minor = v[0][0] * v[1][1] - v[0][1] * v[0][1];
      double determinant =
          v[0][0] * (v[1][1] * v[2][2] - v[1][2] * v[2][1])
              - v[0][1] * (v[1][0] * v[2][2] - v[1][2] * v[2][0])
              + v[0][2] * (v[1][0] * v[2][1] - v[1][1] * v[2][0]);
      assertThat(v[0][0]).isPositive();
      assertThat(minor).isPositive();
      assertThat(determinant).isPositive();
    }
  }

  @Test
  void totalErrorsAreIndependentAndSaySo() {
    TotalErrors total = new TotalErrors(Values.of(1, 2, 3), Values.of(3, 2, 1));
    double[][] v = measured(total).covariance(Correlation.FULL);
    assertThat(v[0]).containsExactly(4, 0, 0);
    assertThat(total.treatment()).contains("independent");
  }

  @Test
  void joiningBinsKeepsTheCrossSection() {
    MeasuredSpectrum joined = measured(split()).rebin(2);
    assertThat(joined.binning()).isEqualTo(Binning.of(300, 600, 700));
    assertThat(joined.values().get(0) * 300).isCloseTo(1 * 100 + 2 * 200, within(1e-12));
    SplitErrors errors = (SplitErrors) joined.errors();
    assertThat(errors.statistical().get(0) * 300).isCloseTo(Math.hypot(10, 40), within(1e-12));
    assertThat(errors.luminosity().get(0) * 300).isCloseTo(5 + 20, within(1e-12));
  }

  @Test
  void joiningCountsAdds() {
    CountSpectrum counts = new CountSpectrum("d", AXIS, Values.of(3, 0.5, 7), 140.0, "seed 1");
    assertThat(counts.rebin(2).counts()).isEqualTo(Values.of(3.5, 7));
    assertThat(counts.rebin(5).counts()).isEqualTo(Values.of(10.5));
    assertThatThrownBy(() -> counts.rebin(0)).isInstanceOf(ProblemException.class);
  }

  @Test
  void impossibleContentsAreRefused() {
    assertThatThrownBy(() -> counts(1, -2, 3)).hasMessageContaining("Bin 2");
    assertThatThrownBy(() -> counts(1, 2, Double.NaN)).hasMessageContaining("Bin 3");
    assertThatThrownBy(() -> counts(1, 2)).hasMessageContaining("3 bins");
    assertThatThrownBy(() -> new CountSpectrum("d", AXIS, Values.of(1, 2, 3), -1.0, ""))
        .hasMessageContaining("luminosity");
    assertThatThrownBy(() -> new TotalErrors(Values.of(-1), Values.of(1)))
        .isInstanceOf(ProblemException.class);
  }

  private static CountSpectrum counts(double... counts) {
    return new CountSpectrum("d", AXIS, Values.of(counts), null, "");
  }
}
