package org.dipscope.core.format.yoda;

import org.dipscope.core.format.yoda.YodaObject.Row;

/**
 * Content and error of bins that are stored as sums of weights: w and √Σw² for histograms; for
 * profiles the weighted mean of the last quantity and its standard error, as YODA defines it:
 * √(V/N) with V = (Σwy² Σw − (Σwy)²) / ((Σw)² − Σw²) and N = (Σw)²/Σw².
 */
final class MomentColumns {
  private final YodaObject object;
  private final boolean profile;
  private final int sumW;
  private final int sumWy;

  private MomentColumns(YodaObject object, boolean profile, int sumW, int sumWy) {
    this.object = object;
    this.profile = profile;
    this.sumW = sumW;
    this.sumWy = sumWy;
  }

  /** Versions 1 and 2: the edges stand before the sums. */
  static MomentColumns afterEdges(YodaObject object, int axes, boolean profile) {
    int sumW = object.column(2 * axes, "sumw");
    int sumWy = axes == 1 ? object.column(sumW + 4, "sumwy") : object.column(sumW + 7, "sumwz");
    return new MomentColumns(object, profile, sumW, sumWy);
  }

  /** Version 3: no edges in the rows. */
  static MomentColumns alone(YodaObject object, int axes, boolean profile) {
    int sumW = object.column(0, "sumw");
    int sumWy = object.column(sumW + 2 + 2 * axes, "sumw(a" + (axes + 1) + ")");
    return new MomentColumns(object, profile, sumW, sumWy);
  }

  double content(Row row) {
    return profile
        ? object.number(row, sumWy) / object.number(row, sumW)
        : object.number(row, sumW);
  }

  double error(Row row) {
    double sumW2 = object.number(row, sumW + 1);
    if (!profile) {
      return Math.sqrt(sumW2);
    }
    double weight = object.number(row, sumW);
    double first = object.number(row, sumWy);
    double second = object.number(row, sumWy + 1);
    double variance = (second * weight - first * first) / (weight * weight - sumW2);
    return Math.sqrt(variance * sumW2) / Math.abs(weight);
  }
}
