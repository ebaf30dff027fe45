package org.dipscope.core.physics.parton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.dipscope.core.physics.parton.GoldenTable.number;
import static org.dipscope.core.physics.parton.GoldenTable.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dipscope.core.problem.ProblemException;
import org.junit.jupiter.api.Test;

class MellinGoldenTest {
  private static final double RELATIVE_PERCENT = 1e-8 * 100;
  private static final String[] PARTONS = {"g", "u", "ubar", "d", "dbar", "s", "sbar", "c", "b"};
  private static final int[] PIDS = {21, 2, -2, 1, -1, 3, -3, 4, 5};
  private static final String[] BENCHMARK_X = {
    "1e-7", "1e-6", "1e-5", "1e-4", "1e-3", "1e-2", "0.1", "0.3", "0.5", "0.7", "0.9"
  };

  @Test
  void evolvedDistributionsAgreeWithTheReference() {
    List<Map<String, String>> rows = GoldenTable.read("xf.csv");
    assertThat(rows).hasSize(45);
    for (Map<String, String> row : rows) {
      PartonDistribution pdf = set(text(row, "pdf"));
      double q = number(row, "Q_GeV");
      double x = number(row, "x");
      for (int i = 0; i < PIDS.length; i++) {
        assertThat(pdf.xf(PIDS[i], x, q))
            .as("%s x%s at x = %s, Q = %s", row.get("pdf"), PARTONS[i], x, q)
            .isCloseTo(number(row, "x" + PARTONS[i]), withinPercentage(RELATIVE_PERCENT));
      }
      assertThat(pdf.alphaS(q))
          .isCloseTo(number(row, "alpha_s"), withinPercentage(RELATIVE_PERCENT));
    }
  }

  @Test
  void luminositiesAgreeWithTheReference() {
    List<Map<String, String>> rows = GoldenTable.read("luminosity.csv");
    assertThat(rows).hasSize(64);
    for (Map<String, String> row : rows) {
      PartonDistribution pdf = set(text(row, "pdf"));
      double mass = number(row, "M_GeV");
      double q = text(row, "scale").equals("M/2") ? mass / 2 : 172.5;
      double eGeV = 1000 * number(row, "E_cm_TeV");
      Luminosity luminosity = pdf.luminosity(mass * mass / (eGeV * eGeV), q);
      assertThat(luminosity.gg())
          .isCloseTo(number(row, "L_gg"), withinPercentage(RELATIVE_PERCENT));
      assertThat(luminosity.qqbar())
          .isCloseTo(number(row, "L_qqbar"), withinPercentage(RELATIVE_PERCENT));
      assertThat(pdf.alphaS(q))
          .isCloseTo(number(row, "alpha_s"), withinPercentage(RELATIVE_PERCENT));
    }
  }

  /** hep-ph/0204316, table 2: 5 printed digits; three entries of the table are rounded badly. */
  @Test
  void leadingOrderBenchmarkTablesAreReproducedDigitByDigit() {
    int entries = 0;
    int identical = 0;
    for (Map<String, String> row : GoldenTable.read("les_houches_benchmarks.csv")) {
      if (!text(row, "table").equals("table2") || text(row, "part").equals("part1")) {
        continue;
      }
      PartonDistribution pdf =
          text(row, "part").equals("part2")
              ? LesHouchesToy.FOUR_FLAVOURS
              : LesHouchesToy.VARIABLE_FLAVOURS;
      for (String x : BENCHMARK_X) {
        BigDecimal printed = new BigDecimal(text(row, x));
        double value = combination(pdf, text(row, "quantity"), Double.parseDouble(x));
        if (printed.signum() == 0) {
          assertThat(value).isZero();
          continue;
        }
        entries++;
        BigDecimal lastDigit = BigDecimal.ONE.movePointLeft(printed.scale());
        BigDecimal difference = new BigDecimal(value).subtract(printed).abs();
        BigDecimal rounded =
            new BigDecimal(value).round(new MathContext(5, RoundingMode.HALF_EVEN));
        identical += rounded.compareTo(printed) == 0 ? 1 : 0;
        assertThat(difference)
            .as("%s at x = %s: %s printed, %s found", row.get("quantity"), x, printed, value)
            .isLessThan(lastDigit.multiply(new BigDecimal("0.525")));
      }
    }
    assertThat(entries).isEqualTo(165);
    assertThat(identical).isEqualTo(162);
  }

  @Test
  void benchmarkCouplingsAreThePublishedOnes() {
    assertThat(LesHouchesToy.FOUR_FLAVOURS.alphaS(100)).isCloseTo(0.117574, withinPercentage(5e-4));
    assertThat(LesHouchesToy.VARIABLE_FLAVOURS.alphaS(100))
        .isCloseTo(0.122306, withinPercentage(5e-4));
    assertThat(BuiltinPdf.MSTW2008LO.alphaS(91.1876)).isCloseTo(0.139387, withinPercentage(5e-4));
  }

  @Test
  void manyThreadsGetTheNumbersOfOne() {
    PartonsAtScale alone = BuiltinPdf.MSTW2008LO.atScale(431.7);
    PartonsAtScale shared = BuiltinPdf.MSTW2008LO.atScale(431.7);
    double[] taus = IntStream.range(0, 400).mapToDouble(i -> 1e-5 * Math.pow(1.02, i)).toArray();
    List<Luminosity> expected = Arrays.stream(taus).mapToObj(alone::luminosity).toList();
    List<Luminosity> found = Arrays.stream(taus).parallel().mapToObj(shared::luminosity).toList();
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void theContourMustStartRightOfEveryPole() {
    assertThatThrownBy(() -> MellinContour.around(5, 1.1, 1.83657))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("left of the pole");
  }

  @Test
  void argumentsOutsideTheDomainAreNamed() {
    PartonDistribution pdf = BuiltinPdf.MSTW2008LO;
    for (double x : new double[] {0, -0.1, 1.0000001, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> pdf.xf(21, x, 100))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("outside (0, 1]");
      assertThatThrownBy(() -> pdf.luminosity(x, 100)).isInstanceOf(ProblemException.class);
    }
    for (double q : new double[] {0, -5, 0.99, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> pdf.alphaS(q)).isInstanceOf(ProblemException.class);
      assertThatThrownBy(() -> pdf.atScale(q)).isInstanceOf(ProblemException.class);
    }
    assertThat(pdf.xf(21, 1, 100)).isZero();
    assertThat(pdf.luminosity(1, 100)).isEqualTo(Luminosity.NONE);
    assertThat(pdf.xf(6, 0.1, 1000)).isZero();
    assertThat(pdf.xf(22, 0.1, 1000)).isZero();
    assertThat(pdf.xf(0, 0.1, 1000)).isEqualTo(pdf.xf(21, 0.1, 1000));
  }

  private static double combination(PartonDistribution pdf, String quantity, double x) {
    PartonsAtScale at = pdf.atScale(100);
    return switch (quantity) {
      case "u_v" -> at.xf(2, x) - at.xf(-2, x);
      case "d_v" -> at.xf(1, x) - at.xf(-1, x);
      case "L_m" -> at.xf(-1, x) - at.xf(-2, x);
      case "L_p" -> 2 * (at.xf(-1, x) + at.xf(-2, x));
      case "s_p" -> at.xf(3, x) + at.xf(-3, x);
      case "c_p" -> at.xf(4, x) + at.xf(-4, x);
      case "b_p" -> at.xf(5, x) + at.xf(-5, x);
      case "g" -> at.xf(21, x);
      default -> throw new IllegalArgumentException(quantity);
    };
  }

  private static PartonDistribution set(String name) {
    return name.equals("MSTW2008LO") ? BuiltinPdf.MSTW2008LO : LesHouchesToy.VARIABLE_FLAVOURS;
  }
}
