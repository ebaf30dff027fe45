package org.dipscope.app.workspace;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.dipscope.core.analysis.Analysis;
import org.dipscope.core.analysis.CurveModel;
import org.dipscope.core.analysis.FitSettings;
import org.dipscope.core.analysis.PinnedCurve;
import org.dipscope.core.analysis.SpectrumData;
import org.dipscope.core.analysis.SpectrumGrids;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Correlation;
import org.dipscope.core.project.PinnedComparison;
import org.dipscope.core.project.Scalar;
import org.dipscope.core.project.Scenario;

/**
 * What does not change while mass, width and couplings move, kept for the last few conditions.
 * Thread-safe.
 */
final class Analyses {
  private static final int KEPT = 8;
  private static final double LEAST_MASS_OF_CURVES_GEV = 250;

  private final SpectrumGrids grids = new SpectrumGrids();
  private final Map<Object, Object> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Object> eldest) {
          return size() > 4 * KEPT;
        }
      };

  private record DataKey(DataEntry entry, Correlation correlation, double topMassGeV) {}

  private record AnalysisKey(DataKey data, Scenario conditions, FitSettings fit) {}

  private record CurveKey(Binning binning, Scenario conditions) {}

  private record PinKey(CurveKey curves, PinnedComparison pin) {}

  SpectrumGrids grids() {
    return grids;
  }

  Analysis analysis(DataEntry entry, Scenario scenario, FitSettings fit, Correlation correlation) {
    DataKey dataKey = new DataKey(entry, correlation, scenario.topMassGeV());
    Scenario conditions = conditions(scenario);
    return once(
        Analysis.class,
        new AnalysisKey(dataKey, conditions, fit),
        () -> Analysis.of(data(dataKey), conditions, fit, grids));
  }

  private SpectrumData data(DataKey key) {
    return once(
        SpectrumData.class,
        key,
        () ->
            SpectrumData.of(
                key.entry.spectrum(),
                key.correlation,
                key.topMassGeV,
                key.entry.conditions(),
                key.entry.entry().masks()));
  }

  CurveModel curves(DataEntry entry, Scenario scenario) {
    Scenario conditions = conditions(scenario);
    CurveKey key = new CurveKey(entry.spectrum().binning(), conditions);
    return once(CurveModel.class, key, () -> model(key));
  }

  /** The curve of a pinned hypothesis under its own conditions. */
  PinnedCurve pinned(DataEntry entry, PinnedComparison pin) {
    CurveKey key = new CurveKey(entry.spectrum().binning(), conditions(pin.scenario()));
    return once(
        PinnedCurve.class,
        new PinKey(key, pin),
        () -> {
          var curves = once(CurveModel.class, key, () -> model(key)).curves(pin.scenario());
          return new PinnedCurve(pin.label(), curves.massGeV(), curves.reconstructed());
        });
  }

  private CurveModel model(CurveKey key) {
    Binning bins = key.binning;
    double low = Math.max(LEAST_MASS_OF_CURVES_GEV, bins.low(0));
    double high = Math.max(2 * low, bins.high(bins.count() - 1));
    return CurveModel.of(key.conditions, low, high, grids);
  }

  /** The scenario with everything at its start value that costs no new grid. */
  private static Scenario conditions(Scenario scenario) {
    return scenario
        .edit()
        .scalar(Scalar.DEFAULT)
        .second(null)
        .signalStrength(1)
        .kSignal(1)
        .kInterference(null)
        .done();
  }

  private <T> T once(Class<T> type, Object key, Supplier<T> make) {
    synchronized (known) {
      Object old = known.get(key);
      if (old != null) {
        return type.cast(old);
      }
    }
    T made = make.get();
    synchronized (known) {
      known.put(key, made);
    }
    return made;
  }
}
