package org.dipscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Golden numbers: 40-digit arithmetic, physics/golden/{sigma,diff,born,points}.csv. */
class TheoryCommandTest {
  private static final Percentage GOLDEN = Percentage.withPercentage(1e-8);
  private static final String A400 = "theory --cp A --mass 400 --tan-beta 1 --sqrt-s 400 ";

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          --cp H --mass 500 --tan-beta 1, fixed, 500, 1.47140578801753, -1.164256459387429
          --cp H --mass 500 --tan-beta 1, linear, 950, 8.491980572584201e-4, -4.877509706317964e-3
          --cp H --mass 500 --tan-beta 1, physical, 950, 8.463554408523433e-4, -5.739823172579023e-3
          --cp A --mass 866 --xi-t 1 --xi-b 1 --xi-tau 1, fixed, 950, 2.196235703226903e-2, -2.691805018308849e-2
          --cp A --mass 866 --tan-beta 1, physical, 950, 2.127372562035329e-2, -3.377754622375713e-2
          """)
  void integratedCrossSections(
      String resonance, String scheme, String energy, double signal, double interference) {
    JsonNode point =
        point("theory " + resonance + " --width-scheme " + scheme + " --sqrt-s " + energy);
    assertThat(point.propertyNames())
        .containsExactly("sqrtS", "bornGg", "bornQq", "signal", "interference", "floor");
    assertThat(number(point, "signal")).isCloseTo(signal, GOLDEN);
    assertThat(number(point, "interference")).isCloseTo(interference, GOLDEN);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          --cp A --mass 400 --tan-beta 1, 500, 0.75, 8.098917624671905, 6.968390415351827, 1.02883925229818e-2, -9.096618083816361e-2
          --cp H --mass 500 --tan-beta 1, 360, 0, 2.260654316080411, 5.747153330927244, 2.467791921169219e-5, 2.028176837915892e-3
          --cp H --mass 950 --coupling-even 0.7 --width 22, 1200, -0.6, 1.861515347835451, 1.277306993242167, 2.351917166717526e-4, -9.622098316327102e-5
          """)
  void differentialCrossSections(
      String resonance, String energy, String z, double gg, double qq, double s, double i) {
    JsonNode point = point("theory " + resonance + " --sqrt-s " + energy + " --z " + z);
    assertThat(number(point, "z")).isEqualTo(Double.parseDouble(z));
    assertThat(number(point, "bornGg")).isCloseTo(gg, GOLDEN);
    assertThat(number(point, "bornQq")).isCloseTo(qq, GOLDEN);
    assertThat(number(point, "signal")).isCloseTo(s, GOLDEN);
    assertThat(number(point, "interference")).isCloseTo(i, GOLDEN);
  }

  @Test
  void widthsAreThoseOfTheCouplings() {
    JsonNode widths =
        Run.line("theory --cp A --mass 400 --tan-beta 1 --sqrt-s 400").json().path("resonance");
    assertThat(number(widths, "mass")).isEqualTo(400);
    assertThat(number(widths, "width")).isCloseTo(1.192325329924711e+1, GOLDEN);
    JsonNode partial = widths.path("partialWidths");
    assertThat(partial.propertyNames()).containsExactly("tt", "bb", "tautau", "gg");
    assertThat(number(partial, "tt")).isCloseTo(1.185969862244927e+1, GOLDEN);
    assertThat(number(partial, "bb")).isCloseTo(1.739288908624132e-2, GOLDEN);
    assertThat(number(partial, "tautau")).isCloseTo(8.288271920369133e-4, GOLDEN);
    assertThat(number(partial, "gg")).isCloseTo(4.533296051956614e-2, GOLDEN);
  }

  @Test
  void constantsCanBeChanged() {
    assertThat(number(point(A400 + "--alpha-s 0.2"), "bornGg"))
        .isCloseTo(4 * number(point(A400), "bornGg"), GOLDEN);
    assertThat(number(point(A400 + "--mt 210"), "bornGg")).isZero();
    assertThat(number(point(A400 + "--width 12 --gf 2.3327574e-5"), "interference"))
        .isCloseTo(2 * number(point(A400 + "--width 12"), "interference"), GOLDEN);
  }

  @Test
  void everyPairOfEnergyAndCosineIsAPoint() {
    JsonNode points = Run.line(A400 + "--z -1:1:5").json().path("points");
    assertThat(points.size()).isEqualTo(5);
    assertThat(number(points.get(4), "z")).isEqualTo(1);
  }

  @Test
  void nothingHappensBelowThreshold() {
    JsonNode point = point("theory --cp A --mass 400 --tan-beta 1 --sqrt-s 344");
    for (String key : point.propertyNames()) {
      assertThat(number(point, key)).isEqualTo(key.equals("sqrtS") ? 344 : 0);
    }
  }

  @Test
  void mixedStatesAddTheirPartsWithoutInterference() {
    String mixed = "theory --mass 600 --coupling-even 0.6 --coupling-odd 0.9 --width 30";
    String even = "theory --mass 600 --coupling-even 0.6 --width 30";
    String odd = "theory --mass 600 --coupling-odd 0.9 --width 30";
    double sum =
        number(point(even + " --sqrt-s 620"), "interference")
            + number(point(odd + " --sqrt-s 620"), "interference");
    assertThat(number(point(mixed + " --sqrt-s 620"), "interference"))
        .isCloseTo(sum, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          theory --cp A --mas 400 --tan-beta 1 --sqrt-s 400 | 2 | Unknown option '--mas'.
          theory --cp A --tan-beta 1 | 2 | --mass and --sqrt-s are missing.
          theory --cp A --mass 400 --sqrt-s 400 | 2 | No coupling is given.
          theory --cp A --mass 400 --tan-beta 1 --xi-b 1 --sqrt-s 400 | 2 | --tan-beta and --xi-b exclude each other.
          theory --mass 400 --tan-beta 1 --sqrt-s 400 | 2 | --cp is missing.
          theory --cp B --mass 400 --tan-beta 1 --sqrt-s 400 | 2 | --cp: 'B' is neither H nor A.
          theory --cp A --mass 400 --coupling-even 1 --sqrt-s 400 | 2 | --cp contradicts --coupling-even, the only coupling given.
          theory --cp A --mass 400 --tan-beta 1 --sqrt-s 400,x | 2 | --sqrt-s: element 2: 'x' is not a number.
          theory --cp A --mass 400 --tan-beta 1 --sqrt-s 400 --z | 2 | --z needs a value.
          theory --cp A --mass 400 --tan-beta 1 --sqrt-s 400 --width wide | 2 | --width: 'wide' is not a number and not the word physical.
          theory --cp A --mass 400 --tan-beta 1 --sqrt-s 400 more | 2 | Unknown argument 'more'.
          theory --cp A --mass 400 --tan-beta 0 --sqrt-s 400 | 3 | tan beta is 0.0.
          theory --cp A --mass -4 --tan-beta 1 --sqrt-s 400 | 3 | The mass of the resonance is -4.0 GeV.
          theory --cp A --mass 400 --tan-beta 1 --width 0 --sqrt-s 400 | 3 | The width of the resonance is 0.0 GeV.
          theory --cp A --mass 400 --tan-beta 1 --sqrt-s 400 --z 1.5 | 3 | The cosine z is 1.5.
          """)
  void mistakesAreNamed(String line, int status, String message) {
    Run run = Run.line(line);
    assertThat(run.message()).isEqualTo(message);
    assertThat(run.status()).isEqualTo(status);
    assertThat(run.err()).isEqualTo(message + System.lineSeparator());
  }

  @Test
  void aMistypedOptionIsGuessed() {
    assertThat(Run.line("theory --mas 400").hint()).startsWith("Did you mean --mass?");
  }

  private static JsonNode point(String line) {
    Run run = Run.line(line);
    assertThat(run.status()).as(run.out()).isZero();
    return run.json().path("points").get(0);
  }

  private static double number(JsonNode node, String key) {
    return node.path(key).doubleValue();
  }
}
