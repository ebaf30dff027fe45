package org.dipscope.core.bump;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.math.Normal;

/**
 * Signed significance over mass and width of the signal, by one definition.
 *
 * @param binning the bins
 * @param width of the signal in bins, increasing; of windows their bins
 * @param windows whether widths are those of windows
 * @param rows one curve per width, each with one number per bin
 */
public record WidthMap(Binning binning, Values width, boolean windows, List<ZCurve> rows) {
  /** Above this |z| the best width means something. */
  public static final double NOTEWORTHY = 3;

  private static final double RESOLVED_BINS = 2;

  /** Copies the rows. */
  public WidthMap {
    rows = List.copyOf(rows);
  }

  /** A cell of the map. */
  public record Cell(int bin, int row) {}

  /**
   * Scans a spectrum with every width.
   *
   * @param widths in bins, increasing
   * @param onRow is told of each row that is done, on any thread
   * @throws org.dipscope.core.problem.ProblemException if the spectrum does not allow it
   * @throws java.util.concurrent.CancellationException if the token was cancelled
   */
  public static WidthMap of(
      BumpData data,
      AnyWidth definition,
      Values widths,
      Workers workers,
      IntConsumer onRow,
      CancelToken token) {
    ZCurve[] rows = new ZCurve[widths.size()];
    workers.forEachRow(
        rows.length,
        token,
        () ->
            row -> {
              rows[row] = definition.scan(data, widths.get(row));
              onRow.accept(row);
            });
    return new WidthMap(data.binning(), widths, definition.isWindow(), List.of(rows));
  }

  /** Both maps of the same spectrum in one, in the order of their widths. */
  public WidthMap with(WidthMap other) {
    List<Integer> order =
        IntStream.range(0, width.size() + other.width.size())
            .boxed()
            .sorted(Comparator.comparingDouble(k -> either(width::get, other.width::get, k)))
            .toList();
    return new WidthMap(
        binning,
        Values.of(
            order.stream().mapToDouble(k -> either(width::get, other.width::get, k)).toArray()),
        windows,
        order.stream().map(k -> either(rows::get, other.rows::get, k)).toList());
  }

  private <T> T either(IntFunction<T> here, IntFunction<T> there, int k) {
    return k < width.size() ? here.apply(k) : there.apply(k - width.size());
  }

  /** z of a cell. */
  public double z(Cell cell) {
    return rows.get(cell.row()).z().get(cell.bin());
  }

  /** Whether the data alone decide about a cell. */
  public boolean isDecidable(Cell cell) {
    return rows.get(cell.row()).isDecidable(cell.bin());
  }

  /** The width of a cell in the unit of the axis. */
  public double width(Cell cell) {
    return width.get(cell.row()) * binning.width(cell.bin());
  }

  /** The width with the largest |z| at a bin, among those that can be decided; or the narrowest. */
  public Cell best(int bin) {
    return best(IntStream.of(bin));
  }

  /** The cell with the largest |z| of all, among allowed bins and what can be decided. */
  public Cell best(IntPredicate allowed) {
    return best(IntStream.range(0, binning.count()).filter(allowed));
  }

  private Cell best(IntStream bins) {
    Cell best = new Cell(0, 0);
    double largest = -1;
    for (int bin : bins.toArray()) {
      best = largest < 0 ? new Cell(bin, 0) : best;
      for (int row = 0; row < rows.size(); row++) {
        Cell cell = new Cell(bin, row);
        if (isDecidable(cell) && Math.abs(z(cell)) > largest) {
          largest = Math.abs(z(cell));
          best = cell;
        }
      }
    }
    return best;
  }

  /** The row whose width is nearest to one in bins. */
  public int row(double widthInBins) {
    int nearest = 0;
    for (int row = 1; row < rows.size(); row++) {
      double distance = Math.abs(Math.log(width.get(row) / widthInBins));
      nearest = distance < Math.abs(Math.log(width.get(nearest) / widthInBins)) ? row : nearest;
    }
    return nearest;
  }

  /**
   * The probability that background alone reaches |z| in the wanted direction at some mass and some
   * width of this map: the expected Euler characteristic of a Gaussian field (O. Vitells and E.
   * Gross, Astropart. Phys. 35 (2011) 230). Gaussian signals of width w overlap as
   * exp(&minus;d&sup2; /4w&sup2;) in bins d and as cosh(&delta;)^(&minus;&frac12;) in &delta; = ln
   * w, so with N bins from w1 to w2, p = &Phi;(&minus;z) + e^(&minus;z&sup2;/2) [L/2&pi; + z
   * V/(2&pi;)^(3/2)], L = (N/w1 + N/w2 + 2 ln(w2/w1))/&radic;8, V = N/2 (1/w1 &minus; 1/w2). At
   * most 1.
   */
  public double globalP(double z) {
    double size = Math.abs(z);
    double narrow = Math.max(0.5, width.get(0));
    double wide = Math.max(narrow, width.get(width.size() - 1));
    double bins = binning.count();
    double length = (bins / narrow + bins / wide + 2 * Math.log(wide / narrow)) / Math.sqrt(8);
    double area = 0.5 * bins * (1 / narrow - 1 / wide);
    double density = length / (2 * Math.PI) + size * area / Math.pow(2 * Math.PI, 1.5);
    return Math.min(1, Normal.above(size) + density * Math.exp(-0.5 * size * size));
  }

  /** How the bins suit the width that a signal has. */
  public enum BinsFor {
    /** Nothing to say, or the signal is too weak to tell its width. */
    ANY,
    /** Bins wider than half of &sigma; hide the shape of the signal. */
    TOO_WIDE,
    /**
     * The signal spans more bins than those that were searched for, as where bins are half of the
     * resolution.
     */
    WIDER_THAN_SEARCHED
  }

  /**
   * Whether the bins suit the best width at a cell.
   *
   * @param searched the largest width in bins that the search looked for
   */
  public BinsFor binsFor(Cell best, double searched) {
    double found = width.get(best.row());
    if (windows || Math.abs(z(best)) < NOTEWORTHY) {
      return BinsFor.ANY;
    }
    if (found < RESOLVED_BINS * (1 - 1e-9)) {
      return BinsFor.TOO_WIDE;
    }
    return found > Math.sqrt(2) * searched ? BinsFor.WIDER_THAN_SEARCHED : BinsFor.ANY;
  }
}
