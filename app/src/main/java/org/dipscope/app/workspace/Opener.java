package org.dipscope.app.workspace;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.dipscope.app.support.ViewThread;
import org.dipscope.core.format.csv.SpectrumCsv;
import org.dipscope.core.histogram.Spectrum;
import org.dipscope.core.project.OpenedProject;
import org.dipscope.core.project.ProjectFile;
import org.dipscope.core.project.ReferencedSpectrum;
import org.dipscope.core.project.SpectrumEntry;
import org.dipscope.core.project.Workspace;

/** Opens the user's files: reading happens beside the view thread, the result is an edit. */
public final class Opener {
  private final WorkspaceModel workspace;
  private final ProjectPlace place;
  private final Executor io;
  private final ViewThread viewThread;
  private final Consumer<Path> onOpened;

  /**
   * Opens files into a document.
   *
   * @param place is told which project file is open
   * @param onOpened is told, on the view thread, what was opened
   */
  public Opener(
      WorkspaceModel workspace,
      ProjectPlace place,
      Executor io,
      ViewThread viewThread,
      Consumer<Path> onOpened) {
    this.workspace = workspace;
    this.place = place;
    this.io = io;
    this.viewThread = viewThread;
    this.onOpened = onOpened;
  }

  /** Opens spectra and projects; what is wrong with one file is told and the others open. */
  public void open(List<Path> files) {
    files.forEach(file -> io.execute(() -> read(file)));
  }

  // A task boundary: whatever is wrong with a file becomes a message.
  private void read(Path file) {
    try {
      if (isProject(file)) {
        readProject(file);
      } else {
        Spectrum spectrum = SpectrumCsv.read(file);
        viewThread.execute(() -> add(file, spectrum));
      }
    } catch (RuntimeException | Error failure) {
      viewThread.report("Opening " + file.getFileName(), failure);
    }
  }

  private static boolean isProject(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".json");
  }

  private void readProject(Path file) {
    OpenedProject opened = ProjectFile.open(file);
    Optional<Workspace> recovered = ProjectFile.recoverable(file);
    Workspace project = recovered.orElse(opened.workspace());
    Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
    Map<SpectrumEntry.FileReference, Spectrum> spectra = new HashMap<>();
    for (SpectrumEntry entry : project.spectra()) {
      if (entry.data() instanceof SpectrumEntry.FileReference reference) {
        spectra.put(reference, ReferencedSpectrum.load(folder, entry).spectrum());
      }
    }
    viewThread.execute(
        () -> {
          workspace.replace(project, spectra);
          place.opened(file, opened.readOnly());
          if (recovered.isEmpty()) {
            workspace.markSaved(project);
          } else {
            workspace.markSaved(opened.workspace());
          }
          onOpened.accept(file);
        });
  }

  private void add(Path file, Spectrum spectrum) {
    workspace.edit(
        "Open " + file.getFileName(),
        document -> {
          SpectrumEntry entry =
              new SpectrumEntry(
                  document.freshId("spectrum"), new SpectrumEntry.Embedded(spectrum, null));
          return Edits.add(document, entry, DataEntry.of(entry, spectrum));
        });
    onOpened.accept(file);
  }
}
