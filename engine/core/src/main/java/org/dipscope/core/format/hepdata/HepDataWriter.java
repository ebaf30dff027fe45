package org.dipscope.core.format.hepdata;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dipscope.core.format.AnnotatedHistogram;
import org.dipscope.core.format.AtomicFile;
import org.dipscope.core.format.ErrorSource;
import org.dipscope.core.format.Losses;
import org.dipscope.core.histogram.Histogram;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * Writes histograms as HEPData YAML with every named error. Contents outside a single axis become
 * bins with an infinite edge, missing contents a dash. Bins whose errors are all zero have none,
 * because HEPData refuses such errors. {@link HepDataReader} reads the same numbers back.
 */
public final class HepDataWriter {
  static final String SUM_OF_WEIGHTS = "SUM OF WEIGHTS";

  private HepDataWriter() {}

  /**
   * Writes a submission if the name is that of a folder or {@code submission.yaml}, one file with
   * all tables otherwise.
   *
   * @throws ProblemException if an error is infinite, or a file cannot be written
   */
  public static void write(Path file, List<AnnotatedHistogram> histograms) {
    histograms.forEach(HepDataWriter::requireFiniteErrors);
    if (Files.isDirectory(file)) {
      writeSubmission(file, histograms);
    } else if (file.endsWith("submission.yaml")) {
      Path folder = file.toAbsolutePath().getParent();
      writeSubmission(folder == null ? Path.of(".") : folder, histograms);
    } else {
      writeFile(file, histograms);
    }
  }

  private static void requireFiniteErrors(AnnotatedHistogram annotated) {
    for (ErrorSource source : written(annotated)) {
      for (int bin = 0; bin < source.up().size(); bin++) {
        if (Double.isInfinite(source.down().get(bin)) || Double.isInfinite(source.up().get(bin))) {
          throw new ProblemException(
              Problem.badInput(
                  "Bin %d of \"%s\" has an infinite error, which HEPData cannot say."
                      .formatted(bin + 1, annotated.histogram().name()),
                  "Leave the histogram out, or write json."));
        }
      }
    }
  }

  /** What a table cannot say of a histogram. */
  public static List<String> losses(AnnotatedHistogram annotated) {
    Histogram histogram = annotated.histogram();
    List<String> units = new ArrayList<>(List.of(annotated.valueUnit()));
    histogram.axes().forEach(axis -> units.add(axis.unit()));
    boolean spelled = units.stream().allMatch(unit -> HepDataUnit.usual(unit).equals(unit));
    boolean zeros = false;
    for (int bin = 0; bin < histogram.contents().size(); bin++) {
      zeros |= isZero(written(annotated), bin);
    }
    return Losses.of(annotated)
        .add(histogram.name().isEmpty(), "the empty name")
        .add(!spelled, "the spelling of a unit")
        .add(zeros, "errors that are zero, which HEPData refuses")
        .add(!annotated.totalsFollowFromSources(), "total errors other than those of the sources")
        .add(
            Double.isNaN(histogram.underflow()) || Double.isNaN(histogram.overflow()),
            "under- and overflow that are no numbers")
        .list();
  }

  /** The errors to be written: the sources, or the totals as one without a name. */
  static List<ErrorSource> written(AnnotatedHistogram annotated) {
    Histogram histogram = annotated.histogram();
    return annotated.sources().isEmpty()
        ? List.of(new ErrorSource("", histogram.errorsLow().map(e -> -e), histogram.errorsHigh()))
        : annotated.sources();
  }

  /** Whether all errors that are given for a bin are zero. */
  static boolean isZero(List<ErrorSource> sources, int bin) {
    boolean any = false;
    for (ErrorSource source : sources) {
      double down = source.down().get(bin);
      double up = source.up().get(bin);
      any |= !Double.isNaN(down) || !Double.isNaN(up);
      if (!(down == 0 || Double.isNaN(down)) || !(up == 0 || Double.isNaN(up))) {
        return false;
      }
    }
    return any;
  }

  /**
   * Writes one file that holds all tables, one document each.
   *
   * @throws ProblemException if the file cannot be written
   */
  public static void writeFile(Path file, List<AnnotatedHistogram> histograms) {
    AtomicFile.write(
        file,
        out -> {
          for (AnnotatedHistogram histogram : histograms) {
            out.write("---\n");
            title(out, histogram);
            HepDataTableWriter.write(out, histogram);
          }
        });
  }

  /**
   * Writes submission.yaml and a data file for each histogram into a folder, which is created if it
   * is not there.
   *
   * @throws ProblemException if a file cannot be written
   */
  public static void writeSubmission(Path folder, List<AnnotatedHistogram> histograms) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new ProblemException(
          Problem.badInput(
              folder + " cannot be created.",
              "Choose a folder that you may write to.",
              folder.toString(),
              0),
          e);
    }
    for (int i = 0; i < histograms.size(); i++) {
      AnnotatedHistogram histogram = histograms.get(i);
      AtomicFile.write(
          folder.resolve("data" + (i + 1) + ".yaml"),
          out -> HepDataTableWriter.write(out, histogram));
    }
    AtomicFile.write(folder.resolve("submission.yaml"), out -> submission(out, histograms));
  }

  private static void submission(Writer out, List<AnnotatedHistogram> histograms)
      throws IOException {
    out.write("---\ncomment: \"\"\n");
    for (int i = 0; i < histograms.size(); i++) {
      AnnotatedHistogram histogram = histograms.get(i);
      out.write("---\n");
      title(out, histogram);
      out.write("keywords: []\ndata_file: data" + (i + 1) + ".yaml\n");
    }
  }

  private static void title(Writer out, AnnotatedHistogram histogram) throws IOException {
    String title = histogram.notes().getOrDefault(AnnotatedHistogram.TITLE, "");
    out.write("name: " + HepDataTableWriter.quoted(histogram.histogram().name()) + "\n");
    out.write("description: " + HepDataTableWriter.quoted(title) + "\n");
  }
}
