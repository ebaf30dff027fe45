package org.dipscope.core.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.fit.Estimate;
import org.dipscope.core.fit.FitResult;
import org.dipscope.core.histfactory.BinnedModel;
import org.dipscope.core.histfactory.Interpolation;
import org.dipscope.core.histfactory.TestModels;
import org.dipscope.core.math.Normal;
import org.dipscope.core.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Models that determine little or nothing end in a stated result. */
@Timeout(60)
class DegenerateModelTest {
  @TempDir private Path folder;

  private BinnedModel model(String signal, String background, String observed, String modifiers) {
    return TestModels.read(
            folder,
            """
            {"channels": [{"name": "SR", "samples": [
              {"name": "s", "data": %s, "modifiers": [
                {"name": "mu", "type": "normfactor", "data": null}]},
              {"name": "b", "data": %s, "modifiers": [%s]}]}],
             "observations": [{"name": "SR", "data": %s}],
             "measurements": [{"name": "m", "config": {"poi": "mu", "parameters": []}}]}
            """
                .formatted(signal, background, modifiers, observed))
        .model(null, Interpolation.SMOOTH);
  }

  private static FitResult fit(BinnedModel model) {
    return FitResult.of(model.observed(), new CancelToken());
  }

  private static TestResult test(BinnedModel model, TestStatistic statistic, double mu) {
    return new AsymptoticTest(model, statistic, new CancelToken()).at(mu);
  }

  @Test
  void aSignalOfNothingIsNotDetermined() {
    BinnedModel model = model("[0, 0]", "[5, 6]", "[5, 6]", "");
    FitResult result = fit(model);
    assertThat(result.estimates().getFirst().error()).isNaN();
    assertThat(result.warnings()).anyMatch(w -> w.contains("do not determine mu"));
    TestResult test = test(model, TestStatistic.Q_MU_TILDE, 1);
    assertThat(test.cls()).isCloseTo(1, within(1e-9));
    assertThat(test.warnings()).anyMatch(w -> w.contains("cannot tell the two hypotheses apart"));
    UpperLimit limit =
        UpperLimit.of(new AsymptoticTest(model, TestStatistic.Q_MU_TILDE, new CancelToken()), 0.95);
    assertThat(limit.observed()).isNaN();
    assertThat(limit.warnings()).anyMatch(w -> w.contains("the signal changes next to nothing"));
    assertThat(limit.scanned()).as("no search for what is not there").hasSize(2);
  }

  @Test
  void correlatedParametersAreNamedTogetherAndOthersKeepTheirErrors() {
    BinnedModel model =
        model(
            "[5, 0]",
            "[50, 60]",
            "[52, 61]",
            """
            {"name": "one", "type": "normfactor", "data": null},
            {"name": "two", "type": "normfactor", "data": null}
            """);
    FitResult result = fit(model);
    assertThat(result.warnings())
        .anyMatch(w -> w.contains("do not tell these parameters apart") && w.contains("one, two"));
    for (Estimate estimate : result.estimates()) {
      if (estimate.name().equals("mu")) {
        // mu from bin 1, the product of the two from bin 2
        double variance = (52 + 61 * Math.pow(50 / 60.0, 2)) / 25;
        assertThat(estimate.error()).isCloseTo(Math.sqrt(variance), within(1e-4));
      } else {
        assertThat(estimate.error()).isNaN();
      }
    }
  }

  /** n = 3 signal events over nothing: &mu;&#770; = n/s, and 0 is impossible. */
  @Test
  void withoutBackgroundZeroSignalIsImpossibleAndNamed() {
    BinnedModel model = model("[2]", "[0]", "[3]", "");
    assertThat(fit(model).estimates().getFirst().value()).isCloseTo(1.5, within(1e-7));
    TestResult q0 = test(model, TestStatistic.Q0, 0);
    assertThat(q0.value()).isInfinite();
    assertThat(q0.pValue()).isZero();
    assertThat(q0.warnings())
        .anyMatch(w -> w.contains("impossible: bin 1 of channel SR has the total 0.0 with 3.0"));
    UpperLimit limit =
        UpperLimit.of(new AsymptoticTest(model, TestStatistic.Q_MU_TILDE, new CancelToken()), 0.95);
    assertThat(limit.observed()).isBetween(1.5, 10.0);
  }

  @Test
  void emptyBinsCountNothing() {
    BinnedModel model = model("[0, 3, 0]", "[0, 5, 7]", "[0, 9, 7]", "");
    FitResult result = fit(model);
    assertThat(result.estimates().getFirst().value()).isCloseTo(4 / 3.0, within(1e-7));
    assertThat(result.best().twiceNll()).isCloseTo(0, within(1e-9));
  }

  @Test
  void countsWithoutAnyExpectationAreNamed() {
    BinnedModel model = model("[0, 3]", "[0, 5]", "[2, 9]", "");
    FitResult result = fit(model);
    assertThat(result.warnings())
        .anyMatch(w -> w.contains("unphysical: bin 1 of channel SR has the total 0.0 with 2.0"));
  }

  @Test
  void noEventsAtAllGiveTheKnownLimit() {
    // CLs of 0 events over a known background is exp(-mu s): asymptotically q = 2 mu s
    BinnedModel model = model("[1]", "[0]", "[0]", "");
    UpperLimit limit =
        UpperLimit.of(new AsymptoticTest(model, TestStatistic.Q_MU_TILDE, new CancelToken()), 0.95);
    assertThat(limit.observed()).isCloseTo(1.92072941, within(1e-6));
    ToyTest toys =
        new ToyTest(
            model, TestStatistic.Q_MU_TILDE, 4000, 1, Workers.callerOnly(), new CancelToken());
    TestResult result = toys.at(3);
    assertThat(result.cls()).isCloseTo(Math.exp(-3), within(4 * Math.sqrt(0.05 * 0.95 / 4000)));
  }

  @Test
  void limitsBeyondTheBoundAreFoundAndSaid() {
    BinnedModel model = model("[0.1]", "[50]", "[52]", "");
    UpperLimit limit =
        UpperLimit.of(new AsymptoticTest(model, TestStatistic.Q_MU_TILDE, new CancelToken()), 0.95);
    assertThat(limit.observed()).isBetween(100.0, 300.0);
    assertThat(limit.warnings()).anyMatch(w -> w.contains("do not all lie below the bound 10.0"));
    TestResult there = test(model, TestStatistic.Q_MU_TILDE, limit.observed());
    assertThat(there.cls()).isCloseTo(0.05, within(1e-6));
  }

  @Test
  void aModelWithoutParameterOfInterestIsNotTested() {
    BinnedModel model = model("[1]", "[5]", "[5]", "");
    BinnedModel without = model.with(model.parameters(), -1);
    assertThatThrownBy(() -> test(without, TestStatistic.Q0, 0))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("no parameter of interest");
    BinnedModel fixed = model.with(java.util.List.of(model.parameters().getFirst().fixedAt(1)), 0);
    assertThatThrownBy(() -> test(fixed, TestStatistic.Q0, 0))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("mu is fixed");
    assertThat(fit(fixed).estimates().getFirst().error()).isZero();
  }

  /** &minus;s at &mu; = 6 takes the total below 0, which no data can follow. */
  @Test
  void signalsThatTakeMoreThanThereIsAreNamed() {
    BinnedModel model = model("[-2]", "[10]", "[7]", "");
    assertThat(fit(model).estimates().getFirst().value()).isCloseTo(1.5, within(1e-7));
    TestResult result = test(model, TestStatistic.Q_MU_TILDE, 6);
    assertThat(result.value()).isInfinite();
    assertThat(result.cls()).isZero();
    assertThat(result.warnings()).anyMatch(w -> w.contains("has the total -2.0"));
  }

  /** One bin, n = 12 over b = 5 known: q0 in closed form (arXiv:1007.1727, eq. 47). */
  @Test
  void countingExperimentsHaveTheirClosedForms() {
    BinnedModel model = model("[4]", "[5]", "[12]", "");
    TestResult q0 = test(model, TestStatistic.Q0, 0);
    double expected = 2 * (12 * Math.log(12 / 5.0) - 7);
    assertThat(q0.value()).isCloseTo(expected, within(1e-9));
    assertThat(q0.significance()).isCloseTo(Math.sqrt(expected), within(1e-9));
    double asimov = Math.sqrt(2 * (9 * Math.log(9 / 5.0) - 4));
    assertThat(q0.expected()[2]).isCloseTo(Normal.above(asimov), within(1e-10));
    assertThat(q0.expected()[0]).isLessThan(q0.expected()[4]);
  }

  @Test
  void toysFollowTheExactPoissonProbabilities() {
    BinnedModel model = model("[4]", "[5]", "[12]", "");
    ToyTest toys =
        new ToyTest(model, TestStatistic.Q0, 20_000, 7, Workers.callerOnly(), new CancelToken());
    TestResult result = toys.at(0);
    double exact = 1;
    double term = Math.exp(-5);
    for (int n = 0; n < 12; n++) {
      exact -= term;
      term *= 5.0 / (n + 1);
    }
    assertThat(result.pValue()).isCloseTo(exact, within(4 * Math.sqrt(exact / 20_000)));
    assertThat(toys.at(0).pValue()).isEqualTo(result.pValue());
  }
}
