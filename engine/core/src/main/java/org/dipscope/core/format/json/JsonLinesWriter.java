package org.dipscope.core.format.json;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dipscope.core.format.AnnotatedHistogram;
import org.dipscope.core.format.AtomicFile;
import org.dipscope.core.format.Losses;
import org.dipscope.core.histogram.Axis;
import org.dipscope.core.histogram.Histogram;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * Writes the lines that searches for bumps read: {@code {"id", "edges", "counts", "background"?}}.
 * The histogram {@code NAME/background} in the bins of {@code NAME} becomes its background.
 */
public final class JsonLinesWriter {
  private static final String BACKGROUND = "/background";

  private JsonLinesWriter() {}

  /**
   * Writes or replaces a file in one step.
   *
   * @throws ProblemException if a histogram has several axes, or the file cannot be written
   */
  public static void write(Path file, List<AnnotatedHistogram> histograms) {
    Map<String, Histogram> byName = new LinkedHashMap<>();
    for (AnnotatedHistogram annotated : histograms) {
      Histogram histogram = annotated.histogram();
      if (histogram.axes().size() != 1) {
        throw new ProblemException(
            Problem.usage(
                "\"%s\" has %d axes; JSON lines hold histograms of one."
                    .formatted(histogram.name(), histogram.axes().size()),
                "Choose the histograms with one axis, or write json."));
      }
      byName.put(histogram.name(), histogram);
    }
    List<Map<String, Object>> lines = new ArrayList<>();
    for (Histogram histogram : byName.values()) {
      if (!isBackground(histogram, byName)) {
        lines.add(line(histogram, byName));
      }
    }
    AtomicFile.write(
        file,
        out -> {
          for (Map<String, Object> line : lines) {
            JsonText.write(out, line);
            out.write('\n');
          }
        });
  }

  private static boolean isBackground(Histogram histogram, Map<String, Histogram> byName) {
    if (!histogram.name().endsWith(BACKGROUND)) {
      return false;
    }
    String name = histogram.name();
    Histogram data = byName.get(name.substring(0, name.length() - BACKGROUND.length()));
    return data != null
        && !data.name().isEmpty()
        && !data.name().endsWith(BACKGROUND)
        && data.axis().binning().equals(histogram.axis().binning());
  }

  private static Map<String, Object> line(Histogram histogram, Map<String, Histogram> byName) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("id", histogram.name());
    line.put("edges", histogram.axis().binning().edges());
    line.put("counts", histogram.contents().toArray());
    Histogram background = byName.get(histogram.name() + BACKGROUND);
    if (background != null && isBackground(background, byName)) {
      line.put("background", background.contents().toArray());
    }
    return line;
  }

  /** What a line cannot say of a histogram. */
  public static List<String> losses(AnnotatedHistogram annotated) {
    Histogram histogram = annotated.histogram();
    Axis axis = histogram.axes().getFirst();
    return Losses.of(annotated)
        .add(histogram.name().isEmpty(), "the empty name")
        .add(!axis.label().isEmpty() || !axis.unit().isEmpty(), "label and unit of the axis")
        .add(!annotated.valueUnit().isEmpty(), "the unit of the contents")
        .add(!hasRoots(histogram), "errors other than the roots of the counts")
        .sources()
        .add(histogram.underflow() != 0 || histogram.overflow() != 0, "under- and overflow")
        .sumOfWeights()
        .notesBut(Set.of())
        .list();
  }

  private static boolean hasRoots(Histogram histogram) {
    for (int i = 0; i < histogram.contents().size(); i++) {
      double root = Math.sqrt(Math.abs(histogram.contents().get(i)));
      if (Double.compare(histogram.errorsLow().get(i), root) != 0
          || Double.compare(histogram.errorsHigh().get(i), root) != 0) {
        return false;
      }
    }
    return true;
  }
}
