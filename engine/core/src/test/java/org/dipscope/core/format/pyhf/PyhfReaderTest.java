package org.dipscope.core.format.pyhf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.format.AnnotatedHistogram;
import org.dipscope.core.format.DamagedText;
import org.dipscope.core.format.Manifest;
import org.dipscope.core.format.SharedFiles;
import org.dipscope.core.format.json.JsonFiles;
import org.dipscope.core.histogram.Histogram;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class PyhfReaderTest {
  private static final String WORKSPACE =
      """
      {"channels": [{"name": "SR", "samples": [
          {"name": "signal", "data": [5, 10.5], "modifiers": [
            {"name": "mu", "type": "normfactor", "data": null},
            {"name": "scale", "type": "normsys", "data": {"lo": 0.9, "hi": 1.2}}]},
          {"name": "background", "data": [50, 60], "modifiers": [
            {"name": "shape", "type": "histosys",
             "data": {"lo_data": [49, 61], "hi_data": [52, 63]}},
            {"name": "lumi", "type": "lumi", "data": null}]}]}],
       "observations": [{"name": "SR", "data": [50, 60]}],
       "measurements": [{"name": "M", "config": {"poi": "mu", "parameters": [
          {"name": "lumi", "sigmas": [0.02]}]}}],
       "version": "1.0.0"}
      """;

  @TempDir private Path folder;

  @Test
  void yieldsOfRealWorkspacesAgree() {
    for (String file : Manifest.files("pyhf-json")) {
      Map<String, Histogram> histograms =
          JsonFiles.inspect(SharedFiles.format("files/" + file), true, new CancelToken())
              .histograms()
              .stream()
              .collect(Collectors.toMap(Histogram::name, Function.identity()));
      JsonNode expected = Manifest.expected(file);
      int count = 0;
      for (JsonNode channel : expected.get("channel_detail")) {
        String name = channel.get("name").asString();
        for (int bin = 0; bin < channel.get("bins").asInt(); bin++) {
          double total = 0;
          for (JsonNode sample : channel.get("samples")) {
            total += contents(histograms, name + "/" + sample.asString()).get(bin);
          }
          assertThat(total)
              .isEqualTo(
                  channel.get("nominal_total").get(bin).asDouble(),
                  org.assertj.core.api.Assertions.within(1e-9));
          assertThat(contents(histograms, name + "/observed").get(bin))
              .isEqualTo(expected.get("observations").get(name).get(bin).asDouble());
        }
        count += channel.get("samples").size() + 1;
      }
      assertThat(histograms).as(file).hasSize(count);
    }
  }

  private static Values contents(Map<String, Histogram> histograms, String name) {
    return Objects.requireNonNull(histograms.get(name), name).contents();
  }

  @Test
  void modifiersAreNamedErrors() throws IOException {
    List<AnnotatedHistogram> histograms =
        PyhfReader.histograms(write("w.json", WORKSPACE), new CancelToken());

    AnnotatedHistogram background = histograms.get(1);
    assertThat(background.sources()).extracting("label").containsExactly("shape", "lumi");
    assertThat(background.sources().getFirst().down()).isEqualTo(Values.of(-1, 1));
    assertThat(background.sources().getFirst().up()).isEqualTo(Values.of(2, 3));
    assertThat(background.sources().getFirst().low(1)).isZero();
    assertThat(background.sources().get(1).up()).isEqualTo(Values.of(1, 1.2));
  }

  @Test
  void aPatchChangesTheWorkspaceAsAWhole() throws IOException {
    Path workspace = write("w.json", WORKSPACE);
    Path patch =
        write(
            "p.json",
            """
            [{"op": "test", "path": "/version", "value": "1.0.0"},
             {"op": "replace", "path": "/channels/0/samples/0/data/1", "value": 11},
             {"op": "copy", "from": "/channels/0/samples/0", "path": "/channels/0/samples/-"},
             {"op": "replace", "path": "/channels/0/samples/2/name", "value": "again"},
             {"op": "remove", "path": "/channels/0/samples/1"}]
            """);

    List<AnnotatedHistogram> histograms =
        PyhfReader.histograms(workspace, patch, "patch", new CancelToken());

    assertThat(histograms)
        .extracting(h -> h.histogram().name())
        .containsExactly("SR/signal", "SR/again", "SR/observed");
    assertThat(histograms.get(1).histogram().contents()).isEqualTo(Values.of(5, 11));
  }

  @Test
  void patchesThatDoNotFitNamePathAndPatch() throws IOException {
    Path workspace = write("w.json", WORKSPACE);
    Path bad = SharedFiles.format("bad/pyhf_patch_bad_path.json");

    assertThatThrownBy(
            () ->
                PyhfReader.histograms(
                    workspace, bad, "patch_channel1_signal_syst1", new CancelToken()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContainingAll("/channels/99/samples/0", "patch patch_channel1_signal_syst1");
    assertThatThrownBy(() -> JsonFiles.inspect(bad, true, new CancelToken()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContainingAll("/channels/99/samples/0", "patch patch_channel1_signal_syst1");
  }

  @Test
  @Timeout(20)
  void patchesThatDoubleTheDocumentAreStopped() throws IOException {
    StringBuilder patch = new StringBuilder("[");
    for (int i = 0; i < 60; i++) {
      patch.append(
          "{\"op\": \"copy\", \"from\": \"/channels\", \"path\": \"/channels/0/c%d\"},"
              .formatted(i));
    }
    patch.setCharAt(patch.length() - 1, ']');
    Path file = write("p.json", patch.toString());
    Path workspace = write("w.json", WORKSPACE);
    assertThatThrownBy(() -> PyhfReader.histograms(workspace, file, "patch", new CancelToken()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("64 levels");
  }

  @Test
  void numbersThatAreNoneNameTheirLine() {
    Path file = SharedFiles.format("bad/pyhf_nan.json");
    assertThatThrownBy(() -> JsonFiles.inspect(file, true, new CancelToken()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContainingAll("line 6", "NaN");
  }

  @Test
  void brokenWorkspacesSayWhereAndWhat() throws IOException {
    assertBad(WORKSPACE.replace("\"background\"", "\"signal\""), "two samples of channel SR");
    assertBad(WORKSPACE.replace("[5, 10.5]", "[5]"), "1 bins, expected 2");
    assertBad(WORKSPACE.replace("[49, 61]", "[49]"), "modifier shape has 1 bins, expected 2");
    assertBad(WORKSPACE.replace("normsys", "magic"), "unknown type magic");
  }

  private void assertBad(String text, String mention) throws IOException {
    Path file = write("bad.json", text);
    assertThatThrownBy(() -> PyhfReader.inspect(file, false, new CancelToken()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining(mention);
  }

  @Test
  @Timeout(60)
  void damagedFilesNeverEndInAnythingButAnAnswer() throws IOException {
    DamagedText.tryAll(
        WORKSPACE,
        folder.resolve("damaged.json"),
        file -> JsonFiles.inspect(file, true, new CancelToken()));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
