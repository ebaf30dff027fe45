package org.dipscope.core.histogram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.dipscope.core.problem.ProblemException;
import org.junit.jupiter.api.Test;

class BinningTest {

  @Property
  void everyPointBetweenTheOuterEdgesLiesInItsBin(
      @ForAll @IntRange(min = 1, max = 1000) int count,
      @ForAll @DoubleRange(min = 0, max = 1) double fraction) {
    Binning binning = Binning.uniform(count, 300, 1500);
    double x = 300 + 1200 * fraction;
    int bin = binning.indexOf(x);
    assertThat(x).isBetween(binning.low(bin), binning.high(bin));
  }

  @Test
  void pointsOutsideBelongToNoBin() {
    Binning binning = Binning.of(1, 2, 4);
    assertThat(binning.indexOf(0.999)).isEqualTo(-1);
    assertThat(binning.indexOf(4.001)).isEqualTo(-1);
    assertThat(binning.indexOf(Double.NaN)).isEqualTo(-1);
    assertThat(binning.indexOf(4)).isEqualTo(1);
    assertThat(binning.indexOf(2)).isEqualTo(1);
  }

  @Test
  void badEdgesAreNamed() {
    assertThatThrownBy(() -> Binning.of(1, 3, 2))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("edge 3");
    assertThatThrownBy(() -> Binning.of(1, Double.NaN))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("edge 2");
    assertThatThrownBy(() -> Binning.of(1)).isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> Binning.uniform(0, 1, 2)).isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> Binning.uniform(3, 2, 2)).isInstanceOf(ProblemException.class);
  }
}
