package org.dipscope.core.project;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.dipscope.core.format.csv.SpectrumCsv;
import org.dipscope.core.histogram.Spectrum;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.dipscope.core.project.SpectrumEntry.Embedded;
import org.dipscope.core.project.SpectrumEntry.FileReference;

/**
 * The spectrum behind an entry of the project.
 *
 * @param spectrum the numbers
 * @param changed whether the file differs from the one that was saved with the project
 */
public record ReferencedSpectrum(Spectrum spectrum, boolean changed) {

  /**
   * Loads the numbers of an entry.
   *
   * @param folder the folder of the project file
   * @throws ProblemException if the referenced file lies outside the folder, is missing or cannot
   *     be read
   */
  public static ReferencedSpectrum load(Path folder, SpectrumEntry entry) {
    return switch (entry.data()) {
      case Embedded embedded -> new ReferencedSpectrum(embedded.spectrum(), false);
      case FileReference reference -> {
        Path file = inside(folder, reference.path());
        boolean changed = !sha256(file).equals(reference.sha256());
        yield new ReferencedSpectrum(SpectrumCsv.read(file), changed);
      }
    };
  }

  /**
   * A reference to a file in the folder of the project or below.
   *
   * @throws ProblemException if it lies elsewhere or cannot be read
   */
  public static FileReference reference(Path folder, Path file) {
    Path base = folder.toAbsolutePath().normalize();
    Path target = file.toAbsolutePath().normalize();
    if (!target.startsWith(base)) {
      throw outside(file.toString());
    }
    String relative = base.relativize(target).toString().replace('\\', '/');
    return new FileReference(relative, sha256(target));
  }

  private static Path inside(Path folder, String relative) {
    Path base = folder.toAbsolutePath().normalize();
    try {
      Path target = base.resolve(relative).normalize();
      if (Path.of(relative).isAbsolute() || !target.startsWith(base)) {
        throw outside(relative);
      }
      if (Files.exists(target) && !target.toRealPath().startsWith(base.toRealPath())) {
        throw outside(relative);
      }
      return target;
    } catch (InvalidPathException | IOException e) {
      throw outside(relative);
    }
  }

  private static ProblemException outside(String path) {
    return new ProblemException(
        Problem.badInput(
            "The data file " + path + " does not lie in the folder of the project.",
            "Copy it there, or embed the spectrum in the project.",
            path,
            0));
  }

  /**
   * The checksum of a file.
   *
   * @throws ProblemException if it cannot be read
   */
  public static String sha256(Path file) {
    try (InputStream stream = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] block = new byte[1 << 16];
      for (int read = stream.read(block); read > 0; read = stream.read(block)) {
        digest.update(block, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new ProblemException(
          Problem.badInput(
              "The data file " + file + " cannot be read: " + e.getMessage() + ".",
              "Put it back beside the project.",
              file.toString(),
              0),
          e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java platform has SHA-256
    }
  }
}
