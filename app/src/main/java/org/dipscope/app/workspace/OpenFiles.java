package org.dipscope.app.workspace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.dipscope.app.support.Job;
import org.dipscope.app.support.JobList;
import org.dipscope.app.support.JobProgress;
import org.dipscope.app.support.JobStatus;
import org.dipscope.app.support.ViewThread;
import org.dipscope.app.workspace.OpenFile.State;
import org.dipscope.core.format.FileContents;
import org.dipscope.core.format.Formats;
import org.dipscope.core.problem.ProblemException;
import org.dipscope.core.project.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * The event and histogram files that are open. Which ones belongs to the document, so that opening
 * and closing can be undone; what is inside is read as a job. Belongs to the view thread.
 */
public final class OpenFiles implements AutoCloseable {
  private final WorkspaceModel workspace;
  private final ProjectPlace place;
  private final JobList jobs;
  private final Executor io;
  private final ViewThread viewThread;
  private final Map<Path, OpenFile> known = new LinkedHashMap<>();
  private final Map<Path, Job> reading = new HashMap<>();
  private final Set<Path> arriving = new HashSet<>();
  private final Set<Path> chosen = new HashSet<>();
  private final ReadOnlyObjectWrapper<List<OpenFile>> files =
      new ReadOnlyObjectWrapper<>(this, "files", List.of());
  private final Subscription follow;
  private boolean checking;

  private record Inspection(FileContents contents, @Nullable FileStamp stamp) {}

  /**
   * The files of a document.
   *
   * @param place tells which files lie beside the project and are read without being asked for
   * @param jobs where they are read
   * @param io where the disk is asked whether they have changed
   */
  public OpenFiles(
      WorkspaceModel workspace,
      ProjectPlace place,
      JobList jobs,
      Executor io,
      ViewThread viewThread) {
    this.workspace = workspace;
    this.place = place;
    this.jobs = jobs;
    this.io = io;
    this.viewThread = viewThread;
    follow = workspace.documentProperty().subscribe(this::follow);
  }

  /** The files in the order of the document, then those that arrive. */
  public ReadOnlyObjectProperty<List<OpenFile>> filesProperty() {
    return files.getReadOnlyProperty();
  }

  /** What is known of a file, if it is open. */
  public Optional<OpenFile> file(Path path) {
    return Optional.ofNullable(known.get(path));
  }

  /**
   * Reads a file and, if it is wanted here, opens it.
   *
   * @param wanted asked on the view thread with what was read
   */
  public void open(Path file, Predicate<OpenFile> wanted) {
    Path path = file.toAbsolutePath().normalize();
    chosen.add(path);
    if (!workspace.document().files().contains(path)) {
      arriving.add(path);
    }
    read(path, wanted);
  }

  /** Reads a file again, or for the first time. */
  public void read(Path path) {
    chosen.add(path);
    read(path, again -> true);
  }

  /** Closes a file. */
  public void close(Path path) {
    if (arriving.contains(path)) {
      forget(path);
      publish();
      return;
    }
    workspace.edit(
        "Close " + path.getFileName(),
        document -> {
          List<Path> left = new ArrayList<>(document.files());
          left.remove(path);
          return document.edit().files(left).done();
        });
  }

  /** Asks the disk which files have changed or gone since they were read. */
  public void check() {
    List<OpenFile> asked = known.values().stream().filter(file -> file.stamp() != null).toList();
    if (checking || asked.isEmpty()) {
      return;
    }
    checking = true;
    io.execute(
        () -> {
          Map<Path, Optional<FileStamp>> now = new HashMap<>();
          asked.forEach(file -> now.put(file.path(), FileStamp.of(file.path())));
          viewThread.execute(() -> compare(now));
        });
  }

  private void compare(Map<Path, Optional<FileStamp>> now) {
    checking = false;
    known.replaceAll(
        (path, file) -> {
          Optional<FileStamp> stamp = now.get(path);
          if (stamp == null || file.stamp() == null || file.state() == State.READING) {
            return file;
          }
          State state =
              stamp.isEmpty()
                  ? State.MISSING
                  : stamp.get().equals(file.stamp()) ? State.READ : State.CHANGED;
          return state == file.state() || file.state() == State.FAILED ? file : file.with(state);
        });
    publish();
  }

  private void read(Path path, Predicate<OpenFile> wanted) {
    Job before = reading.remove(path);
    if (before != null) {
      before.cancel();
    }
    known.put(path, known.getOrDefault(path, OpenFile.unread(path)).with(State.READING));
    publish();
    Job job =
        jobs.start(
            "Read " + path.getFileName(),
            progress -> inspect(path, progress),
            done -> arrive(path, done, wanted));
    if (!job.statusProperty().get().isOver()) {
      reading.put(path, job);
    }
    job.statusProperty().subscribe(status -> ended(path, job, status));
  }

  private Inspection inspect(Path path, JobProgress progress) {
    progress.report(Double.NaN, "");
    Optional<FileStamp> stamp = FileStamp.of(path); // before reading: a change meanwhile counts
    try {
      FileContents contents = Formats.inspect(path, false, progress.token());
      return new Inspection(contents, stamp.orElse(null));
    } catch (ProblemException refused) {
      viewThread.execute(() -> refuse(path, refused.problem().message()));
      throw refused;
    }
  }

  private void arrive(Path path, Inspection done, Predicate<OpenFile> wanted) {
    reading.remove(path);
    boolean fresh = arriving.remove(path);
    if (fresh) {
      known.remove(path);
    }
    OpenFile file = new OpenFile(path, State.READ, done.contents(), done.stamp(), "");
    if (wanted.test(file)) {
      known.put(path, file);
      if (fresh) {
        workspace.edit("Open " + path.getFileName(), document -> with(document, path));
      }
    }
    publish();
  }

  private static Workspace with(Workspace document, Path path) {
    List<Path> more = new ArrayList<>(document.files());
    if (!more.contains(path)) {
      more.add(path);
    }
    return document.edit().files(more).done();
  }

  private void refuse(Path path, String why) {
    OpenFile file = known.get(path);
    if (file != null) {
      known.put(path, file.failed(why));
      publish();
    }
  }

  private void ended(Path path, Job job, JobStatus status) {
    boolean failed =
        status.state() == JobStatus.State.FAILED || status.state() == JobStatus.State.CANCELLED;
    Job current = reading.get(path);
    if (!failed || (current != null && current != job)) {
      return;
    }
    reading.remove(path);
    OpenFile file = known.get(path);
    if (arriving.contains(path)) {
      forget(path);
    } else if (file != null && file.state() == State.READING) {
      State state = file.stamp() == null ? State.UNREAD : State.CHANGED;
      known.put(path, file.with(state));
    }
    publish();
  }

  private void forget(Path path) {
    arriving.remove(path);
    known.remove(path);
    Job job = reading.remove(path);
    if (job != null) {
      job.cancel();
    }
  }

  private void follow(Workspace document) {
    for (Path path : List.copyOf(known.keySet())) {
      if (!document.files().contains(path) && !arriving.contains(path)) {
        forget(path);
      }
    }
    List<Path> toRead = new ArrayList<>();
    for (Path path : document.files()) {
      if (known.putIfAbsent(path, OpenFile.unread(path)) == null && mayBeRead(path)) {
        toRead.add(path);
      }
    }
    publish();
    toRead.forEach(path -> read(path, again -> true));
  }

  /** A project from elsewhere must not make this program read files all over the disk. */
  private boolean mayBeRead(Path path) {
    Path project = place.fileProperty().get();
    Path folder = project == null ? null : project.toAbsolutePath().normalize().getParent();
    return chosen.contains(path) || (folder != null && path.startsWith(folder));
  }

  private void publish() {
    List<OpenFile> now = new ArrayList<>();
    for (Path path : workspace.document().files()) {
      file(path).ifPresent(now::add);
    }
    known.values().stream().filter(file -> arriving.contains(file.path())).forEach(now::add);
    if (!now.equals(files.get())) {
      files.set(List.copyOf(now));
    }
  }

  @Override
  public void close() {
    follow.unsubscribe();
  }
}
