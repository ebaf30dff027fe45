package org.dipscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** bumps with the keys of the contract, on the diphoton spectrum of ATLAS, arXiv:1207.7214. */
class BumpsCommandTest {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int[] HGG = {
    3735, 3501, 3444, 3253, 3088, 2922, 2822, 2709, 2553, 2357, 2301, 2274, 2214, 2157, 1979, 1887,
    1770, 1701, 1596, 1492, 1487, 1357, 1370, 1257, 1235, 1214, 1057, 1087, 1114, 1027
  };

  private static String line(String id, int[] counts, String more) {
    String edges =
        IntStream.rangeClosed(0, counts.length)
            .mapToObj(i -> String.valueOf(100 + 2 * i))
            .collect(Collectors.joining(","));
    return "{\"id\":\"%s\",\"edges\":[%s],\"counts\":%s%s}\n"
        .formatted(id, edges, Arrays.toString(counts), more);
  }

  private static Run run(String input, String options) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        Dipscope.execute(
            ("bumps - " + options).strip().split(" +"),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
    return new Run(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static List<JsonNode> lines(Run run) {
    return run.out().lines().map(MAPPER::readTree).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--estimator joint-fit --background bernstein4",
        "--estimator bumphunter --widths 2,3,4,5 --sidebands",
        "--estimator background-only",
        "--sigma 2,3 --background logpoly4"
      })
  void theHiggsBosonIsFound(String options) {
    Run run = run(line("hgg", HGG, ""), options);
    assertThat(run.status()).isZero();
    JsonNode found = lines(run).getFirst();
    assertThat(found.get("id").asString()).isEqualTo("hgg");
    assertThat(found.get("z")).hasSize(30);
    assertThat(found.get("zError")).hasSize(30);
    assertThat(found.get("massMax").asDouble()).isBetween(124.0, 129.0);
    assertThat(found.get("zMax").asDouble()).isBetween(2.0, 4.5);
    assertThat(found.get("widthMax").asDouble()).isPositive();
    assertThat(found.get("localP").asDouble()).isBetween(1e-6, 0.02);
    assertThat(found.get("globalP").asDouble()).isBetween(found.get("localP").asDouble(), 1.0);
    assertThat(found.get("interval").get(0).asDouble()).isLessThan(126.5);
    assertThat(found.get("interval").get(1).asDouble()).isGreaterThan(126.5);
    assertThat(found.get("trials").get("looks").asInt()).isEqualTo(1);
  }

  @Test
  void aBackgroundFromTheLineAFileOrAFormulaGivesTheSame(@TempDir Path folder) throws IOException {
    int[] flat = new int[30];
    Arrays.fill(flat, 900);
    flat[12] = 1050;
    String background =
        IntStream.range(0, 30).mapToObj(i -> "900").collect(Collectors.joining(","));
    Path file = folder.resolve("background.csv");
    StringBuilder csv = new StringBuilder("low,high,count\n");
    for (int i = 0; i < 30; i++) {
      csv.append(100 + 2 * i).append(',').append(102 + 2 * i).append(",900\n");
    }
    Files.writeString(file, csv);
    String known = "--estimator known-background";
    Run inLine = run(line("a", flat, ",\"background\":[" + background + "]"), known);
    Run inFile = run(line("a", flat, ""), known + " --background " + file);
    Run formula = run(line("a", flat, ""), known + " --background 900+0*m");
    assertThat(inFile.out()).isEqualTo(inLine.out());
    assertThat(formula.out()).isEqualTo(inLine.out());
    assertThat(lines(inLine).getFirst().get("massMax").asDouble()).isEqualTo(125);
  }

  @Test
  void badLinesAreNamedAndTheRestGoesOn() {
    Run run =
        run(
            line("one", HGG, "")
                + "{\"id\":\"two\",\"edges\":[0,1],\"counts\":[1,2]}\n"
                + "no json\n\n"
                + line("five", new int[] {3, -1, 2, 4}, "")
                + "{\"edges\":[0,1,2],\"counts\":[1,\"x\"]}\n"
                + "[1]\n"
                + line("eight", new int[30], "")
                + line("nine", HGG, ""),
            "");
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).contains("6 of 8 histograms could not be used.");
    List<JsonNode> lines = lines(run);
    assertThat(lines).hasSize(8);
    assertThat(lines.get(1).get("error").get("message").asString())
        .isEqualTo("Line 2: \"two\" has 1 bin but 2 counts.");
    assertThat(lines.get(2).get("error").get("line").asInt()).isEqualTo(3);
    assertThat(lines.get(3).get("error").get("message").asString())
        .isEqualTo("Line 5: Bin 2 of \"five\" has the count -1.0.");
    assertThat(lines.get(4).get("error").get("message").asString())
        .isEqualTo("Line 6: element 2 of \"counts\" is no number.");
    assertThat(lines.get(6).get("error").get("message").asString()).contains("holds no events");
    assertThat(lines.get(7).get("trials").get("looks").asInt()).isEqualTo(2);
    assertThat(lines.get(7).get("z")).isEqualTo(lines.get(0).get("z"));
  }

  @Test
  void nothingToReadIsSaid() {
    Run run = run(" \n\n", "");
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.out()).contains("Standard input holds no histogram");
  }

  @Test
  void aBackgroundThatMissesTheSpectrumIsSaid() {
    int[] spiked = HGG.clone();
    spiked[0] = 10_000_000;
    for (String estimator : List.of("bumpnet", "profile", "joint-fit")) {
      String[] out = {
        lines(run(line("s", spiked, ""), "--estimator " + estimator)).getFirst().toString(),
        lines(run(line("h", HGG, ""), "--estimator " + estimator)).getFirst().toString()
      };
      assertThat(out[0]).as(estimator).contains("misses the spectrum");
      assertThat(out[1]).as(estimator).doesNotContain("warnings");
    }
  }

  @Test
  void masksOfTheCallAndOfTheLineAreLeftOut() {
    int[] spoilt = HGG.clone();
    spoilt[5] = 10_000_000;
    for (String estimator :
        List.of("bumpnet", "profile", "joint-fit", "bumphunter --widths 2,3,4,5")) {
      String options = "--estimator " + estimator + " --mask 110:112";
      JsonNode clean = lines(run(line("hgg", HGG, ""), options)).getFirst();
      assertThat(lines(run(line("hgg", spoilt, ""), options)).getFirst()).isEqualTo(clean);
      assertThat(
              lines(run(line("hgg", spoilt, ",\"mask\":[[110,112]]"), "--estimator " + estimator))
                  .getFirst())
          .isEqualTo(clean);
      assertThat(clean.get("z").get(5).isNull()).isTrue();
      assertThat(clean.get("decidable").get(5).asBoolean()).isFalse();
      assertThat(clean.get("maskedBins").asInt()).isEqualTo(1);
      assertThat(clean.get("zMax").asDouble()).isBetween(2.7, 3.3);
    }
    JsonNode two =
        lines(run(line("hgg", HGG, ",\"mask\":[[111,113]]"), "--mask 100:104,150:152")).getFirst();
    assertThat(two.get("maskedBins").asInt()).isEqualTo(5);
  }

  @Test
  void aMaskThatIsNoneIsNamed() {
    Run usage = run(line("hgg", HGG, ""), "--mask 130:120");
    assertThat(usage.status()).isEqualTo(2);
    assertThat(usage.out()).contains("'130:120' does not run upwards: give the lower mass first");
    assertThat(run(line("hgg", HGG, ""), "--mask 130").out()).contains("not of the form LO:HI");
    Run run =
        run(
            line("a", HGG, ",\"mask\":[[1,2]]")
                + line("b", HGG, ",\"mask\":[[130,120]]")
                + line("c", HGG, ",\"mask\":[110,120]")
                + line("d", HGG, ",\"mask\":[[100,160]]"),
            "");
    assertThat(run.status()).isEqualTo(3);
    assertThat(lines(run).stream().map(l -> l.get("error").get("message").asString()))
        .containsExactly(
            "Line 1: element 1 of \"mask\" lies outside the edges, 100.0 to 160.0.",
            "Line 2: element 1 of \"mask\" runs from 130.0 to 120.0, not upwards.",
            "Line 3: element 1 of \"mask\" is no pair of masses.",
            "Line 4: All bins of \"d\" are masked.");
  }

  @Test
  void theOrderAndTheNumbersDoNotDependOnTheThreads() {
    StringBuilder input = new StringBuilder();
    for (int k = 0; k < 60; k++) {
      int[] counts = HGG.clone();
      counts[k % 30] += 60;
      input.append(line("h" + k, counts, ""));
    }
    Run one = run(input.toString(), "--threads 1 --widths 1,2");
    assertThat(run(input.toString(), "--threads 2 --widths 1,2").out()).isEqualTo(one.out());
    assertThat(lines(one)).hasSize(60);
    assertThat(lines(one).get(42).get("id").asString()).isEqualTo("h42");
  }

  @Test
  void toysAreReproducible() {
    String options = "--estimator bumphunter --widths 2,4 --toys 300 --seed 7";
    Run first = run(line("hgg", HGG, ""), options + " --threads 1");
    assertThat(run(line("hgg", HGG, ""), options + " --threads 2").out()).isEqualTo(first.out());
    JsonNode found = lines(first).getFirst();
    assertThat(found.get("toys").get("toys").asInt()).isEqualTo(300);
    assertThat(found.get("globalP").asDouble()).isGreaterThan(found.get("localP").asDouble());
  }

  @Test
  void aDipIsTheSmallestZ() {
    int[] counts = HGG.clone();
    counts[20] -= 200;
    JsonNode found =
        lines(run(line("dip", counts, ""), "--estimator profile --deficit --widths 1,2"))
            .getFirst();
    assertThat(found.get("massMax").asDouble()).isBetween(139.0, 143.0);
    assertThat(found.get("zMax").asDouble()).isLessThan(-2.5);
    assertThat(found.get("localP").asDouble())
        .isCloseTo(Math.exp(found.get("logLocalP").asDouble()), within(1e-9));
  }

  @Test
  void theNetworkAnswersUnlessAnotherIsMeant() {
    String hgg = line("hgg", HGG, "");
    assertThat(lines(run(hgg, "")).getFirst().get("estimator").asString()).isEqualTo("bumpnet");
    JsonNode found = lines(run(hgg, "")).getFirst();
    assertThat(found.get("massMax").asDouble()).isBetween(124.0, 128.0);
    assertThat(found.get("zMax").asDouble()).isBetween(3.0, 5.0);
    int[] few = {10, 9, 8, 20, 6, 5};
    assertThat(lines(run(line("few", few, ""), "")).getFirst().get("estimator").asString())
        .isEqualTo("profile");
    assertThat(lines(run(hgg, "--sigma 2")).getFirst().get("estimator").asString())
        .isEqualTo("profile");
    assertThat(lines(run(hgg, "--widths 6")).getFirst().get("estimator").asString())
        .isEqualTo("profile");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--estimator magic",
        "--widths 0",
        "--widths 1 --sigma 2",
        "--sidebands",
        "--toys -1",
        "--background no(such",
        "--background dijet9",
        "--estimator bumphunter --widths 1.5"
      })
  void aWrongRequestIsUsage(String options) {
    assertThat(run(line("hgg", HGG, ""), options).status()).as(options).isEqualTo(2);
  }
}
