package org.dipscope.app.data;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.dipscope.core.event.BinningRule;
import org.dipscope.core.histogram.ResolutionBinning;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/** The bins of an axis as they are typed. */
public final class BinningChoice {
  private final ObjectProperty<Kind> kind =
      new SimpleObjectProperty<>(this, "kind", Kind.AUTOMATIC);
  private final StringProperty count = new SimpleStringProperty(this, "count", "50");
  private final StringProperty low = new SimpleStringProperty(this, "low", "");
  private final StringProperty high = new SimpleStringProperty(this, "high", "");
  private final StringProperty edges = new SimpleStringProperty(this, "edges", "");
  private final StringProperty resolution = new SimpleStringProperty(this, "resolution", "8");
  private final StringProperty widths = new SimpleStringProperty(this, "widths", "1");

  /** How bins are chosen. */
  public enum Kind {
    /** They follow the data. */
    AUTOMATIC("automatic"),
    /** Equal widths. */
    UNIFORM("uniform"),
    /** Given edges. */
    EDGES("edges"),
    /** Widths that follow the resolution. */
    RESOLUTION("resolution"),
    /** Equal widths in the logarithm. */
    LOGARITHMIC("logarithmic");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  ObjectProperty<Kind> kindProperty() {
    return kind;
  }

  StringProperty countProperty() {
    return count;
  }

  StringProperty lowProperty() {
    return low;
  }

  StringProperty highProperty() {
    return high;
  }

  StringProperty edgesProperty() {
    return edges;
  }

  StringProperty resolutionProperty() {
    return resolution;
  }

  StringProperty widthsProperty() {
    return widths;
  }

  void onChange(Runnable action) {
    kind.addListener((source, before, now) -> action.run());
    for (StringProperty text : List.of(count, low, high, edges, resolution, widths)) {
      text.addListener((source, before, now) -> action.run());
    }
  }

  /** Proposes a range where none was typed yet. */
  void propose(double from, double to) {
    if (kind.get() == Kind.AUTOMATIC) {
      low.set(typed(from));
      high.set(typed(to));
    }
  }

  private static String typed(double value) {
    return Numbers.digits(value, 6).replace('−', '-');
  }

  /**
   * The rule.
   *
   * @throws ProblemException if a number is missing or none
   */
  BinningRule rule() {
    return switch (kind.get()) {
      case AUTOMATIC -> new BinningRule.Automatic();
      case UNIFORM ->
          new BinningRule.Uniform(
              whole(count.get()), number(low.get(), "lower end"), number(high.get(), "upper end"));
      case EDGES -> new BinningRule.Edges(list(edges.get()));
      case LOGARITHMIC ->
          new BinningRule.Logarithmic(
              whole(count.get()), number(low.get(), "lower end"), number(high.get(), "upper end"));
      case RESOLUTION ->
          new BinningRule.Resolution(
              new ResolutionBinning(
                  0.01 * number(resolution.get(), "resolution"),
                  0,
                  0,
                  number(widths.get(), "width of a bin")),
              number(low.get(), "lower end"),
              number(high.get(), "upper end"));
    };
  }

  private static int whole(String text) {
    double value = number(text, "number of bins");
    if (!(value >= 1 && value <= BinningRule.MOST_BINS && value == Math.rint(value))) {
      throw wrong("The number of bins is “" + text.strip() + "”.", "Give a whole number from 1.");
    }
    return (int) value;
  }

  private static Values list(String text) {
    double[] values =
        Arrays.stream(text.strip().split("[,;\\s]+"))
            .filter(word -> !word.isEmpty())
            .mapToDouble(word -> number(word, "edge"))
            .toArray();
    if (values.length < 2) {
      throw wrong(
          "There are fewer than two edges.", "Give rising numbers, such as 0, 50, 100, 200.");
    }
    return Values.of(values);
  }

  private static double number(String text, String what) {
    String typed = text.strip().toLowerCase(Locale.ROOT).replace('−', '-');
    try {
      double value = Double.parseDouble(typed);
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException notANumber) {
      // falls through to the complaint
    }
    throw wrong(
        typed.isEmpty() ? "The " + what + " is missing." : "The " + what + " is “" + typed + "”.",
        "Give a number.");
  }

  private static ProblemException wrong(String message, String hint) {
    return new ProblemException(Problem.usage(message, hint));
  }
}
