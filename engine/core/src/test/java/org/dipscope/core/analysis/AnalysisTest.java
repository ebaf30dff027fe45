package org.dipscope.core.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.histogram.Axis;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Correlation;
import org.dipscope.core.histogram.CountSpectrum;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.likelihood.LikelihoodSurface;
import org.dipscope.core.likelihood.ParameterGrid;
import org.dipscope.core.likelihood.PointStatus;
import org.dipscope.core.likelihood.SurfaceMinimum;
import org.dipscope.core.likelihood.SurfaceOptions;
import org.dipscope.core.likelihood.SurfaceScan;
import org.dipscope.core.physics.amplitude.CpParity;
import org.dipscope.core.physics.resonance.WidthScheme;
import org.dipscope.core.physics.spectrum.SpectrumGrid;
import org.dipscope.core.physics.spectrum.Templates;
import org.dipscope.core.problem.ProblemException;
import org.dipscope.core.project.CouplingChoice;
import org.dipscope.core.project.Scalar;
import org.dipscope.core.project.ScanParameter;
import org.dipscope.core.project.Scenario;
import org.dipscope.core.project.WidthChoice;
import org.junit.jupiter.api.Test;

class AnalysisTest {
  private static final Binning BINS = Binning.uniform(40, 350, 1350);
  private static final SpectrumGrids GRIDS = new SpectrumGrids();
  private static final FitSettings STATISTICS = FitSettings.DEFAULT.withSystematics(false);

  private static final Scalar FREE_WIDTH =
      new Scalar(
          CpParity.ODD,
          520,
          new WidthChoice.Free(18),
          new CouplingChoice.TypeTwo(1.4),
          WidthScheme.FIXED);

  @Test
  void theMinimumForDataWithoutFluctuationsLiesAtTheTruth() {
    Scenario truth = Scenario.DEFAULT;
    Analysis analysis = Analysis.of(asimov(truth), truth, FitSettings.DEFAULT, GRIDS);
    LikelihoodSurface surface =
        scan(analysis, truth, ScanParameter.MASS, 450, 560, ScanParameter.TAN_BETA, 0.6, 1.8)
            .compute(exact(), Workers.callerOnly(), new CancelToken());
    SurfaceMinimum best = surface.best().orElseThrow();
    assertThat(best.x()).isCloseTo(500, within(0.05));
    assertThat(best.y()).isCloseTo(1, within(1e-3));
    assertThat(analysis.predict(truth).fit().twiceNll()).isCloseTo(0, within(1e-6));
  }

  @Test
  void theExpectedSignificanceIsTheDistanceOfAsimovDataFromBackground() {
    Scenario truth = Scenario.DEFAULT;
    Prediction prediction = Analysis.of(asimov(truth), truth, STATISTICS, GRIDS).predict(truth);
    double z = prediction.expectedSignificance();
    assertThat(z * z).isCloseTo(-prediction.twiceDeltaNll(), within(1e-6 * z * z));
  }

  @Test
  void couplingsFactoredOutGiveTheSpectrumComputedOutright() {
    Scenario scenario = Scenario.DEFAULT.withScalar(FREE_WIDTH);
    assertScanAgrees(scenario, ScanParameter.MASS, 450, 600, ScanParameter.TAN_BETA, 0.5, 12);
    assertScanAgrees(scenario, ScanParameter.MASS, 450, 600, ScanParameter.COUPLING, 0.2, 2);
    assertScanAgrees(scenario, ScanParameter.WIDTH, 5, 60, ScanParameter.TAN_BETA, 0.5, 12);
    assertScanAgrees(
        scenario, ScanParameter.COUPLING, 0.2, 2, ScanParameter.SIGNAL_STRENGTH, 0.2, 4);
    Scalar mixed = FREE_WIDTH.withCoupling(new CouplingChoice.Mixed(0.6, 0.9));
    assertScanAgrees(
        Scenario.DEFAULT.withScalar(mixed),
        ScanParameter.RELATIVE_WIDTH,
        0.01,
        0.2,
        ScanParameter.COUPLING,
        0.2,
        2);
  }

  @Test
  void couplingsThatSetTheWidthHaveASpectrumPerPoint() {
    assertScanAgrees(
        Scenario.DEFAULT, ScanParameter.MASS, 450, 600, ScanParameter.TAN_BETA, 0.5, 12);
    assertScanAgrees(
        Scenario.DEFAULT, ScanParameter.MASS, 450, 600, ScanParameter.SIGNAL_STRENGTH, 0.2, 4);
  }

  @Test
  void aWidthBelowThePartialWidthsIsUnphysical() {
    Scenario narrow = Scenario.DEFAULT.withScalar(FREE_WIDTH);
    Analysis analysis = Analysis.of(asimov(narrow), narrow, STATISTICS, GRIDS);
    LikelihoodSurface surface =
        scan(analysis, narrow, ScanParameter.MASS, 450, 600, ScanParameter.TAN_BETA, 0.4, 4)
            .compute(exact(), Workers.callerOnly(), new CancelToken());
    assertThat(surface.status(0, 0)).isEqualTo(PointStatus.UNPHYSICAL);
    assertThat(surface.status(0, surface.grid().y().count() - 1)).isEqualTo(PointStatus.PHYSICAL);
  }

  @Test
  void parametersThatExcludeEachOtherAreRefused() {
    Analysis analysis = Analysis.of(asimov(Scenario.DEFAULT), Scenario.DEFAULT, STATISTICS, GRIDS);
    assertThatThrownBy(
            () ->
                scan(
                    analysis,
                    Scenario.DEFAULT,
                    ScanParameter.TAN_BETA,
                    1,
                    2,
                    ScanParameter.COUPLING,
                    1,
                    2))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("tan-beta");
  }

  @Test
  void theReconstructedCurveIsThePredictionOverTheBackground() {
    Scenario scenario = Scenario.DEFAULT;
    Curves curves = CurveModel.of(scenario, 350, 1350, GRIDS).curves(scenario);
    SpectrumGrid grid = GRIDS.grid(scenario, BINS);
    double[] background = grid.background(scenario.normalisation(1)).rate();
    Templates effect = grid.predict(scenario.resonances(), scenario.normalisation(1)).total();
    for (int i = 0; i < BINS.count(); i++) {
      double expected = 100 * effect.rate()[i] / background[i];
      double drawn = at(curves.massGeV(), curves.reconstructed(), BINS.centre(i));
      assertThat(drawn).isCloseTo(expected, within(0.06));
    }
  }

  @Test
  void theProducedDipStaysAboveItsFloor() {
    Curves curves = CurveModel.of(Scenario.DEFAULT, 350, 1350, GRIDS).curves(Scenario.DEFAULT);
    for (int i = 0; i < curves.producedMassGeV().size(); i++) {
      assertThat(curves.produced().get(i)).isGreaterThan(curves.floor().get(i));
    }
  }

  private static double at(
      org.dipscope.core.histogram.Values x, org.dipscope.core.histogram.Values y, double value) {
    int right =
        IntStream.range(1, x.size()).filter(i -> x.get(i) >= value).findFirst().orElseThrow();
    double fraction = (value - x.get(right - 1)) / (x.get(right) - x.get(right - 1));
    return y.get(right - 1) + fraction * (y.get(right) - y.get(right - 1));
  }

  private static void assertScanAgrees(
      Scenario scenario,
      ScanParameter x,
      double lowX,
      double highX,
      ScanParameter y,
      double lowY,
      double highY) {
    SpectrumData data = asimov(Scenario.DEFAULT);
    Analysis analysis = Analysis.of(data, scenario, STATISTICS, GRIDS);
    SurfaceScan scan = scan(analysis, scenario, x, lowX, highX, y, lowY, highY);
    for (double part : List.of(0.0, 0.37, 0.81)) {
      double atX = lowX + part * (highX - lowX);
      double atY = lowY + (1 - part) * (highY - lowY);
      Scenario point = scenario.with(x, atX).with(y, atY);
      double outright = analysis.predict(point).fit().twiceNll();
      double scanned = scan.newPointFunction().twiceNll(atX, atY);
      assertThat(scanned).isCloseTo(outright, within(1e-7 * (1 + outright)));
    }
  }

  private static SurfaceScan scan(
      Analysis analysis,
      Scenario scenario,
      ScanParameter x,
      double lowX,
      double highX,
      ScanParameter y,
      double lowY,
      double highY) {
    ParameterGrid grid =
        new ParameterGrid(
            org.dipscope.core.likelihood.Axis.linear(x.label(), x.unit(), lowX, highX, 12),
            org.dipscope.core.likelihood.Axis.linear(y.label(), y.unit(), lowY, highY, 13));
    return analysis.scan(scenario, x, y, grid, Workers.callerOnly(), new CancelToken());
  }

  private static SurfaceOptions exact() {
    return SurfaceOptions.of(SurfaceOptions.Quality.EXACT);
  }

  private static SpectrumData asimov(Scenario truth) {
    SpectrumGrid grid = GRIDS.grid(truth, BINS);
    double[] rate = grid.background(truth.normalisation(truth.luminosityInvFb())).rate();
    Templates effect =
        grid.predict(truth.resonances(), truth.normalisation(truth.luminosityInvFb())).total();
    for (int i = 0; i < rate.length; i++) {
      rate[i] += effect.rate()[i];
    }
    Axis axis = new Axis("m_tt", "GeV", BINS);
    CountSpectrum counts = new CountSpectrum("Asimov", axis, Values.of(rate), 140.0, "");
    return SpectrumData.of(counts, Correlation.DEFAULT, truth.topMassGeV(), "");
  }
}
