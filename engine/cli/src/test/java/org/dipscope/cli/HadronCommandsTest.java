package org.dipscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Golden numbers: physics/golden/{xf,luminosity,spectrum}.csv (independent evolution). */
class HadronCommandsTest {
  private static final Percentage GOLDEN = Percentage.withPercentage(1e-6);
  private static final String A500 = "spectrum --cp A --mass 500 --tan-beta 1 ";

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          21, 0.4, 2, 0.2282043332001, 0.4129403857718
          -1, 0.4, 2, 0.005894392935, 0.4129403857718
          2, 1e-4, 1000, 6.699124039593, 0.09904495188271
          5, 1e-4, 1000, 5.571430663381, 0.09904495188271
          """)
  void builtinDistributions(int pid, String x, String q, double xf, double alphaS) {
    JsonNode json = json("pdf --set builtin --pid " + pid + " --x " + x + " --q " + q);
    assertThat(json.propertyNames()).containsExactly("set", "values", "alphaS");
    JsonNode value = json.path("values").get(0);
    assertThat(value.path("pid").intValue()).isEqualTo(pid);
    assertThat(value.path("xf").doubleValue()).isCloseTo(xf, GOLDEN);
    assertThat(json.path("alphaS").get(0).doubleValue()).isCloseTo(alphaS, GOLDEN);
  }

  @Test
  void distributionsComeForEveryPair() {
    JsonNode json = json("pdf --pid 21 --x 0.01,0.1 --q 10,100,1000");
    assertThat(json.path("values").size()).isEqualTo(6);
    assertThat(json.path("alphaS").size()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          mt, 0.12575264989422, 11546.2735049, 1679.000999398
          172.5, 0.12575264989422, 11546.2735049, 1679.000999398
          mtt/2, 0.11897841153479, 11072.64173334, 1680.066265642
          """)
  void builtinLuminosities(String scale, double alphaS, double gg, double qqbar) {
    JsonNode value =
        json("luminosity --set builtin --ecm 13 --mass 500 --scale " + scale).path("values").get(0);
    assertThat(value.propertyNames()).containsExactly("mass", "tau", "gg", "qqbar", "alphaS");
    assertThat(value.path("tau").doubleValue()).isCloseTo(0.0014792899408284, GOLDEN);
    assertThat(value.path("gg").doubleValue()).isCloseTo(gg, GOLDEN);
    assertThat(value.path("qqbar").doubleValue()).isCloseTo(qqbar, GOLDEN);
    assertThat(value.path("alphaS").doubleValue()).isCloseTo(alphaS, GOLDEN);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          --cp A --mass 400 --tan-beta 1, 500, 1.40029717682, 0.204112664405, 0.00222314069037, -0.0175371424639
          --coupling-even 0.7 --mass 950 --width 22, 1000, 0.0672666352088, 0.00910062699211, 8.00692536779e-05, -0.000213709102785
          --cp A --mass 700 --tan-beta 10, 1000, 0.0672666352088, 0.00910062699211, 3.16567194664e-09, 1.52917087618e-06
          """)
  void differentialSpectra(
      String resonance, String mass, double gg, double qq, double signal, double interference) {
    JsonNode point = json("spectrum " + resonance + " --mass-points " + mass).path("points").get(0);
    assertThat(point.propertyNames())
        .containsExactly("mass", "bornGg", "bornQq", "signal", "interference");
    assertThat(point.path("bornGg").doubleValue()).isCloseTo(gg, GOLDEN);
    assertThat(point.path("bornQq").doubleValue()).isCloseTo(qq, GOLDEN);
    assertThat(point.path("signal").doubleValue()).isCloseTo(signal, GOLDEN);
    assertThat(point.path("interference").doubleValue()).isCloseTo(interference, GOLDEN);
  }

  @Test
  void countsAreTheIntegralTimesLuminosity() {
    JsonNode bins = json(A500 + "--edges 499,501,503 --luminosity 2").path("points");
    JsonNode density = json(A500 + "--mass-points 500").path("points").get(0);
    assertThat(bins.size()).isEqualTo(2);
    assertThat(bins.get(0).path("mass").doubleValue()).isEqualTo(500);
    assertThat(bins.get(0).path("bornGg").doubleValue())
        .isCloseTo(2000 * 2 * density.path("bornGg").doubleValue(), Percentage.withPercentage(0.1));
  }

  @Test
  void factorsScaleTheirParts() {
    String points = A500 + "--mass-points 480 ";
    JsonNode plain = json(points).path("points").get(0);
    JsonNode scaled = json(points + "--k-born 4 --k-signal 9").path("points").get(0);
    assertThat(ratio(scaled, plain, "bornQq")).isCloseTo(4, GOLDEN);
    assertThat(ratio(scaled, plain, "signal")).isCloseTo(9, GOLDEN);
    assertThat(ratio(scaled, plain, "interference")).isCloseTo(6, GOLDEN);
  }

  @Test
  void whatLiesBelowThresholdIsZero() {
    JsonNode point = json(A500 + "--mass-points 340").path("points").get(0);
    assertThat(point.path("bornGg").doubleValue()).isZero();
    assertThat(point.path("interference").doubleValue()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pdf --pid 21 --x 0.1 | 2 | --q is missing.
          pdf --pid 2.5 --x 0.1 --q 100 | 2 | --pid: '2.5' is not a whole number.
          pdf --pid 99 --x 0.1 --q 100 | 3 | There is no parton with the number 99.
          pdf --pid 21 --x 0 --q 100 | 3 | The momentum fraction x = 0.0 lies outside (0, 1].
          luminosity --mass 500 --scale top | 2 | --scale: 'top' is not mt, mt/2, 2mt, mtt/2 or a positive number in GeV.
          luminosity --mass 14000 | 3 | A pair of 14000.0 GeV cannot come from protons of 13.0 TeV.
          spectrum --cp A --mass 500 --tan-beta 1 | 2 | Neither masses nor bins are given.
          spectrum --cp A --mass 500 --tan-beta 1 --bins 2,400,500 --mass-points 4 | 2 | --mass-points and bins exclude each other.
          spectrum --cp A --mass 500 --tan-beta 1 --bins 2,400 | 2 | --bins: '2,400' is not of the form N,LO,HI.
          spectrum --cp A --mass 500 --tan-beta 1 --edges 400,300 | 3 | Bin edge 2 (300.0) does not lie above edge 1 (400.0).
          spectrum --cp A --mass 500 --tan-beta 1 --edges 400,500 --efficiency full | 2 | --efficiency: 'full' is not none or published.
          """)
  void mistakesAreNamed(String line, int status, String message) {
    Run run = Run.line(line);
    assertThat(run.message()).isEqualTo(message);
    assertThat(run.status()).isEqualTo(status);
  }

  @Test
  void aMissingSetIsBadInput() {
    Run run = Run.line("luminosity --set NoSuchSet --mass 500");
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.hint()).contains("LHAPDF_DATA_PATH");
  }

  private static double ratio(JsonNode a, JsonNode b, String key) {
    return a.path(key).doubleValue() / b.path(key).doubleValue();
  }

  private static JsonNode json(String line) {
    Run run = Run.line(line);
    assertThat(run.status()).as(run.out()).isZero();
    return run.json();
  }
}
