package org.dipscope.core.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.dipscope.core.bump.BackgroundMisfit;
import org.dipscope.core.bump.BackgroundOnlyEstimator;
import org.dipscope.core.bump.BumpData;
import org.dipscope.core.bump.InjectedSignal;
import org.dipscope.core.bump.ProfileEstimator;
import org.dipscope.core.bump.SearchStart;
import org.dipscope.core.bump.SignalWidths;
import org.dipscope.core.bump.SignificanceEstimator;
import org.dipscope.core.bump.TwoSided;
import org.dipscope.core.bump.ZCurve;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.problem.ProblemException;
import org.dipscope.core.project.StripDefinition;

/**
 * Computes significance strips. Over a background that is fitted or learnt the search begins where
 * it finds nothing in the predicted background itself ({@link SearchStart}); without a prediction
 * at the fullest bin, as published (JHEP 02 (2025) 122). Thread-safe if its estimators are.
 */
public final class StripScan {
  private final StripEstimators estimators;
  private final Map<StripDefinition, Begin> begins = new ConcurrentHashMap<>();

  /**
   * A search.
   *
   * @param estimators what computes z
   */
  public StripScan(StripEstimators estimators) {
    this.estimators = estimators;
  }

  /**
   * Where a search begins.
   *
   * @param of what it was chosen for
   * @param bin the first bin
   * @param words what to say of it, or empty
   */
  private record Begin(BumpData of, boolean many, int bin, String words) {}

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
    StripData all = StripData.of(order.drawn(), order.expected(), order.isKnown());
    Begin begin = begin(definition, order, all.data(), preview, token);
    StripData data = all.from(begin.bin());
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
    Values profile = null;
    if (compared) {
      int first = begin(StripDefinition.PROFILE, order, all.data(), false, token).bin();
      profile = profile(data.data(), Math.max(0, first - begin.bin()), up, down, many);
    }
    SignificanceStrip strip =
        SignificanceStrip.of(
            definition.title(),
            upwards.definition(),
            data,
            TwoSided.of(excess, deficit),
            profile,
            upwards,
            downwards,
            warnings(begin, definition, data, excess, worker.warnings(data.data())));
    int bins = order.drawn().bins().count();
    return new StripFound(
        strip,
        "",
        added == null ? null : placed(added.events(), data.first(), bins),
        added == null ? Double.NaN : added.z());
  }

  private Begin begin(
      StripDefinition definition,
      StripOrder order,
      BumpData data,
      boolean preview,
      CancelToken token) {
    boolean many = order.choice().manyWidths();
    if (definition == StripDefinition.KNOWN) {
      return new Begin(data, many, 0, "");
    }
    if (order.expected() == null) {
      return new Begin(data, many, SearchStart.fullest(data.counts()), "");
    }
    Values background = StripData.of(order.drawn(), order.expected(), true).data().background();
    BumpData expected =
        BumpData.of("prediction", data.binning(), Objects.requireNonNull(background), null);
    Begin last = begins.get(definition);
    boolean isSame =
        last != null
            && last.many() == many
            && last.of().binning().equals(expected.binning())
            && (preview || last.of().counts().equals(expected.counts()));
    if (last != null && isSame) {
      return last;
    }
    Begin now = begin(definition, expected, many, order.drawn().data().axis().unit(), token);
    begins.put(definition, now);
    return now;
  }

  private Begin begin(
      StripDefinition definition, BumpData expected, boolean many, String unit, CancelToken token) {
    boolean once = !many && definition != StripDefinition.BUMP_HUNTER;
    SignificanceEstimator.Worker bumps =
        estimators.of(definition, StripEstimators.widths(many, false)).worker();
    SignificanceEstimator.Worker dips =
        once ? bumps : estimators.of(definition, StripEstimators.widths(many, true)).worker();
    int fullest = SearchStart.fullest(expected.counts());
    try {
      SearchStart start = SearchStart.of(expected, bumps, dips, token);
      double from = expected.binning().low(start.bin());
      String words =
          String.format(
              Locale.ROOT,
              "Searched from %s %s: below, its background does not describe the prediction.",
              from == Math.rint(from) ? String.valueOf((long) from) : "%.4g".formatted(from),
              unit);
      return new Begin(expected, many, start.bin(), start.bin() == fullest ? "" : words);
    } catch (ProblemException nowhere) {
      String words = nowhere.problem().message() + " It begins at the fullest bin.";
      return new Begin(expected, many, fullest, words);
    }
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
      Begin begin, StripDefinition definition, StripData data, ZCurve curve, List<String> first) {
    List<String> warnings = new ArrayList<>();
    if (!begin.words().isEmpty()) {
      warnings.add(begin.words());
    }
    warnings.addAll(first);
    if (definition.isFitted()) {
      BackgroundMisfit.warning(data.data(), curve.background()).ifPresent(warnings::add);
    }
    return warnings;
  }

  private static Values profile(
      BumpData all, int start, SignalWidths up, SignalWidths down, boolean many) {
    BumpData data = all.from(start);
    ZCurve excess = new ProfileEstimator(up, null).worker().scan(data);
    ZCurve deficit = many ? new ProfileEstimator(down, null).worker().scan(data) : excess;
    double[] z = new double[all.bins()];
    Arrays.fill(z, Double.NaN);
    System.arraycopy(TwoSided.of(excess, deficit).both().z().toArray(), 0, z, start, data.bins());
    return Values.of(z);
  }
}
