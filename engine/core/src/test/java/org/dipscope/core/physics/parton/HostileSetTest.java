package org.dipscope.core.physics.parton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Broken and malicious sets: a clear problem that names the place, never anything else. */
@Timeout(60)
class HostileSetTest {
  private static final String GOOD =
      SetOnDisk.HEADER
          + SetOnDisk.grid(
              SetOnDisk.geometric(1e-3, 1, 5),
              SetOnDisk.geometric(2, 200, 4),
              new int[] {-1, 21, 1},
              (pid, x, q) -> 1 - x);

  @TempDir Path parent;

  private Problem problemOf(String info, String data) {
    Path folder = SetOnDisk.write(parent, "Bad", info, data);
    ProblemException e =
        catchThrowableOfType(
            ProblemException.class, () -> LhapdfSet.open(folder).member(0).xf(21, 0.1, 10));
    assertThat(e).as("nothing was wrong with %s", SetMetadata.shortened(data)).isNotNull();
    assertThat(e.problem().hint()).isNotBlank();
    assertThat(e.problem().kind()).isEqualTo(Problem.Kind.BAD_INPUT);
    assertThat(e.problem().message()).endsWith(".");
    return e.problem();
  }

  private Problem problemOfData(String data) {
    Problem problem = problemOf(SetOnDisk.INFO, data);
    assertThat(problem.file()).endsWith("Bad_0000.dat");
    return problem;
  }

  @Test
  void theGoodOneIsGood() {
    Path folder = SetOnDisk.write(parent, "Good", SetOnDisk.INFO, GOOD);
    assertThat(LhapdfSet.open(folder).member(0).xf(21, 1, 10)).isZero();
  }

  @Test
  void dataCutOffAnywhereAreRefusedWithTheirLastLine() throws IOException {
    byte[] whole = Files.readAllBytes(DipToyLhTest.folder().resolve("DipToyLH_0000.dat"));
    for (int percent = 0; percent < 100; percent += 5) {
      int length = (int) ((long) whole.length * percent / 100);
      String cut = new String(whole, 0, length, StandardCharsets.UTF_8);
      Problem problem = problemOfData(cut);
      assertThat(problem.line()).isEqualTo((int) cut.lines().count());
    }
    String withoutEnd = new String(whole, 0, whole.length - 4, StandardCharsets.UTF_8);
    assertThat(problemOfData(withoutEnd).message()).contains("cut off");
  }

  @Test
  void settingsCutOffAnywhereAreRefusedOrReadAsFarAsTheyGo() throws IOException {
    byte[] whole = Files.readAllBytes(DipToyLhTest.folder().resolve("DipToyLH.info"));
    for (int percent = 0; percent < 100; percent += 5) {
      int length = (int) ((long) whole.length * percent / 100);
      String cut = new String(whole, 0, length, StandardCharsets.UTF_8);
      survives(cut, GOOD);
    }
  }

  @Test
  void mutatedFilesNeverDoAnythingElse() throws IOException {
    byte[] data = GOOD.getBytes(StandardCharsets.UTF_8);
    byte[] info = Files.readAllBytes(DipToyLhTest.folder().resolve("DipToyLH.info"));
    SplittableRandom random = new SplittableRandom(20261123);
    int refused = 0;
    for (int round = 0; round < 400; round++) {
      String mutatedData = round % 2 == 0 ? mutated(data, random) : GOOD;
      String mutatedInfo = round % 2 == 1 ? mutated(info, random) : SetOnDisk.INFO;
      refused += survives(mutatedInfo, mutatedData) ? 0 : 1;
    }
    assertThat(refused).isGreaterThan(75);
  }

  @Test
  void mutatedTokensNeverDoAnythingElse() {
    String[] words = {
      "NaN",
      "-1",
      "0",
      "1e400",
      "-1e308",
      "Infinity",
      "0x1p3",
      "[",
      "]",
      "---",
      "",
      "1e-320",
      "99999999999999999999",
      "\u0000",
      "ü",
      "1.0.0",
      "-",
      "*a",
      "&a",
      "\"",
      "1e15",
      ":",
      "#"
    };
    SplittableRandom random = new SplittableRandom(42);
    for (int round = 0; round < 400; round++) {
      String word = words[random.nextInt(words.length)];
      if (round % 2 == 0) {
        survives(SetOnDisk.INFO, withToken(GOOD, word, random));
      } else {
        survives(withToken(SetOnDisk.INFO, word, random), GOOD);
      }
    }
  }

  /** Whether the set can be used; its numbers are then finite. Anything but a Problem fails. */
  private boolean survives(String info, String data) {
    try {
      Path folder = SetOnDisk.write(parent, "Bad", info, data);
      PartonDistribution pdf = LhapdfSet.open(folder).member(0);
      for (double q : new double[] {1.5, 2, 50, 172.5, 3000}) {
        assertThat(pdf.xf(21, 0.05, q)).isFinite();
        assertThat(pdf.luminosity(0.01, q).gg()).isFinite();
        assertThat(pdf.alphaS(q)).isFinite();
      }
      return true;
    } catch (ProblemException e) {
      assertThat(e.problem().message()).isNotBlank();
      assertThat(e.problem().hint()).isNotBlank();
      return false;
    }
  }

  private static String mutated(byte[] original, SplittableRandom random) {
    byte[] bytes = original.clone();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static String withToken(String text, String word, SplittableRandom random) {
    String[] words = text.split("(?<=\\s)", -1);
    int at = random.nextInt(words.length);
    words[at] = word + (words[at].endsWith("\n") ? "\n" : " ");
    return String.join("", words);
  }

  @Test
  void wrongColumnCountsAreNamedByLine() {
    String[] lines = GOOD.split("\n", -1);
    lines[9] = lines[9] + " 1.0";
    Problem problem = problemOfData(String.join("\n", lines));
    assertThat(problem.line()).isEqualTo(10);
    assertThat(problem.message()).contains("4 columns where 3 partons are listed");
  }

  @Test
  void aMissingSeparatorIsNoticed() {
    assertThat(problemOfData(GOOD.replaceFirst("(?s)---\n$", "")).message()).contains("cut off");
    assertThat(problemOfData(GOOD.replaceFirst("---\n", "")).message()).contains("Key: value");
    String tooManyRows = GOOD.replaceFirst("(?s)---\n$", "1 2 3\n---\n");
    assertThat(problemOfData(tooManyRows).message()).contains("must be \"---\"");
  }

  @ParameterizedTest
  @CsvSource({
    "0.1 0.2 0.3,x knots; a grid has 4",
    "0.1 0.2 0.2 0.4,increase",
    "0.1 0.2 0.15 0.4,increase",
    "0 0.2 0.3 0.4,increase",
    "-0.1 0.2 0.3 0.4,increase",
    "0.1 NaN 0.3 0.4,NaN",
    "0.1 0.2 0.3 1.5,above 1",
    "1e-5 1.0000000000000002e-5 0.3 0.4,increase"
  })
  void badMomentumKnotsAreNamed(String knots, String message) {
    String[] lines = GOOD.split("\n", -1);
    lines[3] = knots;
    Problem problem = problemOfData(String.join("\n", lines));
    assertThat(problem.message()).contains(message);
    assertThat(problem.line()).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10", "-2 5 10 20", "2 5 5 20", "2 5 NaN 20", "2 5 1e999 20", ""})
  void badScaleKnotsAreNamed(String knots) {
    String[] lines = GOOD.split("\n", -1);
    lines[4] = knots;
    assertThat(problemOfData(String.join("\n", lines)).line()).isBetween(5, 6);
  }

  @Test
  void hugeGridsAreRefusedBeforeTheyAreAllocated() {
    StringBuilder knots = new StringBuilder();
    for (int i = 1; i <= 20_001; i++) {
      knots.append(i * 1e-5).append(' ');
    }
    String many = SetOnDisk.HEADER + knots + "\n2 3 4 5\n21\n";
    assertThat(problemOfData(many).message()).contains("20001 x knots");
    String ten =
        String.join(" ", Arrays.asList(knots.toString().split(" ", -1)).subList(0, 10_000));
    String wide = SetOnDisk.HEADER + ten + "\n" + ten + "\n21 1 2\n1 2 3\n";
    assertThat(problemOfData(wide).message()).contains("300000000 values");
    String endless = SetOnDisk.HEADER + "1".repeat(3_000_000);
    assertThat(problemOfData(endless).message()).contains("too long");
    String header = "Key: value\n".repeat(20_000) + "---\n";
    assertThat(problemOfData(header).message()).contains("missing");
    assertThat(problemOf("\n".repeat(300_000), GOOD).message()).contains("one too many");
    assertThat(problemOf("K: v\n" + " v\n".repeat(190_000) + "?", GOOD).file()).isNotNull();
    assertThat(problemOf("K: " + "v".repeat(9 << 20), GOOD).message()).contains("larger than 8 MB");
  }

  @Test
  void gridsThatDoNotMeetAreRefused() {
    String second =
        SetOnDisk.grid(
            SetOnDisk.geometric(1e-3, 1, 5),
            SetOnDisk.geometric(300, 900, 4),
            new int[] {21},
            (pid, x, q) -> 1);
    assertThat(problemOfData(GOOD + second).message()).contains("does not end");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2147483647", "-1", "0", "1e3", "99999999999", "many", "[1]"})
  void absurdMemberCountsAreRefused(String count) {
    Problem problem =
        problemOf(SetOnDisk.INFO.replace("NumMembers: 1", "NumMembers: " + count), GOOD);
    assertThat(problem.file()).endsWith("Bad.info");
    assertThat(problem.line()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Particle: 211",
        "Interpolator: magic",
        "ForcePositive: 7",
        "AlphaS_MZ: -1",
        "AlphaS_MZ: .nan",
        "AlphaS_Type: guess",
        "NumFlavors: 40",
        "MBottom: 0.1",
        "AlphaS_Type: ipol",
        "AlphaS_Type: ipol\nAlphaS_Qs: [1, 2\n",
        "AlphaS_Type: ipol\nAlphaS_Qs: [1, 2]\nAlphaS_Vals: [0.3]",
        "AlphaS_Type: ipol\nAlphaS_Qs: [2, 1]\nAlphaS_Vals: [0.3, 0.2]",
        "AlphaS_Type: ipol\nAlphaS_Qs: [2, 2, 2]\nAlphaS_Vals: [0.3, 0.2, 0.1]",
        "AlphaS_Type: ipol\nAlphaS_Qs: [1, 2]\nAlphaS_Vals: [0.3, NaN]",
        "AlphaS_Type: ipol\nAlphaS_Qs: &a [*a, *a]\nAlphaS_Vals: *a",
        "just some words",
        "ErrorType: hessian\nErrorConfLevel: 100"
      })
  void settingsThatMakeNoSenseAreNamedByLine(String settings) {
    Problem problem = problemOf(SetOnDisk.INFO + settings + "\n", GOOD);
    assertThat(problem.file()).contains("Bad");
  }

  @Test
  void binaryFilesAreRecognised() {
    String binary = "\u007fELF\u0001\u0000\u0000 something";
    assertThat(problemOf(binary, GOOD).message()).contains("binary");
    assertThat(problemOfData(binary).message()).contains("binary");
  }

  @Test
  void membersOutsideTheSetAreRefused() {
    LhapdfSet set = LhapdfSet.open(SetOnDisk.write(parent, "Good", SetOnDisk.INFO, GOOD));
    for (int member : new int[] {-1, 1, Integer.MAX_VALUE}) {
      assertThatThrownBy(() -> set.member(member))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("no member " + member);
    }
    LhapdfSet incomplete =
        LhapdfSet.open(
            SetOnDisk.write(parent, "Few", SetOnDisk.INFO.replace(": 1\n", ": 9\n"), GOOD));
    assertThatThrownBy(() -> incomplete.member(8))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("Few_0008.dat");
  }

  @Test
  void anUnknownSetSaysWhereItWasLookedFor() {
    LhapdfPath path = new LhapdfPath(List.of(parent, Path.of("/nowhere/LHAPDF")));
    assertThatThrownBy(() -> PartonDistributions.open("NoSuchSet", 0, path))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("NoSuchSet")
        .hasMessageContaining(parent.toString())
        .hasMessageContaining("/nowhere/LHAPDF");
    assertThatThrownBy(() -> PartonDistributions.open("123", 0, path))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("/nowhere/LHAPDF");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "..",
        ".",
        "",
        " ",
        "../../etc",
        "/etc",
        "..\\..\\etc",
        "a/../../b",
        "~",
        "*",
        "NUL\u0000",
        "a..b",
        "-",
        "999999999"
      })
  void namesThatAreNoNamesAreRefused(String name) {
    LhapdfPath path = new LhapdfPath(List.of(parent));
    assertThatThrownBy(() -> PartonDistributions.open(name, 0, path))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void anIndexCannotLeadOutOfItsFolder() throws IOException {
    SetOnDisk.write(parent, "Good", SetOnDisk.INFO, GOOD);
    Path inner = Files.createDirectories(parent.resolve("inner"));
    Files.writeString(inner.resolve("pdfsets.index"), "100 ../Good 1\n");
    LhapdfPath path = new LhapdfPath(List.of(inner));
    assertThatThrownBy(() -> PartonDistributions.open("100", 0, path))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("Line 1");
  }

  @Test
  void aLinkOutOfTheFolderIsNotFollowed() throws IOException {
    Path outside = Files.writeString(parent.resolve("outside.dat"), GOOD);
    Path folder = SetOnDisk.write(parent, "Linked", SetOnDisk.INFO);
    Files.createSymbolicLink(folder.resolve("Linked_0000.dat"), outside);
    LhapdfSet set = LhapdfSet.open(folder);
    assertThatThrownBy(() -> set.member(0))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("link out of the folder");
  }

  @Test
  void argumentsOutsideTheDomainAreNamed() {
    PartonDistribution pdf =
        LhapdfSet.open(SetOnDisk.write(parent, "Good", SetOnDisk.INFO, GOOD)).member(0);
    for (double x : new double[] {0, -1, 1.1, Double.NaN, Double.NEGATIVE_INFINITY}) {
      assertThatThrownBy(() -> pdf.xf(21, x, 10)).isInstanceOf(ProblemException.class);
      assertThatThrownBy(() -> pdf.luminosity(x, 10)).isInstanceOf(ProblemException.class);
    }
    for (double q : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> pdf.xf(21, 0.1, q)).isInstanceOf(ProblemException.class);
      assertThatThrownBy(() -> pdf.alphaS(q)).isInstanceOf(ProblemException.class);
    }
    assertThat(pdf.luminosity(1, 10)).isEqualTo(Luminosity.NONE);
    assertThat(pdf.xf(21, 1e-300, 1e300)).isFinite();
  }
}
