package org.dipscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ConvertCommandTest {
  private static final String TWO =
      """
      {"histograms": [
        {"name": "dir/m", "axes": [{"label": "m_tt", "unit": "GeV", "edges": [340, 360, 400.5]}],
         "contents": [1.5, -2], "errorsLow": [0.5, 1], "errorsHigh": [0.5, 1],
         "underflow": 3, "overflow": 4},
        {"name": "plane", "axes": [{"edges": [0, 1, 3]}, {"edges": [0, 0.1]}],
         "contents": [[4], [9]], "errorsLow": [[2], [3]], "errorsHigh": [[2], [3]]}]}
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"out.csv", "out.yoda", "out.yoda.gz", "out.yaml", "out.json", "out.root"})
  void everyFormatIsWrittenAndReadBack(String name) throws IOException {
    Path input = write("two.json", TWO);
    Path output = folder.resolve(name);

    Run run = Run.of("convert", input.toString(), "-o", output.toString());

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.json().propertyNames())
        .containsExactly("output", "format", "histograms", "dropped");
    assertThat(run.json().path("output").asString()).isEqualTo(output.toString());
    assertThat(run.json().path("histograms").toString()).isEqualTo("[\"dir/m\",\"plane\"]");
    assertThat(run.json().path("dropped").toString()).isEqualTo("[]");
    JsonNode before = inspect(input).path("histograms");
    JsonNode after = inspect(output).path("histograms");
    assertThat(after.size()).isEqualTo(2);
    for (JsonNode histogram : after) {
      int index = histogram.path("name").asString().equals("plane") ? 1 : 0;
      assertThat(histogram).isEqualTo(before.get(index));
    }
  }

  @Test
  void aFolderBecomesASubmission() throws IOException {
    Path output = Files.createDirectory(folder.resolve("submission"));
    Run run = Run.of("convert", write("two.json", TWO).toString(), "-o", output.toString());
    assertThat(run.json().path("format").asString()).isEqualTo("hepdata-yaml");
    assertThat(output.resolve("submission.yaml")).exists();
    assertThat(output.resolve("data2.yaml")).exists();
    assertThat(inspect(output).path("histograms").size()).isEqualTo(2);
  }

  @Test
  void whatTheTargetCannotSayIsListed() throws IOException {
    String errors =
        TWO.replace(
            "\"underflow\"",
            "\"valueUnit\": \"pb\", \"notes\": {\"RE\": \"P P\"},"
                + "\"errorSources\": [{\"label\": \"stat\", \"down\": [-1, -1], \"up\": [1, 1]}],"
                + "\"underflow\"");
    Path input = write("errors.json", errors);
    JsonNode root =
        Run.of("convert", input.toString(), "-o", folder.resolve("out.root").toString()).json();
    assertThat(root.path("dropped").toString())
        .isEqualTo(
            "[{\"what\":\"named errors: stat\",\"histograms\":[\"dir/m\"]},"
                + "{\"what\":\"notes: RE\",\"histograms\":[\"dir/m\"]}]");
    Path lines = folder.resolve("out.jsonl");
    JsonNode dropped =
        Run.of("convert", input.toString(), "--histogram", "dir/m", "-o", lines.toString())
            .json()
            .path("dropped");
    assertThat(dropped.findValuesAsString("what"))
        .contains("the unit of the contents", "under- and overflow", "label and unit of the axis");
    assertThat(Files.readString(lines))
        .isEqualTo(
            "{\"id\": \"dir/m\", \"edges\": [340.0, 360.0, 400.5], \"counts\": [1.5, -2.0]}\n");
  }

  @Test
  void histogramsAreChosenByName() throws IOException {
    Path input = write("two.json", TWO);
    Path output = folder.resolve("one.csv");
    Run run = Run.of("convert", input.toString(), "--histogram", "plane", "-o", output.toString());
    assertThat(run.json().path("histograms").toString()).isEqualTo("[\"plane\"]");
    Run unknown = Run.of("convert", input.toString(), "--histogram", "x", "-o", output.toString());
    assertThat(unknown.status()).isEqualTo(2);
    assertThat(unknown.message()).isEqualTo("two.json holds no histogram \"x\".");
    assertThat(unknown.hint()).isEqualTo("It holds dir/m, plane.");
  }

  @Test
  void badRequestsSayWhatToDo() throws IOException {
    String input = write("two.json", TWO).toString();
    Run extension = Run.of("convert", input, "-o", folder.resolve("out.xlsx").toString());
    assertThat(extension.status()).isEqualTo(2);
    assertThat(extension.hint())
        .isEqualTo("Use one of the extensions csv, yoda, yoda.gz, yaml, yml, json, jsonl, root.");
    Run axes = Run.of("convert", input, "-o", folder.resolve("out.jsonl").toString());
    assertThat(axes.status()).isEqualTo(2);
    assertThat(axes.message()).contains("\"plane\" has 2 axes");
    Run missing = Run.of("convert", folder.resolve("no.json").toString(), "-o", input);
    assertThat(missing.status()).isEqualTo(3);
    Run nowhere = Run.of("convert", input, "-o", folder.resolve("no/out.csv").toString());
    assertThat(nowhere.status()).isEqualTo(3);
    assertThat(nowhere.message()).contains("cannot be written");
    assertThat(Run.of("convert", input).status()).isEqualTo(2);
    String events = write("events.csv", "pt,eta\n1.5,2\n3,4\n").toString();
    Run table = Run.of("convert", events, "-o", folder.resolve("out.csv").toString());
    assertThat(table.status()).isEqualTo(3);
    assertThat(table.hint()).contains("dipscope histogram");
  }

  @Test
  void whatATextTableLeavesOpenIsAskedFor() throws IOException {
    Path input = write("y.csv", "low,high,y\n0,1,4\n1,2,9\n");
    assertThat(inspect(input).path("histograms").get(0).path("notes").path("Contents").asString())
        .contains("the file does not say");
    Path output = folder.resolve("y.json");
    Run open = Run.of("convert", input.toString(), "-o", output.toString());
    assertThat(open.json().path("countsOrDensities").toString()).isEqualTo("[\"y\"]");
    Run.of("convert", input.toString(), "--contents", "densities", "-o", output.toString());
    JsonNode densities = inspect(output).path("histograms").get(0);
    assertThat(densities.path("notes").path("Contents").asString()).isEqualTo("densities");
    assertThat(densities.path("errorsLow").toString()).isEqualTo("[null,null]");
    Run.of("convert", input.toString(), "--contents", "counts", "-o", output.toString());
    JsonNode counts = inspect(output).path("histograms").get(0);
    assertThat(counts.path("errorsLow").toString()).isEqualTo("[2.0,3.0]");
    Run wrong = Run.of("convert", input.toString(), "--contents", "x", "-o", output.toString());
    assertThat(wrong.status()).isEqualTo(2);
  }

  @Test
  void aFilledHistogramIsWrittenInAnyFormat() throws IOException {
    Path events = write("events.csv", "pt,w\n1.5,2\n3,4\n9,1\n");
    for (String name : new String[] {"h.csv", "h.yoda", "h.yaml", "h.json", "h.root", "h.jsonl"}) {
      Path output = folder.resolve(name);
      Run run =
          Run.of(
              "histogram",
              events.toString(),
              "--column",
              "pt",
              "--weight",
              "w",
              "--bins",
              "2,0,4",
              "-o",
              output.toString());
      assertThat(run.status()).as(run.err()).isZero();
      JsonNode written = inspect(output).path("histograms").get(0);
      assertThat(written.path("contents")).isEqualTo(run.json().path("contents"));
    }
    Run refused =
        Run.of(
            "histogram", events.toString(), "--column", "pt", "--bins", "2,0,4", "-o", "out.txt");
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.hint()).contains("yoda.gz");
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static JsonNode inspect(Path file) {
    Run run = Run.of("inspect", file.toString());
    assertThat(run.status()).as(run.err()).isZero();
    return run.json();
  }
}
