package org.dipscope.core.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ProjectFileTest {
  private static final JsonMapper JSON = JsonMapper.shared();

  @TempDir private Path folder;

  private static String golden() throws IOException {
    try (InputStream stream = ProjectFileTest.class.getResourceAsStream("project-v1.json")) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** The same document, without the memory of the file it came from. */
  private static Workspace bare(Workspace workspace) {
    return workspace.edit().unrecognised(Unrecognised.NOTHING).done();
  }

  @Test
  void everythingSurvivesSavingAndOpening() {
    Path file = folder.resolve("rich.json");
    ProjectFile.save(file, Projects.rich());
    OpenedProject opened = ProjectFile.open(file);
    assertThat(bare(opened.workspace())).isEqualTo(Projects.rich());
    assertThat(opened.readOnly()).isFalse();
    assertThat(opened.messages()).isEmpty();
  }

  @Test
  void savingTwiceGivesTheSameBytes() {
    String once = ProjectFile.write(Projects.rich());
    assertThat(ProjectFile.write(ProjectFile.read("p", once))).isEqualTo(once);
  }

  @Test
  void theFirstFormatCanBeReadForEver() throws IOException {
    Workspace workspace = ProjectFile.read("project-v1.json", golden());
    assertThat(bare(workspace)).isEqualTo(Projects.rich());
  }

  @Test
  void almostEmptyFilesTakeTheStartValues() {
    Workspace workspace =
        ProjectFile.read("p", "{\"format\":\"dipscope-project\",\"schemaVersion\":1}");
    assertThat(bare(workspace))
        .isEqualTo(Workspace.EMPTY.edit().models(java.util.List.of()).done());
    assertThat(workspace.selectedModel()).isEqualTo(ModelEntry.DEFAULT);
  }

  @Test
  void unknownFieldsSurviveEditsAroundThem() {
    String file =
        """
        {"format":"dipscope-project","schemaVersion":1,"colour":"blue",
         "models":[
           {"id":"model-1","glow":{"a":[1,2]},"scenario":{"scalar":{"massGeV":600,"spin":2}}},
           {"id":"model-2","glow":3}],
         "view":{"zoom":[1,2,3]}}
        """;
    Workspace opened = ProjectFile.read("p", file);
    ModelEntry first = opened.models().get(0);
    ModelEntry changed = first.with(first.scenario().withSignalStrength(14));
    Workspace edited =
        opened.edit().models(java.util.List.of(Projects.model("model-9"), changed)).done();
    JsonNode saved = JSON.readTree(ProjectFile.write(edited));
    assertThat(saved.get("colour").asString()).isEqualTo("blue");
    assertThat(saved.at("/view/zoom/2").asInt()).isEqualTo(3);
    assertThat(saved.at("/models/1/glow/a/1").asInt()).isEqualTo(2);
    assertThat(saved.at("/models/1/scenario/scalar/spin").asInt()).isEqualTo(2);
    assertThat(saved.at("/models/1/scenario/signalStrength").asDouble()).isEqualTo(14);
    assertThat(saved.at("/models/0").has("glow")).isFalse();
    assertThat(saved.get("models")).hasSize(2);
  }

  @Test
  void masksThatWereTakenAwayDoNotComeBack() {
    Workspace opened = ProjectFile.read("p", ProjectFile.write(Projects.masked()));
    assertThat(bare(opened)).isEqualTo(Projects.masked());
    SpectrumEntry entry = opened.spectrum("spectrum-4").orElseThrow();
    assertThat(entry.masks()).hasSize(2);
    Workspace edited =
        opened
            .edit()
            .spectrum(entry.withMasks(java.util.List.of()))
            .view(opened.view().withOverlays(java.util.List.of()))
            .done();
    Workspace again = ProjectFile.read("p", ProjectFile.write(edited));
    assertThat(again.spectrum("spectrum-4").orElseThrow().masks()).isEmpty();
    assertThat(again.view().overlays()).isEmpty();
  }

  @Test
  void removedPartsDoNotComeBack() {
    Workspace opened = ProjectFile.read("p", ProjectFile.write(Projects.rich()));
    ModelEntry first = opened.models().get(0);
    ModelEntry alone = first.with(Scenario.DEFAULT);
    Workspace edited = opened.edit().model(alone).withoutSpectrum("spectrum-1").done();
    Workspace again = ProjectFile.read("p", ProjectFile.write(edited));
    assertThat(again.models().get(0).scenario().second()).isNull();
    assertThat(again.spectrum("spectrum-1")).isEmpty();
    assertThat(bare(again)).isEqualTo(bare(edited));
  }

  @Test
  void newerFilesOpenReadOnlyWithAMessage() {
    String newer =
        ProjectFile.write(Projects.rich())
            .replace("\"schemaVersion\" : 1", "\"schemaVersion\" : 9");
    OpenedProject opened = ProjectFile.parse("new.json", newer, Migrations.ALL);
    assertThat(opened.readOnly()).isTrue();
    assertThat(opened.messages().getFirst()).contains("new.json").contains("newer version");
    assertThat(bare(opened.workspace())).isEqualTo(Projects.rich());
    assertThatThrownBy(
            () ->
                ProjectFile.parse(
                    "new.json",
                    newer.replace("\"models\" : [", "\"models\" : [3,"),
                    Migrations.ALL))
        .hasMessageContaining("newer version")
        .hasMessageContaining("models[0]");
  }

  @Test
  void migrationsRunInOrderOnACopy() {
    var file = (tools.jackson.databind.node.ObjectNode) JSON.readTree("{\"x\":1}");
    Migrations migrations =
        new Migrations(
            Map.of(
                1, node -> node.put("x", node.get("x").asInt() + 10),
                2, node -> node.put("x", node.get("x").asInt() * 2)));
    var migrated = migrations.migrate(file, 1, 3);
    assertThat(migrated.get("x").asInt()).isEqualTo(22);
    assertThat(migrated.get("schemaVersion").asInt()).isEqualTo(3);
    assertThat(file.get("x").asInt()).isEqualTo(1);
  }

  @Test
  void savingKeepsTheVersionBefore() throws IOException {
    Path file = folder.resolve("p.json");
    ProjectFile.save(file, Workspace.EMPTY);
    assertThat(ProjectFile.backup(file)).doesNotExist();
    ProjectFile.save(file, Projects.rich());
    assertThat(bare(ProjectFile.open(ProjectFile.backup(file)).workspace()))
        .isEqualTo(Workspace.EMPTY);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void aFailedSaveChangesNothing() throws IOException {
    Path file = folder.resolve("p.json");
    ProjectFile.save(file, Workspace.EMPTY);
    String before = Files.readString(file);
    Files.createDirectory(ProjectFile.backup(file)); // the backup cannot be written there
    Files.writeString(ProjectFile.backup(file).resolve("x"), "x");
    assertThatThrownBy(() -> ProjectFile.save(file, Projects.rich()))
        .isInstanceOf(ProblemException.class);
    assertThat(Files.readString(file)).isEqualTo(before);
    assertThatThrownBy(() -> ProjectFile.save(folder.resolve("no/p.json"), Workspace.EMPTY))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("folder does not exist");
  }

  @Test
  void unsavedChangesAreRecovered() throws IOException {
    Path file = folder.resolve("p.json");
    ProjectFile.save(file, Workspace.EMPTY);
    assertThat(ProjectFile.recoverable(file)).isEmpty();
    ProjectFile.saveAutomatically(file, Projects.rich());
    assertThat(ProjectFile.recoverable(file).map(ProjectFileTest::bare)).contains(Projects.rich());
    assertThat(bare(ProjectFile.open(file).workspace())).isEqualTo(Workspace.EMPTY);
    ProjectFile.save(file, Projects.rich());
    assertThat(ProjectFile.recoverable(file)).isEmpty();
    Files.writeString(ProjectFile.autosave(file), "{ cut off");
    assertThat(ProjectFile.recoverable(file)).isEmpty();
  }

  @Test
  void badFilesNameThePlace() {
    problem("", "no Dipscope project");
    problem("[1,2]", "no Dipscope project");
    problem("{\n\"format\": oops", "line 2");
    problem(head("\"schemaVersion\":0"), "schemaVersion is 0");
    problem(head("\"schemaVersion\":1,\"models\":{}"), "models is {}, expected a list");
    problem(head("\"schemaVersion\":1,\"models\":[{}]"), "models[0].id is missing");
    problem(
        head(
            "\"schemaVersion\":1,\"models\":[{\"id\":\"m\",\"scenario\":{\"scalar\":{\"massGeV\":\"x\"}}}]"),
        "models[0].scenario.scalar.massGeV is \"x\", expected a number");
    problem(head("\"schemaVersion\":1,\"view\":{\"lowerPanel\":\"sky\"}"), "one of ratio, pull");
    problem(
        head(
            "\"schemaVersion\":1,\"spectra\":[{\"id\":\"s\",\"embedded\":{\"kind\":\"counts\","
                + "\"axis\":{\"edges\":[3,2]},\"counts\":[1]}}]"),
        "spectra[0].embedded");
    problem(
        head(
            "\"schemaVersion\":1,\"spectra\":[{\"id\":\"s\",\"file\":{\"path\":\"x\","
                + "\"sha256\":\"\"},\"masks\":[{\"low\":5,\"high\":3}]}]"),
        "spectra[0].masks[0]");
    problem(head("\"schemaVersion\":1,\"view\":{\"overlays\":[3]}"), "view.overlays[0]");
    problem("[".repeat(100_000), "nesting depth");
  }

  private static String head(String rest) {
    return "{\"format\":\"dipscope-project\"," + rest + "}";
  }

  private static void problem(String json, String expected) {
    ProblemException thrown =
        catchThrowableOfType(ProblemException.class, () -> ProjectFile.read("bad.json", json));
    assertThat(thrown.problem().kind()).isEqualTo(Problem.Kind.BAD_INPUT);
    assertThat(thrown.problem().file()).isEqualTo("bad.json");
    assertThat(thrown.getMessage()).contains("bad.json").contains(expected);
  }

  @Test
  void damagedFilesNeverCrash() {
    String good = ProjectFile.write(Projects.rich());
    SplittableRandom random = new SplittableRandom(20261123);
    String junk = "{}[]\",:0-9eE.ntf \\\u0000\u00e9";
    for (int round = 0; round < 1500; round++) {
      StringBuilder text = new StringBuilder(good);
      for (int change = 0; change <= random.nextInt(4); change++) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.setCharAt(at, junk.charAt(random.nextInt(junk.length())));
          case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(20)));
          default -> text.insert(at, junk.charAt(random.nextInt(junk.length())));
        }
      }
      try {
        ProjectFile.read("damaged.json", text.toString());
      } catch (ProblemException e) {
        assertThat(e.problem().file()).isEqualTo("damaged.json");
      }
    }
  }

  @Test
  void referencedFilesStayInTheFolder() throws IOException {
    Path data = folder.resolve("data.csv");
    Files.writeString(data, "low,high,count\n0,1,5\n");
    SpectrumEntry.FileReference reference = ReferencedSpectrum.reference(folder, data);
    assertThat(reference.path()).isEqualTo("data.csv");
    SpectrumEntry entry = new SpectrumEntry("s", reference);
    assertThat(ReferencedSpectrum.load(folder, entry).changed()).isFalse();
    Files.writeString(data, "low,high,count\n0,1,6\n");
    ReferencedSpectrum loaded = ReferencedSpectrum.load(folder, entry);
    assertThat(loaded.changed()).isTrue();
    assertThat(loaded.spectrum().values().get(0)).isEqualTo(6);
    Path below = Files.createDirectory(folder.resolve("below"));
    for (String path : new String[] {"../data.csv", "x/../../data.csv", data.toString()}) {
      SpectrumEntry outside =
          new SpectrumEntry("s", new SpectrumEntry.FileReference(path, reference.sha256()));
      assertThatThrownBy(() -> ReferencedSpectrum.load(below, outside))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("does not lie in the folder");
    }
    assertThatThrownBy(() -> ReferencedSpectrum.reference(below, data))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void openFilesBelowTheProjectMoveWithIt() throws IOException {
    Path here = Files.createDirectories(folder.resolve("here"));
    Path there = folder.resolve("there");
    Path elsewhere = folder.resolve("elsewhere.root").toAbsolutePath();
    Workspace written =
        Workspace.EMPTY
            .edit()
            .files(List.of(here.resolve("data/events.root").toAbsolutePath(), elsewhere))
            .done();
    ProjectFile.save(here.resolve("p.json"), written);
    assertThat(JSON.readTree(Files.readString(here.resolve("p.json"))).at("/files/0").asString())
        .isEqualTo("data/events.root");
    assertThat(ProjectFile.open(here.resolve("p.json")).workspace().files())
        .isEqualTo(written.files());
    Files.move(here, there);
    assertThat(ProjectFile.open(there.resolve("p.json")).workspace().files())
        .containsExactly(there.resolve("data/events.root").toAbsolutePath(), elsewhere);
  }

  @Test
  void aListOfFilesHoldsTexts() {
    problem(head("\"schemaVersion\":1,\"files\":[\"a\",3]"), "files[1]");
    problem(head("\"schemaVersion\":1,\"files\":7"), "files");
    problem(head("\"schemaVersion\":1,\"files\":[\"a\\u0000b\"]"), "no path");
  }
}
