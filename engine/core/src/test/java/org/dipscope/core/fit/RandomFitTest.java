package org.dipscope.core.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.histfactory.BinnedModel;
import org.dipscope.core.histfactory.Interpolation;
import org.dipscope.core.histfactory.RandomWorkspaces;
import org.junit.jupiter.api.Test;

/** Fits of random workspaces with every kind of modifier. */
class RandomFitTest {

  private static FitProblem problem(long seed) {
    Interpolation codes = seed % 2 == 0 ? Interpolation.SMOOTH : Interpolation.PIECEWISE;
    BinnedModel model = RandomWorkspaces.of(seed).model(null, codes);
    return model.observed();
  }

  @Property(tries = 60)
  void noNeighbourOfTheFitLiesLower(@ForAll @LongRange(min = 0, max = 1 << 30) long seed) {
    FitProblem problem = problem(seed);
    FitPoint best = FitSearch.lowest(problem, new CancelToken());
    assertThat(best.converged()).isTrue();
    Random random = new Random(seed);
    for (int trial = 0; trial < 200; trial++) {
      double[] x = best.x().clone();
      double size = Math.pow(10, -4 * random.nextDouble());
      for (int k = 0; k < x.length; k++) {
        FitParameter p = problem.parameters().get(k);
        double moved = x[k] + size * (p.prior() == null ? 0.1 : 0.02) * random.nextGaussian();
        x[k] = p.fixed() ? x[k] : Math.clamp(moved, p.internal(p.low()), p.internal(p.high()));
      }
      assertThat(problem.objective().value(x)).isGreaterThan(best.twiceNll() - 1e-8);
    }
  }

  @Test
  void badStartsFindNothingDeeper() {
    int reached = 0;
    for (long seed = 0; seed < 80; seed += 2) {
      reached += reachedFromBadStarts(problem(seed), seed);
    }
    assertThat(reached).as("of 200 starts anywhere within the bounds").isGreaterThan(120);
  }

  private static int reachedFromBadStarts(FitProblem problem, long seed) {
    double lowest = FitSearch.lowest(problem, new CancelToken()).twiceNll();
    Random random = new Random(seed);
    Minimiser minimiser = new Minimiser(problem);
    int reached = 0;
    for (int trial = 0; trial < 5; trial++) {
      double[] x = problem.start();
      for (int k = 0; k < x.length; k++) {
        FitParameter p = problem.parameters().get(k);
        double low = p.internal(p.low());
        double high = p.internal(p.high());
        x[k] = p.fixed() ? x[k] : low + (high - low) * random.nextDouble();
      }
      FitPoint end = minimiser.minimise(x);
      assertThat(end.converged()).as("seed %d", seed).isTrue();
      assertThat(end.twiceNll()).isGreaterThan(lowest - 1e-6);
      reached += end.twiceNll() < lowest + 1e-6 ? 1 : 0;
    }
    return reached;
  }

  /** A fit from the best point alone may end above the profile, but never below it. */
  @Test
  void noProfileErrorIsTooLarge() {
    for (long seed = 0; seed < 30; seed += 2) {
      FitResult result = FitResult.of(problem(seed), new CancelToken());
      for (int k = 0; k < result.problem().size(); k++) {
        if (result.estimates().get(k).errorHigh() > 0) {
          assertThat(rise(result, k)).isGreaterThan(1 - 1e-4);
        }
      }
    }
  }

  @Test
  void profilesRiseByOneAtTheProfileErrors() {
    BinnedModel model = RandomWorkspaces.large(12, 6).model(null, Interpolation.SMOOTH);
    FitResult result = FitResult.of(model.observed(), new CancelToken());
    for (int k = 0; k < result.problem().size(); k++) {
      assertThat(rise(result, k)).isCloseTo(1, within(1e-6));
      Estimate estimate = result.estimates().get(k);
      double mean = 0.5 * (estimate.errorLow() + estimate.errorHigh());
      assertThat(mean).isCloseTo(estimate.error(), within(0.1 * estimate.error()));
    }
  }

  private static double rise(FitResult result, int k) {
    FitProblem problem = result.problem();
    Estimate estimate = result.estimates().get(k);
    double[] start = result.best().x().clone();
    start[k] = problem.parameters().get(k).internal(estimate.value() + estimate.errorHigh());
    return new Minimiser(problem).minimise(start, k).twiceNll() - result.best().twiceNll();
  }

  /**
   * Where &lambda; is nearly quadratic, a Gaussian constraint moved by one width moves &mu; by
   * their covariance over the width, and a parameter held one error away moves it by the covariance
   * over the error.
   */
  @Test
  void impactsAreCovariances() {
    BinnedModel model = RandomWorkspaces.large(12, 6).model(null, Interpolation.SMOOTH);
    FitProblem problem = model.asimov(model.observed().start());
    FitResult result = FitResult.of(problem, new CancelToken());
    List<Impact> impacts = Impact.of(result, new CancelToken());
    assertThat(impacts).hasSize(6 + 12);
    for (Impact impact : impacts) {
      int k = problem.index(impact.name());
      Prior prior = Objects.requireNonNull(problem.parameters().get(k).prior());
      double covariance = result.hesse().covariance(k, problem.poi());
      assertThat(0.5 * (impact.shiftedHigh() - impact.shiftedLow()))
          .as(impact.name())
          .isCloseTo(covariance / prior.width(), within(2e-3));
      assertThat(0.5 * (impact.postfitHigh() - impact.postfitLow()))
          .isCloseTo(covariance / result.hesse().error(k), within(2e-3));
    }
    for (Pull pull : Pull.of(result)) {
      assertThat(pull.shift()).isCloseTo(0, within(1e-6));
      assertThat(pull.constraint()).isBetween(0.1, 1.0 + 1e-9);
    }
  }
}
