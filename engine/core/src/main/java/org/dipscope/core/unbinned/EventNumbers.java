package org.dipscope.core.unbinned;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.event.Evaluator;
import org.dipscope.core.event.EventSource;
import org.dipscope.core.event.EventValues;
import org.dipscope.core.event.Expression;
import org.dipscope.core.format.Formats;
import org.dipscope.core.format.tree.Cursor;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.problem.ProblemException;

/** A table of events that a model file names, and what expressions yield for them. */
final class EventNumbers {
  private static final int MOST_EVENTS = 20_000_000;
  private static final int FIRST = 1024;

  private final EventSource source;
  private final CancelToken token;

  private EventNumbers(EventSource source, CancelToken token) {
    this.source = source;
    this.token = token;
  }

  /**
   * Opens the table {@code {"file", "table"?}}.
   *
   * @param model the file that names it, in whose folder it lies
   */
  static EventNumbers open(Path model, Cursor here, CancelToken token) {
    Path file = beside(model, here.get("file"));
    String table = here.text("table");
    return new EventNumbers(Formats.events(file, table.isEmpty() ? null : table), token);
  }

  /** A file by its path relative to the folder of another, which it does not leave. */
  static Path beside(Path model, Cursor relative) {
    String text = relative.text();
    try {
      Path target = model.toAbsolutePath().normalize().resolveSibling(text).normalize();
      Path folder = model.toAbsolutePath().normalize().resolveSibling("");
      boolean isInside =
          !text.isBlank()
              && !Path.of(text).isAbsolute()
              && target.startsWith(folder)
              && (!Files.exists(target) || target.toRealPath().startsWith(folder.toRealPath()));
      if (isInside) {
        return target;
      }
    } catch (InvalidPathException | IOException e) {
      // The same answer.
    }
    throw relative.problem(
        "\"" + text + "\" does not lie in the folder of the model.",
        "Put the file beside the model and give its relative path.");
  }

  /** What an expression yields, one number per event. */
  Values of(Cursor expression) {
    try {
      return numbers(Expression.number(expression.text(), source.columns()), expression);
    } catch (ProblemException e) {
      throw e.problem().file() != null
          ? e
          : expression.problem(
              e.problem().message().replaceFirst("\\.$", "") + ".", e.problem().hint());
    }
  }

  private Values numbers(Expression parsed, Cursor expression) {
    Evaluator evaluator = parsed.requireSingle("it").evaluator();
    double[][] numbers = {new double[FIRST]};
    int[] count = new int[1];
    source.read(
        parsed.columns(),
        batch -> {
          EventValues values = evaluator.evaluate(batch, count[0]);
          int size = count[0] + batch.size();
          if (size > MOST_EVENTS) {
            throw expression.problem(
                "the table has more than " + MOST_EVENTS + " events.", "Take fewer.");
          }
          if (size > numbers[0].length) {
            numbers[0] = Arrays.copyOf(numbers[0], Math.max(size, 2 * numbers[0].length));
          }
          System.arraycopy(values.values(), 0, numbers[0], count[0], batch.size());
          count[0] = size;
        },
        token);
    return Values.of(Arrays.copyOf(numbers[0], count[0]));
  }
}
