package org.dipscope.core.histfactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.fit.FitResult;
import org.dipscope.core.histogram.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RateErrorsTest {
  private static final CancelToken TOKEN = new CancelToken();

  @TempDir private Path folder;

  private static final String TWO_CHANNELS =
      """
      {"channels": [
        {"name": "one", "samples": [
          {"name": "a", "data": [100, 50], "modifiers": [
            {"name": "mu", "type": "normfactor", "data": null},
            {"name": "rate", "type": "normsys", "data": {"hi": 1.1, "lo": 0.9}},
            {"name": "bin", "type": "shapesys", "data": [5, 0]}]},
          {"name": "b", "data": [-20, 10], "modifiers": [
            {"name": "tilt", "type": "histosys",
             "data": {"hi_data": [-22, 11], "lo_data": [-18, 9]}}]}]},
        {"name": "two", "samples": [
          {"name": "a", "data": [10], "modifiers": [
            {"name": "rate", "type": "normsys", "data": {"hi": 1.1, "lo": 0.9}}]}]}],
       "observations": [{"name": "one", "data": [85, 61]}, {"name": "two", "data": [11]}],
       "measurements": [{"name": "m", "config": {"poi": "mu", "parameters": []}}],
       "version": "1.0.0"}
      """;

  @Test
  void beforeAFitConstraintsAddInQuadrature() {
    BinnedModel model = TestModels.read(folder, TWO_CHANNELS).model(null, Interpolation.SMOOTH);
    Values errors = RateErrors.before(model, model.observed().start(), TOKEN);
    assertThat(errors.get(0)).isCloseTo(Math.sqrt(10 * 10 + 2 * 2 + 5 * 5), within(1e-9));
    assertThat(errors.get(1)).isCloseTo(Math.sqrt(5 * 5 + 1), within(1e-9));
    assertThat(errors.get(2)).isCloseTo(1, within(1e-9));
  }

  /** One free factor per bin: the fit reproduces the counts with their Poisson errors. */
  @Test
  void afterAFitFreeBinsHaveTheErrorsOfTheirCounts() {
    String free =
        """
        {"channels": [{"name": "c", "samples": [{"name": "a", "data": [10, 20],
          "modifiers": [{"name": "free", "type": "shapefactor", "data": null}]}]}],
         "observations": [{"name": "c", "data": [25, 16]}],
         "measurements": [{"name": "m", "config": {"poi": "", "parameters": []}}],
         "version": "1.0.0"}
        """;
    BinnedModel model = TestModels.read(folder, free).model(null, Interpolation.SMOOTH);
    FitResult result = FitResult.of(model.observed(), TOKEN);
    Values errors = RateErrors.after(model, result.best().x(), result.hesse(), TOKEN);
    assertThat(errors.get(0)).isCloseTo(5, within(1e-6));
    assertThat(errors.get(1)).isCloseTo(4, within(1e-6));
  }

  /** Anticorrelated parameters leave a total that is known better than either of them. */
  @Test
  void afterAFitCorrelationsCount() {
    BinnedModel model = TestModels.read(folder, TWO_CHANNELS).model(null, Interpolation.SMOOTH);
    FitResult result = FitResult.of(model.observed(), TOKEN);
    double[] best = result.best().x();
    double after = RateErrors.after(model, best, result.hesse(), TOKEN).get(0);
    double total = model.rates(best)[0];
    assertThat(after).isLessThan(Math.sqrt(total) * 1.05);
  }

  @Test
  void aChannelHasItsOwnRatesAndErrors() {
    Workspace workspace = TestModels.read(folder, TWO_CHANNELS);
    BinnedModel model = workspace.model(null, Interpolation.SMOOTH);
    double[] x = model.observed().start();
    ChannelRates two = ChannelRates.at(workspace, model, 1, x, Values.of(1, 2, 3));
    assertThat(two.total()).isEqualTo(Values.of(10.0));
    assertThat(two.errors()).isEqualTo(Values.of(3.0));
    ChannelRates one = ChannelRates.at(workspace, model, 0, x, Values.EMPTY);
    assertThat(one.samples()).containsExactly(Values.of(100, 50), Values.of(-20, 10));
    assertThat(one.total()).isEqualTo(Values.of(80, 60));
  }
}
