package org.dipscope.core.format.root;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.dipscope.core.histogram.Histogram;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * Writes histograms as TH1D and TH2D in a ROOT file that any ROOT-compatible program opens.
 *
 * <p>Names with slashes become directories. Errors that are the square roots of the contents are
 * left out, as ROOT does for unweighted histograms; asymmetric errors become √((low² + high²)/2),
 * because these classes hold one error per bin. All records carry the same fixed date, so that
 * equal histograms give equal files.
 */
public final class RootWriter {

  private RootWriter() {}

  /**
   * Writes or replaces a file; nobody sees half of it.
   *
   * @throws ProblemException if a histogram has more than two axes, two have the same name, a name
   *     is also a directory, or the file cannot be written
   */
  public static void write(Path file, List<Histogram> histograms) {
    RootLayout layout = new RootLayout(String.valueOf(file.getFileName()));
    for (Histogram histogram : histograms) {
      if (histogram.axes().size() > 2) {
        throw new ProblemException(
            Problem.usage(
                "\""
                    + histogram.name()
                    + "\" has "
                    + histogram.axes().size()
                    + " axes; ROOT files are written with one or two.",
                "Project it on two axes first, or write JSON."));
      }
      String className = histogram.axes().size() == 2 ? "TH2D" : "TH1D";
      String name = RootLayout.name(histogram.name());
      layout.add(histogram.name(), className, HistogramEncoder.encode(histogram, name));
    }
    Path target = file.toAbsolutePath();
    try {
      Path temporary = Files.createTempFile(target.getParent(), ".dipscope", ".root");
      try {
        Files.write(temporary, layout.bytes(HistogramStreamers.layouts()));
        move(temporary, target);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw new ProblemException(
          Problem.badInput(
              file + " cannot be written: " + e.getMessage() + ".",
              "Choose a folder that exists and that you may write to.",
              file.toString(),
              0),
          e);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
