package org.dipscope.core.format.root;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.problem.ProblemException;

/** Turns objects of the classes TH1, TH2, TH3 and TProfile into histograms. */
final class HistogramDecoder {
  private static final String[] AXES = {"fXaxis", "fYaxis", "fZaxis"};

  private HistogramDecoder() {}

  static RootHistogram decode(RootKey key, RootObject object) {
    boolean profile = key.className().equals("TProfile");
    int dimensions = profile ? 1 : key.className().charAt(2) - '0';
    double[] contents = object.doubles("fArray");
    List<RootAxis> axes = new ArrayList<>();
    long cells = 1;
    for (int i = 0; i < dimensions; i++) {
      RootAxis axis = axis(object.object(AXES[i]), contents.length);
      axes.add(axis);
      cells *= axis.binning().count() + 2L;
    }
    if (contents.length != cells) {
      throw object
          .place()
          .damaged(
              "has " + contents.length + " contents for " + cells + " bins with its flow bins");
    }
    double[] squares = squares(object, "fSumw2", contents.length);
    Values values = profile ? means(object, contents) : Values.of(contents);
    Values variances =
        profile
            ? ProfileErrors.variances(object, contents, squares)
            : squares.length == 0 ? values.map(Math::abs) : Values.of(squares);
    return new RootHistogram(
        key.path(),
        key.className(),
        object.text("fTitle"),
        axes,
        values,
        variances,
        squares.length > 0,
        object.number("fEntries"));
  }

  /** Sums per bin that may be absent; of the right length if present. */
  static double[] squares(RootObject object, String name, int cells) {
    if (!object.has(name)) {
      return new double[0];
    }
    double[] squares = object.object(name).doubles("fArray");
    if (squares.length != 0 && squares.length != cells) {
      throw object
          .place()
          .damaged("has " + squares.length + " sums in " + name + " for " + cells + " bins");
    }
    return squares;
  }

  private static Values means(RootObject object, double[] sums) {
    double[] weights = squares(object, "fBinEntries", sums.length);
    if (weights.length == 0) {
      throw object.place().damaged("is a profile without the entries of its bins");
    }
    double[] means = new double[sums.length];
    for (int i = 0; i < means.length; i++) {
      means[i] = weights[i] == 0 ? 0 : sums[i] / weights[i];
    }
    return Values.of(means);
  }

  private static RootAxis axis(RootObject axis, int mostBins) {
    int bins = axis.count("fNbins");
    double[] edges = axis.object("fXbins").doubles("fArray");
    if (edges.length != 0 && edges.length != bins + 1) {
      throw axis.place().damaged("has " + edges.length + " edges for " + bins + " bins");
    }
    if (bins < 1 || bins > mostBins) {
      throw axis.place().damaged("has an axis with " + bins + " bins");
    }
    try {
      Binning binning =
          edges.length > 0
              ? Binning.of(edges)
              : Binning.uniform(bins, axis.number("fXmin"), axis.number("fXmax"));
      return new RootAxis(axis.text("fTitle"), binning, labels(axis, bins));
    } catch (ProblemException e) {
      throw axis.place().damaged("has an axis that makes no sense (" + e.getMessage() + ")", e);
    }
  }

  private static List<String> labels(RootObject axis, int bins) {
    List<? extends Object> items = axis.items("fLabels");
    if (items.isEmpty()) {
      return List.of();
    }
    String[] labels = new String[bins];
    Arrays.fill(labels, "");
    for (Object item : items) {
      if (item instanceof RootObject label && label.value("text") instanceof String text) {
        long bin = label.integer("fUniqueID", 0);
        if (bin >= 1 && bin <= bins) {
          labels[(int) bin - 1] = text;
        }
      }
    }
    return List.of(labels);
  }
}
