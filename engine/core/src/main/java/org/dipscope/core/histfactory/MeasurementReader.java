package org.dipscope.core.histfactory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dipscope.core.format.tree.Cursor;
import org.dipscope.core.histogram.Values;
import org.jspecify.annotations.Nullable;

/** Reads measurements of workspaces. */
final class MeasurementReader {
  private MeasurementReader() {}

  static Measurement read(String name, Cursor measurement) {
    Cursor config = measurement.get("config");
    List<ParameterSettings> settings = new ArrayList<>();
    if (config.has("parameters")) {
      WorkspaceReader.named(config.get("parameters"), "parameter")
          .forEach((parameter, cursor) -> settings.add(settings(parameter, cursor)));
    }
    return new Measurement(name, config.text("poi"), settings);
  }

  private static ParameterSettings settings(String name, Cursor cursor) {
    Optional<Cursor> bounds = cursor.find("bounds");
    return new ParameterSettings(
        name,
        values(cursor, "inits"),
        bounds.map(b -> ends(b, 0)).orElse(null),
        bounds.map(b -> ends(b, 1)).orElse(null),
        fixed(cursor),
        values(cursor, "auxdata"),
        values(cursor, "sigmas"));
  }

  private static @Nullable Values values(Cursor cursor, String key) {
    return cursor.find(key).map(c -> Values.of(c.numbers())).orElse(null);
  }

  private static Values ends(Cursor bounds, int end) {
    List<Cursor> pairs = bounds.items();
    double[] ends = new double[pairs.size()];
    for (int i = 0; i < ends.length; i++) {
      double[] pair = pairs.get(i).numbers();
      if (pair.length != 2 || !(pair[0] <= pair[1])) {
        throw pairs
            .get(i)
            .problem("these are no bounds.", "Give [lowest, highest], such as [0, 10].");
      }
      ends[i] = pair[end];
    }
    return Values.of(ends);
  }

  private static @Nullable Boolean fixed(Cursor cursor) {
    Cursor fixed = cursor.find("fixed").orElse(null);
    if (fixed == null) {
      return null;
    }
    List<Cursor> all = fixed.isList() ? fixed.items() : List.of(fixed);
    long yes = all.stream().filter(c -> c.text().equalsIgnoreCase("true")).count();
    long no = all.stream().filter(c -> c.text().equalsIgnoreCase("false")).count();
    if (yes + no != all.size() || (yes > 0 && no > 0)) {
      throw fixed.problem("this is neither true nor false.", "Write true or false.");
    }
    return yes > 0;
  }
}
