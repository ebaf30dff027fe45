package org.dipscope.core.format.json;

import java.nio.file.Path;
import java.util.List;
import org.dipscope.core.format.AnnotatedHistogram;
import org.dipscope.core.format.AtomicFile;

/**
 * Writes histograms as {@code {"histograms": [...]}} with the keys of the commands {@code inspect}
 * and {@code histogram}, completely; {@link HistogramJson#histograms} reads the same back.
 */
public final class HistogramJsonWriter {

  private HistogramJsonWriter() {}

  /**
   * Writes or replaces a file in one step.
   *
   * @throws org.dipscope.core.problem.ProblemException if it cannot be written
   */
  public static void write(Path file, List<AnnotatedHistogram> histograms) {
    AtomicFile.write(
        file,
        out -> {
          out.write("{\"histograms\": [");
          for (int i = 0; i < histograms.size(); i++) {
            out.write(i == 0 ? "\n" : ",\n");
            JsonText.write(out, ContentsJson.histogram(histograms.get(i)));
          }
          out.write("\n]}\n");
        });
  }
}
