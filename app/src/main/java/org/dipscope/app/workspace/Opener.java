package org.dipscope.app.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;
import org.dipscope.app.support.ViewThread;
import org.dipscope.core.format.FileContents;
import org.dipscope.core.format.csv.SpectrumCsv;
import org.dipscope.core.histogram.Spectrum;
import org.dipscope.core.problem.ProblemException;
import org.dipscope.core.project.OpenedProject;
import org.dipscope.core.project.ProjectFile;
import org.dipscope.core.project.ReferencedSpectrum;
import org.dipscope.core.project.SpectrumEntry;
import org.dipscope.core.project.Workspace;

/**
 * Opens the user's files: projects replace the document, a text file that is one spectrum joins it,
 * binned models are handed on, everything else opens in the browser. Reading happens beside the
 * view thread, the result is an edit.
 */
public final class Opener {
  private static final int START = 1 << 16;
  private static final Pattern PROJECT = Pattern.compile("\"format\"\\s*:\\s*\"dipscope-project\"");
  private static final Pattern INTERFERENCE_MODEL = Pattern.compile("\"bins\"\\s*:\\s*\\{");
  private static final String WORKSPACE = "pyhf-json";

  private final WorkspaceModel workspace;
  private final ProjectPlace place;
  private final OpenFiles files;
  private final Executor io;
  private final ViewThread viewThread;
  private final Listener listener;

  /** Is told, on the view thread, what was opened. */
  public interface Listener {
    /** A file was opened. */
    void opened(Path file);

    /** A spectrum has joined the document and is shown. */
    void spectrumShown();

    /** A file has joined the browser. */
    void browsed(Path file);

    /** A file is a binned model; its histograms, if it has any, have joined the browser. */
    void modelFound(Path file);
  }

  /**
   * Opens files into a document.
   *
   * @param place is told which project file is open
   * @param files the browser
   */
  public Opener(
      WorkspaceModel workspace,
      ProjectPlace place,
      OpenFiles files,
      Executor io,
      ViewThread viewThread,
      Listener listener) {
    this.workspace = workspace;
    this.place = place;
    this.files = files;
    this.io = io;
    this.viewThread = viewThread;
    this.listener = listener;
  }

  /** Opens files of any kind; what is wrong with one file is told and the others open. */
  public void open(List<Path> chosen) {
    chosen.forEach(file -> io.execute(() -> read(file)));
  }

  // A task boundary: whatever is wrong with a file becomes a message.
  private void read(Path file) {
    try {
      String start = startOfObject(file);
      if (PROJECT.matcher(start).find()) {
        readProject(file);
      } else if (INTERFERENCE_MODEL.matcher(start).find()) {
        viewThread.execute(() -> openModel(file));
      } else {
        viewThread.execute(() -> files.open(file, this::isForBrowser));
      }
    } catch (RuntimeException | Error failure) {
      viewThread.report("Opening " + file.getFileName(), failure);
    }
  }

  /**
   * How a JSON object begins, or nothing: projects and interference models say near their start
   * what they are, whatever their names.
   */
  private static String startOfObject(Path file) {
    if (!Files.isRegularFile(file)) {
      return "";
    }
    try (InputStream stream = Files.newInputStream(file)) {
      String start = new String(stream.readNBytes(START), StandardCharsets.UTF_8);
      return start.stripLeading().startsWith("{") ? start : "";
    } catch (IOException unreadable) {
      return ""; // its reader says why
    }
  }

  private void openModel(Path file) {
    listener.opened(file);
    listener.modelFound(file);
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
          place.opened(file, opened.readOnly());
          workspace.replace(project, spectra);
          if (recovered.isEmpty()) {
            workspace.markSaved(project);
          } else {
            workspace.markSaved(opened.workspace());
          }
          listener.opened(file);
          listener.spectrumShown();
        });
  }

  private boolean isForBrowser(OpenFile file) {
    listener.opened(file.path());
    if (isOneSpectrum(file.contents())) {
      io.execute(() -> readSpectrum(file.path()));
      return false;
    }
    listener.browsed(file.path());
    if (file.contents().format().equals(WORKSPACE)) {
      listener.modelFound(file.path());
    }
    return true;
  }

  private static boolean isOneSpectrum(FileContents contents) {
    return contents.format().equals("csv")
        && contents.histograms().size() == 1
        && contents.histograms().getFirst().axes().size() == 1
        && contents.tables().size() == 1;
  }

  /**
   * A table of bins that cannot be taken as a spectrum, such as values without errors, is browsed.
   */
  private void readSpectrum(Path file) {
    try {
      Spectrum spectrum = SpectrumCsv.read(file);
      viewThread.execute(() -> add(file, spectrum));
    } catch (ProblemException noSpectrum) {
      viewThread.execute(() -> files.open(file, this::browse));
    } catch (RuntimeException | Error failure) {
      viewThread.report("Opening " + file.getFileName(), failure);
    }
  }

  private boolean browse(OpenFile file) {
    listener.browsed(file.path());
    return true;
  }

  private void add(Path file, Spectrum spectrum) {
    workspace.addSpectrum("Open " + file.getFileName(), spectrum);
    listener.spectrumShown();
  }
}
