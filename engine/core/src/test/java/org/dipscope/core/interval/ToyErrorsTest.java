package org.dipscope.core.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.fit.Experiment;
import org.dipscope.core.fit.FitParameter;
import org.dipscope.core.fit.FitProblem;
import org.dipscope.core.histfactory.Interpolation;
import org.dipscope.core.histfactory.TestModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What toys say of their own precision, and what is left of them when interrupted. */
class ToyErrorsTest {
  private static final double[] GRID = {0.3, 0.6, 0.9, 1.2, 1.5, 1.8, 2.1};

  @TempDir private Path folder;

  private Experiment model() {
    return TestModels.read(
            folder,
            """
            {"channels": [{"name": "SR", "samples": [
              {"name": "s", "data": [12], "modifiers": [
                {"name": "mu", "type": "normfactor", "data": null}]},
              {"name": "b", "data": [50], "modifiers": []}]}],
             "observations": [{"name": "SR", "data": [51]}],
             "measurements": [{"name": "m", "config": {"poi": "mu", "parameters": []}}]}
            """)
        .model(null, Interpolation.SMOOTH);
  }

  private static ToyTest test(Experiment model, int toys, long seed, CancelToken token) {
    return new ToyTest(model, TestStatistic.Q_MU_TILDE, toys, seed, Workers.callerOnly(), token);
  }

  @Test
  void errorsAreTheSpreadOfRepetitions() {
    Experiment model = model();
    List<TestResult> results =
        IntStream.range(0, 60)
            .mapToObj(seed -> test(model, 300, seed, new CancelToken()).at(1))
            .toList();
    compare(results, TestResult::clsb, r -> errors(r).clsb());
    compare(results, TestResult::cls, r -> errors(r).cls());
    TestResult first = results.getFirst();
    double p = first.clsb();
    assertThat(errors(first).clsb()).isCloseTo(Math.sqrt(p * (1 - p) / 300), within(1e-12));
    List<UpperLimit> limits =
        IntStream.range(0, 40)
            .mapToObj(
                seed -> UpperLimit.onGrid(test(model, 300, seed, new CancelToken())::at, 0.9, GRID))
            .toList();
    compare(limits, UpperLimit::observed, UpperLimit::observedError);
  }

  private static ToyErrors errors(TestResult result) {
    return Objects.requireNonNull(result.errors());
  }

  private static <T> void compare(
      List<T> results, ToDoubleFunction<T> value, ToDoubleFunction<T> error) {
    double[] values = results.stream().mapToDouble(value).toArray();
    double mean = Arrays.stream(values).average().orElseThrow();
    double variance =
        Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1);
    double stated = results.stream().mapToDouble(error).average().orElseThrow();
    assertThat(stated / Math.sqrt(variance)).isBetween(0.7, 1.4);
  }

  @Test
  void noToyBeyondStillHasTheErrorOfOne() {
    assertThat(ToyErrors.binomial(0, 1000)).isCloseTo(1e-3, within(2e-5));
    assertThat(ToyErrors.binomial(1, 1000)).isCloseTo(1e-3, within(2e-5));
  }

  @Test
  void anInterruptedTestRestsOnTheToysThatWereDone() {
    CancelToken token = new CancelToken();
    TestResult result = test(new Interrupted(model(), token, 700), 1000, 1, token).at(1);
    assertThat(result.isPartial()).isTrue();
    assertThat(result.toys()).isBetween(300, 350);
    assertThat(errors(result).clsb())
        .isGreaterThan(errors(test(model(), 1000, 1, new CancelToken()).at(1)).clsb());
    CancelToken early = new CancelToken();
    ToyTest hopeless = test(new Interrupted(model(), early, 150), 1000, 1, early);
    assertThatThrownBy(() -> hopeless.at(1)).isInstanceOf(CancellationException.class);
  }

  @Test
  void anInterruptedLimitRestsOnTheValuesThatWereTested() {
    ToyTest test = test(model(), 300, 1, new CancelToken());
    UpperLimit limit =
        UpperLimit.onGrid(
            value -> {
              if (value > 1) {
                throw new CancellationException();
              }
              return test.at(value);
            },
            0.95,
            GRID);
    assertThat(limit.isPartial()).isTrue();
    assertThat(limit.scanned()).hasSize(3);
    assertThat(limit.observed()).isNaN();
    assertThat(limit.warnings()).anyMatch(w -> w.contains("Interrupted"));
  }

  /** An experiment during whose toys the user loses patience. */
  private record Interrupted(Experiment of, CancelToken token, AtomicInteger left)
      implements Experiment {
    Interrupted(Experiment of, CancelToken token, int toys) {
      this(of, token, new AtomicInteger(toys));
    }

    @Override
    public List<FitParameter> parameters() {
      return of.parameters();
    }

    @Override
    public int poi() {
      return of.poi();
    }

    @Override
    public List<String> warnings() {
      return of.warnings();
    }

    @Override
    public FitProblem observed() {
      return of.observed();
    }

    @Override
    public FitProblem asimov(double[] x) {
      return of.asimov(x);
    }

    @Override
    public FitProblem toy(double[] x, UniformRandomProvider random) {
      if (left.decrementAndGet() == 0) {
        token.cancel();
      }
      return of.toy(x, random);
    }

    @Override
    public Experiment with(List<FitParameter> newParameters, int newPoi) {
      return new Interrupted(of.with(newParameters, newPoi), token, left);
    }
  }
}
