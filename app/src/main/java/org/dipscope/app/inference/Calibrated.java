package org.dipscope.app.inference;

import java.util.List;
import org.dipscope.core.neyman.CriticalCurve;

/**
 * Critical curves of one statistic, or as much of them as there is.
 *
 * @param curves one per level; through fewer strengths than tested while partial
 * @param share the part done, 1 for all
 * @param toys how many were taken per strength, or in all for quantile regression
 */
record Calibrated(List<CriticalCurve> curves, double share, int toys) {
  boolean isWhole() {
    return share >= 1;
  }
}
