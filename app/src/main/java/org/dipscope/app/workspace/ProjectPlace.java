package org.dipscope.app.workspace;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.dipscope.app.support.RestTimer;
import org.dipscope.app.support.ViewThread;
import org.dipscope.core.project.ProjectFile;
import org.dipscope.core.project.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * Where the project lies, and how it gets there: saved when the user says so, and kept beside it a
 * few seconds after every change.
 */
public final class ProjectPlace implements AutoCloseable {
  private static final Duration AUTOSAVE_AFTER = Duration.ofSeconds(5);

  private final WorkspaceModel workspace;
  private final Executor io;
  private final ViewThread viewThread;
  private final RestTimer timer;
  private final ReadOnlyObjectWrapper<@Nullable Path> file =
      new ReadOnlyObjectWrapper<>(this, "file");
  private final Subscription follow;
  private RestTimer.@Nullable Handle waiting;
  private boolean readOnly;

  /** A document without a place yet. */
  public ProjectPlace(
      WorkspaceModel workspace, Executor io, ViewThread viewThread, RestTimer timer) {
    this.workspace = workspace;
    this.io = io;
    this.viewThread = viewThread;
    this.timer = timer;
    follow = workspace.documentProperty().subscribe(now -> autosaveSoon());
  }

  /** The project file, or null while it was never saved. */
  public ReadOnlyObjectProperty<@Nullable Path> fileProperty() {
    return file.getReadOnlyProperty();
  }

  /** Whether saving needs a new place. */
  public boolean needsPlace() {
    return file.get() == null || readOnly;
  }

  void opened(Path project, boolean mustNotBeChanged) {
    readOnly = mustNotBeChanged;
    file.set(project);
  }

  /** Saves to the place it has. */
  public void save() {
    Path here = file.get();
    if (here != null && !readOnly) {
      saveAs(here);
    }
  }

  /** Saves to another place, which becomes its own. */
  public void saveAs(Path target) {
    Workspace now = workspace.document();
    readOnly = false;
    file.set(target);
    io.execute(() -> write(target, now));
  }

  // A task boundary: whatever goes wrong becomes a message.
  private void write(Path target, Workspace now) {
    try {
      ProjectFile.save(target, now);
      viewThread.execute(() -> workspace.markSaved(now));
    } catch (RuntimeException | Error failure) {
      viewThread.report("Saving " + target.getFileName(), failure);
    }
  }

  private void autosaveSoon() {
    if (waiting != null) {
      waiting.close();
    }
    Path here = file.get();
    if (here != null && !readOnly && workspace.unsavedProperty().get()) {
      Workspace now = workspace.document();
      waiting = timer.after(AUTOSAVE_AFTER, () -> io.execute(() -> keep(here, now)));
    }
  }

  private void keep(Path here, Workspace now) {
    try {
      ProjectFile.saveAutomatically(here, now);
    } catch (RuntimeException | Error failure) {
      viewThread.report("Keeping changes of " + here.getFileName(), failure);
    }
  }

  @Override
  public void close() {
    follow.unsubscribe();
    if (waiting != null) {
      waiting.close();
    }
  }
}
