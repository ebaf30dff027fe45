package org.dipscope.core.neyman;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.unbinned.PeakDip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What summaries lose, against the tables of unbinned likelihoods. */
class SummaryComparisonTest {
  private static final JsonNode GOLDEN = golden();

  private static JsonNode golden() {
    try (InputStream in =
        Objects.requireNonNull(PeakDip.class.getResourceAsStream("interference.json"))) {
      return JsonMapper.shared().readTree(in).get("models").get("degenerate");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double[] ends(ConfidenceSet set) {
    return set.segments().stream()
        .flatMapToDouble(s -> java.util.stream.DoubleStream.of(s.low(), s.high()))
        .toArray();
  }

  /** The crossings of the tables of Asimov data; bins and masses have the same to 0.002. */
  @ParameterizedTest
  @CsvSource({
    "MASS_AND_ANGLE, 0 0.039816",
    "MASS, 0 0.046008 2.915555 4.120311",
    "BINS, 0 0.046179 2.913378 4.121614"
  })
  void whatIsExpectedWithoutSignalHasTheSegmentsOfTheTables(Summary summary, String crossings) {
    SummaryComparison found = SummaryComparison.of(summary, false, new CancelToken());
    double[] expected =
        Arrays.stream(crossings.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
    double[] ends = ends(found.sets().get(1));
    assertThat(ends).hasSize(expected.length);
    for (int i = 0; i < ends.length; i++) {
      assertThat(ends[i]).isCloseTo(expected[i], within(2e-3));
    }
    assertThat(found.best()).isCloseTo(0, within(1e-4));
  }

  /** The numbers of the table in the description of the models. */
  @Test
  void theRateAloneLeavesTwoSegmentsOfTheEventsThatShip() {
    SummaryComparison rate = SummaryComparison.of(Summary.RATE, true, new CancelToken());
    double[] ends = ends(rate.sets().getFirst());
    assertThat(ends).hasSize(4);
    double[] expected = {0.084, 0.671, 1.095, 2.484};
    for (int i = 0; i < 4; i++) {
      assertThat(ends[i]).isCloseTo(expected[i], within(6e-4));
    }
    assertThat(rate.best()).isCloseTo(0.2299, within(5e-5));
    assertThat(SummaryComparison.of(Summary.BINS, true, new CancelToken()).best())
        .isCloseTo(1.4540, within(5e-5));
    List<Double> unbinned =
        List.of(
            SummaryComparison.of(Summary.MASS_AND_ANGLE, true, new CancelToken()).best(),
            SummaryComparison.of(Summary.MASS, true, new CancelToken()).best());
    assertThat(unbinned.get(0)).isCloseTo(1.4710, within(5e-5));
    assertThat(unbinned.get(1)).isCloseTo(1.4217, within(5e-5));
  }

  @Test
  void binsOfTheClosedFormsAddUpToTheYields() {
    double[][] one = PeakDip.DEGENERATE.bins(1);
    double[][] many = PeakDip.DEGENERATE.bins(25);
    String[] names = {"S", "I", "B"};
    for (int row = 0; row < 3; row++) {
      assertThat(one[row][0]).isCloseTo(GOLDEN.get("nu").get(names[row]).asDouble(), within(1e-9));
      assertThat(Arrays.stream(many[row]).sum()).isCloseTo(one[row][0], within(1e-10));
    }
    assertThat(PeakDip.DEGENERATE.counts(PeakDip.degenerateEvents(), 1)[0]).isEqualTo(66);
  }
}
