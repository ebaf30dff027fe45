package org.dipscope.core.physics.parton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.dipscope.core.physics.parton.GoldenTable.number;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DipToyLhTest {
  private static final double RELATIVE = 1e-11;

  static Path folder() {
    try {
      return Path.of(
              Objects.requireNonNull(DipToyLhTest.class.getResource("DipToyLH/DipToyLH.info"))
                  .toURI())
          .resolveSibling("");
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private final PartonDistribution pdf = LhapdfSet.open(folder()).member(0);

  @Test
  void valuesInsideTheGridAgreeWithLhapdf() {
    List<Map<String, String>> rows = GoldenTable.read("DipToyLH.csv");
    assertThat(rows).hasSize(405);
    rows.forEach(row -> check(row, "Q_GeV"));
  }

  @Test
  void valuesOutsideTheGridAgreeWithLhapdf() {
    List<Map<String, String>> rows = GoldenTable.read("DipToyLH_extrapolation.csv");
    assertThat(rows).hasSize(48);
    rows.forEach(row -> check(row, "Q"));
  }

  private void check(Map<String, String> row, String scale) {
    int pid = (int) number(row, "pid");
    double x = number(row, "x");
    double q = number(row, scale);
    double expected = number(row, "xf");
    assertThat(pdf.xf(pid, x, q))
        .as("pid %s, x = %s, Q = %s", pid, x, q)
        .isCloseTo(expected, within(RELATIVE * Math.abs(expected)));
  }

  /** LHAPDF 6.5.2 printed ten digits. */
  @Test
  void couplingAgreesWithLhapdfToThePrintedDigits() {
    double[] q = {91.1876, 300, 3, 4.5, 1, 2e4};
    double[] expected = {
      0.1240103350, 0.1057126128, 0.2594170777, 0.2276696000, 0.4077858680, 0.0748157360
    };
    for (int i = 0; i < q.length; i++) {
      assertThat(pdf.alphaS(q[i])).isCloseTo(expected[i], within(0.51e-10));
    }
  }

  @Test
  void luminosityOfTheGridFollowsTheEvolutionItWasMadeFrom() {
    PartonsAtScale grid = pdf.atScale(172.5);
    PartonsAtScale evolved = LesHouchesToy.VARIABLE_FLAVOURS.atScale(172.5);
    for (double mass = 346; mass < 3000; mass += 50) {
      double tau = mass * mass / 13000 / 13000;
      Luminosity expected = evolved.luminosity(tau);
      assertThat(grid.luminosity(tau).gg()).isCloseTo(expected.gg(), withinPercentage(0.05));
      assertThat(grid.luminosity(tau).qqbar()).isCloseTo(expected.qqbar(), withinPercentage(0.05));
    }
  }
}
