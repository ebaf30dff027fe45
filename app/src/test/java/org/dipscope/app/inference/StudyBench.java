package org.dipscope.app.inference;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.dipscope.app.shell.Appearance;
import org.dipscope.app.support.JobList;
import org.dipscope.app.support.LiveComputation;
import org.dipscope.app.support.ViewThread;
import org.dipscope.app.workspace.WorkspaceModel;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.project.Workspace;

/**
 * The pages of studies without a window: live values come at once, jobs when the test runs them.
 */
final class StudyBench implements AutoCloseable {
  final List<String> problems = new ArrayList<>();
  final Deque<Runnable> waiting = new ArrayDeque<>();
  final WorkspaceModel document = new WorkspaceModel(Workspace.EMPTY);
  final ModelsViewModel models;
  final StudySettings settings = new StudySettings();
  final Calibrations calibrations;
  final Blinding blinding;
  final StudyParts parts;

  StudyBench() {
    ViewThread viewThread =
        new ViewThread(Runnable::run, (origin, failure) -> problems.add(failure.getMessage()));
    JobList jobs = new JobList(waiting::add, viewThread, System::nanoTime);
    LiveComputation live =
        new LiveComputation(
            Runnable::run,
            viewThread,
            (delay, action) -> {
              action.run();
              return () -> {};
            },
            () -> 0);
    models = new ModelsViewModel(jobs);
    PageParts page =
        new PageParts(models, jobs, live, Workers.callerOnly(), new Appearance(), new NoDesktop());
    calibrations = new Calibrations(Workers.callerOnly(), viewThread);
    blinding =
        new Blinding(
            models,
            settings,
            document,
            java.time.Clock.fixed(
                java.time.Instant.parse("2026-11-25T21:30:15Z"), java.time.ZoneOffset.UTC));
    parts = new StudyParts(page, settings, calibrations, blinding);
  }

  /** Runs the jobs that wait. */
  void work() {
    while (!waiting.isEmpty()) {
      waiting.remove().run();
    }
  }

  /** The numbers of two columns in the rows that begin so. */
  static List<double[]> numbers(Table table, int column, String... beginning) {
    List<double[]> found = new ArrayList<>();
    for (List<String> row : table.rows()) {
      if (row.subList(0, beginning.length).equals(List.of(beginning))) {
        found.add(
            new double[] {
              Double.parseDouble(row.get(column)), Double.parseDouble(row.get(column + 1))
            });
      }
    }
    return found;
  }

  @Override
  public void close() {
    blinding.close();
    calibrations.close();
  }

  private static final class NoDesktop implements InferenceActions {
    @Override
    public void openFiles() {}

    @Override
    public void copy(String text) {}

    @Override
    public void exportFigure(String name, FigureSpec figure) {}

    @Override
    public void exportTable(String name, String csv) {}
  }
}
