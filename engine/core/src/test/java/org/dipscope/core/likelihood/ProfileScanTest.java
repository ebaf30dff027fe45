package org.dipscope.core.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.dipscope.core.compute.CancelToken;
import org.junit.jupiter.api.Test;

class ProfileScanTest {
  private static final List<Double> LEVELS = List.of(ProfileScan.LEVEL_68, ProfileScan.LEVEL_95);

  private static ProfileScan scan(Axis axis, DoubleUnaryOperator twiceNll) {
    return ProfileScan.of(axis, twiceNll, LEVELS, new CancelToken());
  }

  @Property(tries = 200)
  void aParabolaGivesTheGaussianInterval(
      @ForAll @DoubleRange(min = -3, max = 3) double centre,
      @ForAll @DoubleRange(min = 0.01, max = 2) double sigma) {
    ProfileScan scan =
        scan(
            Axis.linear("x", "", -8, 8, 41),
            x -> 7 + (x - centre) * (x - centre) / (sigma * sigma));
    assertThat(scan.reference()).isCloseTo(7, within(1e-6));
    assertThat(scan.minima()).hasSize(1);
    for (ConfidenceSet set : scan.sets()) {
      assertThat(set.segments()).hasSize(1);
      double half = sigma * Math.sqrt(set.level());
      assertThat(set.segments().get(0).low()).isCloseTo(centre - half, within(1e-5 * sigma + 1e-7));
      assertThat(set.segments().get(0).high())
          .isCloseTo(centre + half, within(1e-5 * sigma + 1e-7));
      assertThat(set.contains(centre)).isTrue();
    }
  }

  /** Net rate g&#8308;S &minus; g&sup2;I: two minima and, close to them, a union of segments. */
  @Test
  void twoMinimaGiveAUnionOfSegments() {
    ProfileScan scan =
        scan(
            Axis.linear("g", "", 0, 2, 21),
            g -> Math.pow(20 * (g * g * g * g - 1.5 * g * g) / 5, 2));
    assertThat(scan.minima()).hasSize(2);
    assertThat(scan.minima().get(0).delta()).isZero();
    assertThat(scan.minima().get(1).delta()).isCloseTo(0, within(1e-6));
    assertThat(scan.minima()).anyMatch(m -> Math.abs(m.parameter() - Math.sqrt(1.5)) < 1e-4);
    ConfidenceSet set = scan.sets().get(0);
    assertThat(set.segments()).hasSize(2);
    assertThat(set.segments().get(0).low()).isZero();
    assertThat(set.segments().get(0).isCutLow()).isTrue();
    double root = Math.sqrt(0.75 - Math.sqrt(0.75 * 0.75 - 0.25));
    assertThat(set.segments().get(0).high()).isCloseTo(root, within(1e-5));
    assertThat(set.segments().get(1).isCutHigh()).isFalse();
    assertThat(set.contains(0.8)).isFalse();
    assertThat(set.length())
        .isCloseTo(
            root
                + Math.sqrt(0.75 + Math.sqrt(0.75 * 0.75 + 0.25))
                - Math.sqrt(0.75 + Math.sqrt(0.75 * 0.75 - 0.25)),
            within(1e-4));
  }

  @Test
  void aMinimumBetweenTwoPointsIsNotLost() {
    ProfileScan scan = scan(Axis.linear("x", "", 0, 10, 11), x -> 1e4 * (x - 4.5) * (x - 4.5));
    assertThat(scan.sets().get(0).segments()).hasSize(1);
    assertThat(scan.sets().get(0).length()).isCloseTo(0.02, within(1e-5));
  }

  @Test
  void whatIsNotDefinedCutsTheSet() {
    ProfileScan scan = scan(Axis.linear("x", "", -2, 2, 41), x -> x > 0.55 ? Double.NaN : x * x);
    ConfidenceSet.Segment segment = scan.sets().get(0).segments().get(0);
    assertThat(segment.low()).isCloseTo(-1, within(1e-5));
    assertThat(segment.high()).isCloseTo(0.5, within(1e-9));
    assertThat(segment.isCutHigh()).isTrue();
    assertThat(scan.isDefined(scan.size() - 1)).isFalse();
    assertThat(scan.delta(scan.size() - 1)).isZero();
  }

  @Test
  void flatAndUndefinedFunctionsHaveStatedResults() {
    ProfileScan flat = scan(Axis.linear("x", "", -2, 2, 9), x -> 3);
    assertThat(flat.sets().get(1).segments())
        .containsExactly(new ConfidenceSet.Segment(-2, 2, true, true));
    assertThat(flat.minima()).hasSize(1);
    ProfileScan undefined = scan(Axis.linear("x", "", -2, 2, 9), x -> Double.NaN);
    assertThat(undefined.sets().get(0).segments()).isEmpty();
    assertThat(undefined.minima()).isEmpty();
    assertThat(undefined.reference()).isZero();
  }
}
