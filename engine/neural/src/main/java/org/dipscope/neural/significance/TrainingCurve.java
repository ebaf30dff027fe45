package org.dipscope.neural.significance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.format.tree.Cursor;
import org.dipscope.core.format.tree.TreeReader;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * How a training went: what {@code curve.jsonl} holds.
 *
 * @param progress every stretch, in the order of its steps
 * @param validations every validation, in the order of its steps
 */
public record TrainingCurve(List<TrainingProgress> progress, List<Validation> validations) {
  /** Nothing yet. */
  public static final TrainingCurve EMPTY = new TrainingCurve(List.of(), List.of());

  private static final long MOST_BYTES = 256L << 20;

  /** Copies the lists. */
  public TrainingCurve {
    progress = List.copyOf(progress);
    validations = List.copyOf(validations);
  }

  /**
   * A validation.
   *
   * @param step after which it was made
   * @param results for each choice of widths
   */
  public record Validation(long step, List<Performance> results) {
    /** Copies the list. */
    public Validation {
      results = List.copyOf(results);
    }
  }

  /** The last step of which it tells, if any. */
  public OptionalLong lastStep() {
    long stretch = progress.isEmpty() ? -1 : progress.getLast().step();
    long validation = validations.isEmpty() ? -1 : validations.getLast().step();
    long last = Math.max(stretch, validation);
    return last < 0 ? OptionalLong.empty() : OptionalLong.of(last);
  }

  /** The part up to a step. */
  public TrainingCurve upTo(long step) {
    return new TrainingCurve(
        progress.stream().filter(p -> p.step() <= step).toList(),
        validations.stream().filter(v -> v.step() <= step).toList());
  }

  /**
   * Reads the curve in the folder of a training, which may still be going on: a last line that is
   * not complete is left out.
   *
   * @throws ProblemException if there is no curve, or a line is not understood
   */
  public static TrainingCurve read(Path folder, CancelToken token) {
    Path file = folder.resolve(CurveFile.NAME);
    if (!Files.isRegularFile(file)) {
      throw new ProblemException(
          Problem.badInput(
              "There is no " + CurveFile.NAME + " in " + folder + ".",
              "Choose the folder into which a network was trained."));
    }
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new ProblemException(
            Problem.badInput(
                file + " is larger than any training writes.", "Choose another folder."));
      }
      String text = Files.readString(file);
      String whole = text.substring(0, text.lastIndexOf('\n') + 1);
      return whole.isBlank() ? EMPTY : parse(TreeReader.jsonText(CurveFile.NAME, whole, token));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static TrainingCurve parse(List<Cursor> lines) {
    List<TrainingProgress> progress = new ArrayList<>();
    List<Validation> validations = new ArrayList<>();
    for (Cursor line : lines) {
      long step = (long) line.get("step").number();
      if (line.has("validation")) {
        validations.add(
            new Validation(
                step, line.items("validation").stream().map(TrainingCurve::result).toList()));
      } else {
        progress.add(stretch(line, step));
      }
    }
    return new TrainingCurve(progress, validations);
  }

  private static TrainingProgress stretch(Cursor line, long step) {
    return new TrainingProgress(
        step,
        (long) line.get("steps").number(),
        number(line, "loss"),
        number(line, "error"),
        number(line, "gradient"),
        number(line, "rate"),
        number(line, "histogramsPerSecond"),
        number(line, "secondsLeft"),
        number(line, "waiting"),
        (long) line.get("memoryBytes").number());
  }

  private static Performance result(Cursor line) {
    return new Performance(
        line.get("sample").text(),
        (int) line.get("histograms").number(),
        number(line, "bias"),
        number(line, "deviation"),
        number(line, "halfWidth"),
        number(line, "pullWidth"),
        number(line, "spurious"));
  }

  private static double number(Cursor line, String key) {
    return line.find(key).map(Cursor::number).orElse(Double.NaN);
  }

  /** The first line of a table of curves. */
  public static String csvHeader() {
    return "run,step,loss,rms error,gradient,learning rate,histograms/s,waiting,heap bytes,"
        + "sample,histograms,bias,deviation,half width,pull width,spurious\n";
  }

  /**
   * Rows of a table (RFC 4180): one for each stretch, then one for each sample of each validation;
   * what a row does not have, and NaN, stays empty.
   *
   * @param run what the first column says
   */
  public String csv(String run) {
    String name = '"' + run.replace("\"", "\"\"") + "\",";
    StringBuilder rows = new StringBuilder();
    for (TrainingProgress p : progress) {
      rows.append(name).append(p.step());
      for (double value :
          new double[] {
            p.loss(), p.error(), p.gradient(), p.rate(), p.histogramsPerSecond(), p.waiting()
          }) {
        rows.append(cell(value));
      }
      rows.append(',').append(p.memoryBytes()).append(",,,,,,,\n");
    }
    for (Validation validation : validations) {
      for (Performance p : validation.results()) {
        rows.append(name).append(validation.step()).append(",,,,,,,,");
        rows.append(p.sample()).append(',').append(p.histograms());
        for (double value :
            new double[] {p.bias(), p.deviation(), p.halfWidth(), p.pullWidth(), p.spurious()}) {
          rows.append(cell(value));
        }
        rows.append('\n');
      }
    }
    return rows.toString();
  }

  private static String cell(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, ",%s", value) : ",";
  }
}
