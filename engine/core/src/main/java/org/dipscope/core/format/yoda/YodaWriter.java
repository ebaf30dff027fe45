package org.dipscope.core.format.yoda;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.dipscope.core.format.AnnotatedHistogram;
import org.dipscope.core.format.AtomicFile;
import org.dipscope.core.format.Losses;
import org.dipscope.core.histogram.Axis;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Histogram;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * Writes histograms as estimates of YODA 2 (syntax 3): value and errors by source. An estimate, and
 * not a YODA histogram, because the moments that a YODA histogram stores for its fills are not
 * known. Total errors that are not those of the named sources in quadrature stand beside them as
 * the source without a name. Numbers are written in full precision; {@link YodaReader} reads the
 * same back.
 */
public final class YodaWriter {

  private YodaWriter() {}

  /**
   * Writes all histograms to one file, compressed if its name ends with gz.
   *
   * @throws ProblemException if two names make the same path, or the file cannot be written
   */
  public static void write(Path file, List<AnnotatedHistogram> histograms) {
    requirePaths(histograms);
    AtomicFile.Bytes text =
        AtomicFile.text(
            out -> {
              for (AnnotatedHistogram histogram : histograms) {
                new YodaEstimate(histogram).write(out);
              }
            });
    boolean compressed = file.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
    AtomicFile.writeBytes(
        file,
        stream -> {
          if (compressed) {
            GZIPOutputStream gzip = new GZIPOutputStream(stream, 1 << 16);
            text.writeTo(gzip);
            gzip.finish();
          } else {
            text.writeTo(stream);
          }
        });
  }

  private static void requirePaths(List<AnnotatedHistogram> histograms) {
    Map<String, String> names = new HashMap<>();
    for (AnnotatedHistogram annotated : histograms) {
      String name = annotated.histogram().name();
      String before = names.putIfAbsent(YodaEstimate.path(name), name);
      if (before != null) {
        throw new ProblemException(
            Problem.usage(
                "\"%s\" and \"%s\" both have the YODA path %s."
                    .formatted(before, name, YodaEstimate.path(name)),
                "Write them to two files, or write json."));
      }
    }
  }

  /** What an estimate cannot say of a histogram. */
  public static List<String> losses(AnnotatedHistogram annotated) {
    Histogram histogram = annotated.histogram();
    List<Axis> axes = histogram.axes();
    boolean titles = true;
    for (int i = 0; i < axes.size(); i++) {
      titles &= i < 3 && survives(axes.get(i).label(), axes.get(i).unit());
    }
    String value = annotated.notes().getOrDefault(AnnotatedHistogram.VALUE, "");
    boolean named = axes.size() < 3 && survives(value, annotated.valueUnit());
    List<String> notes =
        annotated.notes().entrySet().stream()
            .filter(note -> !note.getKey().equals(AnnotatedHistogram.VALUE))
            .filter(
                note ->
                    !note.getKey().equals(YodaEstimate.noteKey(note.getKey()))
                        || !note.getValue().equals(YodaEstimate.oneLine(note.getValue())))
            .map(Map.Entry::getKey)
            .toList();
    return Losses.of(annotated)
        .name(YodaEstimate.oneLine(histogram.name()))
        .add(!titles, "label or unit of an axis")
        .add(!named && !(value + annotated.valueUnit()).isEmpty(), "label or unit of the contents")
        .add(
            annotated.sources().stream().anyMatch(s -> YodaEstimate.isNameless(annotated, s)),
            "an error without a name, written as \"" + YodaEstimate.NAMELESS + "\"")
        .add(
            Double.isNaN(histogram.underflow()) || Double.isNaN(histogram.overflow()),
            "under- and overflow that are no numbers")
        .add(!notes.isEmpty(), "notes as they stand: " + String.join("; ", notes))
        .list();
  }

  /** Whether label and unit can be told apart again in one title. */
  private static boolean survives(String label, String unit) {
    Axis axis = new Axis(label, unit, Binning.uniform(1, 0, 1));
    return axis.equals(YodaContent.axis(YodaEstimate.title(label, unit), axis.binning()));
  }
}
