package org.dipscope.core.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dipscope.core.bump.BackgroundOnlyEstimator;
import org.dipscope.core.bump.BumpData;
import org.dipscope.core.bump.InjectedSignal;
import org.dipscope.core.bump.ProfileEstimator;
import org.dipscope.core.bump.SignalWidths;
import org.dipscope.core.bump.SignificanceEstimator;
import org.dipscope.core.bump.TwoSided;
import org.dipscope.core.bump.ZCurve;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.problem.ProblemException;
import org.dipscope.core.project.StripDefinition;

/**
 * Computes significance strips.
 *
 * @param estimators what computes z
 */
public record StripScan(StripEstimators estimators) {
  private static final double POOR = 3;

  /**
   * The strip, or why there is none.
   *
   * @param preview whether one width and one definition are enough
   */
  public StripFound compute(StripOrder order, boolean preview, CancelToken token) {
    String absence = order.absence();
    if (!absence.isEmpty()) {
      return StripFound.none(absence);
    }
    try {
      return strip(order, preview, token);
    } catch (ProblemException e) {
      return StripFound.none(e.problem().message() + " " + e.problem().hint());
    }
  }

  private StripFound strip(StripOrder order, boolean preview, CancelToken token) {
    StripDefinition definition = order.choice().definition();
    StripData data = StripData.of(order.drawn(), order.expected(), order.isKnown());
    if (definition != StripDefinition.KNOWN) {
      data = data.from(maximum(data.data().counts()));
    }
    InjectedSignal signal = order.injected();
    InjectedSignal.Added added = signal == null ? null : added(data.data(), signal);
    if (added != null) {
      data = data.withCounts(sum(data.data().counts(), added.events()));
    }
    boolean many = order.choice().manyWidths() && !preview;
    SignalWidths up = StripEstimators.widths(many, false);
    SignalWidths down = StripEstimators.widths(many, true);
    SignificanceEstimator upwards = estimators.of(definition, up);
    SignificanceEstimator downwards = estimators.of(definition, down);
    SignificanceEstimator.Worker worker = upwards.worker();
    boolean once = !many && definition != StripDefinition.BUMP_HUNTER;
    ZCurve excess = worker.scan(data.data());
    token.throwIfCancelled();
    ZCurve deficit = once ? excess : downwards.worker().scan(data.data());
    token.throwIfCancelled();
    boolean compared = !preview && definition != StripDefinition.PROFILE;
    Values profile = compared ? profile(data.data(), up, down, many) : null;
    SignificanceStrip strip =
        SignificanceStrip.of(
            definition.title(),
            upwards.definition(),
            data,
            TwoSided.of(excess, deficit),
            profile,
            upwards,
            downwards,
            warnings(definition, data, excess, worker.warnings(data.data())));
    int bins = order.drawn().bins().count();
    return new StripFound(
        strip,
        "",
        added == null ? null : placed(added.events(), data.first(), bins),
        added == null ? Double.NaN : added.z());
  }

  /**
   * Backgrounds that are fitted or learnt fall: as published, the search begins at the fullest bin
   * (JHEP 02 (2025) 122).
   */
  private static int maximum(Values counts) {
    int best = 0;
    for (int i = 1; i < counts.size(); i++) {
      best = counts.get(i) > counts.get(best) ? i : best;
    }
    return best;
  }

  private static InjectedSignal.Added added(BumpData data, InjectedSignal signal) {
    Values background = data.background();
    if (background == null) {
      background =
          new BackgroundOnlyEstimator(SignalWidths.ONE_BIN, null).worker().scan(data).background();
    }
    return signal.over(data.binning(), background);
  }

  private static Values sum(Values counts, Values added) {
    double[] sum = counts.toArray();
    for (int i = 0; i < sum.length; i++) {
      sum[i] = Math.max(0, sum[i] + added.get(i));
    }
    return Values.of(sum);
  }

  private static Values placed(Values part, int first, int bins) {
    double[] all = new double[bins];
    System.arraycopy(part.toArray(), 0, all, first, part.size());
    return Values.of(all);
  }

  /** Beside what the estimator says: whether the background describes the spectrum at all. */
  private static List<String> warnings(
      StripDefinition definition, StripData data, ZCurve curve, List<String> first) {
    List<String> warnings = new ArrayList<>(first);
    double deviance = data.deviance(curve.background());
    if (definition.isFitted() && deviance > POOR) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "The fitted background misses the spectrum (deviance %.1f per bin): no z here can be"
                  + " trusted.",
              deviance));
    }
    return warnings;
  }

  private static Values profile(BumpData all, SignalWidths up, SignalWidths down, boolean many) {
    int start = maximum(all.counts());
    BumpData data = all.from(start);
    ZCurve excess = new ProfileEstimator(up, null).worker().scan(data);
    ZCurve deficit = many ? new ProfileEstimator(down, null).worker().scan(data) : excess;
    double[] z = new double[all.bins()];
    Arrays.fill(z, Double.NaN);
    System.arraycopy(TwoSided.of(excess, deficit).both().z().toArray(), 0, z, start, data.bins());
    return Values.of(z);
  }
}
