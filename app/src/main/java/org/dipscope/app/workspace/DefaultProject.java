package org.dipscope.app.workspace;

import java.io.IOException;
import java.io.InputStream;
import org.dipscope.core.format.csv.SpectrumCsv;
import org.dipscope.core.histogram.Spectrum;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.dipscope.core.project.SpectrumEntry;
import org.dipscope.core.project.Workspace;
import org.dipscope.core.project.WorkspaceEdit;
import org.dipscope.sample.SampleData;
import org.dipscope.sample.SampleSpectrum;

/** What the workbench opens without a file: the spectra that ship with it. */
public final class DefaultProject {
  private DefaultProject() {}

  /**
   * The default project.
   *
   * @throws ProblemException if the sample data are not part of this build
   */
  public static Workspace open() {
    WorkspaceEdit project = Workspace.EMPTY.edit().title("Default project");
    int number = 0;
    for (SampleSpectrum sample : SampleData.spectra()) {
      number++;
      project.spectrum(
          new SpectrumEntry("spectrum-" + number, new SpectrumEntry.Embedded(read(sample), null)));
    }
    return project.done();
  }

  private static Spectrum read(SampleSpectrum sample) {
    try (InputStream stream = SampleData.open(sample.file())) {
      return SpectrumCsv.read(sample.file(), stream).named(sample.title());
    } catch (IOException e) {
      throw new ProblemException(
          Problem.badInput(
              "The sample " + sample.file() + " cannot be read.", "Install Dipscope again."),
          e);
    }
  }
}
