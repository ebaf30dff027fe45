package org.dipscope.core.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.dipscope.core.analysis.BlindSpotMap.Sight;
import org.dipscope.core.bump.KnownEstimator;
import org.dipscope.core.bump.ProfileEstimator;
import org.dipscope.core.bump.SearchStart;
import org.dipscope.core.bump.SignalWidths;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.figure.Column;
import org.dipscope.core.figure.Mark;
import org.dipscope.core.histogram.Axis;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Correlation;
import org.dipscope.core.histogram.CountSpectrum;
import org.dipscope.core.histogram.MeasuredSpectrum;
import org.dipscope.core.histogram.TotalErrors;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.likelihood.ParameterGrid;
import org.dipscope.core.likelihood.PointStatus;
import org.dipscope.core.likelihood.SurfaceScan;
import org.dipscope.core.physics.amplitude.CpParity;
import org.dipscope.core.problem.ProblemException;
import org.dipscope.core.project.MassInterval;
import org.dipscope.core.project.Scalar;
import org.dipscope.core.project.ScanParameter;
import org.dipscope.core.project.Scenario;
import org.junit.jupiter.api.Test;

class BlindSpotsTest {
  private static final Binning BINS = Binning.uniform(40, 350, 1350);
  private static final SpectrumGrids GRIDS = new SpectrumGrids();
  private static final SignalWidths WIDE = new SignalWidths(Values.of(1, 2, 3, 4), true, false);
  private static final KnownEstimator KNOWN = new KnownEstimator(SignalWidths.ONE_BIN);
  private static final BumpHunt KNOWING = new BumpHunt("known background", KNOWN, KNOWN, true);
  private static final ProfileEstimator PROFILE = new ProfileEstimator(SignalWidths.ONE_BIN, null);
  private static final BumpHunt FITTING = new BumpHunt("profile", PROFILE, PROFILE, false);

  private static Analysis analysis(
      Scenario scenario, boolean systematics, Values counts, List<MassInterval> masks) {
    CountSpectrum spectrum =
        new CountSpectrum("counts", new Axis("m_tt", "GeV", BINS), counts, 140.0, "");
    SpectrumData data =
        SpectrumData.of(spectrum, Correlation.DEFAULT, scenario.topMassGeV(), "", masks);
    return Analysis.of(data, scenario, FitSettings.DEFAULT.withSystematics(systematics), GRIDS);
  }

  private static Analysis nothingObserved(Scenario scenario) {
    return analysis(scenario, false, Values.constant(BINS.count(), 0), List.of());
  }

  private static SurfaceScan scan(Analysis analysis, Scenario scenario) {
    ParameterGrid grid =
        new ParameterGrid(
            org.dipscope.core.likelihood.Axis.linear("mass", "GeV", 500, 800, 7),
            org.dipscope.core.likelihood.Axis.linear("tan β", "", 0.5, 2.5, 5));
    return analysis.scan(
        scenario,
        ScanParameter.MASS,
        ScanParameter.TAN_BETA,
        grid,
        Workers.callerOnly(),
        new CancelToken());
  }

  private static BlindSpotMap map(SurfaceScan scan, BumpHunt hunt, boolean fitted) {
    CancelToken token = new CancelToken();
    return BlindSpots.of(scan, hunt, fitted, token)
        .map(100, Workers.callerOnly(), token, part -> {});
  }

  private static Values fluctuating(Analysis like) {
    Random random = new Random(11);
    double[] rate = like.likelihood().nominalRate(like.likelihood().noSignal());
    for (int i = 0; i < rate.length; i++) {
      rate[i] = Math.rint(rate[i] + Math.sqrt(rate[i]) * random.nextGaussian());
    }
    return Values.of(rate);
  }

  @Test
  void aHuntThatKnowsTheBackgroundNeverSeesMoreThanAllThereIs() {
    for (CpParity cp : CpParity.values()) {
      Scenario scenario =
          Scenario.DEFAULT.withScalar(
              new Scalar(
                  cp,
                  500,
                  Scenario.DEFAULT.scalar().width(),
                  Scenario.DEFAULT.scalar().coupling(),
                  Scenario.DEFAULT.scalar().scheme()));
      SurfaceScan scan = scan(nothingObserved(scenario), scenario);
      KnownEstimator wide = new KnownEstimator(WIDE);
      for (BumpHunt hunt : List.of(KNOWING, new BumpHunt("wide", wide, wide, true))) {
        BlindSpotMap map = map(scan, hunt, false);
        assertThat(map.points())
            .hasSize(35)
            .allSatisfy(
                point -> {
                  assertThat(point.bumpZ()).isLessThanOrEqualTo(point.expectedZ());
                  assertThat(-point.dipZ()).isLessThanOrEqualTo(point.expectedZ());
                });
        assertThat(map.search().low()).isEqualTo(350);
      }
    }
  }

  @Test
  void interferenceThatKillsThePeakBlindsAHuntThatWouldSeeThePeak() {
    Scenario dip = Scenario.DEFAULT.edit().resolution(0.04).done();
    BlindSpotMap.Point interfering =
        map(scan(nothingObserved(dip), dip), FITTING, false).between(800, 1);
    assertThat(interfering.expectedZ()).isGreaterThan(5);
    assertThat(interfering.bumpZ()).isLessThan(BlindSpotMap.NOTICED);
    assertThat(interfering.dipZ()).isLessThan(-interfering.bumpZ());
    assertThat(interfering.bumpMass()).isGreaterThan(875);
    assertThat(interfering.sight()).isEqualTo(Sight.BLIND_SPOT);

    Scenario peak = dip.edit().kInterference(0.0).done();
    BlindSpotMap.Point alone =
        map(scan(nothingObserved(peak), peak), FITTING, false).between(800, 1);
    assertThat(alone.expectedZ()).isGreaterThan(5);
    assertThat(alone.bumpZ()).isGreaterThan(3);
    assertThat(alone.bumpMass()).isCloseTo(800, within(0.04 * 800));
    assertThat(alone.sight()).isEqualTo(Sight.BOTH);
  }

  @Test
  void theExpectedZIsTheKeyNumberOfTheSamePoint() {
    for (boolean systematics : List.of(false, true)) {
      Values counts = fluctuating(nothingObserved(Scenario.DEFAULT));
      Analysis analysis = analysis(Scenario.DEFAULT, systematics, counts, List.of());
      BlindSpotMap map = map(scan(analysis, Scenario.DEFAULT), KNOWING, true);
      for (double mass : List.of(500.0, 700.0)) {
        Scenario point =
            Scenario.DEFAULT.with(ScanParameter.MASS, mass).with(ScanParameter.TAN_BETA, 1);
        double expected = analysis.predict(point).expectedSignificance();
        assertThat(map.between(mass, 1).expectedZ()).isCloseTo(expected, within(1e-4 * expected));
      }
    }
  }

  @Test
  void theHuntBeginsWhereItsBackgroundDescribesTopPairs() {
    BlindSpotMap.Search search =
        map(scan(nothingObserved(Scenario.DEFAULT), Scenario.DEFAULT), FITTING, false).search();
    assertThat(search.start()).isTrue();
    assertThat(search.low()).isBetween(450.0, 650.0);
    assertThat(search.high()).isEqualTo(1350);
    assertThat(search.bins()).isGreaterThanOrEqualTo(SearchStart.FEWEST_BINS);
    assertThat(search.spuriousZ()).isBetween(0.1, SearchStart.LARGEST_SPURIOUS_Z);
  }

  @Test
  void betweenThePointsOfTheScanSpectraAreInterpolated() {
    SurfaceScan scan = scan(nothingObserved(Scenario.DEFAULT), Scenario.DEFAULT);
    CancelToken token = new CancelToken();
    BlindSpots spots = BlindSpots.of(scan, KNOWING, false, token);
    double[] done = new double[1];
    BlindSpotMap coarse = spots.map(4, Workers.callerOnly(), token, part -> done[0] = part);
    assertThat(coarse.grid().x().count()).isEqualTo(4);
    assertThat(done[0]).isEqualTo(1);
    BlindSpotMap full = spots.map(100, Workers.callerOnly(), token, part -> {});
    assertThat(coarse.at(3, 3)).isEqualTo(full.at(6, 4));
    assertThat(coarse.at(1, 0).expectedZ())
        .isCloseTo(full.at(2, 0).expectedZ(), within(1e-9 * full.at(2, 0).expectedZ()));
    assertThat(full.between(2000, 1).status()).isEqualTo(PointStatus.INCOMPUTABLE);
  }

  @Test
  void maskedBinsAreNotSearched() {
    List<MassInterval> masks = List.of(new MassInterval(350, 500), new MassInterval(600, 700));
    Values none = Values.constant(BINS.count(), 0);
    Analysis analysis = analysis(Scenario.DEFAULT, false, none, masks);
    BlindSpotMap map = map(scan(analysis, Scenario.DEFAULT), KNOWING, false);
    assertThat(map.search().low()).isEqualTo(500);
    assertThat(map.points())
        .allSatisfy(
            point -> {
              assertThat(point.bumpMass()).isGreaterThan(500);
              assertThat(point.bumpMass()).matches(mass -> mass < 600 || mass > 700);
            });
  }

  @Test
  void aMeasuredCrossSectionHasNoMap() {
    Values ones = Values.constant(BINS.count(), 1);
    MeasuredSpectrum measured =
        new MeasuredSpectrum(
            "measured",
            new Axis("m_tt", "GeV", BINS),
            "pb/GeV",
            false,
            ones,
            new TotalErrors(ones, ones),
            "");
    SpectrumData data = SpectrumData.of(measured, Correlation.DEFAULT, 172.5, "");
    Analysis analysis = Analysis.of(data, Scenario.DEFAULT, FitSettings.DEFAULT, GRIDS);
    SurfaceScan scan = scan(analysis, Scenario.DEFAULT);
    assertThatThrownBy(() -> map(scan, KNOWING, true))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("event counts");
  }

  @Test
  void itStopsWhenCancelled() {
    SurfaceScan scan = scan(nothingObserved(Scenario.DEFAULT), Scenario.DEFAULT);
    CancelToken token = new CancelToken();
    BlindSpots spots = BlindSpots.of(scan, KNOWING, false, token);
    assertThatThrownBy(() -> spots.map(100, Workers.callerOnly(), token, part -> token.cancel()))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void theFigureNamesWhatItShows() {
    BlindSpotMap map =
        map(scan(nothingObserved(Scenario.DEFAULT), Scenario.DEFAULT), FITTING, false);
    Column column = BlindSpotFigure.of(map).column("hunt", "conditions", 550, 1);
    assertThat(column.panels().getFirst().titleLeft()).isEqualTo("hunt");
    assertThat(column.panels().getFirst().marks().stream().map(Mark::label))
        .contains("blind spot: dip hunt only", "both", "Z of S + I", "sliders");
  }
}
