package org.dipscope.app.inference;

import java.util.List;
import org.dipscope.core.fit.FitParameter;
import org.dipscope.core.histfactory.BinnedModel;
import org.dipscope.core.histfactory.Workspace;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.neyman.Calibration;
import org.dipscope.core.neyman.TestStatistic;
import org.jspecify.annotations.Nullable;

/**
 * What is asked about a model.
 *
 * @param model the model with its parameter of interest
 * @param statistics at least one
 * @param levels confidence levels
 * @param grid tested strengths; null for those that suit the data
 * @param method where critical values come from
 * @param toys how many; null for as many as usual
 * @param seed of the toys
 */
record StudyRequest(
    OpenModel model,
    List<TestStatistic> statistics,
    Values levels,
    @Nullable Values grid,
    Calibration method,
    @Nullable Integer toys,
    long seed) {

  /** What decides a study; a model that is opened again unchanged is the same. */
  record StudyKey(
      Workspace workspace,
      List<FitParameter> parameters,
      int poi,
      TestStatistic statistic,
      Values levels,
      @Nullable Values grid) {}

  /** What decides critical curves. */
  record CurveKey(StudyKey study, Calibration method, @Nullable Integer toys, long seed) {}

  StudyKey study(TestStatistic statistic) {
    BinnedModel binned = model.model();
    return new StudyKey(
        model.workspace(), binned.parameters(), binned.poi(), statistic, levels, grid);
  }

  CurveKey curve(TestStatistic statistic) {
    return new CurveKey(study(statistic), method, toys, seed);
  }
}
