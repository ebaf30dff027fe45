package org.dipscope.core.format.lhe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.event.EventSource;
import org.dipscope.core.format.ColumnSummary;
import org.dipscope.core.format.FileContents;
import org.dipscope.core.format.SharedManifest;
import org.dipscope.core.format.Statistics;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Files of four programs agree with what others counted in them. */
class LheRealFilesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mg5-ttbar-run01.lhe.gz",
        "pylhe-testfile-madgraph-2.0.0-wbj.lhe",
        "pylhe-testfile-powheg-box-v2-Zj.lhe",
        "pylhe-testfile-pythia-6.413-ttbar.lhe"
      })
  void eventsWeightsAndParticlesAgree(String name) {
    Path file = SharedManifest.path("files/lhe/" + name);
    JsonNode expected = SharedManifest.expected("files/lhe/" + name);
    FileContents contents = LheInspection.inspect(file, true, new CancelToken());

    assertThat(contents.problems()).isEmpty();
    Statistics weight = SharedManifest.statistics(contents, "events", "weight");
    assertThat(SharedManifest.table(contents, "events").rows())
        .isEqualTo(expected.get("events").asLong());
    assertClose(weight.sum(), expected.get("sum_XWGTUP").asDouble());
    assertThat(SharedManifest.table(contents, "particles").rows())
        .isEqualTo(expected.get("sum_NUP").asLong());
    assertThat(finalStateEnergy(file))
        .satisfies(e -> assertClose(e[1], expected.get("sum_E_final_state_GeV").asDouble()))
        .satisfies(
            e -> assertThat(e[0]).isEqualTo(expected.get("final_state_particles_ISTUP1").asInt()));
    for (String id : expected.get("extra_weight_sums_first5").propertyNames()) {
      assertClose(
          SharedManifest.statistics(contents, "events", "weight_" + id).sum(),
          expected.get("extra_weight_sums_first5").get(id).asDouble());
    }
    List<ColumnSummary> extra =
        SharedManifest.table(contents, "events").columns().stream()
            .filter(column -> column.name().startsWith("weight"))
            .toList();
    assertThat(extra).hasSize(1 + expected.get("extra_weight_ids").asInt());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mg5-ttbar-run01.lhe.gz",
        "pylhe-testfile-madgraph-2.0.0-wbj.lhe",
        "pylhe-testfile-powheg-box-v2-Zj.lhe",
        "pylhe-testfile-pythia-6.413-ttbar.lhe"
      })
  void runInformationAgrees(String name) {
    Path file = SharedManifest.path("files/lhe/" + name);
    JsonNode expected = SharedManifest.expected("files/lhe/" + name);
    LheNormalisation facts = LheInspection.normalisation(file, new CancelToken());
    assertThat(facts.negativeEvents()).isEqualTo(expected.get("negative_weight_events").asLong());
    assertThat(facts.run().weightStrategy()).isEqualTo(expected.get("IDWTUP").asInt());
    for (int i = 0; i < 2; i++) {
      LheRun.Beam beam = facts.run().beams().get(i);
      assertThat(beam.pdgId()).isEqualTo(expected.get("beams").get(i).asInt());
      assertThat(beam.energyGeV()).isEqualTo(expected.get("beam_energies_GeV").get(i).asDouble());
    }
    JsonNode processes = expected.get("processes_xsec_err_max_id");
    assertThat(facts.run().processes()).hasSize(processes.size());
    for (int i = 0; i < processes.size(); i++) {
      LheRun.Subprocess process = facts.run().processes().get(i);
      assertThat(process.crossSectionPb()).isEqualTo(processes.get(i).get(0).asDouble());
      assertThat(process.errorPb()).isEqualTo(processes.get(i).get(1).asDouble());
      assertThat(process.largestWeight()).isEqualTo(processes.get(i).get(2).asDouble());
      assertThat(process.id()).isEqualTo(processes.get(i).get(3).asInt());
    }
  }

  private static double[] finalStateEnergy(Path file) {
    EventSource particles = LheEvents.open(file, "particles");
    List<String> names = particles.columns().stream().map(column -> column.name()).toList();
    double[] sums = new double[2];
    particles.read(
        List.of(names.indexOf("status"), names.indexOf("E")),
        batch -> {
          for (int i = 0; i < batch.size(); i++) {
            if (batch.columns()[0][i] == 1) {
              sums[0]++;
              sums[1] += batch.columns()[1][i];
            }
          }
        },
        new CancelToken());
    return sums;
  }

  private static void assertClose(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(1e-9 * Math.abs(expected)));
  }
}
