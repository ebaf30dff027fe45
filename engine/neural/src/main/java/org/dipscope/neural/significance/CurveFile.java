package org.dipscope.neural.significance;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The progress of a training, a line of JSON each; a resumed training writes on where it left. For
 * one thread; close it.
 */
public final class CurveFile implements AutoCloseable {
  /** Its name in the folder of a training. */
  public static final String NAME = "curve.jsonl";

  private static final Pattern STEP = Pattern.compile("^\\{\"step\":(\\d+)");
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final BufferedWriter writer;

  private CurveFile(BufferedWriter writer) {
    this.writer = writer;
  }

  /**
   * Keeps the lines up to a step and drops what a killed training wrote after its checkpoint.
   *
   * @param step steps done by the training that goes on; 0 begins an empty file
   */
  public static CurveFile open(Path file, long step) throws IOException {
    List<String> kept = new ArrayList<>();
    if (step > 0 && Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        Matcher matcher = STEP.matcher(line);
        if (matcher.find() && Long.parseLong(matcher.group(1)) <= step) {
          kept.add(line);
        }
      }
    }
    BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    for (String line : kept) {
      writer.write(line);
      writer.write('\n');
    }
    writer.flush();
    return new CurveFile(writer);
  }

  /** A stretch of training as a line. */
  public static String line(TrainingProgress now) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("step", now.step());
    tree.put("steps", now.steps());
    put(tree, "loss", now.loss());
    put(tree, "error", now.error());
    put(tree, "gradient", now.gradient());
    put(tree, "rate", now.rate());
    put(tree, "histogramsPerSecond", now.histogramsPerSecond());
    put(tree, "secondsLeft", now.secondsLeft());
    put(tree, "waiting", now.waiting());
    tree.put("memoryBytes", now.memoryBytes());
    return MAPPER.writeValueAsString(tree);
  }

  /** A validation as a line. */
  public static String line(long step, List<Performance> results) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("step", step);
    tree.put("validation", results.stream().map(CurveFile::tree).toList());
    return MAPPER.writeValueAsString(tree);
  }

  private static Map<String, @Nullable Object> tree(Performance found) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("sample", found.sample());
    tree.put("histograms", found.histograms());
    put(tree, "bias", found.bias());
    put(tree, "deviation", found.deviation());
    put(tree, "halfWidth", found.halfWidth());
    put(tree, "pullWidth", found.pullWidth());
    put(tree, "spurious", found.spurious());
    return tree;
  }

  /** JSON knows no NaN and no infinity. */
  private static void put(Map<String, @Nullable Object> tree, String key, double value) {
    tree.put(key, Double.isFinite(value) ? value : null);
  }

  /** Appends a line and hands it to the disk. */
  public void add(String line) {
    try {
      writer.write(line);
      writer.write('\n');
      writer.flush();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
