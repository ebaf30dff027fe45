package org.dipscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dipscope.core.format.csv.SpectrumCsv;
import org.dipscope.core.histogram.Spectrum;
import org.dipscope.core.project.LikelihoodSettings;
import org.dipscope.core.project.LikelihoodSettings.ScanAxis;
import org.dipscope.core.project.ProjectFile;
import org.dipscope.core.project.ScanParameter;
import org.dipscope.core.project.SpectrumEntry;
import org.dipscope.core.project.Workspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenderCommandTest {
  @TempDir private Path folder;
  private Path project = Path.of("");

  @BeforeEach
  void aSmallProject() {
    project = folder.resolve("project.json");
    Path data = folder.resolve("data.csv");
    Run.line("generate --cp A --mass 500 --tan-beta 1 --bins 12,360,960 -o " + data);
    Spectrum spectrum = SpectrumCsv.read(data);
    Workspace empty = Workspace.EMPTY;
    ProjectFile.save(
        project,
        new Workspace(
            "Small",
            List.of(new SpectrumEntry("spectrum-1", new SpectrumEntry.Embedded(spectrum, null))),
            empty.models(),
            empty.view(),
            empty.nuisances(),
            new LikelihoodSettings(
                new ScanAxis(ScanParameter.MASS, 450, 550, 6, false),
                new ScanAxis(ScanParameter.TAN_BETA, 0.5, 2, 6, true)),
            empty.pinned(),
            empty.seeds(),
            empty.results(),
            empty.files(),
            empty.versions(),
            empty.unrecognised()));
  }

  @Test
  void aProjectIsDrawnInEveryFormat() throws IOException {
    assertThat(start(render(project, "figure.png"))).isEqualTo("\u0089PNG");
    assertThat(start(render(project, "figure.pdf"))).isEqualTo("%PDF");
    assertThat(Files.readString(render(project, "figure.svg"))).contains("<svg", "pseudo-data");
    assertThat(Files.readString(render(project, "figure.csv"))).contains("data");
  }

  @Test
  void aFigureFileGivesTheSamePictureAsItsProject() throws IOException {
    Path figure = render(project, "figure.json");
    assertThat(Files.readString(render(figure, "second.svg")))
        .isEqualTo(Files.readString(render(project, "first.svg")));
  }

  @Test
  void whatCannotBeDrawnIsSaid() throws IOException {
    Run format = Run.of("render", project.toString(), "-o", folder.resolve("x.gif").toString());
    assertThat(format.status()).isEqualTo(2);
    assertThat(format.hint()).contains("png");
    Path noProject = Files.writeString(folder.resolve("list.json"), "[1, 2]");
    Run input = Run.of("render", noProject.toString(), "-o", folder.resolve("x.svg").toString());
    assertThat(input.status()).isEqualTo(3);
  }

  private Path render(Path input, String name) {
    Path output = folder.resolve(name);
    Run run = Run.of("render", input.toString(), "-o", output.toString());
    assertThat(run.status()).as(run.out()).isZero();
    return output;
  }

  private static String start(Path file) throws IOException {
    return new String(Files.readAllBytes(file), 0, 4, StandardCharsets.ISO_8859_1);
  }
}
