package org.dipscope.core.likelihood;

import org.dipscope.core.physics.spectrum.Templates;

/** Brings the components at any position of a grid into a profiler; owned by one thread. */
sealed interface SignalSource {

  /**
   * Adds the weighted components at position (u, v).
   *
   * @return false if no finite components can be had there
   */
  boolean add(double u, double v, double[] weights, Profiler profiler);

  /** Asks the model itself. */
  final class Exact implements SignalSource {
    private final ParameterGrid grid;
    private final SignalEvaluator evaluator;
    private final Templates[] buffer;

    Exact(SignalModel model, ParameterGrid grid) {
      this.grid = grid;
      evaluator = model.newEvaluator();
      buffer = SurfaceCache.buffers(model.componentCount(), model.binCount());
    }

    @Override
    public boolean add(double u, double v, double[] weights, Profiler profiler) {
      evaluator.components(grid.x().value(u), grid.y().value(v), buffer);
      for (int k = 0; k < buffer.length; k++) {
        if (!SurfaceCache.finite(buffer[k])) {
          return false;
        }
        profiler.addSignal(
            weights[k], buffer[k].rate(), buffer[k].scaleSlope(), buffer[k].resolutionSlope(), 0);
      }
      return true;
    }
  }

  /** Interpolates the templates on the grid: cubic in each direction, exact at its points. */
  final class Interpolated implements SignalSource {
    private final SurfaceCache cache;
    private final CubicStencil x = new CubicStencil();
    private final CubicStencil y = new CubicStencil();

    Interpolated(SurfaceCache cache) {
      this.cache = cache;
    }

    @Override
    public boolean add(double u, double v, double[] weights, Profiler profiler) {
      place(x, u, cache.dependsOnX(), cache.grid().x().count());
      place(y, v, cache.dependsOnY(), cache.grid().y().count());
      for (int i = 0; i < x.size; i++) {
        for (int j = 0; j < y.size; j++) {
          double weight = x.weight[i] * y.weight[j];
          if (weight == 0) {
            continue;
          }
          if (!cache.isComputable(x.first + i, y.first + j)) {
            return false;
          }
          for (int k = 0; k < weights.length; k++) {
            profiler.addSignal(
                weight * weights[k],
                cache.rate,
                cache.scaleSlope,
                cache.resolutionSlope,
                cache.offset(x.first + i, y.first + j, k));
          }
        }
      }
      return true;
    }

    private static void place(CubicStencil stencil, double position, boolean depends, int points) {
      if (depends) {
        stencil.place(position, points);
      } else {
        stencil.placeAtZero();
      }
    }
  }
}
