package org.dipscope.neural.significance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.dipscope.neural.training.ArrayFile;

/** Where networks come from. */
public final class Networks {
  /** The network that ships with Dipscope, as {@code train bumpnet} wrote it. */
  private static final String USUAL = "dipscope.dsn";

  private Networks() {}

  /** The network that ships. */
  public static ArrayFile usual() {
    try (InputStream stream =
        Objects.requireNonNull(Networks.class.getResourceAsStream(USUAL), USUAL)) {
      return ArrayFile.read(stream, USUAL);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * A network of a user.
   *
   * @param file the network, or the folder of a training
   * @throws org.dipscope.core.problem.ProblemException if the file is foreign, newer or damaged
   */
  public static ArrayFile read(Path file) {
    return ArrayFile.read(
        Files.isDirectory(file) ? file.resolve(SignificanceTraining.NETWORK) : file);
  }
}
