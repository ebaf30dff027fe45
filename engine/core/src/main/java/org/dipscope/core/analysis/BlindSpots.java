package org.dipscope.core.analysis;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;
import org.dipscope.core.analysis.BlindSpotMap.Point;
import org.dipscope.core.bump.BumpData;
import org.dipscope.core.bump.SearchStart;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.likelihood.AsimovPoint;
import org.dipscope.core.likelihood.Axis;
import org.dipscope.core.likelihood.Likelihood;
import org.dipscope.core.likelihood.ParameterGrid;
import org.dipscope.core.likelihood.PointStatus;
import org.dipscope.core.likelihood.PoissonCounts;
import org.dipscope.core.likelihood.SurfaceScan;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * Compares two searches on the expected data B + S + I of every hypothesis of a scan: one that
 * knows the interference, with Z = &radic;q<sub>0</sub> of the likelihood of the scan ({@link
 * AsimovPoint}), and a bump hunt, with the largest z of its bins. The hunt has the bins of the fit,
 * from its {@link SearchStart} on unless it knows the background. Masked bins hold the expected
 * background, so that they say nothing, and are not searched. Immutable and thread-safe.
 */
public final class BlindSpots {
  private final SurfaceScan scan;
  private final BumpHunt hunt;
  private final boolean fitted;
  private final HuntedBins bins;
  private final BlindSpotMap.Search search;

  private BlindSpots(
      SurfaceScan scan,
      BumpHunt hunt,
      boolean fitted,
      HuntedBins bins,
      BlindSpotMap.Search search) {
    this.scan = scan;
    this.hunt = hunt;
    this.fitted = fitted;
    this.bins = bins;
    this.search = search;
  }

  /**
   * Prepares the comparison: finds where the hunt may begin.
   *
   * @param scan the hypotheses, for event counts
   * @param hunt what hunts for bumps
   * @param fitted whether the nuisances of the expected data are those fitted to the observed ones
   *     at each hypothesis, or all at zero because nothing was observed
   * @throws ProblemException if the data are no event counts, or the background of the hunt does
   *     not describe the expected one
   * @throws java.util.concurrent.CancellationException if the token is cancelled meanwhile
   */
  public static BlindSpots of(SurfaceScan scan, BumpHunt hunt, boolean fitted, CancelToken token) {
    Likelihood likelihood = scan.likelihood();
    if (!(likelihood.data() instanceof PoissonCounts)) {
      throw new ProblemException(
          Problem.badInput(
              "A bump hunt needs event counts, and this is a measured cross-section.",
              "Take counts, such as the pseudo-data."));
    }
    HuntedBins bins = HuntedBins.of(likelihood);
    double[] background =
        fitted
            ? likelihood.fit(likelihood.noSignal()).rate()
            : likelihood.nominalRate(likelihood.noSignal());
    BumpData expected = bins.data(background, background, hunt.knowsBackground());
    BumpHunt.Worker worker = hunt.worker();
    SearchStart start =
        hunt.knowsBackground() ? new SearchStart(0, 0) : worker.start(expected, token);
    HuntedBins searched = start.bin() == 0 ? bins : bins.from(start.bin());
    int count = searched.masked().length;
    BlindSpotMap.Search search =
        new BlindSpotMap.Search(
            searched.binning().low(0),
            searched.binning().high(count - 1),
            count,
            start.bin() > 0,
            start.spuriousZ(),
            worker.bumps().warnings(expected.from(start.bin())));
    return new BlindSpots(scan, hunt, fitted, searched, search);
  }

  /** The bins in which is hunted. */
  public BlindSpotMap.Search search() {
    return search;
  }

  /**
   * The map.
   *
   * @param most points along each axis; between those of the scan the spectra are interpolated
   * @param progress told now and then which part is done, by any of the workers
   * @throws java.util.concurrent.CancellationException if the token is cancelled meanwhile
   */
  public BlindSpotMap map(int most, Workers workers, CancelToken token, DoubleConsumer progress) {
    ParameterGrid grid = scan.grid().coarsened(most, most);
    Point[] points = new Point[grid.size()];
    AtomicInteger done = new AtomicInteger();
    workers.forEachRow(grid.y().count(), token, () -> rows(grid, points, done, token, progress));
    return new BlindSpotMap(grid, hunt, search, List.of(points));
  }

  private IntConsumer rows(
      ParameterGrid grid,
      Point[] points,
      AtomicInteger done,
      CancelToken token,
      DoubleConsumer progress) {
    AsimovPoint asimov = scan.newAsimovPoint(fitted);
    BumpHunt.Worker hunter = hunt.worker();
    return row -> {
      for (int column = 0; column < grid.x().count(); column++) {
        token.throwIfCancelled();
        PointStatus status =
            asimov.at(
                position(column, grid.x(), scan.grid().x()),
                position(row, grid.y(), scan.grid().y()));
        points[grid.index(column, row)] =
            status == PointStatus.INCOMPUTABLE ? Point.NONE : point(status, asimov, hunter);
        progress.accept((double) done.incrementAndGet() / points.length);
      }
    };
  }

  /** Where a point of the map lies between the points of the scan. */
  private static double position(int point, Axis map, Axis scan) {
    return Math.min(scan.count() - 1.0, point * (scan.count() - 1.0) / (map.count() - 1));
  }

  private Point point(PointStatus status, AsimovPoint asimov, BumpHunt.Worker hunter) {
    BumpData data = bins.data(asimov.total(), asimov.background(), hunt.knowsBackground());
    BumpHunt.Catch found = hunter.hunt(data, bins.masked());
    return new Point(status, asimov.significance(), found.bumpZ(), found.bumpMass(), found.dipZ());
  }
}
