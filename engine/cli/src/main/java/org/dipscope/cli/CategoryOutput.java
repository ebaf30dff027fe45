package org.dipscope.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dipscope.core.format.AnnotatedHistogram;
import org.dipscope.core.format.AtomicFile;
import org.dipscope.core.format.HistogramFormat;
import org.dipscope.core.histogram.Axis;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Histogram;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.selection.HistogramLines;
import org.dipscope.core.selection.MassHistogram;
import org.dipscope.core.selection.Mother;
import org.dipscope.core.selection.SelectedHistograms;
import org.dipscope.core.selection.SelectionJson;

/**
 * Where the histograms of events go.
 *
 * @param path a folder that exists, or a file
 * @param format of a file; JSON lines in a folder
 */
record CategoryOutput(Path path, HistogramFormat format) {
  /** How objects in ROOT files of such histograms begin. */
  private static final String ROOT_PREFIX = "ROI_";

  private static final String MOTHER = "_mother";

  /**
   * The place that a path means.
   *
   * @throws org.dipscope.core.problem.ProblemException if its extension names no format
   */
  static CategoryOutput of(Path path) {
    return new CategoryOutput(
        path, Files.isDirectory(path) ? HistogramFormat.JSON_LINES : HistogramFormat.of(path));
  }

  /**
   * Writes.
   *
   * @param mothers one per histogram, or none at all
   * @return the file with the histograms
   */
  Path write(SelectedHistograms selected, List<Optional<Mother>> mothers) {
    if (format != HistogramFormat.JSON_LINES) {
      format.write(path, histograms(selected.histograms(), mothers));
      return path;
    }
    boolean isFolder = Files.isDirectory(path);
    Path lines = isFolder ? path.resolve("histograms.jsonl") : path;
    if (mothers.isEmpty()) {
      HistogramLines.write(lines, selected.histograms());
    } else {
      HistogramLines.write(lines, selected.histograms(), mothers);
    }
    if (isFolder) {
      AtomicFile.write(
          path.resolve("config.json"),
          writer -> writer.write(SelectionJson.write(selected.settings()) + "\n"));
    }
    return lines;
  }

  private List<AnnotatedHistogram> histograms(
      List<MassHistogram> all, List<Optional<Mother>> mothers) {
    List<AnnotatedHistogram> written = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      MassHistogram histogram = all.get(i);
      Values errors = histogram.keptSquares().map(Math::sqrt);
      written.add(annotated(histogram, "", histogram.keptCounts(), errors));
      Optional<Mother> mother = mothers.isEmpty() ? Optional.empty() : mothers.get(i);
      mother.ifPresent(
          fit -> {
            AnnotatedHistogram background =
                annotated(histogram, MOTHER, fit.background(), fit.background().map(b -> 0));
            written.add(new AnnotatedHistogram(background.histogram(), "", List.of(), notes(fit)));
          });
    }
    return written;
  }

  private AnnotatedHistogram annotated(
      MassHistogram histogram, String suffix, Values contents, Values errors) {
    String prefix = format == HistogramFormat.ROOT ? ROOT_PREFIX : "";
    Axis axis =
        new Axis(
            "m(" + histogram.combination() + ")",
            "GeV",
            Binning.of(histogram.keptEdges().toArray()));
    return AnnotatedHistogram.bare(
        Histogram.of(prefix + histogram.id() + suffix, axis, contents, errors, errors));
  }

  private static Map<String, String> notes(Mother mother) {
    return Map.of(
        "Fit",
        String.format(
            Locale.ROOT,
            "deviance %.6g, %d degrees of freedom, %s",
            mother.deviance(),
            mother.degreesOfFreedom(),
            mother.converged() ? "converged" : "not converged"));
  }
}
