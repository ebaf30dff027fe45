package org.dipscope.app.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.dipscope.app.support.ViewThread;
import org.dipscope.core.format.AtomicFile;
import org.dipscope.core.problem.ProblemException;

/** The files opened last, remembered in the user's configuration. */
public final class RecentFiles {
  private static final int KEPT = 10;
  private static final String NAME = "recent-files.txt";

  private final Path list;
  private final Executor io;
  private final ViewThread viewThread;
  private final ObservableList<Path> files = FXCollections.observableArrayList();

  /** A list kept in this folder. */
  public RecentFiles(Path folder, Executor io, ViewThread viewThread) {
    list = folder.resolve(NAME);
    this.io = io;
    this.viewThread = viewThread;
  }

  /** Where a program keeps its configuration on this system. */
  public static Path usualFolder(Map<String, String> environment, String home) {
    String windows = environment.get("APPDATA");
    String xdg = environment.get("XDG_CONFIG_HOME");
    Path base =
        windows != null
            ? Path.of(windows)
            : xdg != null && !xdg.isEmpty() ? Path.of(xdg) : Path.of(home, ".config");
    return base.resolve("dipscope");
  }

  /** The files, the latest first. */
  public ObservableList<Path> files() {
    return files;
  }

  /** Reads what was remembered; without a list there is nothing. */
  public void load() {
    io.execute(
        () -> {
          List<Path> remembered = read();
          viewThread.execute(() -> files.setAll(remembered));
        });
  }

  private List<Path> read() {
    List<Path> remembered = new ArrayList<>();
    try {
      if (Files.isRegularFile(list) && Files.size(list) < 1 << 20) {
        for (String line : Files.readAllLines(list)) {
          remembered.add(Path.of(line));
        }
      }
    } catch (IOException | InvalidPathException unreadable) {
      remembered.clear(); // a damaged list is no reason to bother anybody
    }
    return remembered.stream().filter(Files::isRegularFile).limit(KEPT).toList();
  }

  /** Puts a file first. */
  public void add(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    files.remove(absolute);
    files.addFirst(absolute);
    if (files.size() > KEPT) {
      files.remove(KEPT, files.size());
    }
    List<Path> now = List.copyOf(files);
    io.execute(() -> write(now));
  }

  private void write(List<Path> now) {
    try {
      Files.createDirectories(list.toAbsolutePath().getParent());
      AtomicFile.write(
          list,
          writer -> {
            for (Path file : now) {
              writer.write(file + "\n");
            }
          });
    } catch (IOException | ProblemException notWritable) {
      // The list is a convenience: without a home folder that can be written it is not kept.
    }
  }
}
