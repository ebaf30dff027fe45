package org.dipscope.app;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Scene;
import javafx.util.Subscription;
import org.dipscope.app.histogram.Spectrum;
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
import org.dipscope.app.workspace.LiveResults;
import org.dipscope.app.workspace.Opener;
import org.dipscope.app.workspace.Project;
import org.dipscope.app.workspace.ProjectPlace;
import org.dipscope.app.workspace.RecentFiles;
import org.dipscope.app.workspace.WorkspaceModel;
import org.dipscope.core.physics.parton.InstalledSet;
import org.dipscope.core.physics.parton.PartonDistributions;
import org.dipscope.core.project.Workspace;

/** Makes the parts of a workbench and puts them together; the only place that knows them all. */
final class Composition implements AutoCloseable {
  private static final double PROJECT_SHARE = 0.18;
  private static final double SPECTRUM_SHARE = 0.56;

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
  private final Opener opener;
  private final Scene scene;
  private final Subscription dressed;

  Composition(Workspace start, int cores, Path configuration) {
    this(start, cores, configuration, new FxPulse());
  }

  /** With its own way back to the view thread, so that a test can time it. */
  Composition(Workspace start, int cores, Path configuration, Pulse pulse) {
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
    spectrum = new Spectrum(workspace, results, appearance);
    likelihood = new Likelihood(workspace, results, appearance);
    interference = new Interference(workspace, results);
    place = new ProjectPlace(workspace, workers.io(), viewThread, workers.restTimer());
    recent = new RecentFiles(configuration, workers.io(), viewThread);
    opener = new Opener(workspace, place, workers.io(), viewThread, recent::add);
    frame.setProject(project.view(), PROJECT_SHARE);
    frame.setViews(new double[] {SPECTRUM_SHARE}, spectrum.view(), likelihood.view());
    frame.setControls(interference.view());
    frame.setDevice("CPU · " + cores + (cores == 1 ? " core" : " cores"));
    scene = new Scene(frame);
    dressed = appearance.dress(scene);
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
    place.close();
    results.close();
    jobs.close();
    frame.close();
    dressed.unsubscribe();
    workers.close();
  }
}
