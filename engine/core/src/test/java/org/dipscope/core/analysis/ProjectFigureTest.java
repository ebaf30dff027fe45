package org.dipscope.core.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.figure.Mark;
import org.dipscope.core.histogram.Axis;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.CountSpectrum;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.project.LikelihoodSettings;
import org.dipscope.core.project.LikelihoodSettings.ScanAxis;
import org.dipscope.core.project.MassInterval;
import org.dipscope.core.project.ProjectFile;
import org.dipscope.core.project.ScanParameter;
import org.dipscope.core.project.SpectrumEntry;
import org.dipscope.core.project.ViewSettings;
import org.dipscope.core.project.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectFigureTest {
  @TempDir private Path folder;

  private static SpectrumEntry entry(String id, String label, double... counts) {
    CountSpectrum spectrum =
        new CountSpectrum(
            id,
            new Axis(label, "GeV", Binning.uniform(counts.length, 360, 960)),
            Values.of(counts),
            140.0,
            "");
    return new SpectrumEntry(id, new SpectrumEntry.Embedded(spectrum, null));
  }

  private static Workspace project() {
    SpectrumEntry tops =
        entry("tops", "m_tt", 2_700_000, 2_400_000, 1_350_000, 720_000, 390_000, 215_000)
            .withMasks(List.of(new MassInterval(460, 560)));
    return Workspace.EMPTY
        .edit()
        .spectrum(tops)
        .spectrum(entry("photons", "m_γγ", 90, 40, 12, 3, 0, 1))
        .view(
            ViewSettings.DEFAULT
                .withSpectrum("tops")
                .withOverlays(List.of("photons", "tops", "gone"))
                .withLowerPanel(ViewSettings.LowerPanel.PULL))
        .likelihood(
            new LikelihoodSettings(
                new ScanAxis(ScanParameter.MASS, 450, 550, 5, false),
                new ScanAxis(ScanParameter.TAN_BETA, 0.5, 2, 4, true)))
        .done();
  }

  private FigureSpec figure(Workspace workspace) {
    return ProjectFigure.of(workspace, folder, Workers.callerOnly(), new CancelToken());
  }

  private static List<String> labels(FigureSpec figure) {
    return figure.columns().getFirst().panels().getFirst().marks().stream()
        .map(Mark::label)
        .toList();
  }

  @Test
  void aProjectThatWasSavedShowsTheSameMasksOverlaysAndPulls() {
    FigureSpec figure = figure(project());
    assertThat(labels(figure)).contains("1 region, 1 bin masked", "photons (same luminosity)");
    assertThat(figure.columns()).hasSize(2);
    assertThat(figure.columns().getFirst().panels().get(1).y().label()).contains("pred.");
    Path file = folder.resolve("project.json");
    ProjectFile.save(file, project());
    assertThat(figure(ProjectFile.open(file).workspace())).isEqualTo(figure);
  }

  @Test
  void aMaskChangesTheLikelihoodOfTheProject() {
    Workspace masked = project();
    SpectrumEntry entry = masked.spectrum("tops").orElseThrow();
    Workspace bare = masked.edit().spectrum(entry.withMasks(List.of())).done();
    assertThat(figure(bare).columns().get(1)).isNotEqualTo(figure(masked).columns().get(1));
  }

  @Test
  void joinedBinsDoNot() {
    Workspace fine = project();
    Workspace joined = fine.edit().view(fine.view().withMergeBins(2)).done();
    assertThat(figure(joined).columns().get(1)).isEqualTo(figure(fine).columns().get(1));
  }

  @Test
  void dataAloneHaveNoSurface() {
    Workspace project = project();
    FigureSpec figure = figure(project.edit().view(project.view().withSpectrum("photons")).done());
    assertThat(figure.columns()).hasSize(1);
    assertThat(figure.description()).contains("Neither label, name nor source");
    assertThat(figure.columns().getFirst().panels()).hasSize(1);
  }
}
