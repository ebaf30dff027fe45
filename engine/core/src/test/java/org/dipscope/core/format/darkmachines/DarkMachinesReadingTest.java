package org.dipscope.core.format.darkmachines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.event.EventSource;
import org.dipscope.core.format.FileContents;
import org.dipscope.core.format.SharedManifest;
import org.dipscope.core.format.particle.Damage;
import org.dipscope.core.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

@Timeout(30)
class DarkMachinesReadingTest {
  private static final String NEW =
      """
      70;4top;2.9748e-08;234878;0.5;b,288384,245272,-0.54,-1.9;e+,125602,95779.5,0.77,-0.29;
      71;4top;2.9748e-08;1.5e+05;-0.5;g,50000,40000,0.1,0.2;
      72;4top;2.9748e-08;90000;0;
      """;

  @TempDir Path folder;

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("made.csv"), text);
  }

  private static FileContents inspect(Path file) {
    return DarkMachinesInspection.inspect(file, true, new CancelToken());
  }

  private static double sum(FileContents contents, String table, String column) {
    return SharedManifest.statistics(contents, table, column).sum();
  }

  @Test
  void aRealFileAgreesWithWhatOthersCounted() {
    String name = "files/darkmachines-csv/dm-monojet-chan3-part0.csv";
    JsonNode expected = SharedManifest.expected(name);
    FileContents contents = inspect(SharedManifest.path(name));
    assertThat(contents.problems()).isEmpty();
    assertThat(SharedManifest.table(contents, "events").rows())
        .isEqualTo(expected.get("events").asLong());
    assertThat(sum(contents, "events", "weight"))
        .isCloseTo(expected.get("sum_weight").asDouble(), within(1e-12));
    assertThat(sum(contents, "events", "MET")).isEqualTo(expected.get("sum_MET").asDouble());
    assertThat(sum(contents, "events", "HT"))
        .isCloseTo(expected.get("sum_pt_j_and_b").asDouble(), within(1.0));
    JsonNode objects = expected.get("objects_by_type");
    assertThat(sum(contents, "events", "jets")).isEqualTo(objects.get("j").asDouble());
    assertThat(sum(contents, "events", "bjets")).isEqualTo(objects.get("b").asDouble());
    assertThat(sum(contents, "events", "photons")).isEqualTo(objects.get("g").asDouble());
    assertThat(SharedManifest.statistics(contents, "events", "particles").maximum())
        .isEqualTo(expected.get("max_objects_in_an_event").asDouble());
  }

  @Test
  void selectedObjectsOfTheToyEventsAgreeWithTheReference() {
    Path toy = SharedManifest.path("../bump/data/dm_toy_events.csv");
    JsonNode objects =
        new ObjectMapper()
            .readTree(SharedManifest.path("../bump/data/dm_toy_expected.json").toFile())
            .get("objects");
    Map<String, Integer> found = new TreeMap<>();
    EventSource particles = DarkMachinesEvents.open(toy, "particles");
    particles.read(
        IntStream.range(0, particles.columns().size()).boxed().toList(),
        batch -> {
          double[][] columns = batch.columns();
          for (int i = 0; i < batch.size(); i++) {
            String kind =
                kind((int) Math.abs(columns[1][i]), columns[3][i], columns[4][i], columns[6][i]);
            found.merge(kind, 1, Integer::sum);
          }
        },
        new CancelToken());
    for (String kind : new String[] {"j", "b", "V", "T", "H", "g"}) {
      assertThat(found.get(kind)).as(kind).isEqualTo(objects.get(kind).asInt());
    }
    int leptons =
        objects.get("e").asInt() + objects.get("m").asInt() + 2 * objects.get("Z").asInt();
    assertThat(found.get("lepton")).isEqualTo(leptons);
  }

  /** Selection in MeV as bump/bump.md §4 has it. */
  private static String kind(int pdgId, double pt, double eta, double mass) {
    return switch (pdgId) {
      case 11 -> pt > 15e3 && Math.abs(eta) < 2.5 ? "lepton" : "none";
      case 13 -> pt > 15e3 && Math.abs(eta) < 2.7 ? "lepton" : "none";
      case 22 -> pt > 20e3 && Math.abs(eta) < 2.37 ? "g" : "none";
      default ->
          !(pt > 20e3 && Math.abs(eta) < 2.8)
              ? "none"
              : mass >= 200e3
                  ? "H"
                  : mass >= 110e3 ? "T" : mass >= 60e3 ? "V" : pdgId == 5 ? "b" : "j";
    };
  }

  @Test
  void linesMayHaveAnyNumberOfObjects() throws IOException {
    FileContents contents = inspect(write(NEW));
    assertThat(SharedManifest.table(contents, "events").rows()).isEqualTo(3);
    assertThat(SharedManifest.table(contents, "particles").rows()).isEqualTo(3);
    assertThat(sum(contents, "particles", "pdgId")).isEqualTo(5 - 11 + 22);
  }

  @Test
  void theOlderLayoutHasNoEnergiesAndGluesThePhotonToItsMomentum() throws IOException {
    FileContents contents =
        inspect(write("1.5;90000;0.1;j,50000,0.5,1;g40000,0.1,0.2;\n1;80000;0;mu+,3e4,0,0;\n"));
    assertThat(sum(contents, "events", "weight")).isEqualTo(2.5);
    assertThat(sum(contents, "particles", "pt")).isEqualTo(120000);
    assertThat(sum(contents, "particles", "pdgId")).isEqualTo(22 - 13);
    assertThat(SharedManifest.statistics(contents, "particles", "m").values()).isZero();
  }

  @Test
  void aLineThatIsNoEventIsNamed() throws IOException {
    Path file = write(NEW.replace("g,50000", "x,50000"));
    assertThatThrownBy(() -> inspect(file))
        .isInstanceOf(ProblemException.class)
        .hasMessageContainingAll("made.csv", "line 2", "object 1");
    Path other = write(NEW.replace("1.5e+05", "much"));
    assertThatThrownBy(() -> inspect(other))
        .isInstanceOf(ProblemException.class)
        .hasMessageContainingAll("line 2", "MET", "much");
  }

  @Test
  void aCutLastLineIsLeftOut() throws IOException {
    FileContents contents = inspect(write(NEW.substring(0, NEW.indexOf(",0.1,0.2"))));
    assertThat(SharedManifest.table(contents, "events").rows()).isEqualTo(1);
    assertThat(contents.problems().getFirst().message()).contains("ends inside event 2");
  }

  @Test
  void damagedFilesAreReadOrRefusedButNeverHang() throws IOException {
    int tried =
        Damage.tryAll(
            NEW.getBytes(StandardCharsets.US_ASCII),
            folder.resolve("damaged.csv"),
            3,
            DarkMachinesReadingTest::inspect);
    assertThat(tried).isGreaterThan(50);
  }
}
