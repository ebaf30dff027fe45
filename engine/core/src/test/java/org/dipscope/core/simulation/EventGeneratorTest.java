package org.dipscope.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.physics.amplitude.CpParity;
import org.dipscope.core.physics.amplitude.StandardModel;
import org.dipscope.core.physics.parton.BuiltinPdf;
import org.dipscope.core.physics.resonance.Couplings;
import org.dipscope.core.physics.resonance.Resonance;
import org.dipscope.core.physics.resonance.WidthScheme;
import org.dipscope.core.physics.spectrum.EfficiencyModel;
import org.dipscope.core.physics.spectrum.Normalisation;
import org.dipscope.core.physics.spectrum.ProtonCollisions;
import org.dipscope.core.physics.spectrum.ScaleChoice;
import org.dipscope.core.physics.spectrum.SignalPrediction;
import org.dipscope.core.physics.spectrum.SpectrumGrid;
import org.dipscope.core.problem.ProblemException;
import org.junit.jupiter.api.Test;

class EventGeneratorTest {
  private static final int EVENTS = 20_000;
  private static final StandardModel MODEL = StandardModel.DEFAULT;
  private static final ProtonCollisions COLLISIONS =
      new ProtonCollisions(13000, BuiltinPdf.MSTW2008LO, ScaleChoice.TOP_MASS);
  private static final Resonance A500 =
      Resonance.withPhysicalWidth(
          MODEL, Couplings.typeTwo(CpParity.ODD, 1), 500, WidthScheme.FIXED);
  private static final Normalisation NORMALISATION = new Normalisation(10, 1.5, 2, 1.7);
  private static final Binning BINNING = Binning.of(400, 460, 495, 505, 560, 700);

  @Test
  void weightedEventsReproduceTheExpectedSpectrum() {
    SimulatedEvents events = generator(0).draw(EVENTS, EVENTS, 7, new CancelToken());
    SpectrumGrid grid = new SpectrumGrid(MODEL, COLLISIONS, BINNING, 0, EfficiencyModel.PUBLISHED);
    double[] background = grid.background(NORMALISATION).rate();
    SignalPrediction signal = grid.predict(List.of(A500), NORMALISATION);
    double[][] sum = new double[2][BINNING.count()];
    double[][] squares = new double[2][BINNING.count()];
    for (int i = 0; i < events.count(); i++) {
      int bin = BINNING.indexOf(events.massGeV()[i]);
      if (bin >= 0) {
        sum[events.label()[i]][bin] += events.weight()[i];
        squares[events.label()[i]][bin] += events.weight()[i] * events.weight()[i];
      }
    }
    for (int bin = 0; bin < BINNING.count(); bin++) {
      assertThat(sum[0][bin]).isCloseTo(background[bin], within(4 * Math.sqrt(squares[0][bin])));
      double both = signal.signal()[bin] + signal.interference()[bin];
      assertThat(sum[1][bin]).isCloseTo(both, within(4 * Math.sqrt(squares[1][bin])));
      assertThat(Math.sqrt(squares[0][bin])).isLessThan(0.06 * background[bin]);
    }
  }

  @Test
  void backgroundWeightsArePositiveAndSignalHasBothSigns() {
    SimulatedEvents events = generator(0).draw(1000, 1000, 1, new CancelToken());
    int negative = 0;
    for (int i = 0; i < events.count(); i++) {
      assertThat(Math.abs(events.cosine()[i])).isLessThanOrEqualTo(1);
      assertThat(events.weight()[i]).isFinite();
      if (events.label()[i] == 0) {
        assertThat(events.weight()[i]).isNotNegative();
      } else if (events.weight()[i] < 0) {
        negative++;
      }
    }
    assertThat(negative).isBetween(200, 900);
  }

  @Test
  void theSeedDecidesTheEvents() {
    EventGenerator generator = generator(0.08);
    double[] first = generator.draw(50, 50, 3, new CancelToken()).reconstructedGeV();
    assertThat(generator.draw(50, 50, 3, new CancelToken()).reconstructedGeV()).isEqualTo(first);
    assertThat(generator.draw(50, 50, 4, new CancelToken()).reconstructedGeV()).isNotEqualTo(first);
  }

  @Test
  void impossibleRequestsAreRefused() {
    assertThatThrownBy(() -> generator(0).draw(0, 0, 1, new CancelToken()))
        .isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> generator(2)).isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> PseudoExperiment.counts(new double[] {-1}, 1))
        .hasMessageContaining("Bin 1");
  }

  @Test
  void countsFluctuateAroundTheirExpectation() {
    double[] expected = new double[2000];
    java.util.Arrays.fill(expected, 400);
    double[] counts = PseudoExperiment.counts(expected, 5);
    double mean = java.util.Arrays.stream(counts).average().orElse(0);
    double variance =
        java.util.Arrays.stream(counts).map(c -> (c - mean) * (c - mean)).average().orElse(0);
    assertThat(mean).isCloseTo(400, within(4 * 20 / Math.sqrt(2000)));
    assertThat(variance).isCloseTo(400, within(60.0));
  }

  private static EventGenerator generator(double resolution) {
    return new EventGenerator(
        MODEL,
        COLLISIONS,
        List.of(A500),
        NORMALISATION,
        EfficiencyModel.PUBLISHED,
        resolution,
        2000);
  }
}
