package org.dipscope.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.dipscope.core.bump.BumpData;
import org.dipscope.core.bump.MaskedBins;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.format.FileContents;
import org.dipscope.core.format.Formats;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Histogram;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.dipscope.core.project.MassInterval;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Histograms for a search, from any file of histograms or from JSON lines. */
final class BumpSource {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String HINT =
      "A line reads {\"id\":\"a\",\"edges\":[0,1,2],\"counts\":[5,3]}, with an optional"
          + " \"background\", a \"mask\":[[0.5,1]] of mass intervals, and for sums of weights"
          + " \"errors\".";

  /**
   * One histogram to be read where it is needed.
   *
   * @param name what it is called if it cannot be read
   * @param data reads it
   */
  record Item(String name, Supplier<BumpData> data) {}

  private BumpSource() {}

  /**
   * All histograms of a file, or of standard input if it is called "-".
   *
   * @param masks left out in all of them
   */
  static Iterator<Item> of(String file, InputStream input, MaskList masks, CancelToken cancel)
      throws IOException {
    if (file.equals("-")) {
      return some(lines(input, null, masks), "Standard input", null);
    }
    if (file.toLowerCase(Locale.ROOT).endsWith(".jsonl")) {
      return some(lines(Files.newInputStream(Path.of(file)), file, masks), file, file);
    }
    List<Item> items = new ArrayList<>();
    for (Histogram histogram : histograms(Path.of(file), cancel)) {
      items.add(
          new Item(
              histogram.name(),
              () -> BumpData.of(histogram, masks.on(histogram.axis().binning()))));
    }
    return items.iterator();
  }

  private static Iterator<Item> some(Iterator<Item> items, String name, @Nullable String file) {
    if (!items.hasNext()) {
      String message = name + " holds no histogram.";
      throw new ProblemException(
          file == null
              ? Problem.badInput(message, HINT)
              : Problem.badInput(message, HINT, file, 0));
    }
    return items;
  }

  /**
   * The histograms of a file.
   *
   * @throws ProblemException if there is none
   */
  static List<Histogram> histograms(Path file, CancelToken cancel) {
    FileContents contents = Formats.inspect(file, false, cancel);
    List<Histogram> found =
        contents.annotated().stream().map(annotated -> annotated.histogram()).toList();
    if (found.isEmpty()) {
      throw new ProblemException(
          contents.problems().isEmpty()
              ? Problem.badInput(
                  file + " holds no histogram.",
                  "Make one with the command histogram, or give a file that holds one.",
                  file.toString(),
                  0)
              : contents.problems().getFirst());
    }
    return found;
  }

  private static Iterator<Item> lines(InputStream stream, @Nullable String file, MaskList masks) {
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    return new Iterator<>() {
      private int line;
      private @Nullable String next = read();

      private @Nullable String read() {
        try {
          String text = reader.readLine();
          line++;
          while (text != null && text.isBlank()) {
            text = reader.readLine();
            line++;
          }
          if (text == null) {
            reader.close();
          }
          return text;
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }

      @Override
      public boolean hasNext() {
        return next != null;
      }

      @Override
      public Item next() {
        String text = next;
        if (text == null) {
          throw new java.util.NoSuchElementException();
        }
        int number = line;
        next = read();
        return new Item("line " + number, () -> parse(text, file, number, masks));
      }
    };
  }

  /** Without what a programmer could do about it. */
  private static String what(JacksonException e) {
    return Failure.oneLine(e.getOriginalMessage()).replaceFirst(": enable `.*", ".");
  }

  private static BumpData parse(String text, @Nullable String file, int line, MaskList masks) {
    try {
      JsonNode node = MAPPER.readTree(text);
      if (!node.isObject()) {
        throw bad("it is no object");
      }
      JsonNode id = node.get("id");
      String name = id == null || id.isNull() ? "line " + line : id.asString();
      Values background = node.has("background") ? numbers(node, "background") : null;
      Binning binning = Binning.of(numbers(node, "edges").toArray());
      Values counts = numbers(node, "counts");
      MaskedBins masked = masks.with(mask(node, binning)).on(binning);
      if (!node.has("errors")) {
        return BumpData.of(name, binning, counts, background, masked);
      }
      Values errors = numbers(node, "errors");
      if (errors.size() != counts.size()) {
        throw bad("there are " + errors.size() + " errors for " + counts.size() + " counts");
      }
      BumpData weighted = BumpData.ofWeights(name, binning, counts, errors.map(e -> e * e), masked);
      return background == null
          ? weighted
          : weighted.withBackground(background.map(b -> b * weighted.eventsPerCount()));
    } catch (JacksonException e) {
      throw located(Problem.badInput("it is no JSON: " + what(e), HINT), file, line);
    } catch (ProblemException e) {
      throw located(e.problem(), file, line);
    }
  }

  private static ProblemException located(Problem problem, @Nullable String file, int line) {
    String sentence = problem.message();
    String message = "Line " + line + ": " + sentence + (sentence.endsWith(".") ? "" : ".");
    return new ProblemException(
        new Problem(Problem.Kind.BAD_INPUT, message, problem.hint(), file, line));
  }

  private static Values numbers(JsonNode node, String field) {
    JsonNode array = node.get(field);
    if (array == null || !array.isArray()) {
      throw bad("there is no list \"" + field + "\"");
    }
    double[] numbers = new double[array.size()];
    for (int i = 0; i < numbers.length; i++) {
      JsonNode number = array.get(i);
      if (!number.isNumber()) {
        throw bad("element " + (i + 1) + " of \"" + field + "\" is no number");
      }
      numbers[i] = number.doubleValue();
    }
    return Values.of(numbers);
  }

  private static List<MassInterval> mask(JsonNode node, Binning binning) {
    List<MassInterval> intervals = new ArrayList<>();
    JsonNode list = node.path("mask");
    if (list.isMissingNode() || list.isNull()) {
      return intervals;
    }
    if (!list.isArray()) {
      throw bad("\"mask\" is no list of mass intervals");
    }
    for (JsonNode pair : list) {
      String place = "element " + (intervals.size() + 1) + " of \"mask\"";
      if (!pair.isArray()
          || pair.size() != 2
          || !pair.get(0).isNumber()
          || !pair.get(1).isNumber()) {
        throw bad(place + " is no pair of masses");
      }
      double low = pair.get(0).doubleValue();
      double high = pair.get(1).doubleValue();
      if (!(low < high)) {
        throw bad(place + " runs from " + low + " to " + high + ", not upwards");
      }
      double end = binning.high(binning.count() - 1);
      if (high <= binning.low(0) || low >= end) {
        throw bad(place + " lies outside the edges, " + binning.low(0) + " to " + end);
      }
      intervals.add(new MassInterval(low, high));
    }
    return intervals;
  }

  private static ProblemException bad(String message) {
    return new ProblemException(Problem.badInput(message, HINT));
  }
}
