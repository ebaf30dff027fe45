package org.dipscope.core.figure.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.dipscope.core.figure.Axis;
import org.dipscope.core.figure.layout.Ticks.Tick;
import org.dipscope.core.figure.text.RichText;
import org.junit.jupiter.api.Test;

class TicksTest {
  @Test
  void roundNumbersAreChosen() {
    assertThat(labels(new AxisScale(Axis.Scale.LINEAR, 0, 1), 6))
        .containsExactly("0.0", "0.2", "0.4", "0.6", "0.8", "1.0");
    assertThat(labels(new AxisScale(Axis.Scale.LINEAR, -12, 37), 6))
        .containsExactly("−10", "0", "10", "20", "30");
    assertThat(labels(new AxisScale(Axis.Scale.LINEAR, 340, 1060), 8))
        .containsExactly("400", "500", "600", "700", "800", "900", "1000");
    assertThat(labels(new AxisScale(Axis.Scale.LOG, 0.5, 20_000), 8))
        .containsExactly("1", "10", "10^{2}", "10^{3}", "10^{4}");
    assertThat(labels(new AxisScale(Axis.Scale.LOG, 300, 3000), 6))
        .containsExactly("300", "500", "700", "1000", "2000", "3000");
    assertThat(labels(new AxisScale(Axis.Scale.LOG, 1e-40, 1), 6))
        .containsExactly("10^{-40}", "10^{-30}", "10^{-20}", "10^{-10}", "1");
  }

  @Test
  void largeAndSmallNumbersShareAPowerOfTen() {
    Ticks large = Ticks.of(new AxisScale(Axis.Scale.LINEAR, 0, 4.2e6), 6);
    assertThat(large.exponent()).isEqualTo(6);
    assertThat(large.major()).contains(new Tick(3e6, "3"));
    Ticks small = Ticks.of(new AxisScale(Axis.Scale.LINEAR, 0, 4.2e-7), 6);
    assertThat(small.exponent()).isEqualTo(-9);
    assertThat(small.major()).contains(new Tick(3e-7, "300"));
  }

  @Property(tries = 500)
  void linearTicksAreFewExactAndInside(
      @ForAll @DoubleRange(min = -1e9, max = 1e9) double low,
      @ForAll @Scale(6) @DoubleRange(min = 1e-6, max = 1e9) double length,
      @ForAll @IntRange(min = 2, max = 20) int most) {
    if (length < 1e-8 * Math.abs(low)) {
      return;
    }
    AxisScale axis = new AxisScale(Axis.Scale.LINEAR, low, low + length);
    Ticks ticks = Ticks.of(axis, most);
    assertThat(ticks.major()).hasSizeBetween(1, most);
    double step = length;
    for (int i = 0; i < ticks.major().size(); i++) {
      Tick tick = ticks.major().get(i);
      assertThat(axis.shows(tick.value())).isTrue();
      double shown = Double.parseDouble(RichText.plain(tick.label()).replace('−', '-'));
      assertThat(shown * Math.pow(10, ticks.exponent()))
          .isCloseTo(tick.value(), within(1e-12 * Math.max(Math.abs(low), length)));
      if (i > 0) {
        step = tick.value() - ticks.major().get(i - 1).value();
        assertThat(step).isPositive();
      }
    }
    for (double value : ticks.minor()) {
      assertThat(axis.shows(value)).isTrue();
      for (Tick tick : ticks.major()) {
        assertThat(Math.abs(value - tick.value())).isGreaterThan(0.1 * step);
      }
    }
  }

  @Property(tries = 300)
  void logTicksAreFewAndInside(
      @ForAll @DoubleRange(min = -290, max = 290) double lowPower,
      @ForAll @DoubleRange(min = 0.01, max = 200) double decades,
      @ForAll @IntRange(min = 2, max = 12) int most) {
    double high = Math.pow(10, Math.min(300, lowPower + decades));
    AxisScale axis = new AxisScale(Axis.Scale.LOG, Math.pow(10, lowPower), high);
    Ticks ticks = Ticks.of(axis, most);
    assertThat(ticks.major().size()).isLessThanOrEqualTo(Math.max(3, most + 1));
    assertThat(ticks.major()).allMatch(tick -> axis.shows(tick.value()));
    assertThat(ticks.minor()).allMatch(axis::shows);
  }

  private static List<String> labels(AxisScale axis, int most) {
    return Ticks.of(axis, most).major().stream().map(Tick::label).toList();
  }
}
