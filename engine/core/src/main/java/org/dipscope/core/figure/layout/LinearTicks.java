package org.dipscope.core.figure.layout;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.dipscope.core.figure.layout.Ticks.Tick;

/** Ticks at multiples of 1, 2 or 5 times a power of ten. Labels are exact decimals. */
final class LinearTicks {
  private static final int[] MANTISSAS = {1, 2, 5};
  private static final int LARGEST_PLAIN_POWER = 5;
  private static final int SMALLEST_PLAIN_POWER = -4;

  /** Between two labels lie this many minor steps, so that minor steps are again round. */
  private static final int[] MINOR_STEPS = {5, 4, 5};

  private LinearTicks() {}

  static Ticks of(AxisScale axis, int most) {
    double low = axis.low();
    double high = axis.high();
    double rough = (high / most - low / most);
    int power = (int) Math.floor(Math.log10(rough));
    int choice = 0;
    while (count(low, high, step(choice, power)) > most) {
      choice++;
      if (choice == MANTISSAS.length) {
        choice = 0;
        power++;
      }
    }
    return ticks(low, high, choice, power);
  }

  private static Ticks ticks(double low, double high, int choice, int power) {
    double step = step(choice, power);
    long first = (long) Math.ceil(low / step - 1e-9);
    long last = (long) Math.floor(high / step + 1e-9);
    int exponent = commonExponent(Math.max(Math.abs(low), Math.abs(high)));
    List<Tick> major = new ArrayList<>();
    for (long i = first; i <= last; i++) {
      BigDecimal exact =
          BigDecimal.valueOf(i)
              .multiply(BigDecimal.valueOf(MANTISSAS[choice]))
              .scaleByPowerOfTen(power);
      String label = label(exact.scaleByPowerOfTen(-exponent), Math.max(0, exponent - power));
      major.add(new Tick(exact.doubleValue(), label));
    }
    int parts = MINOR_STEPS[choice];
    List<Double> minor = new ArrayList<>();
    double fine = step / parts;
    for (long i = first * parts - parts; i <= (last + 1) * parts; i++) {
      double value = i * fine;
      if (i % parts != 0 && value >= low && value <= high) {
        minor.add(value);
      }
    }
    return new Ticks(major, minor, exponent);
  }

  private static int commonExponent(double largest) {
    int power = (int) Math.floor(Math.log10(largest) + 1e-12);
    boolean plain = power < LARGEST_PLAIN_POWER && power > SMALLEST_PLAIN_POWER;
    return plain ? 0 : 3 * Math.floorDiv(power, 3);
  }

  private static String label(BigDecimal value, int decimals) {
    String digits = value.setScale(decimals, java.math.RoundingMode.HALF_EVEN).toPlainString();
    return digits.replace('-', '−');
  }

  private static double count(double low, double high, double step) {
    return Math.floor(high / step + 1e-9) - Math.ceil(low / step - 1e-9) + 1;
  }

  private static double step(int choice, int power) {
    return MANTISSAS[choice] * Math.pow(10, power);
  }
}
