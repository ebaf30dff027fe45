package org.dipscope.core.format;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dipscope.core.format.csv.HistogramCsvWriter;
import org.dipscope.core.format.hepdata.HepDataWriter;
import org.dipscope.core.format.json.HistogramJsonWriter;
import org.dipscope.core.format.json.JsonLinesWriter;
import org.dipscope.core.format.root.RootWriter;
import org.dipscope.core.format.yoda.YodaWriter;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * Formats in which histograms can be written, chosen by the extension of the file. Every number is
 * written in full precision; what a format cannot say is named, never dropped silently.
 */
public enum HistogramFormat {
  CSV("csv"),
  YODA("yoda"),
  HEPDATA("hepdata-yaml"),
  JSON("json"),
  JSON_LINES("json-lines"),
  ROOT("root");

  /** All extensions, as help texts list them. */
  public static final String EXTENSIONS =
      String.join(
          ", ", Arrays.stream(values()).flatMap(format -> format.extensions().stream()).toList());

  private final String label;

  HistogramFormat(String label) {
    this.label = label;
  }

  private List<String> extensions() {
    return switch (this) {
      case CSV -> List.of("csv");
      case YODA -> List.of("yoda", "yoda.gz");
      case HEPDATA -> List.of("yaml", "yml");
      case JSON -> List.of("json");
      case JSON_LINES -> List.of("jsonl");
      case ROOT -> List.of("root");
    };
  }

  private void writeTo(Path file, List<AnnotatedHistogram> histograms) {
    switch (this) {
      case CSV -> HistogramCsvWriter.write(file, histograms);
      case YODA -> YodaWriter.write(file, histograms);
      case HEPDATA -> HepDataWriter.write(file, histograms);
      case JSON -> HistogramJsonWriter.write(file, histograms);
      case JSON_LINES -> JsonLinesWriter.write(file, histograms);
      case ROOT -> RootWriter.writeAnnotated(file, histograms);
    }
  }

  private List<String> losses(AnnotatedHistogram histogram) {
    return switch (this) {
      case CSV, JSON -> List.of();
      case YODA -> YodaWriter.losses(histogram);
      case HEPDATA -> HepDataWriter.losses(histogram);
      case JSON_LINES -> JsonLinesWriter.losses(histogram);
      case ROOT -> RootWriter.losses(histogram);
    };
  }

  /**
   * What a written file does not say.
   *
   * @param what in words
   * @param histograms the histograms concerned
   */
  public record Dropped(String what, List<String> histograms) {

    /** Copies the list. */
    public Dropped {
      histograms = List.copyOf(histograms);
    }
  }

  /** The format as {@code inspect} names it. */
  public String label() {
    return label;
  }

  /**
   * The format that the name of a file asks for; a folder that exists becomes a HEPData submission.
   *
   * @throws ProblemException if the name has none of {@link #EXTENSIONS}
   */
  public static HistogramFormat of(Path file) {
    if (Files.isDirectory(file)) {
      return HEPDATA;
    }
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    for (HistogramFormat format : values()) {
      if (format.extensions().stream().anyMatch(extension -> name.endsWith("." + extension))) {
        return format;
      }
    }
    throw new ProblemException(
        Problem.usage(
            "The name " + file + " does not say which format to write.",
            "Use one of the extensions " + EXTENSIONS + "."));
  }

  /**
   * Writes histograms, replacing an old file in one step.
   *
   * @return what the file cannot say
   * @throws ProblemException if there is no histogram, two have the same name, the format cannot
   *     hold one at all, or the file cannot be written
   */
  public List<Dropped> write(Path file, List<AnnotatedHistogram> histograms) {
    requireNames(histograms);
    Map<String, List<String>> dropped = new LinkedHashMap<>();
    for (AnnotatedHistogram annotated : histograms) {
      List<String> words = new ArrayList<>(losses(annotated));
      if (annotated.notes().containsKey(AnnotatedHistogram.OUTSIDE)) {
        words.add("contents outside the axes");
      }
      for (String what : words) {
        dropped.computeIfAbsent(what, key -> new ArrayList<>()).add(annotated.histogram().name());
      }
    }
    writeTo(file, histograms);
    return dropped.entrySet().stream()
        .map(entry -> new Dropped(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static void requireNames(List<AnnotatedHistogram> histograms) {
    if (histograms.isEmpty()) {
      throw new ProblemException(
          Problem.usage("There is no histogram to write.", "Choose at least one."));
    }
    Set<String> names = new HashSet<>();
    for (AnnotatedHistogram annotated : histograms) {
      String name = annotated.histogram().name();
      if (!names.add(name)) {
        throw new ProblemException(
            Problem.usage(
                "Two histograms are called \"" + name + "\".",
                "Give each histogram of a file a name of its own."));
      }
    }
  }
}
