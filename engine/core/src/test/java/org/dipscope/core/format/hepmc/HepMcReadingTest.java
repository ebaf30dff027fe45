package org.dipscope.core.format.hepmc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.event.EventColumn;
import org.dipscope.core.event.EventSource;
import org.dipscope.core.format.FileContents;
import org.dipscope.core.format.SharedManifest;
import org.dipscope.core.format.particle.Damage;
import org.dipscope.core.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@Timeout(30)
class HepMcReadingTest {
  private static final String THREE =
      """
      HepMC::Version 3.02.05
      HepMC::Asciiv3-START_EVENT_LISTING
      W 2
      N nominal\\|muR=2
      E 10 1 3
      U MEV CM
      W 2.0 -3.0
      A 0 GenCrossSection 1.5e+01 2e-01 -1 -1
      P 1 0 2212 0 0 7000 7000 938 4
      P 2 0 2212 0 0 -7000 7000 938 4
      V -1 0 [1,2] @ 0.1 0.2 0.3 0.4
      P 3 -1 22 3000 4000 0 5000 0 1
      E 11 0 0
      U GEV MM
      W 1.0 1.0
      HepMC::Asciiv3-END_EVENT_LISTING
      """;
  private static final String TWO =
      """

      HepMC::Version 2.06.09
      HepMC::IO_GenEvent-START_EVENT_LISTING
      E 5 -1 91.2 0.118 0.0078 1 -1 1 1 2 1 99 2 4.0 5.0
      N 2 "Weight" "up down"
      U GEV MM
      C 12.5 0.5
      V -1 0 1 2 3 4 2 1 0
      P 1 2212 0 0 7 7 0.938 4 0 0 -1 0
      P 2 2212 0 0 -7 7 0.938 4 0 0 -1 0
      P 3 22 3 4 0 5 0 1 0 0 0 1 1 501
      HepMC::IO_GenEvent-END_EVENT_LISTING
      """;

  @TempDir Path folder;

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("made.hepmc"), text);
  }

  private static FileContents inspect(Path file) {
    return HepMcInspection.inspect(file, true, new CancelToken());
  }

  private static double sum(FileContents contents, String table, String column) {
    return SharedManifest.statistics(contents, table, column).sum();
  }

  @ParameterizedTest
  @ValueSource(strings = {"pythia6.dat", "sibyll21.dat"})
  void realFilesAgreeWithWhatOthersCounted(String name) {
    Path file = SharedManifest.path("files/hepmc/" + name);
    JsonNode expected = SharedManifest.expected("files/hepmc/" + name);
    FileContents contents = inspect(file);
    assertThat(contents.problems()).isEmpty();
    assertThat(SharedManifest.table(contents, "events").rows())
        .isEqualTo(expected.get("events").asLong());
    assertThat(SharedManifest.table(contents, "particles").rows())
        .isEqualTo(expected.get("particles").asLong());
    assertThat(SharedManifest.table(contents, "vertices").rows())
        .isEqualTo(expected.get("vertices_lines").asLong());
    assertThat(sum(contents, "events", "finalParticles"))
        .isEqualTo(expected.get("final_state_status1").asDouble());
    double energy = expected.get("sum_E_final_state").asDouble();
    assertThat(finalEnergy(file)).isCloseTo(energy, within(1e-12 * energy));
  }

  private static double finalEnergy(Path file) {
    EventSource particles = HepMcEvents.open(file, "particles");
    List<String> names = particles.columns().stream().map(EventColumn::name).toList();
    double[] sum = new double[1];
    particles.read(
        List.of(names.indexOf("status"), names.indexOf("E")),
        batch -> {
          for (int i = 0; i < batch.size(); i++) {
            sum[0] += batch.columns()[0][i] == 1 ? batch.columns()[1][i] : 0;
          }
        },
        new CancelToken());
    return sum[0];
  }

  @Test
  void versionThreeInMevAndCmBecomesGevAndMm() throws IOException {
    FileContents contents = inspect(write(THREE));
    assertThat(contents.problems()).isEmpty();
    assertThat(SharedManifest.table(contents, "events").rows()).isEqualTo(2);
    assertThat(sum(contents, "events", "weight")).isEqualTo(3);
    assertThat(sum(contents, "events", "weight_muR=2")).isEqualTo(-2);
    assertThat(sum(contents, "events", "crossSection")).isEqualTo(15);
    assertThat(sum(contents, "particles", "pt")).isCloseTo(5, within(1e-12));
    assertThat(sum(contents, "particles", "E")).isCloseTo(19, within(1e-12));
    assertThat(sum(contents, "vertices", "x")).isEqualTo(1);
  }

  @Test
  void versionTwoKeepsItsWeightsOnTheLineOfTheEvent() throws IOException {
    FileContents contents = inspect(write(TWO));
    assertThat(contents.problems()).isEmpty();
    assertThat(sum(contents, "events", "label")).isEqualTo(5);
    assertThat(sum(contents, "events", "weight")).isEqualTo(4);
    assertThat(sum(contents, "events", "weight_up down")).isEqualTo(5);
    assertThat(sum(contents, "events", "crossSection")).isEqualTo(12.5);
    assertThat(sum(contents, "particles", "origin")).isEqualTo(-1);
    assertThat(sum(contents, "vertices", "ct")).isEqualTo(4);
  }

  @Test
  void aMissingParticleLeavesItsEventOut() throws IOException {
    FileContents contents = inspect(write(THREE.replace("P 2 0 2212 0 0 -7000 7000 938 4\n", "")));
    assertThat(SharedManifest.table(contents, "events").rows()).isEqualTo(1);
    assertThat(contents.problems()).hasSize(1);
    assertThat(contents.problems().getFirst().message())
        .contains("event 1, line 5", "announced 3, found 2 particles");
  }

  @Test
  void aCutFileGivesTheEventsBeforeTheCut() throws IOException {
    String second = THREE.replace("HepMC::Asciiv3-END_EVENT_LISTING\n", "");
    FileContents contents = inspect(write(second));
    assertThat(SharedManifest.table(contents, "events").rows()).isEqualTo(2);
    assertThat(contents.problems().getFirst().message()).contains("end marker missing");
    FileContents shorter = inspect(write(THREE.substring(0, THREE.indexOf("5000 0 1"))));
    assertThat(SharedManifest.table(shorter, "events").rows()).isZero();
    assertThat(shorter.problems().getFirst().message()).contains("event 1 incomplete");
  }

  @Test
  void unitsThatAreMissingAreTold() throws IOException {
    FileContents contents = inspect(write(TWO.replace("U GEV MM\n", "")));
    assertThat(contents.problems().getFirst().message()).contains("no line of units");
  }

  @Test
  void damageInRealFilesIsTold() {
    FileContents contents = inspect(SharedManifest.path("bad/hepmc2_90pct.hepmc"));
    assertThat(contents.problems()).hasSize(1);
    assertThat(contents.problems().getFirst().message())
        .contains("line 2475", "event 1 incomplete", "end marker missing");
    Path unknown = SharedManifest.path("bad/hepmc3_header_broken.hepmc");
    assertThatThrownBy(() -> inspect(unknown))
        .isInstanceOf(ProblemException.class)
        .hasMessageContainingAll("Asciiv9", "not a known HepMC version");
  }

  @Test
  void damagedFilesAreReadOrRefusedButNeverHang() throws IOException {
    for (String good : List.of(TWO, THREE)) {
      int tried =
          Damage.tryAll(
              good.getBytes(StandardCharsets.US_ASCII),
              folder.resolve("damaged.hepmc"),
              11,
              HepMcReadingTest::inspect);
      assertThat(tried).isGreaterThan(50);
    }
  }
}
