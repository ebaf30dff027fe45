package org.dipscope.core.format.lhe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.event.EventSource;
import org.dipscope.core.event.HistogramFill;
import org.dipscope.core.event.HistogramRequest;
import org.dipscope.core.format.FileContents;
import org.dipscope.core.format.SharedManifest;
import org.dipscope.core.format.particle.Damage;
import org.dipscope.core.format.particle.RecordEvents;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class LheReadingTest {
  @TempDir Path folder;

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("made.lhe"), text);
  }

  private static FileContents inspect(Path file) {
    return LheInspection.inspect(file, true, new CancelToken());
  }

  @Test
  void topPairsBackToBackHaveTwiceTheirEnergyAsMass() throws IOException {
    Path file = write(LheSample.file(1000));
    FileContents contents = inspect(file);
    assertThat(contents.problems()).isEmpty();
    double mass = SharedManifest.statistics(contents, "events", "m_tt").sum();
    double energies = SharedManifest.statistics(contents, "particles", "E").sum();
    assertThat(mass).isCloseTo(energies / 2, within(1e-6 * mass));
    assertThat(SharedManifest.statistics(contents, "events", "y_tt").sum()).isZero();
    assertThat(SharedManifest.statistics(contents, "events", "weight").sum()).isEqualTo(1000);
    assertThat(SharedManifest.statistics(contents, "events", "weight_up").sum())
        .isCloseTo(1100, within(1e-6));
    assertThat(SharedManifest.statistics(contents, "beams", "energy").maximum()).isEqualTo(6500);
  }

  @Test
  void negativeWeightsAreCountedAndTheNormalisationIsExplained() throws IOException {
    LheNormalisation facts =
        LheInspection.normalisation(write(LheSample.file(8)), new CancelToken());
    assertThat(facts.negativeEvents()).isEqualTo(2);
    assertThat(facts.meanOverCrossSection()).isEqualTo(0.5);
    assertThat(facts.sumOverCrossSection()).isEqualTo(4);
    assertThat(facts.text()).contains("IDWTUP = -4", "0.5", "choose the normalisation");
  }

  @Test
  void aFileWithoutCrossSectionSaysSo() throws IOException {
    String text = LheSample.file(2).replace(" 2.0 0.1 2.0 7", " -1 -1 1 7");
    LheNormalisation facts = LheInspection.normalisation(write(text), new CancelToken());
    assertThat(facts.sumOverCrossSection()).isNaN();
    assertThat(facts.text()).contains("does not tell its cross section");
  }

  @Test
  void batchesHoldTheSameEventsPlainAndCompressed() throws IOException {
    String text = LheSample.file(5000);
    Path plain = write(text);
    Path packed = folder.resolve("misnamed.lhe");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
    assertThat(histogram(packed)).isEqualTo(histogram(plain));
  }

  private static Values histogram(Path file) {
    EventSource events = LheEvents.open(file, null);
    return HistogramFill.fill(
            events,
            new HistogramRequest("m_tt", "weight_up", "pt_top > 60", Binning.uniform(20, 300, 700)),
            new CancelToken())
        .histogram()
        .contents();
  }

  @Test
  void weightsWithoutNamesArePlacesInTheirList() throws IOException {
    String event = LheSample.event(1, 10);
    String text =
        LheSample.file(0)
            .replace(
                "</LesHouchesEvents>",
                event.replace("</rwgt>", "</rwgt>\n<weights> 1.0 2.0\n 3.0 </weights>")
                    + event
                    + "</LesHouchesEvents>");
    FileContents contents = inspect(write(text));
    assertThat(SharedManifest.statistics(contents, "events", "weights_3").sum()).isEqualTo(3);
    assertThat(SharedManifest.statistics(contents, "events", "weights_3").values()).isEqualTo(1);
  }

  @Test
  void aCutFileGivesTheEventsBeforeTheCut() throws IOException {
    String text = LheSample.file(10);
    Path file = write(text.substring(0, text.indexOf("<event>", text.length() - 900) + 150));
    RecordEvents<?> events = (RecordEvents<?>) LheEvents.open(file, "events");
    int[] rows = new int[1];
    events.read(List.of(0), batch -> rows[0] += batch.size(), new CancelToken());
    assertThat(rows[0]).isBetween(8, 9);
    assertThat(events.problems()).hasSize(1);
    assertThat(events.problems().getFirst().message())
        .contains("file ends inside event " + (rows[0] + 1), "</LesHouchesEvents> missing");
  }

  @Test
  void anEventThatAnotherOneInterruptsIsLeftOut() throws IOException {
    String text = LheSample.file(3);
    int second = text.indexOf("</event>");
    Path file = write(text.substring(0, second) + text.substring(second + 9));
    FileContents contents = inspect(file);
    assertThat(SharedManifest.table(contents, "events").rows()).isEqualTo(2);
    assertThat(contents.problems().getFirst().message()).contains("event 1 has no </event>");
  }

  @Test
  void anUnknownTableListsThoseThatAreThere() throws IOException {
    Path file = write(LheSample.file(1));
    assertThatThrownBy(() -> LheEvents.open(file, "jets"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().hint()).contains("events", "particles"));
  }

  /** Found by fuzzing: the line was read for ever as the start of the next event. */
  @Test
  void anEventWhoseTagIsFollowedByAnotherIsLeftOut() throws IOException {
    Path file = folder.resolve("tags.lhe");
    String good = LheSample.file(2);
    Files.writeString(file, good.replaceFirst("<event>", "<event></rwgt>\n</event>\n<event>"));
    FileContents contents = inspect(file);
    assertThat(SharedManifest.table(contents, "events").rows()).isEqualTo(2);
    assertThat(contents.problems()).hasSize(1);
    assertThat(contents.problems().getFirst().message()).contains("event 1", "</rwgt>");
  }

  @Test
  void aHeaderThatUnpacksToGigabytesIsRefusedInTime() throws IOException {
    Path file = folder.resolve("bomb.lhe.gz");
    byte[] blank = new byte[1 << 20];
    java.util.Arrays.fill(blank, (byte) '\n');
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write("<LesHouchesEvents>\n".getBytes(StandardCharsets.US_ASCII));
      for (int i = 0; i < 100; i++) {
        out.write(blank);
      }
    }
    assertThatThrownBy(() -> inspect(file))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("bomb.lhe.gz")
        .hasMessageContaining("expand more than");
  }

  @Test
  void damagedFilesAreReadOrRefusedButNeverHang() throws IOException {
    byte[] good = LheSample.file(30).getBytes(StandardCharsets.US_ASCII);
    int tried =
        Damage.tryAll(
            good,
            folder.resolve("damaged.lhe"),
            42,
            file ->
                org.junit.jupiter.api.Assertions.assertTimeout(
                    Duration.ofSeconds(5), () -> inspect(file)));
    assertThat(tried).isGreaterThan(50);
  }

  @Test
  void damagedCompressedFilesAreReadOrRefused() throws IOException {
    Path packed = folder.resolve("good.lhe.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(LheSample.file(30).getBytes(StandardCharsets.US_ASCII));
    }
    int tried =
        Damage.tryAll(
            Files.readAllBytes(packed),
            folder.resolve("damaged.lhe.gz"),
            43,
            file -> inspect(file));
    assertThat(tried).isGreaterThan(50);
  }
}
