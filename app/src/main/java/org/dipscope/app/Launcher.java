package org.dipscope.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dipscope.cli.Dipscope;

/**
 * Where the program starts. A first argument that names a command runs headless without touching
 * JavaFX; anything else is a file for the workbench.
 */
public final class Launcher {
  private Launcher() {}

  /** Starts the command line or the workbench. */
  public static void main(String[] arguments) {
    if (arguments.length > 0 && Dipscope.isCommand(arguments[0])) {
      System.exit(Dipscope.execute(arguments, System.out, System.err, System.in));
    }
    Optional<String> obstacle = DisplayCheck.obstacle(System.getenv());
    if (obstacle.isPresent()) {
      System.err.println(obstacle.get());
      System.exit(1);
    }
    List<Path> files = Stream.of(arguments).map(Path::of).toList();
    Workbench.open(files);
  }
}
