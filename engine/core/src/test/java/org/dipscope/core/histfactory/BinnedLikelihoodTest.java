package org.dipscope.core.histfactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.dipscope.core.fit.FitParameter;
import org.dipscope.core.fit.FitPoint;
import org.dipscope.core.fit.FitProblem;
import org.dipscope.core.fit.FitSearch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinnedLikelihoodTest {

  /** A point inside the bounds, away from kinks. */
  private static double[] point(FitProblem problem, long seed) {
    Random random = new Random(seed);
    double[] x = problem.start();
    for (int k = 0; k < x.length; k++) {
      FitParameter p = problem.parameters().get(k);
      Object prior = p.prior();
      double width = prior == null ? 0.3 : 0.8 * (p.name().startsWith("alpha") ? 1 : 0.05);
      double shifted = x[k] + width * random.nextGaussian();
      x[k] = p.fixed() ? x[k] : Math.clamp(shifted, p.internal(p.low()) + 0.05, p.high());
      x[k] = Math.abs(x[k]) < 1e-3 ? 0.01 : x[k];
    }
    return x;
  }

  private static BinnedModel model(long seed) {
    Interpolation codes =
        seed % 3 == 0
            ? Interpolation.PIECEWISE
            : seed % 3 == 1 ? Interpolation.SMOOTH : new Interpolation(false, true);
    return RandomWorkspaces.of(seed).model(null, codes);
  }

  @Property(tries = 150)
  void valuesAreThoseOfThePlainFormula(@ForAll @LongRange(min = 0, max = 1 << 30) long seed) {
    BinnedModel model = model(seed);
    FitProblem problem = model.observed();
    double[] x = point(problem, seed + 1);
    Interpolation codes =
        seed % 3 == 0
            ? Interpolation.PIECEWISE
            : seed % 3 == 1 ? Interpolation.SMOOTH : new Interpolation(false, true);
    PlainModel plain = new PlainModel(RandomWorkspaces.of(seed), codes);
    List<String> names = problem.parameters().stream().map(FitParameter::name).toList();
    double expected = plain.twiceNll(names, problem.values(x));
    assertThat(problem.objective().value(x)).isCloseTo(expected, within(1e-9 * (1 + expected)));
  }

  @Property(tries = 60)
  void derivativesAreThoseOfTheValue(@ForAll @LongRange(min = 0, max = 1 << 30) long seed) {
    FitProblem problem = model(seed).observed();
    int n = problem.size();
    double[] x = point(problem, seed + 1);
    double[] gradient = new double[n];
    double[] hessian = new double[n * n];
    problem.objective().evaluate(x, gradient, hessian);
    double[] above = new double[n];
    double[] below = new double[n];
    for (int k = 0; k < n; k++) {
      double h = 1e-5;
      double[] shifted = x.clone();
      shifted[k] = x[k] + h;
      double high = problem.objective().evaluate(shifted, above, new double[n * n]);
      shifted[k] = x[k] - h;
      double low = problem.objective().evaluate(shifted, below, new double[n * n]);
      assertThat(gradient[k])
          .isCloseTo((high - low) / (2 * h), within(1e-4 * (1 + Math.abs(gradient[k]))));
      for (int l = 0; l < n; l++) {
        double size = Math.abs(hessian[k * n + k]) + Math.abs(hessian[l * n + l]);
        assertThat(hessian[k * n + l])
            .as("%s %s", problem.parameters().get(k).name(), problem.parameters().get(l).name())
            .isCloseTo((above[l] - below[l]) / (2 * h), within(1e-4 * (1 + size)));
        assertThat(hessian[k * n + l]).isEqualTo(hessian[l * n + k]);
      }
    }
  }

  /** A signal strength of 0 makes a factor 0, where no derivative may divide by it. */
  @Property(tries = 30)
  void derivativesSurviveFactorsOfZero(@ForAll @LongRange(min = 0, max = 1 << 30) long seed) {
    FitProblem problem = model(seed).observed();
    int n = problem.size();
    double[] x = point(problem, seed);
    x[problem.index("mu")] = 0;
    double[] near = x.clone();
    near[problem.index("mu")] = 1e-9;
    double[] gradient = new double[n];
    double[] hessian = new double[n * n];
    double[] gradientNear = new double[n];
    double[] hessianNear = new double[n * n];
    problem.objective().evaluate(x, gradient, hessian);
    problem.objective().evaluate(near, gradientNear, hessianNear);
    for (int i = 0; i < hessian.length; i++) {
      assertThat(hessian[i])
          .isCloseTo(hessianNear[i], within(1e-5 * (1 + Math.abs(hessianNear[i]))));
    }
  }

  /** twiceNll of pyhf with all constants: docstrings of src/pyhf/infer/mle.py, version 0.7. */
  @Test
  void absoluteValuesAreThoseOfPyhf(@TempDir Path folder) {
    BinnedModel model =
        TestModels.read(
                folder,
                TestModels.json("reference.json")
                    .get("tests")
                    .valueStream()
                    .filter(t -> t.get("name").asString().equals("uncorrelated_background"))
                    .findFirst()
                    .orElseThrow()
                    .get("workspace")
                    .toString())
            .model(null, Interpolation.SMOOTH);
    BinnedLikelihood likelihood = model.likelihood(model.data());
    FitPoint best = FitSearch.lowest(model.observed(), new org.dipscope.core.compute.CancelToken());

    assertThat(best.twiceNll() + likelihood.saturatedTwiceNll())
        .isCloseTo(24.98393521, within(1e-7));
    assertThat(likelihood.value(new double[] {1, 1, 1}) + likelihood.saturatedTwiceNll())
        .isCloseTo(30.77525435, within(1e-7));
    assertThat(best.x()[1]).isCloseTo(1.0030512, within(1e-5));
    assertThat(best.x()[2]).isCloseTo(0.96266961, within(2e-5));
  }

  @Property(tries = 60)
  void asimovDataAreFittedAtTheirTruth(@ForAll @LongRange(min = 0, max = 1 << 30) long seed) {
    BinnedModel model = model(seed);
    double[] truth = model.observed().start();
    FitProblem asimov = model.asimov(truth);
    assertThat(asimov.objective().value(truth)).isCloseTo(0, within(1e-10));
  }
}
