package org.dipscope.app.histogram;

import org.dipscope.app.workspace.SpectrumResult;
import org.dipscope.core.analysis.SignificanceStrip;
import org.dipscope.core.analysis.StripEstimators;
import org.dipscope.core.bump.AnyWidth;
import org.dipscope.core.bump.BackgroundOnlyEstimator;
import org.dipscope.core.bump.BumpData;
import org.dipscope.core.bump.SignalWidths;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.project.StripDefinition;
import org.dipscope.neural.significance.StripNetwork;
import org.jspecify.annotations.Nullable;

/** What the figures of the inspector are computed from. */
final class InspectorRequest {
  private InspectorRequest() {}

  /** Bins of which every width is looked for. */
  record Map(BumpData data, StripDefinition definition) {}

  /**
   * A place that is looked at in other bins.
   *
   * @param mass inside the data
   * @param width in the unit of the axis
   */
  record Place(
      BumpData data, StripDefinition definition, double mass, double width, boolean deficit) {}

  /**
   * A place to which signals are added.
   *
   * @param data without any injected signal
   * @param known the background where one is known, or null
   * @param addToData whether they are added to the data, or else to the background
   */
  record Injections(
      BumpData data,
      StripDefinition definition,
      int bin,
      double width,
      @Nullable Values known,
      boolean addToData) {

    /** Known, or fitted as if there were no signal. */
    Values background() {
      return known != null
          ? known
          : new BackgroundOnlyEstimator(SignalWidths.ONE_BIN, null)
              .worker()
              .scan(data)
              .background();
    }

    /** The definition that stands beside the chosen one. */
    StripDefinition beside() {
      return switch (definition) {
        case KNOWN -> StripDefinition.PROFILE;
        case PROFILE -> known == null ? StripDefinition.JOINT_FIT : StripDefinition.KNOWN;
        default -> known == null ? StripDefinition.PROFILE : StripDefinition.KNOWN;
      };
    }
  }

  /** The data without the injected signal. */
  static BumpData withoutInjected(StripResult result, SignificanceStrip strip) {
    Values injected = result.injected();
    BumpData data = strip.data().data();
    if (injected == null) {
      return data;
    }
    double[] counts = data.counts().toArray();
    for (int i = 0; i < counts.length; i++) {
      counts[i] = Math.max(0, counts[i] - injected.get(strip.data().first() + i));
    }
    return data.withCounts(Values.of(counts));
  }

  /** The prediction in the bins of a strip, or null if there is none. */
  static @Nullable Values known(SignificanceStrip strip, @Nullable SpectrumResult shown) {
    if (strip.data().data().background() != null) {
      return strip.data().data().background();
    }
    int first = strip.data().first();
    if (shown == null
        || shown.expected() == null
        || first + strip.bins() > shown.drawn().bins().count()) {
      return null;
    }
    Values background = shown.expected().prediction().background();
    double[] known = new double[strip.bins()];
    for (int i = 0; i < known.length; i++) {
      known[i] = shown.drawn().content(background, first + i);
    }
    return Values.of(known);
  }

  /** The definition for any width that it knows. */
  static AnyWidth definition(StripDefinition definition, @Nullable StripNetwork network) {
    StripEstimators estimators =
        widths -> {
          if (network == null) {
            throw new IllegalStateException("the network is not loaded");
          }
          return network.any(widths);
        };
    AnyWidth.Kind kind =
        switch (definition) {
          case KNOWN, JOINT_FIT -> AnyWidth.Kind.UNBIASED;
          case PROFILE -> AnyWidth.Kind.PROFILED;
          case BACKGROUND_ONLY -> AnyWidth.Kind.PULLED;
          case BUMP_HUNTER -> AnyWidth.Kind.WINDOWS;
          case NETWORK, OFF -> AnyWidth.Kind.NETWORK;
        };
    return new AnyWidth(kind, widths -> estimators.of(definition, widths));
  }
}
