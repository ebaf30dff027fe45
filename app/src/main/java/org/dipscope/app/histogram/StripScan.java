package org.dipscope.app.histogram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dipscope.app.bump.StripNetwork;
import org.dipscope.core.analysis.SignificanceStrip;
import org.dipscope.core.analysis.StripData;
import org.dipscope.core.bump.BackgroundOnlyEstimator;
import org.dipscope.core.bump.BumpData;
import org.dipscope.core.bump.InjectedSignal;
import org.dipscope.core.bump.SignalWidths;
import org.dipscope.core.bump.SignificanceEstimator;
import org.dipscope.core.bump.TwoSided;
import org.dipscope.core.bump.ZCurve;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Computes strips.
 *
 * @param network loaded before a strip of the network is asked for
 */
record StripScan(@Nullable StripNetwork network) {
  private static final double POOR = 3;

  /** Why there is no strip, without computing anything; empty if there can be one. */
  static String absence(StripRequest request) {
    return StripData.absence(request.drawn(), request.expected(), request.isKnown());
  }

  /**
   * The strip, or why there is none.
   *
   * @param preview whether one width and one definition are enough
   */
  StripResult compute(StripRequest request, boolean preview, CancelToken token) {
    try {
      return strip(request, preview, token);
    } catch (ProblemException e) {
      return StripResult.none(request, e.problem().message() + " " + e.problem().hint());
    }
  }

  private StripResult strip(StripRequest request, boolean preview, CancelToken token) {
    StripDefinition definition = request.key().choice().definition();
    StripData data = StripData.of(request.drawn(), request.expected(), request.isKnown());
    if (definition != StripDefinition.KNOWN) {
      data = data.from(maximum(data.data().counts()));
    }
    InjectedSignal signal = request.key().injected();
    InjectedSignal.Added added = signal == null ? null : added(data.data(), signal);
    if (added != null) {
      data = data.withCounts(sum(data.data().counts(), added.events()));
    }
    boolean many = request.key().choice().manyWidths() && !preview;
    SignalWidths up = StripDefinition.widths(many, false);
    SignalWidths down = StripDefinition.widths(many, true);
    boolean once = !many && definition != StripDefinition.BUMP_HUNTER;
    ZCurve excess = worker(definition, up).scan(data.data());
    token.throwIfCancelled();
    ZCurve deficit = once ? excess : worker(definition, down).scan(data.data());
    token.throwIfCancelled();
    boolean compared = !preview && definition != StripDefinition.PROFILE;
    Values profile = compared ? profile(data.data(), up, down, many) : null;
    SignificanceEstimator estimator = estimator(definition, up);
    SignificanceStrip strip =
        SignificanceStrip.of(
            definition.title(),
            estimator.definition(),
            data,
            TwoSided.of(excess, deficit),
            profile,
            estimator,
            estimator(definition, down),
            warnings(definition, data, excess, worker(definition, up).warnings(data.data())));
    int bins = request.drawn().bins().count();
    return new StripResult(
        request.key(),
        strip,
        "",
        added == null ? null : placed(added.events(), data.first(), bins),
        added == null ? Double.NaN : added.z(),
        preview);
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
    ZCurve excess = StripDefinition.PROFILE.make(up).worker().scan(data);
    ZCurve deficit = many ? StripDefinition.PROFILE.make(down).worker().scan(data) : excess;
    double[] z = new double[all.bins()];
    Arrays.fill(z, Double.NaN);
    System.arraycopy(TwoSided.of(excess, deficit).both().z().toArray(), 0, z, start, data.bins());
    return Values.of(z);
  }

  private SignificanceEstimator estimator(StripDefinition definition, SignalWidths widths) {
    return definition == StripDefinition.NETWORK
        ? loaded().estimator(widths)
        : definition.make(widths);
  }

  private SignificanceEstimator.Worker worker(StripDefinition definition, SignalWidths widths) {
    return definition == StripDefinition.NETWORK
        ? loaded().worker(widths)
        : definition.make(widths).worker();
  }

  private StripNetwork loaded() {
    if (network == null) {
      throw new IllegalStateException("the network is not loaded");
    }
    return network;
  }
}
