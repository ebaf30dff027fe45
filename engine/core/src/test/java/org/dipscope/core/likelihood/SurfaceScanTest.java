package org.dipscope.core.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.physics.spectrum.Templates;
import org.dipscope.core.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SurfaceScanTest {
  private static final Binning BINS = Binning.uniform(25, 340, 1240);
  private static final ParameterGrid MASS_COUPLING =
      new ParameterGrid(
          Axis.linear("mass", "GeV", 400, 1000, 31), Axis.linear("coupling", "", 0, 2, 25));

  private static LikelihoodSurface scan(
      Likelihood likelihood,
      SignalModel model,
      SignalMixing mixing,
      ParameterGrid grid,
      SurfaceOptions.Quality quality) {
    CancelToken token = new CancelToken();
    SurfaceCache cache = SurfaceCache.fill(model, grid, Workers.callerOnly(), token);
    return SurfaceScan.of(likelihood, model, mixing, cache)
        .compute(SurfaceOptions.of(quality), Workers.callerOnly(), token);
  }

  private static SurfaceScan peakDip(double mass, double g, double total, NuisanceSet nuisances) {
    PeakDipSignal model = new PeakDipSignal(BINS, total, 60);
    Likelihood likelihood =
        Likelihood.of(
                PoissonCounts.of(new double[BINS.count()]), BINS, model.background(), nuisances)
            .asimov(model.signal(mass, g));
    SurfaceCache cache =
        SurfaceCache.fill(model, MASS_COUPLING, Workers.callerOnly(), new CancelToken());
    return SurfaceScan.of(likelihood, model, PeakDipSignal.coupling(), cache);
  }

  @ParameterizedTest
  @EnumSource(SurfaceOptions.Quality.class)
  void contoursOfAQuadraticAreItsEllipses(SurfaceOptions.Quality quality) {
    LinearSignal model = new LinearSignal(new double[][] {{1.1, 0.4}, {-0.3, 0.7}}, 1.23, -0.77);
    ParameterGrid grid =
        new ParameterGrid(Axis.linear("x", "", -4, 6, 41), Axis.linear("y", "", -8, 6, 37));
    LikelihoodSurface surface = scan(model.likelihood(), model, SignalMixing.unit(), grid, quality);

    SurfaceMinimum best = surface.best().orElseThrow();
    assertThat(surface.minima()).hasSize(1);
    assertThat(best.x()).isCloseTo(1.23, within(1e-4));
    assertThat(best.y()).isCloseTo(-0.77, within(1e-4));
    assertThat(surface.reference()).isCloseTo(0, within(1e-8));
    assertThat(surface.contours()).hasSize(3);
    for (Contour contour : surface.contours()) {
      assertThat(contour.lines()).hasSize(1);
      Polyline line = contour.lines().get(0);
      assertThat(line.isClosed()).isTrue();
      assertThat(line.size()).isGreaterThan(12);
      for (int i = 0; i < line.size(); i++) {
        assertThat(model.delta(line.x()[i], line.y()[i])).isCloseTo(contour.level(), within(1e-3));
      }
    }
    for (int ix = 0; ix < 41; ix++) {
      assertThat(surface.delta(ix, 5))
          .isCloseTo(model.delta(grid.x().value(ix), grid.y().value(5)), within(1e-8));
    }
  }

  @Test
  void profileOfAQuadraticIsTheParabolaWithTheFullVariance() {
    LinearSignal model = new LinearSignal(new double[][] {{1.1, 0.4}, {-0.3, 0.7}}, 1.23, -0.77);
    ParameterGrid grid =
        new ParameterGrid(Axis.linear("x", "", -1, 3, 21), Axis.linear("y", "", -6, 5, 37));
    LikelihoodSurface surface =
        scan(model.likelihood(), model, SignalMixing.unit(), grid, SurfaceOptions.Quality.PREVIEW);
    double determinant = 1.1 * 0.7 + 0.3 * 0.4;
    double inverseVariance = determinant * determinant / (0.4 * 0.4 + 0.7 * 0.7);
    for (int ix = 0; ix < 21; ix++) {
      double distance = grid.x().value(ix) - 1.23;
      assertThat(surface.profileX().delta()[ix])
          .isCloseTo(inverseVariance * distance * distance, within(1e-8));
      assertThat(surface.profileX().isDefined()[ix]).isTrue();
    }
  }

  @Test
  void aContourSmallerThanACellIsStillFound() {
    LinearSignal model = new LinearSignal(new double[][] {{60, 25}, {-18, 70}}, 1.23, -0.77);
    ParameterGrid grid =
        new ParameterGrid(Axis.linear("x", "", -4, 6, 41), Axis.linear("y", "", -8, 6, 37));
    for (SurfaceOptions.Quality quality :
        List.of(SurfaceOptions.Quality.INTERPOLATED, SurfaceOptions.Quality.EXACT)) {
      LikelihoodSurface surface =
          scan(model.likelihood(), model, SignalMixing.unit(), grid, quality);
      for (Contour contour : surface.contours()) {
        assertThat(contour.lines()).hasSize(1);
        Polyline line = contour.lines().get(0);
        assertThat(line.isClosed()).isTrue();
        assertThat(line.size()).isGreaterThan(12);
        for (int i = 0; i < line.size(); i++) {
          assertThat(model.delta(line.x()[i], line.y()[i]))
              .isCloseTo(contour.level(), within(1e-3));
        }
      }
    }
  }

  /**
   * In a counting experiment X = g&#8308;S &minus; g&sup2;I vanishes at g = 0 and at g&sup2; = I/S:
   * background-like data have two equally good minima.
   */
  @Test
  void competitionOfTheTwoPowersOfTheCouplingGivesTwoMinima() {
    Binning one = Binning.of(400, 600);
    SignalModel model =
        new SignalModel() {
          @Override
          public int binCount() {
            return 1;
          }

          @Override
          public int componentCount() {
            return 2;
          }

          @Override
          public boolean dependsOnX() {
            return false;
          }

          @Override
          public boolean dependsOnY() {
            return false;
          }

          @Override
          public SignalEvaluator newEvaluator() {
            return (x, y, into) -> {
              into[0].rate()[0] = 40;
              into[1].rate()[0] = -60;
            };
          }
        };
    SignalMixing mixing =
        (g, bias, into) -> {
          into[0] = g * g * g * g * (1 + bias * bias);
          into[1] = g * g;
          return PointStatus.PHYSICAL;
        };
    Likelihood likelihood =
        Likelihood.of(
            PoissonCounts.of(100),
            one,
            new Templates(new double[] {100}, new double[1], new double[1]),
            NuisanceSet.statisticsOnly());
    ParameterGrid grid =
        new ParameterGrid(Axis.linear("g", "", 0, 2, 41), Axis.linear("bias", "", -1, 1, 20));
    LikelihoodSurface surface = scan(likelihood, model, mixing, grid, SurfaceOptions.Quality.EXACT);
    assertThat(surface.minima().size()).isGreaterThanOrEqualTo(2);
    assertThat(surface.minima()).anyMatch(m -> m.x() < 1e-3 && m.delta() < 1e-6);
    assertThat(surface.minima())
        .anyMatch(
            m ->
                Math.abs(m.x() * m.x() * (1 + m.y() * m.y()) - 1.5) < 1e-3
                    && m.delta() < 1e-6
                    && m.depth() > 1);
  }

  @Test
  void injectedPointIsTheMinimumWithAndWithoutNuisances() {
    for (NuisanceSet nuisances : List.of(NuisanceSet.statisticsOnly(), NuisanceSet.standard())) {
      LikelihoodSurface surface =
          peakDip(613, 1.1, 4e5, nuisances)
              .compute(
                  SurfaceOptions.of(SurfaceOptions.Quality.EXACT),
                  Workers.callerOnly(),
                  new CancelToken());
      SurfaceMinimum best = surface.best().orElseThrow();
      assertThat(best.x()).isCloseTo(613, within(0.1));
      assertThat(best.y()).isCloseTo(1.1, within(1e-3));
      assertThat(best.delta()).isZero();
      assertThat(surface.reference()).isCloseTo(0, within(1e-6));
      for (double delta : surface.deltas()) {
        assertThat(delta).isFinite().isGreaterThanOrEqualTo(-1e-9);
      }
    }
  }

  @Test
  void contourVerticesMeetTheLevelWhenEvaluatedAgain() {
    SurfaceScan scan = peakDip(613, 1.1, 2e4, NuisanceSet.standard());
    LikelihoodSurface surface =
        scan.compute(
            SurfaceOptions.of(SurfaceOptions.Quality.EXACT),
            Workers.callerOnly(),
            new CancelToken());
    SurfaceScan.PointFunction function = scan.newPointFunction();
    int vertices = 0;
    for (Contour contour : surface.contours()) {
      for (Polyline line : contour.lines()) {
        for (int i = 0; i < line.size(); i++) {
          double delta = function.twiceNll(line.x()[i], line.y()[i]) - surface.reference();
          assertThat(delta).isCloseTo(contour.level(), within(1e-3));
          vertices++;
        }
      }
    }
    assertThat(vertices).isGreaterThan(50);
  }

  @Test
  void nuisancesNeverRaiseAPoint() {
    SurfaceScan with = peakDip(613, 1.1, 1e5, NuisanceSet.standard());
    SurfaceScan without = peakDip(613, 1.1, 1e5, NuisanceSet.statisticsOnly());
    SurfaceScan.PointFunction profiled = with.newPointFunction();
    SurfaceScan.PointFunction fixed = without.newPointFunction();
    for (double g = 0; g < 2; g += 0.1) {
      assertThat(profiled.twiceNll(500, g)).isLessThanOrEqualTo(fixed.twiceNll(500, g) + 1e-12);
    }
  }

  @Test
  void anyNumberOfWorkersGivesTheSameBits() {
    SurfaceScan scan = peakDip(613, 1.1, 2e4, NuisanceSet.standard());
    SurfaceOptions options = SurfaceOptions.of(SurfaceOptions.Quality.INTERPOLATED);
    LikelihoodSurface serial = scan.compute(options, Workers.callerOnly(), new CancelToken());
    try (ExecutorService executor =
        Executors.newFixedThreadPool(3, Thread.ofPlatform().name("surface-test-", 0).factory())) {
      LikelihoodSurface parallel =
          scan.compute(options, Workers.of(executor, 4), new CancelToken());
      assertThat(parallel.deltas()).isEqualTo(serial.deltas());
      assertThat(parallel.reference()).isEqualTo(serial.reference());
      assertThat(parallel.minima()).isEqualTo(serial.minima());
      assertThat(parallel.profileX().delta()).isEqualTo(serial.profileX().delta());
      for (int i = 0; i < 3; i++) {
        List<Polyline> a = serial.contours().get(i).lines();
        List<Polyline> b = parallel.contours().get(i).lines();
        assertThat(b).hasSameSizeAs(a);
        for (int j = 0; j < a.size(); j++) {
          assertThat(b.get(j).x()).isEqualTo(a.get(j).x());
          assertThat(b.get(j).y()).isEqualTo(a.get(j).y());
        }
      }
    }
  }

  @Test
  void aBusyExecutorOnlyMakesItSlower() {
    SurfaceScan scan = peakDip(613, 1.1, 2e4, NuisanceSet.statisticsOnly());
    SurfaceOptions options = SurfaceOptions.of(SurfaceOptions.Quality.PREVIEW);
    Workers neverStarting = Workers.of(task -> {}, 3);
    assertThat(scan.compute(options, neverStarting, new CancelToken()).minima()).isNotEmpty();
  }

  @Test
  void cancellingStopsTheScan() {
    SurfaceScan scan = peakDip(613, 1.1, 2e4, NuisanceSet.standard());
    CancelToken token = new CancelToken();
    token.cancel();
    SurfaceOptions options = SurfaceOptions.of(SurfaceOptions.Quality.EXACT);
    assertThatThrownBy(() -> scan.compute(options, Workers.callerOnly(), token))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void unphysicalAndIncomputablePointsAreMarkedBesideFiniteValues() {
    LinearSignal model = new LinearSignal(new double[][] {{1, 0}, {0, 1}}, 0, 0);
    SignalMixing mixing =
        (x, y, into) -> {
          into[0] = 1;
          return x < -2
              ? PointStatus.INCOMPUTABLE
              : y > -1 ? PointStatus.UNPHYSICAL : PointStatus.PHYSICAL;
        };
    ParameterGrid grid =
        new ParameterGrid(Axis.linear("x", "", -4, 4, 33), Axis.linear("y", "", -4, 4, 33));
    LikelihoodSurface surface =
        scan(model.likelihood(), model, mixing, grid, SurfaceOptions.Quality.EXACT);
    SurfaceMinimum best = surface.best().orElseThrow();
    assertThat(best.x()).isCloseTo(0, within(1e-3));
    assertThat(best.y()).isCloseTo(-1, within(1e-4));
    assertThat(best.isOnBorder()).isTrue();
    assertThat(surface.status(0, 0)).isEqualTo(PointStatus.INCOMPUTABLE);
    assertThat(surface.status(20, 32)).isEqualTo(PointStatus.UNPHYSICAL);
    assertThat(surface.profileX().isDefined()[0]).isFalse();
    assertThat(surface.deltas()).doesNotContain(Double.NaN, Double.POSITIVE_INFINITY);
    assertThat(surface.delta(16, 16)).isCloseTo(-1, within(1e-3));
    assertThat(surface.contours().get(0).lines()).isNotEmpty();
  }

  /** The closest point of x + 2y &lt; &minus;3 to the origin is (&minus;0.6, &minus;1.2). */
  @Test
  void aMinimumCutOffByASlantedBorderIsFoundOnIt() {
    LinearSignal model = new LinearSignal(new double[][] {{1, 0}, {0, 1}}, 0, 0);
    SignalMixing mixing =
        (x, y, into) -> {
          into[0] = 1;
          return x + 2 * y < -3 ? PointStatus.PHYSICAL : PointStatus.UNPHYSICAL;
        };
    ParameterGrid grid =
        new ParameterGrid(Axis.linear("x", "", -4, 4, 12), Axis.linear("y", "", -4, 4, 15));
    LikelihoodSurface surface =
        scan(model.likelihood(), model, mixing, grid, SurfaceOptions.Quality.EXACT);
    assertThat(surface.minima()).hasSize(1);
    SurfaceMinimum best = surface.best().orElseThrow();
    assertThat(best.x()).isCloseTo(-0.6, within(5e-3));
    assertThat(best.y()).isCloseTo(-1.2, within(5e-3));
    assertThat(best.isOnBorder()).isTrue();
    assertThat(surface.reference()).isCloseTo(1.8, within(1e-5));
  }

  /** &lambda; = (x&sup2; &minus; 1)&sup2; + (y + 0.1 x)&sup2; has wells at &plusmn;1, depth 1. */
  @Test
  void depthIsTheRiseToTheSaddle() {
    SignalModel model =
        twoBins(
            (x, y, into) -> {
              into[0].rate()[0] = x * x - 1;
              into[0].rate()[1] = y + 0.1 * x;
            });
    ParameterGrid grid =
        new ParameterGrid(Axis.linear("x", "", -2, 2, 41), Axis.linear("y", "", -2, 2, 41));
    LikelihoodSurface surface =
        scan(
            new LinearSignal(new double[2][2], 0, 0).likelihood(),
            model,
            SignalMixing.unit(),
            grid,
            SurfaceOptions.Quality.EXACT);
    assertThat(surface.minima()).hasSize(2);
    assertThat(surface.minima().get(1).depth()).isCloseTo(1, within(1e-3));
    assertThat(surface.minima()).allMatch(m -> Math.abs(Math.abs(m.x()) - 1) < 1e-3);
    assertThat(surface.minima()).allMatch(m -> Math.abs(m.y() + 0.1 * m.x()) < 1e-3);
    assertThat(surface.contours().get(0).lines()).hasSize(1);
  }

  /** &lambda; = 1.5 + xy: at a saddle cell the lines must stay in their own quadrants. */
  @ParameterizedTest
  @EnumSource(SurfaceOptions.Quality.class)
  void linesAtASaddleDoNotJump(SurfaceOptions.Quality quality) {
    SignalModel model = twoBins((x, y, into) -> into[0].rate()[0] = Math.sqrt(1.5 + x * y));
    ParameterGrid grid =
        new ParameterGrid(Axis.linear("x", "", -1, 1, 4), Axis.linear("y", "", -1, 1, 4));
    CancelToken token = new CancelToken();
    SurfaceCache cache = SurfaceCache.fill(model, grid, Workers.callerOnly(), token);
    LikelihoodSurface surface =
        SurfaceScan.of(
                new LinearSignal(new double[2][2], 0, 0).likelihood(),
                model,
                SignalMixing.unit(),
                cache)
            .compute(new SurfaceOptions(List.of(0.95, 1.05), quality), Workers.callerOnly(), token);
    for (int i = 0; i < 2; i++) {
      double product = i == 0 ? -0.05 : 0.05;
      assertThat(surface.contours().get(i).lines()).hasSize(2);
      for (Polyline line : surface.contours().get(i).lines()) {
        assertThat(line.isClosed()).isFalse();
        for (int k = 0; k < line.size(); k++) {
          assertThat(line.x()[k] * line.y()[k]).isCloseTo(product, within(0.01));
          assertThat(Math.signum(line.x()[k])).isEqualTo(Math.signum(line.x()[0]));
        }
      }
    }
  }

  @Property(tries = 25)
  void everyGridValueIsThatOfThePlainFormulas(@ForAll long seed) {
    RandomModels random = new RandomModels(seed);
    int bins = random.binning.count();
    SignalModel model = new PeakDipSignal(random.binning, 1e4, 60);
    Templates background = new PeakDipSignal(random.binning, 1e4, 60).background();
    double[] counts = new double[bins];
    for (int i = 0; i < bins; i++) {
      counts[i] = Math.rint(background.rate()[i] * (1 + 0.02 * random.random.nextGaussian()));
    }
    Likelihood likelihood =
        Likelihood.of(
            PoissonCounts.of(counts), random.binning, background, NuisanceSet.statisticsOnly());
    PlainLikelihood plain =
        new PlainLikelihood(counts, random.binning, background, NuisanceSet.statisticsOnly());
    ParameterGrid grid =
        new ParameterGrid(
            Axis.linear("mass", "GeV", 400, 900, 9), Axis.linear("coupling", "", 0, 1.5, 8));
    LikelihoodSurface surface =
        scan(
            likelihood, model, PeakDipSignal.coupling(), grid, SurfaceOptions.Quality.INTERPOLATED);
    PeakDipSignal signals = new PeakDipSignal(random.binning, 1e4, 60);
    for (int ix = 0; ix < 9; ix++) {
      for (int iy = 0; iy < 8; iy++) {
        double expected = plain.twiceNll(signals.signal(grid.x().value(ix), grid.y().value(iy)));
        assertThat(surface.delta(ix, iy) + surface.reference())
            .isCloseTo(expected, within(1e-8 * (1 + expected)));
        assertThat(surface.delta(ix, iy)).isGreaterThanOrEqualTo(0);
      }
    }
  }

  @Test
  void aFailingModelFailsTheScanOnce() {
    SignalModel model =
        twoBins(
            (x, y, into) -> {
              throw new IllegalStateException("no spectrum");
            });
    ParameterGrid grid =
        new ParameterGrid(Axis.linear("x", "", -2, 2, 8), Axis.linear("y", "", -2, 2, 8));
    assertThatThrownBy(
            () -> SurfaceCache.fill(model, grid, Workers.callerOnly(), new CancelToken()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no spectrum");
  }

  @Test
  void aFlatSurfaceHasOneMinimumAndNoContours() {
    LinearSignal model = new LinearSignal(new double[][] {{0, 0}, {0, 0}}, 0, 0);
    ParameterGrid grid =
        new ParameterGrid(Axis.linear("x", "", -4, 4, 5), Axis.linear("y", "", -4, 4, 2));
    for (SurfaceOptions.Quality quality : SurfaceOptions.Quality.values()) {
      LikelihoodSurface surface =
          scan(model.likelihood(), model, SignalMixing.unit(), grid, quality);
      assertThat(surface.minima()).hasSize(1);
      assertThat(surface.deltas()).containsOnly(0);
      assertThat(surface.contours()).allMatch(contour -> contour.lines().isEmpty());
    }
  }

  @Test
  void withoutAnyComputablePointTheSurfaceIsEmptyNotBroken() {
    LinearSignal model = new LinearSignal(new double[][] {{Double.NaN, 0}, {0, 1}}, 0, 0);
    ParameterGrid grid =
        new ParameterGrid(Axis.linear("x", "", -4, 4, 5), Axis.linear("y", "", -4, 4, 6));
    LikelihoodSurface surface =
        scan(model.likelihood(), model, SignalMixing.unit(), grid, SurfaceOptions.Quality.EXACT);
    assertThat(surface.minima()).isEmpty();
    assertThat(surface.deltas()).containsOnly(0);
    assertThat(surface.profileY().isDefined()).containsOnly(false);
    assertThat(surface.contours()).allMatch(contour -> contour.lines().isEmpty());
  }

  @Test
  void upsampledPreviewKeepsTheRangeOfTheGrid() {
    LikelihoodSurface surface =
        peakDip(613, 1.1, 2e4, NuisanceSet.statisticsOnly())
            .compute(
                SurfaceOptions.of(SurfaceOptions.Quality.PREVIEW),
                Workers.callerOnly(),
                new CancelToken());
    double[] fine = surface.upsampled(61, 49);
    assertThat(fine).hasSize(61 * 49);
    assertThat(fine[0]).isEqualTo(surface.delta(0, 0));
    assertThat(fine[2 * 61 + 2]).isCloseTo(surface.delta(1, 1), within(1e-9));
    assertThat(surface.grid().coarsened(16, 100).size()).isEqualTo(16 * 25);
  }

  @Test
  void aLogarithmicAxisRunsThroughItsEnds() {
    Axis axis = Axis.logarithmic("tan beta", "", 0.4, 10, 33);
    assertThat(axis.value(0)).isEqualTo(0.4);
    assertThat(axis.value(32)).isEqualTo(10);
    assertThat(axis.value(axis.position(1.7))).isCloseTo(1.7, within(1e-12));
    assertThatThrownBy(() -> Axis.logarithmic("tan beta", "", 0, 10, 33))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("tan beta");
    assertThatThrownBy(() -> Axis.linear("mass", "GeV", 400, 400, 33))
        .isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> Axis.linear("mass", "GeV", 400, 500, 1))
        .isInstanceOf(ProblemException.class);
  }

  private static SignalModel twoBins(SignalEvaluator evaluator) {
    return new SignalModel() {
      @Override
      public int binCount() {
        return 2;
      }

      @Override
      public int componentCount() {
        return 1;
      }

      @Override
      public boolean dependsOnX() {
        return true;
      }

      @Override
      public boolean dependsOnY() {
        return true;
      }

      @Override
      public SignalEvaluator newEvaluator() {
        return evaluator;
      }
    };
  }
}
