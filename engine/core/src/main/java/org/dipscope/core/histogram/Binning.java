package org.dipscope.core.histogram;

import java.util.Arrays;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * Contiguous bins of an axis: finite, strictly increasing edges. Bin i covers [low(i), high(i));
 * the last bin includes its upper edge. Immutable.
 */
public final class Binning {
  private final double[] edges;

  private Binning(double[] edges) {
    this.edges = edges;
  }

  /**
   * Bins between the given edges.
   *
   * @throws ProblemException if there are fewer than two edges, or one is not finite, or they do
   *     not increase strictly
   */
  public static Binning of(double... edges) {
    if (edges.length < 2) {
      throw bad(
          "A binning needs at least two edges, " + edges.length + " given.",
          "Give one more edge than bins.");
    }
    for (int i = 0; i < edges.length; i++) {
      if (!Double.isFinite(edges[i])) {
        throw bad("Bin edge " + (i + 1) + " is " + edges[i] + ".", "Edges must be finite numbers.");
      }
      if (i > 0 && edges[i] <= edges[i - 1]) {
        throw bad(
            "Bin edge "
                + (i + 1)
                + " ("
                + edges[i]
                + ") does not lie above edge "
                + i
                + " ("
                + edges[i - 1]
                + ").",
            "Give the edges in strictly increasing order.");
      }
    }
    return new Binning(edges.clone());
  }

  /**
   * Bins of equal width from low to high.
   *
   * @throws ProblemException if count is not positive or high does not lie above low
   */
  public static Binning uniform(int count, double low, double high) {
    if (count < 1) {
      throw bad(
          "A binning needs at least one bin, " + count + " requested.", "Ask for one bin or more.");
    }
    double[] edges = new double[count + 1];
    for (int i = 0; i <= count; i++) {
      edges[i] = low + (high - low) * ((double) i / count);
    }
    edges[count] = high;
    return of(edges);
  }

  /**
   * Bins of equal ratio of their edges, from low to high.
   *
   * @throws ProblemException if count is not positive, low is not positive, or high does not lie
   *     above low
   */
  public static Binning logarithmic(int count, double low, double high) {
    if (count < 1) {
      throw bad(
          "A binning needs at least one bin, " + count + " requested.", "Ask for one bin or more.");
    }
    if (!(low > 0)) {
      throw bad("Logarithmic bins cannot start at " + low + ".", "Start above 0.");
    }
    double[] edges = new double[count + 1];
    for (int i = 0; i <= count; i++) {
      edges[i] = low * Math.pow(high / low, (double) i / count);
    }
    edges[count] = high;
    return of(edges);
  }

  /** The number of bins. */
  public int count() {
    return edges.length - 1;
  }

  /** The lower edge of bin i. */
  public double low(int i) {
    return edges[i];
  }

  /** The upper edge of bin i. */
  public double high(int i) {
    return edges[i + 1];
  }

  /** The width of bin i. */
  public double width(int i) {
    return edges[i + 1] - edges[i];
  }

  /** The centre of bin i. */
  public double centre(int i) {
    return 0.5 * (edges[i] + edges[i + 1]);
  }

  /** All edges, one more than bins; a copy. */
  public double[] edges() {
    return edges.clone();
  }

  /** The bin that holds x, or -1 if x lies outside or is not a number. */
  public int indexOf(double x) {
    if (!(x >= edges[0] && x <= edges[count()])) {
      return -1;
    }
    int found = Arrays.binarySearch(edges, x);
    int bin = found >= 0 ? found : -found - 2;
    return Math.min(bin, count() - 1);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Binning that && Arrays.equals(edges, that.edges);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(edges);
  }

  @Override
  public String toString() {
    return count() + " bins from " + edges[0] + " to " + edges[count()];
  }

  private static ProblemException bad(String message, String hint) {
    return new ProblemException(Problem.badInput(message, hint));
  }
}
