package org.dipscope.core.likelihood;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * Scans a likelihood over the two parameters of a signal. The spectra are known on the grid of a
 * {@link SurfaceCache}; data, exposure, nuisances, couplings and mask may change from scan to scan
 * at no cost in spectra. Immutable and thread-safe.
 */
public final class SurfaceScan {
  private final Likelihood likelihood;
  private final SignalModel model;
  private final SignalMixing mixing;
  private final SurfaceCache cache;

  private SurfaceScan(
      Likelihood likelihood, SignalModel model, SignalMixing mixing, SurfaceCache cache) {
    this.likelihood = likelihood;
    this.model = model;
    this.mixing = mixing;
    this.cache = cache;
  }

  /**
   * A scan.
   *
   * @param likelihood data, background and nuisances
   * @param model the signal's components
   * @param mixing the weights of the components
   * @param cache the components on the grid to scan, filled from the same model
   * @throws ProblemException if the numbers of bins or components differ
   */
  public static SurfaceScan of(
      Likelihood likelihood, SignalModel model, SignalMixing mixing, SurfaceCache cache) {
    int bins = likelihood.binning().count();
    if (model.binCount() != bins || cache.binCount() != bins) {
      throw Checks.bad(
          "The signal has " + model.binCount() + " bins, the data " + bins + ".",
          "Compute the signal in the binning of the data.");
    }
    if (model.componentCount() != cache.componentCount()) {
      throw Checks.bad(
          "The signal has "
              + model.componentCount()
              + " components, its cache "
              + cache.componentCount()
              + ".",
          "Fill the cache from the same model.");
    }
    return new SurfaceScan(likelihood, model, mixing, cache);
  }

  /** The grid of the scan. */
  public ParameterGrid grid() {
    return cache.grid();
  }

  /** The likelihood that is scanned. */
  public Likelihood likelihood() {
    return likelihood;
  }

  /**
   * Computes the surface, its minima, contours and profiles. The result depends neither on the
   * workers nor on earlier calls, bit by bit.
   *
   * @throws java.util.concurrent.CancellationException if the token is cancelled meanwhile
   */
  public LikelihoodSurface compute(SurfaceOptions options, Workers workers, CancelToken token) {
    Supplier<PointLikelihood> between =
        options.quality() == SurfaceOptions.Quality.EXACT ? this::exact : this::interpolated;
    return new SurfaceSearch(
            grid(), likelihood.nuisances().size(), this::interpolated, between, options)
        .find(workers, token);
  }

  private SignalPoint interpolated() {
    return new SignalPoint(
        likelihood, grid(), model.componentCount(), mixing, new SignalSource.Interpolated(cache));
  }

  private SignalPoint exact() {
    return new SignalPoint(
        likelihood, grid(), model.componentCount(), mixing, new SignalSource.Exact(model, grid()));
  }

  /** A function of two parameters for one thread: &lambda; with the nuisances profiled. */
  public PointFunction newPointFunction() {
    SignalPoint point = exact();
    return (x, y) -> {
      point.profiler().restart();
      double value = point.at(grid().x().position(x), grid().y().position(y));
      return point.status() == PointStatus.INCOMPUTABLE ? Double.NaN : value;
    };
  }

  /** &lambda; at a parameter point, NaN where it cannot be computed. */
  @FunctionalInterface
  public interface PointFunction {
    /** &lambda; with the nuisances profiled. */
    double twiceNll(double x, double y);
  }

  /**
   * Expected data at any position of the grid for one thread, from the spectra on the grid; no new
   * ones are computed.
   *
   * @param fitted whether the nuisances of the expected data are those of the fit to the observed
   *     ones at the same hypothesis, or all at zero
   */
  public AsimovPoint newAsimovPoint(boolean fitted) {
    return new AsimovPoint(likelihood, likelihood.model(), interpolated(), fitted);
  }

  /**
   * The fit of the nuisances at a parameter point, which need not lie on the grid.
   *
   * @throws ProblemException if no spectrum can be computed there
   */
  public NuisanceFit fit(double x, double y) {
    SignalPoint point = exact();
    PointStatus status = point.load(grid().x().position(x), grid().y().position(y));
    if (status == PointStatus.INCOMPUTABLE) {
      throw new ProblemException(
          Problem.computation(
              "No spectrum can be computed at "
                  + grid().x().name()
                  + " "
                  + x
                  + " and "
                  + grid().y().name()
                  + " "
                  + y
                  + ".",
              "Choose another point."));
    }
    return likelihood.fit(point.profiler());
  }

  /**
   * The impact of each nuisance on the two parameters at a minimum; empty where the surface has no
   * positive curvature, as on a border, or no spectrum can be computed.
   */
  public Optional<List<Impact>> impacts(double x, double y) {
    return new ImpactFinder(
            exact(), likelihood.nuisances(), grid().x().position(x), grid().y().position(y))
        .find(grid());
  }
}
