package org.dipscope.core.neyman;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/** The shapes of foci, each given by a few numbers. */
public enum FocusShape {
  /** Mean and standard deviation. */
  GAUSSIAN("Gaussian", "mean, standard deviation"),
  /** Smallest and largest strength. */
  TOPHAT("top-hat", "from, to"),
  /** Shape and rate. */
  GAMMA("gamma", "shape, rate"),
  /** Strengths, each followed by its weight. */
  TABLE("curve", "strength, weight, strength, weight, …");

  private final String words;
  private final String numbers;

  FocusShape(String words, String numbers) {
    this.words = words;
    this.numbers = numbers;
  }

  /** How the command line and project files call it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What the user reads. */
  public String words() {
    return words;
  }

  /** What its numbers mean. */
  public String numbers() {
    return numbers;
  }

  /** The shape that the command line and project files call so. */
  public static Optional<FocusShape> of(String label) {
    return Arrays.stream(values()).filter(shape -> shape.label().equals(label)).findFirst();
  }

  /**
   * The focus of these numbers.
   *
   * @throws ProblemException if there are too few or too many, or one is impossible
   */
  public Focus focus(Values n) {
    boolean isPair = n.size() == 2;
    boolean isTable = n.size() >= 4 && n.size() % 2 == 0;
    if (this == TABLE ? !isTable : !isPair) {
      throw new ProblemException(
          Problem.usage(
              "The focus has " + n.size() + " numbers.",
              this == TABLE
                  ? "Give pairs of strength and weight, at least two."
                  : "Give two: " + numbers + "."));
    }
    return switch (this) {
      case GAUSSIAN -> new Focus.Gaussian(n.get(0), n.get(1));
      case TOPHAT -> new Focus.TopHat(n.get(0), n.get(1));
      case GAMMA -> new Focus.Gamma(n.get(0), n.get(1));
      case TABLE -> new Focus.Tabulated(every(n, 0), every(n, 1));
    };
  }

  private static Values every(Values numbers, int from) {
    return Values.of(
        IntStream.range(0, numbers.size() / 2)
            .mapToDouble(i -> numbers.get(2 * i + from))
            .toArray());
  }
}
