package org.dipscope.core.format.root;

import org.dipscope.core.histogram.Values;
import org.jspecify.annotations.Nullable;

/** Turns objects of the graph classes into points with errors. */
final class GraphDecoder {
  private GraphDecoder() {}

  static RootGraph decode(RootKey key, RootObject graph) {
    int count = graph.count("fNpoints");
    Values x = row(graph, "fX", count);
    Values y = row(graph, "fY", count);
    Values none = Values.constant(x.size(), 0);
    Values xLow = none;
    Values xHigh = none;
    Values yLow = none;
    Values yHigh = none;
    if (key.className().equals("TGraphErrors")) {
      xLow = xHigh = row(graph, "fEX", count);
      yLow = yHigh = row(graph, "fEY", count);
    } else if (key.className().equals("TGraphAsymmErrors")) {
      xLow = row(graph, "fEXlow", count);
      xHigh = row(graph, "fEXhigh", count);
      yLow = row(graph, "fEYlow", count);
      yHigh = row(graph, "fEYhigh", count);
    }
    return new RootGraph(
        key.path(),
        key.className(),
        graph.text("fTitle"),
        axisTitle(graph),
        x,
        y,
        xLow,
        xHigh,
        yLow,
        yHigh);
  }

  private static Values row(RootObject graph, String name, int count) {
    double[] row = count == 0 ? new double[0] : graph.doubles(name);
    if (row.length != count) {
      throw graph
          .place()
          .damaged("has " + row.length + " values in " + name + " for " + count + " points");
    }
    return Values.of(row);
  }

  private static String axisTitle(RootObject graph) {
    @Nullable RootObject frame = graph.objectOrNull("fHistogram");
    @Nullable RootObject axis = frame == null ? null : frame.objectOrNull("fXaxis");
    return axis != null && axis.value("fTitle") instanceof String title ? title : "";
  }
}
