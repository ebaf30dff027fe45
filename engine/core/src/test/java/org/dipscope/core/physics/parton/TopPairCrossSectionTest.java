package org.dipscope.core.physics.parton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.dipscope.core.physics.parton.GoldenTable.number;
import static org.dipscope.core.physics.parton.GoldenTable.text;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.dipscope.core.math.GaussLegendre;
import org.junit.jupiter.api.Test;

/** Total LO pp → tt̄ cross-sections of the two sets that need no file. */
class TopPairCrossSectionTest {
  private static final double PB_PER_INVERSE_GEV2 = 3.893793721e8;
  private static final GaussLegendre RULE = GaussLegendre.ofPoints(40);

  @Test
  void totalCrossSectionsAgreeWithTheReference() {
    List<Map<String, String>> rows =
        GoldenTable.read("sigma_tt_LO.csv").stream()
            .filter(row -> text(row, "pdf").startsWith("embedded"))
            .toList();
    assertThat(rows).hasSize(14);
    for (Map<String, String> row : rows) {
      double mt = number(row, "mt_GeV");
      PartonDistribution pdf =
          text(row, "pdf").contains("MSTW")
              ? BuiltinPdf.MSTW2008LO
              : LesHouchesToy.VARIABLE_FLAVOURS;
      DoubleUnaryOperator scale = scale(text(row, "scale"), mt);
      Luminosity sigma = sigma(pdf, 1000 * number(row, "sqrt_S_TeV"), mt, scale);
      assertThat(sigma.gg())
          .as("gg %s", row)
          .isCloseTo(number(row, "sigma_gg_pb"), withinPercentage(1e-4));
      assertThat(sigma.qqbar())
          .as("qq %s", row)
          .isCloseTo(number(row, "sigma_qq_pb"), withinPercentage(1e-4));
    }
  }

  private static DoubleUnaryOperator scale(String name, double mt) {
    return switch (name) {
      case "mt/2" -> mass -> mt / 2;
      case "mt" -> mass -> mt;
      case "2mt" -> mass -> 2 * mt;
      case "mtt/2" -> mass -> mass / 2;
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** σ = ∫ dM (2M/S) Σ L(M²/S) σ̂(M²) in pb, with M = 2 m_t cosh w and w cut into panels. */
  private static Luminosity sigma(
      PartonDistribution pdf, double eGeV, double mt, DoubleUnaryOperator scale) {
    double end = Math.log(eGeV / (2 * mt) * (1 + Math.sqrt(1 - 4 * mt * mt / eGeV / eGeV)));
    int panels = 6;
    double gg = 0;
    double qqbar = 0;
    for (int panel = 0; panel < panels; panel++) {
      double half = end / panels / 2;
      for (int i = 0; i < RULE.points(); i++) {
        double w = half * (2 * panel + 1 + RULE.node(i));
        double mass = 2 * mt * Math.cosh(w);
        double beta = Math.tanh(w);
        PartonsAtScale partons = pdf.atScale(scale.applyAsDouble(mass));
        double tau = mass * mass / eGeV / eGeV;
        Luminosity luminosity = partons.luminosity(tau);
        double jacobian = RULE.weight(i) * half * 2 * mt * Math.sinh(w) * 2 * mass / eGeV / eGeV;
        double coupling = partons.alphaS() * partons.alphaS() / (mass * mass);
        gg += jacobian * luminosity.gg() * coupling * bornGg(beta);
        qqbar += jacobian * luminosity.qqbar() * coupling * bornQq(beta);
      }
    }
    return new Luminosity(gg * PB_PER_INVERSE_GEV2, qqbar * PB_PER_INVERSE_GEV2);
  }

  private static double bornGg(double beta) {
    double y = Math.log1p(beta) - Math.log1p(-beta);
    double b2 = beta * beta;
    return Math.PI * beta / 48 * (31 * b2 + (33 / beta - 18 * beta + beta * b2) * y - 59);
  }

  private static double bornQq(double beta) {
    return 4 * Math.PI * beta * (3 - beta * beta) / 27;
  }
}
