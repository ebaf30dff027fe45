package org.dipscope.app.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.event.ValueProfile;
import org.dipscope.core.figure.HeatMap;
import org.dipscope.core.figure.Mark;
import org.dipscope.core.figure.Steps;
import org.dipscope.core.histogram.MeasuredSpectrum;
import org.dipscope.core.histogram.SplitErrors;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.project.ProjectFile;
import org.dipscope.core.project.SpectrumEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrowserViewModelTest {
  @TempDir private Path folder;
  private final DataBench bench = new DataBench();

  @AfterEach
  void close() {
    bench.close();
  }

  private List<String> shown() {
    List<String> lines = new ArrayList<>();
    list(bench.model.browser().treeProperty().get(), "", lines);
    return lines;
  }

  private static void list(List<ItemTree.Branch> in, String indent, List<String> lines) {
    for (ItemTree.Branch branch : in) {
      lines.add(indent + branch.item().name() + " | " + branch.item().detail());
      list(branch.children(), indent + "  ", lines);
    }
  }

  private Preview preview() {
    return bench.model.preview().previewProperty().get();
  }

  private List<Mark> marks() {
    return bench.model.figure().orElseThrow().columns().getFirst().panels().getFirst().marks();
  }

  @Test
  void aFileShowsItsDirectoriesAndHistograms() {
    bench.opener.open(List.of(DataBench.rootFile(folder)));
    assertThat(shown())
        .containsExactly(
            "histograms.root | root",
            "  mass | ",
            "    all | 3 bins",
            "    tight | 3 bins",
            "  other | ",
            "    energy | 2 bins",
            "  maps | ",
            "    eta_phi | 2 × 3 bins");
    assertThat(bench.seen).containsExactly("opened histograms.root", "browsed histograms.root");
    assertThat(bench.workspace.document().files())
        .containsExactly(folder.resolve("histograms.root").toAbsolutePath());
    assertThat(preview()).isInstanceOf(Preview.Facts.class);
  }

  @Test
  void aWorkspaceIsBrowsedAndIsAModelToo() throws IOException {
    Path workspace =
        Files.writeString(
            folder.resolve("workspace.json"),
            """
            {"channels": [{"name": "SR", "samples": [{"name": "b", "data": [1], "modifiers": []}]}],
             "observations": [{"name": "SR", "data": [1]}], "measurements": [], "version": "1.0.0"}
            """);
    bench.opener.open(List.of(workspace));
    assertThat(bench.seen)
        .containsExactly("opened workspace.json", "browsed workspace.json", "model workspace.json");
    assertThat(shown()).isNotEmpty();
  }

  @Test
  void anInterferenceModelIsNotBrowsed() throws IOException {
    Path model =
        Files.writeString(
            folder.resolve("model.json"),
            " {\"bins\": {\"background\": [3], \"signal\": [5]}, \"observed\": [8]}");
    bench.opener.open(List.of(model));
    assertThat(bench.seen).containsExactly("opened model.json", "model model.json");
    assertThat(shown()).isEmpty();
    assertThat(bench.problems).isEmpty();
  }

  @Test
  void openingAndClosingAreUndone() {
    Path file = DataBench.rootFile(folder).toAbsolutePath();
    bench.opener.open(List.of(file));
    bench.model.browser().close(file);
    assertThat(shown()).isEmpty();
    assertThat(bench.model.browser().emptyProperty().get()).isTrue();
    bench.workspace.undo();
    assertThat(shown()).hasSize(8);
    bench.workspace.undo();
    assertThat(shown()).isEmpty();
    bench.workspace.redo();
    assertThat(shown()).hasSize(8);
  }

  @Test
  void aSearchFindsWordsAnywhereInThePath() {
    bench.opener.open(List.of(DataBench.rootFile(folder)));
    bench.model.browser().searchProperty().set("MASS ti");
    assertThat(shown())
        .containsExactly("histograms.root | root", "  mass | ", "    tight | 3 bins");
    bench.model.browser().searchProperty().set("nothing like it");
    assertThat(shown()).isEmpty();
    bench.model.browser().searchProperty().set("");
    assertThat(shown()).hasSize(8);
  }

  @Test
  void thousandsOfItemsAreSearchedQuickly() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      lines.append(
          "{\"id\":\"region%d/h%d\",\"edges\":[0,1],\"counts\":[3]}\n".formatted(i % 50, i));
    }
    Path file = Files.writeString(folder.resolve("many.jsonl"), lines);
    bench.opener.open(List.of(file));
    assertThat(bench.problems).isEmpty();
    ItemTree.Request request =
        new ItemTree.Request(bench.files.filesProperty().get(), "region49 h19999");
    long start = System.nanoTime();
    List<ItemTree.Branch> found = ItemTree.of(request, new CancelToken());
    assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
    assertThat(found.getFirst().children()).hasSize(1);
    assertThat(found.getFirst().children().getFirst().children()).hasSize(1);
  }

  @Test
  void histogramsOfOneUnitAreLaidOverEachOther() {
    bench.opener.open(List.of(DataBench.rootFile(folder)));
    bench.select("all", "tight", "energy");
    assertThat(marks().stream().filter(Steps.class::isInstance).map(Mark::label))
        .containsExactlyInAnyOrder("all", "tight");
    Preview.Drawing drawing = (Preview.Drawing) preview();
    assertThat(drawing.lines().getFirst())
        .startsWith("all:")
        .contains("entries\u00a06", "mean\u00a0183.33\u00a0GeV");
    assertThat(drawing.lines().getLast()).startsWith("1 of the selected items");
    bench.model.preview().unitAreaProperty().set(true);
    Steps steps =
        (Steps) marks().stream().filter(Steps.class::isInstance).findFirst().orElseThrow();
    assertThat(steps.contents().sum() * 100)
        .isCloseTo(1, org.assertj.core.data.Offset.offset(1e-12));
  }

  @Test
  void twoAxesAreDrawnAsAMap() {
    bench.opener.open(List.of(DataBench.rootFile(folder)));
    bench.select("eta_phi");
    assertThat(marks()).singleElement().isInstanceOf(HeatMap.class);
    assertThat(bench.model.addableProperty().get()).isFalse();
  }

  @Test
  void aTableIsDescribedColumnByColumn() throws IOException {
    bench.opener.open(List.of(DataBench.eventFile(folder)));
    bench.select("events");
    Preview.Description description = (Preview.Description) preview();
    assertThat(description.remark()).isEqualTo("1\u202f000 rows, 3 columns");
    Preview.ColumnRow mass = description.rows().getFirst();
    ValueProfile masses = Objects.requireNonNull(mass.profile());
    assertThat(mass.column().unit()).isEqualTo("GeV");
    assertThat(masses.missing()).isEqualTo(100);
    assertThat(masses.values()).isEqualTo(900);
    ValueProfile jets = Objects.requireNonNull(description.rows().get(1).profile());
    assertThat(jets.whole()).isTrue();
    assertThat(jets.maximum()).isEqualTo(3);
  }

  @Test
  void aColumnIsDrawnWithBinsForItsValues() throws IOException {
    bench.opener.open(List.of(DataBench.eventFile(folder)));
    bench.select("jets");
    Preview.Drawing drawing = (Preview.Drawing) preview();
    assertThat(drawing.histograms().getFirst().contents().toArray())
        .containsExactly(250, 250, 250, 250);
    bench.select("mass [GeV]");
    drawing = (Preview.Drawing) preview();
    assertThat(drawing.lines().getLast()).contains("100 missing");
  }

  @Test
  void aFileThatChangedIsNoticedAndReadAgain() throws IOException {
    Path file = DataBench.eventFile(folder);
    bench.opener.open(List.of(file));
    bench.select("jets");
    bench.files.check();
    assertThat(bench.model.browser().noticeProperty().get()).isEmpty();
    Files.writeString(file, "mass [GeV],jets,weight\n1,7,1\n2,7,1\n");
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
    bench.files.check();
    assertThat(bench.model.browser().noticeProperty().get())
        .isEqualTo("events.csv has changed on the disk.");
    assertThat(shown().getFirst()).isEqualTo("events.csv | changed on disk");
    bench.model.browser().reloadChanged();
    assertThat(bench.model.browser().noticeProperty().get()).isEmpty();
    Preview.Drawing drawing = (Preview.Drawing) preview();
    assertThat(drawing.histograms().getFirst().sumOfWeights()).isEqualTo(2);
    Files.delete(file);
    bench.files.check();
    assertThat(shown().getFirst()).isEqualTo("events.csv | no longer on disk");
  }

  @Test
  void aSpectrumInATextFileJoinsTheProject() throws IOException {
    Path file = folder.resolve("spectrum.csv");
    Files.writeString(file, "low,high,count\n400,500,10\n500,600,7\n");
    bench.opener.open(List.of(file));
    assertThat(bench.seen).containsExactly("opened spectrum.csv", "spectra");
    assertThat(bench.workspace.document().spectra()).hasSize(1);
    assertThat(bench.workspace.document().files()).isEmpty();
    assertThat(shown()).isEmpty();
  }

  @Test
  void aSpectrumKeepsTheNamedErrorsOfItsFile() throws IOException {
    Path file = folder.resolve("tables.yaml");
    Files.writeString(
        file,
        """
        ---
        name: First
        independent_variables:
        - header: {name: M, units: GEV}
          values: [{low: 400, high: 500}, {low: 500, high: 600}]
        dependent_variables:
        - header: {name: D(SIG)/DM, units: PB/GEV}
          qualifiers: [{name: SQRT(S), units: GEV, value: 13000}]
          values:
          - {value: 10, errors: [{symerror: 3, label: stat}, {symerror: 4, label: "sys,jets"}]}
          - {value: 5, errors: [{symerror: 1, label: stat}, {asymerror: {plus: 2, minus: -1}, label: "sys,jets"}]}
        ---
        name: Second
        independent_variables:
        - header: {name: M, units: GEV}
          values: [{low: 400, high: 500}]
        dependent_variables:
        - header: {name: N}
          values: [{value: 3}]
        """);
    bench.opener.open(List.of(file));
    Item.HistogramItem first = firstHistogram(bench.model.browser().treeProperty().get());
    bench.model.browser().selectionProperty().set(List.of(first));
    bench.model.add();
    Adding adding = bench.model.adding();
    adding.energyProperty().set("13");
    adding.countedProperty().set(false);
    assertThat(adding.valueUnitProperty().get()).isEqualToIgnoringCase("pb/GeV");
    adding.accept(false);
    assertThat(adding.complaintProperty().get()).isEmpty();
    SpectrumEntry entry = bench.workspace.document().spectra().getFirst();
    MeasuredSpectrum added =
        (MeasuredSpectrum) bench.workspace.entry(entry).orElseThrow().spectrum();
    assertThat(added.errors())
        .isEqualTo(
            new SplitErrors(Values.of(3, 1), Values.of(4, 1), Values.of(4, 2), Values.of(0, 0)));
  }

  private static Item.HistogramItem firstHistogram(List<ItemTree.Branch> in) {
    List<ItemTree.Branch> next = new ArrayList<>(in);
    for (int i = 0; i < next.size(); i++) {
      if (next.get(i).item() instanceof Item.HistogramItem histogram) {
        return histogram;
      }
      next.addAll(next.get(i).children());
    }
    throw new AssertionError("there is no histogram");
  }

  @Test
  void valuesWithoutErrorsAreBrowsedInstead() throws IOException {
    Path file = folder.resolve("values.csv");
    Files.writeString(file, "low,high,value\n400,500,-0.25\n500,600,0.5\n");
    bench.opener.open(List.of(file));
    assertThat(bench.problems).isEmpty();
    assertThat(bench.workspace.document().spectra()).isEmpty();
    assertThat(shown()).isNotEmpty();
  }

  @Test
  void aBadFileIsOneSentenceAndLeavesNoTrace() throws IOException {
    Path file = folder.resolve("broken.root");
    Files.writeString(file, "root, but not really");
    bench.opener.open(List.of(file, folder.resolve("missing.yoda")));
    assertThat(bench.problems).hasSize(2);
    assertThat(bench.problems.getFirst()).contains("broken.root");
    assertThat(bench.problems.getLast()).contains("missing.yoda");
    assertThat(shown()).isEmpty();
    assertThat(bench.workspace.document().files()).isEmpty();
  }

  @Test
  void aProjectReadsTheFilesBesideItAndNoOthers() throws IOException {
    Path outside = DataBench.rootFile(folder);
    Path inside = DataBench.eventFile(Files.createDirectory(folder.resolve("project")));
    Path project = folder.resolve("project/p.json");
    ProjectFile.save(
        project,
        bench
            .workspace
            .document()
            .edit()
            .files(List.of(inside.toAbsolutePath(), outside.toAbsolutePath()))
            .done());
    bench.opener.open(List.of(project));
    assertThat(bench.problems).isEmpty();
    assertThat(shown()).contains("events.csv | csv", "histograms.root | not read");
    assertThat(bench.workspace.unsavedProperty().get()).isFalse();
    bench.model.browser().reload(outside.toAbsolutePath());
    assertThat(shown()).contains("histograms.root | root");
  }
}
