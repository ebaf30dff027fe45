package org.dipscope.app;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Scene;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.dipscope.app.data.Data;
import org.dipscope.app.data.DataViewModel;
import org.dipscope.app.data.EventTables;
import org.dipscope.app.histogram.Spectrum;
import org.dipscope.app.inference.Inference;
import org.dipscope.app.inference.ModelsViewModel;
import org.dipscope.app.inference.PageParts;
import org.dipscope.app.interference.Interference;
import org.dipscope.app.likelihood.Likelihood;
import org.dipscope.app.shell.Appearance;
import org.dipscope.app.shell.WorkbenchFrame;
import org.dipscope.app.support.FxPulse;
import org.dipscope.app.support.JobList;
import org.dipscope.app.support.LiveComputation;
import org.dipscope.app.support.Pulse;
import org.dipscope.app.support.ViewThread;
import org.dipscope.app.support.Workers;
import org.dipscope.app.training.Training;
import org.dipscope.app.training.TrainingViewModel;
import org.dipscope.app.triage.TriageScreen;
import org.dipscope.app.triage.TriageViewModel;
import org.dipscope.app.workspace.LiveResults;
import org.dipscope.app.workspace.OpenFiles;
import org.dipscope.app.workspace.Opener;
import org.dipscope.app.workspace.Project;
import org.dipscope.app.workspace.ProjectPlace;
import org.dipscope.app.workspace.RecentFiles;
import org.dipscope.app.workspace.WorkspaceModel;
import org.dipscope.core.event.store.EventStore;
import org.dipscope.core.physics.parton.InstalledSet;
import org.dipscope.core.physics.parton.PartonDistributions;
import org.dipscope.core.problem.ProblemException;
import org.dipscope.core.project.Workspace;

/** Makes the parts of a workbench and puts them together; the only place that knows them all. */
final class Composition implements AutoCloseable {
  private static final double PROJECT_SHARE = 0.18;
  private static final double SPECTRUM_SHARE = 0.56;
  private static final long LARGEST_STORE_BYTES = 16L << 30;

  /** The screen of the sliders. */
  static final String INTERFERENCE = "Interference";

  /** The screen of the files. */
  static final String DATA = "Data";

  /** The screen of the binned models. */
  static final String INTERVALS = "Intervals";

  /** The screen of thousands of histograms. */
  static final String TRIAGE = "Triage";

  /** The screen of the networks. */
  static final String NETWORKS = "Networks";

  private final Workers workers;
  private final JobList jobs;
  private final Appearance appearance = new Appearance();
  private final WorkbenchFrame frame;
  private final ViewThread viewThread;
  private final WorkspaceModel workspace;
  private final LiveResults results;
  private final Project project;
  private final Spectrum spectrum;
  private final Likelihood likelihood;
  private final Interference interference;
  private final ProjectPlace place;
  private final RecentFiles recent;
  private final OpenFiles files;
  private final Opener opener;
  private final Desktop desktop = new Desktop();
  private final Data data;
  private final Inference inference;
  private final TriageScreen triage;
  private final Training training;
  private final Scene scene;
  private final Subscription subscriptions;
  private boolean iconified;

  /** With everything that is remembered in one folder. */
  Composition(Workspace start, int cores, Path folder) {
    this(start, cores, folder, new FxPulse());
  }

  /** With its own way back to the view thread, so that a test can time it. */
  Composition(Workspace start, int cores, Path folder, Pulse pulse) {
    this(start, cores, folder, folder.resolve("columns"), folder.resolve("networks"), pulse);
  }

  /**
   * A workbench.
   *
   * @param configuration the folder of what the user chose
   * @param columns the folder in which columns of event tables are kept
   * @param networks the folder of networks that are given none
   */
  Composition(
      Workspace start, int cores, Path configuration, Path columns, Path networks, Pulse pulse) {
    workers = new Workers(cores);
    ProblemRelay problems = new ProblemRelay();
    viewThread = new ViewThread(pulse, problems);
    jobs = new JobList(workers.jobs(), viewThread, System::nanoTime);
    frame = new WorkbenchFrame(appearance, jobs);
    problems.connect(frame.banner());
    workspace = new WorkspaceModel(start);
    LiveComputation live =
        new LiveComputation(
            workers.interactive(), viewThread, workers.restTimer(), System::nanoTime);
    results = new LiveResults(workspace, live, workers.interactive(), Math.max(1, cores - 1));
    project = new Project(workspace, results);
    LiveComputation closer =
        new LiveComputation(workers.jobs(), viewThread, workers.restTimer(), System::nanoTime);
    spectrum = new Spectrum(workspace, results, live, closer, jobs, appearance, desktop);
    org.dipscope.core.compute.Workers kernels =
        org.dipscope.core.compute.Workers.of(workers.interactive(), Math.max(1, cores - 1));
    likelihood = new Likelihood(workspace, results, live, jobs, kernels, appearance);
    interference = new Interference(workspace, results);
    place = new ProjectPlace(workspace, workers.io(), viewThread, workers.restTimer());
    recent = new RecentFiles(configuration, workers.io(), viewThread);
    files = new OpenFiles(workspace, place, jobs, workers.io(), viewThread);
    opener = new Opener(workspace, place, files, workers.io(), viewThread, new Opened());
    EventStore store =
        EventStore.open(
            columns,
            LARGEST_STORE_BYTES,
            problem -> viewThread.report("The columns", new ProblemException(problem)));
    DataViewModel browsing =
        new DataViewModel(
            workspace,
            files,
            jobs,
            live,
            new EventTables(store::events),
            kernels,
            this::showSpectra);
    data = new Data(browsing, appearance, desktop);
    inference =
        new Inference(
            new PageParts(new ModelsViewModel(jobs), jobs, live, kernels, appearance, desktop),
            workspace);
    triage =
        new TriageScreen(
            new TriageViewModel(files, jobs, viewThread, store::events, kernels),
            appearance,
            desktop::openFiles);
    training =
        new Training(
            TrainingViewModel.of(
                files, jobs, viewThread, live, workers.training(), cores, networks),
            appearance,
            desktop);
    frame.setProject(project.view(), PROJECT_SHARE);
    frame.setViews(new double[] {SPECTRUM_SHARE}, spectrum.view(), likelihood.view());
    frame.setControls(interference.view());
    frame.setScreens(
        INTERFERENCE,
        List.of(
            new WorkbenchFrame.Screen(DATA, data.view()),
            new WorkbenchFrame.Screen(INTERVALS, inference.view()),
            new WorkbenchFrame.Screen(TRIAGE, triage.view()),
            new WorkbenchFrame.Screen(NETWORKS, training.view())));
    frame.setDevice("CPU · " + cores + (cores == 1 ? " core" : " cores"));
    scene = new Scene(frame);
    subscriptions =
        Subscription.combine(
            appearance.dress(scene),
            frame.screenProperty().subscribe(now -> showWhatIsSeen()),
            scene
                .windowProperty()
                .flatMap(Window::focusedProperty)
                .orElse(false)
                .subscribe(this::onFocus));
  }

  /** Where the user goes with what was opened. */
  private final class Opened implements Opener.Listener {
    @Override
    public void opened(Path file) {
      recent.add(file);
    }

    @Override
    public void spectrumShown() {
      showSpectra();
    }

    @Override
    public void browsed(Path file) {
      if (!frame.screenProperty().get().equals(TRIAGE)) {
        frame.screenProperty().set(DATA);
      }
      data.model().browser().reveal(file);
    }

    @Override
    public void modelFound(Path file) {
      inference.models().open(file, () -> frame.screenProperty().set(INTERVALS));
    }
  }

  private void showSpectra() {
    frame.screenProperty().set(INTERFERENCE);
  }

  /** Whoever comes back to the window may have changed a file meanwhile. */
  private void onFocus(boolean focused) {
    if (focused) {
      files.check();
    }
  }

  /** Nothing is computed for a window that is put away, or for another screen than that shown. */
  void setIconified(boolean now) {
    iconified = now;
    showWhatIsSeen();
  }

  private void showWhatIsSeen() {
    boolean spectra = !iconified && frame.screenProperty().get().equals(INTERFERENCE);
    results.setVisible(spectra);
    spectrum.model().strip().setVisible(spectra);
    likelihood.model().blindSpots().setVisible(spectra);
    inference.setVisible(!iconified && frame.screenProperty().get().equals(INTERVALS));
    training.model().setVisible(!iconified && frame.screenProperty().get().equals(NETWORKS));
  }

  Scene scene() {
    return scene;
  }

  Appearance appearance() {
    return appearance;
  }

  WorkbenchFrame frame() {
    return frame;
  }

  ViewThread viewThread() {
    return viewThread;
  }

  WorkspaceModel workspace() {
    return workspace;
  }

  LiveResults results() {
    return results;
  }

  Spectrum spectrum() {
    return spectrum;
  }

  Likelihood likelihood() {
    return likelihood;
  }

  Interference interference() {
    return interference;
  }

  Opener opener() {
    return opener;
  }

  ProjectPlace place() {
    return place;
  }

  OpenFiles files() {
    return files;
  }

  Data data() {
    return data;
  }

  Inference inference() {
    return inference;
  }

  TriageScreen triage() {
    return triage;
  }

  Training training() {
    return training;
  }

  Desktop desktop() {
    return desktop;
  }

  RecentFiles recent() {
    return recent;
  }

  JobList jobs() {
    return jobs;
  }

  /** What may wait until the window is there: results, files, and the list of PDF sets. */
  void finishStart(List<Path> files) {
    results.start();
    recent.load();
    opener.open(files);
    workers
        .io()
        .execute(
            () -> {
              List<InstalledSet> sets = PartonDistributions.installed();
              viewThread.execute(() -> interference.showSets(sets));
            });
  }

  @Override
  public void close() {
    interference.close();
    likelihood.close();
    spectrum.close();
    project.close();
    triage.close();
    data.close();
    inference.close();
    training.close();
    files.close();
    place.close();
    results.close();
    jobs.close();
    frame.close();
    subscriptions.unsubscribe();
    workers.close();
  }
}
