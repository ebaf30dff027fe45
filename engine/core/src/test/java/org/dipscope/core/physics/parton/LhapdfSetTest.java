package org.dipscope.core.physics.parton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dipscope.core.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LhapdfSetTest {
  private static final double[] X = SetOnDisk.geometric(1e-4, 1, 21);
  private static final double[] Q = SetOnDisk.geometric(2, 2000, 9);

  @TempDir Path parent;

  private static double plane(int pid, double x, double q) {
    return pid + 0.3 * Math.log(x) - 0.1 * Math.log(q) + 20;
  }

  private PartonDistribution open(String info, String data) {
    return LhapdfSet.open(SetOnDisk.write(parent, "Made", info, data)).member(0);
  }

  @Test
  void theLuminosityOfADenseGridIsTheInvertedOne() {
    int[] pids = {-5, -4, -3, -2, -1, 21, 1, 2, 3, 4, 5};
    // dense towards x = 1, where the distributions bend most
    double[] steps = SetOnDisk.geometric(100, 1, 500);
    double[] x = Arrays.stream(steps).map(s -> Math.exp(-0.08 * (s - 1))).toArray();
    double[] low = SetOnDisk.geometric(150, 200, 4);
    PartonDistribution toy = LesHouchesToy.FOUR_FLAVOURS;
    List<PartonsAtScale> scales = Arrays.stream(low).mapToObj(toy::atScale).toList();
    String data =
        SetOnDisk.grid(
            x, low, pids, (pid, oneX, q) -> scales.get(Arrays.binarySearch(low, q)).xf(pid, oneX));
    PartonsAtScale grid = open(SetOnDisk.INFO, SetOnDisk.HEADER + data).atScale(low[1]);
    for (double tau = 7e-4; tau < 0.1; tau *= 1.5) {
      Luminosity expected = scales.get(1).luminosity(tau);
      Luminosity found = grid.luminosity(tau);
      assertThat(found.gg()).isCloseTo(expected.gg(), withinPercentage(1e-4));
      assertThat(found.qqbar()).isCloseTo(expected.qqbar(), withinPercentage(1e-4));
    }
  }

  @Test
  void aSpectrumOfThreeHundredLuminositiesTakesLessThanASecond() {
    PartonDistribution pdf = LhapdfSet.open(DipToyLhTest.folder()).member(0);
    double sum = 0;
    long start = System.nanoTime();
    PartonsAtScale partons = pdf.atScale(172.5);
    for (int i = 0; i < 300; i++) {
      double mass = 346 + 8 * i;
      sum += partons.luminosity(mass * mass / 13000 / 13000).gg();
    }
    assertThat(sum).isPositive();
    assertThat((System.nanoTime() - start) / 1e9).isLessThan(1);
  }

  @Test
  void bothInterpolationsReproduceAPlaneInTheLogarithms() {
    for (double[] q : List.of(Q, new double[] {2, 30}, new double[] {2, 8, 30})) {
      PartonDistribution pdf =
          open(
              SetOnDisk.INFO,
              SetOnDisk.HEADER + SetOnDisk.grid(X, q, new int[] {0, 2, 22}, LhapdfSetTest::plane));
      for (double x : new double[] {1e-4, 3.3e-4, 0.02, 0.5, 1}) {
        for (double scale : new double[] {2, 2.1, 17, 30}) {
          assertThat(pdf.xf(2, x, scale)).isCloseTo(plane(2, x, scale), within(1e-12));
          assertThat(pdf.xf(22, x, scale)).isCloseTo(plane(22, x, scale), within(1e-12));
          assertThat(pdf.xf(21, x, scale)).isCloseTo(plane(0, x, scale), within(1e-12));
          assertThat(pdf.xf(0, x, scale)).isEqualTo(pdf.xf(21, x, scale));
          assertThat(pdf.xf(5, x, scale)).isZero();
        }
      }
    }
  }

  @Test
  void negativeValuesAreRaisedWhereTheSetAsksForIt() {
    String data =
        SetOnDisk.HEADER + SetOnDisk.grid(X, Q, new int[] {21, 2}, (pid, x, q) -> x - 0.1);
    assertThat(open(SetOnDisk.INFO, data).xf(21, 0.01, 10)).isCloseTo(-0.09, within(1e-3));
    assertThat(open(SetOnDisk.INFO + "ForcePositive: 1\n", data).xf(21, 0.01, 10)).isZero();
    assertThat(open(SetOnDisk.INFO + "ForcePositive: 2\n", data).xf(21, 0.01, 10)).isEqualTo(1e-10);
    assertThat(open(SetOnDisk.INFO + "ForcePositive: 2\n", data).xf(4, 0.01, 10)).isZero();
  }

  @Test
  void theHeaderOfAMemberOverridesItsSet() {
    String grid = SetOnDisk.grid(X, Q, new int[] {21, 2}, (pid, x, q) -> x - 0.1);
    String data = "PdfType: central\nForcePositive: 1\n---\n" + grid;
    assertThat(open(SetOnDisk.INFO, data).xf(21, 0.01, 10)).isZero();
    assertThatThrownBy(() -> open(SetOnDisk.INFO, "Format: lhagrid9\n---\n" + grid))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("lhagrid9");
  }

  @Test
  void settingsMayWrapAndCarryCommentsQuotesAndColons() {
    String info =
        """
        # a comment
        SetDesc: "A set: with a colon,
          on two lines # kept"
        Authors: A. Author,
          B. Author
        NumMembers: 1   # one
        AlphaS_Type: ipol
        AlphaS_Qs: [1.0, 2.0,
        4.5, 4.5,
          10, 100]
        AlphaS_Vals: [0.5,0.35, 0.25,
          0.25, 0.2, 0.13 ]
        """;
    String data = SetOnDisk.HEADER + SetOnDisk.grid(X, Q, new int[] {21}, LhapdfSetTest::plane);
    LhapdfSet set = LhapdfSet.open(SetOnDisk.write(parent, "Made", info, data));
    assertThat(set.description()).isEqualTo("A set: with a colon, on two lines # kept");
    assertThat(set.hasErrors()).isFalse();
    assertThat(set.member(0).alphaS(2)).isCloseTo(0.35, within(1e-15));
    assertThat(set.member(0).alphaS(1e4)).isEqualTo(0.13);
    double below = set.member(0).alphaS(0.5);
    assertThat(below).isCloseTo(0.5 * 0.5 / 0.35, within(1e-12));
  }

  @Test
  void theCouplingRunsFromTheMassOfTheZ() {
    String data = SetOnDisk.HEADER + SetOnDisk.grid(X, Q, new int[] {21}, LhapdfSetTest::plane);
    PartonDistribution oneLoop = open(SetOnDisk.INFO, data);
    double b0 = (33 - 10) / (12 * Math.PI);
    double expected = 0.118 / (1 + 0.118 * b0 * 2 * Math.log(150 / 91.1876));
    assertThat(oneLoop.alphaS(150)).isCloseTo(expected, within(1e-11));
    assertThat(oneLoop.alphaS(91.1876)).isEqualTo(0.118);
    PartonDistribution twoLoops =
        open(SetOnDisk.INFO.replace("AlphaS_OrderQCD: 0", "AlphaS_OrderQCD: 1"), data);
    double b1 = (153 - 19 * 5) / (24 * Math.PI * Math.PI);
    double difference = implicit(twoLoops.alphaS(20), b0, b1) - implicit(0.118, b0, b1);
    assertThat(difference).isCloseTo(b0 * 2 * Math.log(20 / 91.1876), within(1e-9));
    for (PartonDistribution pdf : List.of(oneLoop, twoLoops)) {
      for (double q = 1; q < 1e4; q *= 1.07) {
        assertThat(pdf.alphaS(q * 1.07)).isPositive().isLessThan(pdf.alphaS(q));
      }
    }
    assertThatThrownBy(() -> twoLoops.alphaS(0.01))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("diverges");
  }

  /** 1/α + (b₁/b₀) ln(α/(b₀ + b₁α)), which grows by b₀ ln Q². */
  private static double implicit(double alpha, double b0, double b1) {
    return 1 / alpha + b1 / b0 * Math.log(alpha / (b0 + b1 * alpha));
  }

  @Test
  void everyMemberIsReadAndCombined() {
    String[] members = new String[5];
    for (int i = 0; i < members.length; i++) {
      double shift = new double[] {0, 1, -2, 3, 0.5}[i];
      members[i] =
          SetOnDisk.HEADER
              + SetOnDisk.grid(X, Q, new int[] {21}, (p, x, q) -> plane(p, x, q) + shift);
    }
    String info = SetOnDisk.INFO.replace("NumMembers: 1", "NumMembers: 5");
    double central = plane(21, 0.1, 10);
    check(info + "ErrorType: replicas\n", members, central + 0.625, Math.sqrt(12.6875 / 3), null);
    check(info + "ErrorType: hessian\n", members, central, Math.sqrt(1 + 9), 2.0);
    double symmetric = Math.sqrt(1 + 4 + 9 + 0.25);
    check(info + "ErrorType: symmhessian\n", members, central, symmetric, null);
    double toOneSigma = 1 / 1.6448536269514722;
    check(
        info + "ErrorType: symmhessian\nErrorConfLevel: 90\n",
        members,
        central,
        symmetric * toOneSigma,
        null);
    double withCoupling = Math.hypot(1, (3 - 0.5) / 2);
    check(info + "ErrorType: hessian+as\n", members, central, withCoupling, Math.hypot(2, 1.25));
    assertThatThrownBy(() -> check(info, members, central, 0, null))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("no error members");
  }

  private void check(
      String info,
      String[] members,
      double central,
      double plus,
      @org.jspecify.annotations.Nullable Double minus) {
    LhapdfSet set = LhapdfSet.open(SetOnDisk.write(parent, "Errors", info, members));
    double[] values = new double[set.members()];
    for (int i = 0; i < values.length; i++) {
      values[i] = set.member(i).xf(21, 0.1, 10);
    }
    Uncertainty found = set.uncertainty(values);
    assertThat(found.central()).isCloseTo(central, within(1e-10));
    assertThat(found.plus()).isCloseTo(plus, within(1e-10));
    assertThat(found.minus()).isCloseTo(minus == null ? plus : minus, within(1e-10));
  }

  @Test
  void setsAreFoundByNameIdAndFolder() throws IOException {
    String data = SetOnDisk.HEADER + SetOnDisk.grid(X, Q, new int[] {21}, LhapdfSetTest::plane);
    String twoMembers = SetOnDisk.INFO.replace("NumMembers: 1", "NumMembers: 2");
    Path folder = SetOnDisk.write(parent, "Made", twoMembers, data, data);
    SetOnDisk.write(parent, "Broken", "NumMembers: many\n");
    Files.writeString(parent.resolve("pdfsets.index"), "100 Other 1\n200 Made 3\n300 Last 1\n");
    Files.writeString(parent.resolve("lhapdf.conf"), "ForcePositive: 1\n");
    LhapdfPath path = new LhapdfPath(List.of(parent.resolve("nowhere"), parent));
    assertThat(PartonDistributions.open("Made", 1, path).name()).isEqualTo("Made/1");
    assertThat(PartonDistributions.open("201", 0, path).name()).isEqualTo("Made/1");
    assertThat(PartonDistributions.open(folder.toString(), 0, path).name()).isEqualTo("Made/0");
    assertThat(PartonDistributions.open("builtin", 0, path)).isSameAs(BuiltinPdf.MSTW2008LO);
    assertThat(PartonDistributions.installed(path))
        .extracting(InstalledSet::name, InstalledSet::members, set -> set.problem() == null)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("builtin", 1, true),
            org.assertj.core.groups.Tuple.tuple("Broken", 0, false),
            org.assertj.core.groups.Tuple.tuple("Made", 2, true));
  }

  @Test
  void theConfigurationFileGivesDefaults() throws IOException {
    String data = SetOnDisk.HEADER + SetOnDisk.grid(X, Q, new int[] {21}, (pid, x, q) -> x - 0.1);
    SetOnDisk.write(parent, "Made", SetOnDisk.INFO, data);
    Files.writeString(parent.resolve("lhapdf.conf"), "ForcePositive: 1\n");
    LhapdfPath path = new LhapdfPath(List.of(parent));
    assertThat(PartonDistributions.open("Made", 0, path).xf(21, 0.01, 10)).isZero();
  }

  @Test
  void thePathComesFromTheEnvironment() {
    Path home = Path.of("/home/someone");
    String two = "/first" + File.pathSeparator + "/second";
    Map<String, String> both = Map.of("LHAPDF_DATA_PATH", two, "LHAPATH", "/old");
    assertThat(LhapdfPath.of(both, home).folders())
        .startsWith(Path.of("/first"), Path.of("/second"), Path.of("/usr/share/LHAPDF"))
        .contains(Path.of("/home/someone/.local/share/LHAPDF"))
        .doesNotContain(Path.of("/old"));
    assertThat(LhapdfPath.of(Map.of("LHAPATH", "/old"), home).folders())
        .startsWith(Path.of("/old"));
    String closed = two + File.pathSeparator + File.pathSeparator;
    assertThat(LhapdfPath.of(Map.of("LHAPDF_DATA_PATH", closed), home).folders())
        .containsExactly(Path.of("/first"), Path.of("/second"));
    assertThat(LhapdfPath.of(Map.of(), home).folders()).hasSize(4);
  }
}
