package org.dipscope.core.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.physics.spectrum.Templates;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Four interference models with X = &mu;S + &radic;&mu; I against scans by an independent
 * implementation (interference.json names the source): values, minima, and crossings, disjoint ones
 * included.
 */
class InterferenceGoldenTest {
  private static final int BINS = 25;

  private static JsonNode golden() {
    try (InputStream in =
        Objects.requireNonNull(
            InterferenceGoldenTest.class.getResourceAsStream("interference.json"))) {
      return JsonMapper.shared().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double[] numbers(JsonNode node) {
    double[] values = new double[node.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = node.get(i).asDouble();
    }
    return values;
  }

  @ParameterizedTest
  @ValueSource(strings = {"peakdip", "puredip", "bump", "degenerate"})
  void binnedScansAgree(String name) {
    JsonNode model = golden().get("models").get(name);
    double[] s = numbers(model.get("S"));
    double[] i = numbers(model.get("I"));
    double[] b = numbers(model.get("B"));
    Likelihood data = likelihood(numbers(model.get("n")), b);
    check(model.get("data"), data, s, i);
    check(model.get("asimov0"), data.asimov(signal(s, i, 0)), s, i);
    check(model.get("asimov1"), data.asimov(signal(s, i, 1)), s, i);
  }

  @ParameterizedTest
  @ValueSource(strings = {"peakdip", "puredip", "bump", "degenerate"})
  void rateOnlyScansAgreeWithTheirDisjointSets(String name) {
    JsonNode model = golden().get("models").get(name);
    double[] counts = {0};
    for (double n : numbers(model.get("n"))) {
      counts[0] += n;
    }
    JsonNode nu = model.get("nu");
    Likelihood rate = likelihood(counts, new double[] {nu.get("B").asDouble()});
    check(
        model.get("rate"),
        rate,
        new double[] {nu.get("S").asDouble()},
        new double[] {nu.get("I").asDouble()});
  }

  private static Likelihood likelihood(double[] counts, double[] background) {
    int bins = counts.length;
    return Likelihood.of(
        PoissonCounts.of(counts),
        Binning.uniform(bins, 300, 800),
        new Templates(background, new double[bins], new double[bins]),
        NuisanceSet.statisticsOnly());
  }

  private static Templates signal(double[] s, double[] i, double root) {
    double[] x = new double[s.length];
    for (int k = 0; k < x.length; k++) {
      x[k] = root * root * s[k] + root * i[k];
    }
    return new Templates(x, new double[x.length], new double[x.length]);
  }

  private static void check(JsonNode golden, Likelihood likelihood, double[] s, double[] i) {
    DoubleUnaryOperator lambda = root -> likelihood.twiceNll(signal(s, i, root));
    ProfileScan scan =
        ProfileScan.of(
            Axis.linear("root of signal strength", "", 0, Math.sqrt(8), 2 * BINS),
            lambda,
            List.of(1.0, 4.0),
            new CancelToken());
    double[] mu = numbers(golden().get("mu"));
    double[] delta = numbers(golden.get("delta"));
    for (int k = 0; k < mu.length; k++) {
      assertThat(lambda.applyAsDouble(Math.sqrt(mu[k])) - scan.reference())
          .isCloseTo(delta[k], within(1e-6));
    }
    double root = scan.minima().get(0).parameter();
    assertThat(root * root).isCloseTo(golden.get("muHat").asDouble(), within(2e-5));
    assertThat(scan.minima().stream().filter(m -> m.parameter() < scan.axis().high()))
        .hasSize(golden.get("minima").size());
    same(ends(scan.sets().get(0)), golden.get("crossings1"));
    same(ends(scan.sets().get(1)), golden.get("crossings4"));
  }

  private static List<Double> ends(ConfidenceSet set) {
    List<Double> ends = new ArrayList<>();
    for (ConfidenceSet.Segment segment : set.segments()) {
      ends.add(segment.low() * segment.low());
      ends.add(segment.high() * segment.high());
    }
    return ends;
  }

  private static void same(List<Double> ends, JsonNode golden) {
    assertThat(ends).hasSize(golden.size());
    for (int k = 0; k < ends.size(); k++) {
      assertThat(ends.get(k)).isCloseTo(golden.get(k).asDouble(), within(1e-5));
    }
  }
}
