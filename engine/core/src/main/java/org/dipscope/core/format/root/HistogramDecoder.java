package org.dipscope.core.format.root;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Turns objects of the classes TH1, TH2, TH3 and TProfile, TProfile2D, TProfile3D into histograms.
 */
final class HistogramDecoder {
  private static final String[] AXES = {"fXaxis", "fYaxis", "fZaxis"};

  private HistogramDecoder() {}

  static RootHistogram decode(RootKey key, RootObject object) {
    boolean profile = key.className().startsWith("TProfile");
    int dimensions = dimensions(key.className());
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
        valueTitle(object, dimensions),
        values,
        variances,
        squares.length > 0,
        object.number("fEntries"));
  }

  /** The digit in names such as TH2F and TProfile3D; a bare TProfile has one axis. */
  private static int dimensions(String className) {
    for (int digit = 1; digit <= 3; digit++) {
      if (className.indexOf('0' + digit) > 0) {
        return digit;
      }
    }
    return 1;
  }

  /** The title of the axis after the last, along which the contents are drawn. */
  private static String valueTitle(RootObject object, int dimensions) {
    @Nullable RootObject axis =
        dimensions < AXES.length ? object.objectOrNull(AXES[dimensions]) : null;
    return axis != null && axis.value("fTitle") instanceof String title ? title : "";
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
