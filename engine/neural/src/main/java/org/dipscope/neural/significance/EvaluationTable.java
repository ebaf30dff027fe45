package org.dipscope.neural.significance;

import java.util.List;
import java.util.Map;
import org.dipscope.neural.significance.NetworkEvaluation.Row;

/** An evaluation as a table of comma-separated values: every sample, estimator and slice. */
public final class EvaluationTable {
  private static final String HEADER =
      "sample,estimator,by,low,high,histograms,bias,deviation,halfWidth,limit,pullWidth,spurious\n";

  private EvaluationTable() {}

  /** One line per slice, and one of all histograms; what is not known is empty. */
  public static String csv(List<Row> rows) {
    StringBuilder table = new StringBuilder(HEADER);
    for (Row row : rows) {
      String start = "\"" + row.overall().sample() + "\"," + row.estimator() + ",";
      line(table, start + "all,,", row.overall(), row.limit());
      for (Map.Entry<String, List<Slice>> slices : row.slices().entrySet()) {
        for (Slice slice : slices.getValue()) {
          String place = slices.getKey() + "," + slice.low() + "," + slice.high();
          line(table, start + place, slice.performance(), slice.limit());
        }
      }
    }
    return table.toString();
  }

  private static void line(StringBuilder table, String start, Performance found, double limit) {
    table.append(start).append(',').append(found.histograms());
    double[] numbers = {
      found.bias(), found.deviation(), found.halfWidth(), limit, found.pullWidth(), found.spurious()
    };
    for (double number : numbers) {
      table.append(',').append(Double.isNaN(number) ? "" : number);
    }
    table.append('\n');
  }
}
