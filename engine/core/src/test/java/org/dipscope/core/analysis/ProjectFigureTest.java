package org.dipscope.core.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.figure.Mark;
import org.dipscope.core.figure.Panel;
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
import org.dipscope.core.project.StripDefinition;
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
    StripEstimators noNetwork =
        widths -> {
          throw new IllegalStateException("no network");
        };
    return ProjectFigure.of(workspace, folder, noNetwork, Workers.callerOnly(), new CancelToken());
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

  private static Workspace photons(StripDefinition definition) {
    double[] counts = new double[40];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = Math.rint(5000 * Math.exp(-0.1 * i)) + (i == 15 ? 500 : 0);
    }
    ViewSettings view =
        ViewSettings.DEFAULT
            .withSpectrum("photons")
            .withStrip(new ViewSettings.Strip(definition, false));
    SpectrumEntry entry = entry("photons", "m_γγ", counts);
    return Workspace.EMPTY.edit().spectrum(entry).view(view).done();
  }

  @Test
  void theStripOfAProjectStandsBelowItsSpectrum() {
    for (StripDefinition definition :
        List.of(StripDefinition.PROFILE, StripDefinition.BUMP_HUNTER)) {
      FigureSpec figure = figure(photons(definition));
      List<Panel> panels = figure.columns().getFirst().panels();
      assertThat(panels).hasSize(2);
      assertThat(panels.getLast().titleLeft()).startsWith(definition.title() + ": ");
      assertThat(panels.getLast().marks()).hasSameSizeAs(stripMarks());
      Path file = folder.resolve("strip.json");
      ProjectFile.save(file, photons(definition));
      assertThat(figure(ProjectFile.open(file).workspace())).isEqualTo(figure);
    }
    FigureSpec without = figure(photons(StripDefinition.KNOWN));
    assertThat(without.columns().getFirst().panels()).hasSize(1);
    assertThat(without.description()).contains("this spectrum has no prediction");
  }

  private List<Mark> stripMarks() {
    return figure(photons(StripDefinition.JOINT_FIT))
        .columns()
        .getFirst()
        .panels()
        .getLast()
        .marks();
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
