package org.dipscope.core.format.json;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.format.AnnotatedHistogram;
import org.dipscope.core.format.ErrorSource;
import org.dipscope.core.format.FileContents;
import org.dipscope.core.format.tree.Cursor;
import org.dipscope.core.format.tree.TreeReader;
import org.dipscope.core.histogram.Axis;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Histogram;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * Histograms in JSON: objects with the keys of the commands {@code inspect} and {@code histogram},
 * alone, in a list, under {@code histograms} or one per line; and lines {@code {"id", "edges",
 * "counts", "background"?}}. null is no number, "inf" and "-inf" are infinite.
 */
public final class HistogramJson {

  private HistogramJson() {}

  /** Whether the document is of one of the shapes read here. */
  static boolean isHistogram(Cursor document) {
    if (document.isList()) {
      return !document.items().isEmpty() && isHistogram(document.items().getFirst());
    }
    return document.has("histograms")
        || (document.has("axes") && document.has("contents"))
        || (document.has("edges") && document.has("counts"));
  }

  /**
   * What is inside a file.
   *
   * @throws ProblemException if it is not of this shape, or numbers are missing
   */
  public static FileContents inspect(Path file, boolean statistics, CancelToken token) {
    return new FileContents("json", histograms(file, token), List.of(), List.of());
  }

  /**
   * The histograms of a file.
   *
   * @throws ProblemException as {@link #inspect}
   */
  public static List<AnnotatedHistogram> histograms(Path file, CancelToken token) {
    List<AnnotatedHistogram> histograms = new ArrayList<>();
    for (Cursor document : TreeReader.json(file, true, token)) {
      token.throwIfCancelled();
      read(document, histograms);
    }
    if (histograms.isEmpty()) {
      String name = String.valueOf(file.getFileName());
      throw new ProblemException(
          Problem.badInput(
              name + ": there is no histogram in this file.",
              "A histogram has axes and contents, or edges and counts.",
              name,
              0));
    }
    return histograms;
  }

  private static void read(Cursor document, List<AnnotatedHistogram> into) {
    if (document.isList()) {
      document.items().forEach(item -> read(item, into));
    } else if (document.has("histograms")) {
      document.items("histograms").forEach(item -> read(item, into));
    } else if (document.has("edges")) {
      counted(document, into);
    } else {
      into.add(full(document, "histogram " + (into.size() + 1)));
    }
  }

  private static void counted(Cursor line, List<AnnotatedHistogram> into) {
    String id = line.text("id");
    String name = id.isEmpty() ? "histogram " + (into.size() + 1) : id;
    Axis axis = new Axis("", "", binning(line.get("edges")));
    into.add(counts(name, axis, line.get("counts")));
    line.find("background")
        .ifPresent(background -> into.add(counts(name + "/background", axis, background)));
  }

  private static AnnotatedHistogram counts(String name, Axis axis, Cursor cell) {
    Values counts = numbers(cell, axis.binning().count());
    Values errors = counts.map(n -> Math.sqrt(Math.abs(n)));
    return AnnotatedHistogram.bare(
        AnnotatedHistogram.plain(name, List.of(axis), counts, errors, errors));
  }

  private static AnnotatedHistogram full(Cursor document, String otherwise) {
    List<Axis> axes = new ArrayList<>();
    long bins = 1;
    for (Cursor axis : document.get("axes").items()) {
      Binning binning = binning(axis.get("edges"));
      axes.add(new Axis(axis.text("label"), axis.text("unit"), binning));
      bins = Math.min(Integer.MAX_VALUE, bins * binning.count());
    }
    Values contents = numbers(document.get("contents"), (int) bins);
    Histogram histogram =
        new Histogram(
            document.has("name") ? document.text("name") : otherwise,
            axes,
            contents,
            errors(document, "errorsLow", (int) bins),
            errors(document, "errorsHigh", (int) bins),
            number(document, "underflow", 0),
            number(document, "overflow", 0),
            number(document, "sumOfWeights", AnnotatedHistogram.sum(contents)));
    List<ErrorSource> sources = new ArrayList<>();
    for (Cursor source : document.items("errorSources")) {
      sources.add(
          new ErrorSource(
              source.text("label"),
              numbers(source.get("down"), (int) bins),
              numbers(source.get("up"), (int) bins)));
    }
    Map<String, String> notes = new LinkedHashMap<>();
    document
        .find("notes")
        .ifPresent(all -> all.entries().forEach((key, text) -> notes.put(key, text.text())));
    return new AnnotatedHistogram(histogram, document.text("valueUnit"), sources, notes);
  }

  /** The number under a key, where null means that it is no number. */
  private static double number(Cursor document, String key, double otherwise) {
    return document.has(key)
        ? document.find(key).map(HistogramJson::number).orElse(Double.NaN)
        : otherwise;
  }

  private static double number(Cursor cell) {
    return cell.text().isEmpty() || cell.text().equals("NaN") ? Double.NaN : cell.number();
  }

  private static Values errors(Cursor document, String key, int bins) {
    return document
        .find(key)
        .map(cell -> numbers(cell, bins))
        .orElseGet(() -> Values.constant(bins, Double.NaN));
  }

  private static Binning binning(Cursor edges) {
    double[] numbers = edges.numbers();
    for (int i = 1; i < numbers.length; i++) {
      if (!(numbers[i - 1] < numbers[i])) {
        throw edges.problem(
            "edges must increase, but %s follows %s.".formatted(numbers[i], numbers[i - 1]),
            "Sort the edges.");
      }
    }
    if (numbers.length < 2) {
      throw edges.problem("fewer than two edges make no bin.", "Give one edge more than bins.");
    }
    return Binning.of(numbers);
  }

  /** Nested lists of numbers in a row; null is NaN. */
  private static Values numbers(Cursor cell, int expected) {
    List<Double> flat = new ArrayList<>();
    flatten(cell, flat, expected);
    if (flat.size() != expected) {
      throw cell.problem(
          "%d values, expected %d.".formatted(flat.size(), expected), "Give one per bin.");
    }
    return Values.of(flat.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static void flatten(Cursor cell, List<Double> into, int expected) {
    if (cell.isList()) {
      for (Cursor item : cell.items()) {
        flatten(item, into, expected);
      }
    } else {
      into.add(number(cell));
    }
  }
}
