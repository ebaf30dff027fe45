package org.dipscope.core.likelihood;

import java.util.function.IntConsumer;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.physics.spectrum.Templates;

/**
 * The components of a signal on the points of a grid. Along an axis on which the model does not
 * depend one point stands for all. Immutable once filled; reading allocates nothing.
 */
public final class SurfaceCache {
  private final ParameterGrid grid;
  private final int bins;
  private final int components;
  private final int strideX;
  private final int strideY;

  /** Component k of point p starts at (p &middot; components + k) &middot; bins. */
  final double[] rate;

  final double[] scaleSlope;
  final double[] resolutionSlope;
  private final boolean[] computable;

  private SurfaceCache(SignalModel model, ParameterGrid grid) {
    this.grid = grid;
    bins = model.binCount();
    components = model.componentCount();
    int columns = model.dependsOnX() ? grid.x().count() : 1;
    int rows = model.dependsOnY() ? grid.y().count() : 1;
    strideX = model.dependsOnX() ? 1 : 0;
    strideY = model.dependsOnY() ? columns : 0;
    long size = (long) rows * columns * components * bins;
    if (size <= 0 || size > Integer.MAX_VALUE / 16) {
      throw Checks.bad(
          "The scan needs " + size + " template bins at once.",
          "Take fewer grid points or fewer bins.");
    }
    rate = new double[(int) size];
    scaleSlope = new double[(int) size];
    resolutionSlope = new double[(int) size];
    computable = new boolean[rows * columns];
  }

  /**
   * Computes the components at every grid point.
   *
   * @throws java.util.concurrent.CancellationException if the token is cancelled meanwhile
   * @throws org.dipscope.core.problem.ProblemException if the templates would not fit into memory
   */
  public static SurfaceCache fill(
      SignalModel model, ParameterGrid grid, Workers workers, CancelToken token) {
    SurfaceCache cache = new SurfaceCache(model, grid);
    int rows = model.dependsOnY() ? grid.y().count() : 1;
    int columns = model.dependsOnX() ? grid.x().count() : 1;
    int chunk = rows > 1 ? columns : Math.min(columns, 8);
    int total = rows * columns;
    workers.forEachRow(
        (total + chunk - 1) / chunk, token, () -> cache.filler(model, chunk, total, token));
    return cache;
  }

  private IntConsumer filler(SignalModel model, int chunk, int total, CancelToken token) {
    SignalEvaluator evaluator = model.newEvaluator();
    Templates[] buffer = buffers(components, bins);
    int columns = strideY > 0 ? strideY : Math.max(1, strideX * grid.x().count());
    return row -> {
      for (int p = row * chunk; p < Math.min(total, (row + 1) * chunk); p++) {
        token.throwIfCancelled();
        evaluator.components(
            grid.x().value(p % columns), grid.y().value(Math.floorDiv(p, columns)), buffer);
        store(p, buffer);
      }
    };
  }

  static Templates[] buffers(int components, int bins) {
    Templates[] buffer = new Templates[components];
    for (int k = 0; k < components; k++) {
      buffer[k] = new Templates(new double[bins], new double[bins], new double[bins]);
    }
    return buffer;
  }

  private void store(int point, Templates[] buffer) {
    boolean finite = true;
    for (int k = 0; k < components; k++) {
      int offset = (point * components + k) * bins;
      System.arraycopy(buffer[k].rate(), 0, rate, offset, bins);
      System.arraycopy(buffer[k].scaleSlope(), 0, scaleSlope, offset, bins);
      System.arraycopy(buffer[k].resolutionSlope(), 0, resolutionSlope, offset, bins);
      finite &= finite(buffer[k]);
    }
    computable[point] = finite;
  }

  static boolean finite(Templates templates) {
    return Checks.finite(templates.rate())
        && Checks.finite(templates.scaleSlope())
        && Checks.finite(templates.resolutionSlope());
  }

  /** The points. */
  public ParameterGrid grid() {
    return grid;
  }

  /** The number of bins of every template. */
  public int binCount() {
    return bins;
  }

  /** The number of components at every point. */
  public int componentCount() {
    return components;
  }

  /** Whether the components at a point are finite. */
  public boolean isComputable(int ix, int iy) {
    return computable[point(ix, iy)];
  }

  /** Where component k of a point starts in the flat arrays. */
  int offset(int ix, int iy, int k) {
    return (point(ix, iy) * components + k) * bins;
  }

  boolean dependsOnX() {
    return strideX > 0;
  }

  boolean dependsOnY() {
    return strideY > 0;
  }

  private int point(int ix, int iy) {
    return ix * strideX + iy * strideY;
  }
}
