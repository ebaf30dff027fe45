package org.dipscope.core.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.dipscope.core.bump.BumpHunter;
import org.dipscope.core.bump.GlobalSignificance;
import org.dipscope.core.bump.InjectedSignal;
import org.dipscope.core.bump.SignificanceEstimator;
import org.dipscope.core.bump.ToyStudy;
import org.dipscope.core.bump.TwoSided;
import org.dipscope.core.bump.ZCurve;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.math.Normal;
import org.jspecify.annotations.Nullable;

/**
 * The significance of every bin of a spectrum by one definition, beside that of the profile
 * likelihood where both are looked at.
 *
 * @param name what the definition is called
 * @param definition in a sentence what z means
 * @param data the bins
 * @param curves bumps and dips
 * @param profile z of the profile likelihood in the same bins, NaN where it has none, or null
 * @param candidates the strongest bump and the strongest dip, as far as there are any
 * @param warnings what to know before trusting it
 */
public record SignificanceStrip(
    String name,
    String definition,
    StripData data,
    TwoSided curves,
    @Nullable Values profile,
    List<StripCandidate> candidates,
    List<String> warnings) {
  /** Two definitions that differ by more than this, in standard deviations, are flagged. */
  public static final double DISAGREEMENT = 1;

  /** Copies the lists. */
  public SignificanceStrip {
    candidates = List.copyOf(candidates);
    warnings = List.copyOf(warnings);
  }

  /**
   * A strip with its candidates.
   *
   * @param excess what looked for bumps
   * @param deficit what looked for dips
   */
  public static SignificanceStrip of(
      String name,
      String definition,
      StripData data,
      TwoSided curves,
      @Nullable Values profile,
      SignificanceEstimator excess,
      SignificanceEstimator deficit,
      List<String> warnings) {
    List<StripCandidate> candidates = new ArrayList<>();
    strongest(data, curves.excess(), excess, false).ifPresent(candidates::add);
    strongest(data, curves.deficit(), deficit, true).ifPresent(candidates::add);
    return new SignificanceStrip(name, definition, data, curves, profile, candidates, warnings);
  }

  private static Optional<StripCandidate> strongest(
      StripData data, ZCurve found, SignificanceEstimator estimator, boolean deficit) {
    double sign = deficit ? -1 : 1;
    double[] allowed = found.z().toArray();
    for (int i = 0; i < allowed.length; i++) {
      boolean counts = found.isDecidable(i) && sign * allowed[i] > 0;
      allowed[i] = counts || data.isMasked(i) ? allowed[i] : 0;
    }
    ZCurve curve =
        new ZCurve(
            Values.of(allowed),
            found.error(),
            found.kappa(),
            found.width(),
            found.low(),
            found.high(),
            found.background());
    int bin = curve.peak(deficit);
    double z = allowed[bin];
    if (z == 0) {
      return Optional.empty();
    }
    Binning binning = data.data().binning();
    double[] mass = curve.massInterval(binning, bin);
    GlobalSignificance global =
        new ToyStudy(estimator, deficit, 0, 0)
            .of(data.data(), curve, Workers.callerOnly(), toy -> {}, new CancelToken());
    boolean isWindow = estimator instanceof BumpHunter;
    return Optional.of(
        new StripCandidate(
            deficit,
            isWindow,
            isWindow ? 0.5 * (curve.low().get(bin) + curve.high().get(bin)) : binning.centre(bin),
            isWindow ? curve.low().get(bin) : mass[0],
            isWindow ? curve.high().get(bin) : mass[1],
            curve.low().get(bin),
            curve.high().get(bin),
            isWindow
                ? curve.high().get(bin) - curve.low().get(bin)
                : curve.width().get(bin) * binning.width(bin),
            z,
            curve.error().get(bin),
            Normal.above(Math.abs(z)),
            global.p(),
            global.method()));
  }

  /** z of a bin of the data; NaN if it is masked. */
  public double z(int bin) {
    return curves.both().z().get(bin);
  }

  /** The standard deviation of that z. */
  public double error(int bin) {
    return curves.both().error().get(bin);
  }

  /** Whether a bin is not left undecided by the data alone; a masked bin is not undecided. */
  public boolean isDecidable(int bin) {
    return data.isMasked(bin) || curves.both().isDecidable(bin);
  }

  /** Whether the profile likelihood gives another z, by more than a standard deviation. */
  public boolean isDisputed(int bin) {
    return profile != null
        && isDecidable(bin)
        && Math.abs(profile.get(bin) - z(bin)) > DISAGREEMENT;
  }

  /** The number of bins. */
  public int bins() {
    return data.data().bins();
  }

  /** Something per bin. */
  Values perBin(IntToDoubleFunction value) {
    return Values.of(IntStream.range(0, bins()).mapToDouble(value).toArray());
  }

  /** The largest z of the sign of a signal within one &sigma; of it; NaN where there is none. */
  public double zNear(InjectedSignal signal) {
    double sign = Math.signum(signal.z());
    Binning binning = data.data().binning();
    return IntStream.range(0, bins())
            .filter(i -> binning.low(i) <= signal.mass() + signal.sigma())
            .filter(i -> binning.high(i) >= signal.mass() - signal.sigma())
            .mapToDouble(i -> sign * z(i))
            .filter(z -> !Double.isNaN(z))
            .max()
            .orElse(Double.NaN)
        * sign;
  }
}
