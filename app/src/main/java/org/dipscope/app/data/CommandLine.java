package org.dipscope.app.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dipscope.core.histogram.Axis;
import org.dipscope.core.histogram.Binning;

/** The command that does without a screen what was done on it. */
final class CommandLine {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:,+-]+");

  private CommandLine() {}

  /** One {@code dipscope histogram} per cut. */
  static String of(Built built) {
    List<String> commands = new ArrayList<>();
    for (int i = 0; i < built.histograms().size(); i++) {
      BuildRequest request = built.request();
      List<String> words = new ArrayList<>(List.of("dipscope", "histogram"));
      words.add(quoted(request.table().file().toString()));
      words.add("--table");
      words.add(quoted(request.table().table()));
      words.add("--column");
      words.add(quoted(request.x()));
      String weight = request.weight();
      if (weight != null) {
        words.add("--weight");
        words.add(quoted(weight));
      }
      String cut = request.cuts().get(i).text();
      if (cut != null) {
        words.add("--cut");
        words.add(quoted(cut));
      }
      List<Axis> axes = built.histograms().get(i).histogram().axes();
      words.add(bins("--", axes.getFirst()));
      String y = request.y();
      if (y != null) {
        words.add("--y-column");
        words.add(quoted(y));
        words.add(bins("--y-", axes.getLast()));
      }
      commands.add(String.join(" ", words));
    }
    return String.join("\n", commands);
  }

  private static String bins(String prefix, Axis axis) {
    Binning bins = axis.binning();
    double low = bins.low(0);
    double high = bins.high(bins.count() - 1);
    if (bins.equals(Binning.uniform(bins.count(), low, high))) {
      return prefix + "bins=" + bins.count() + "," + number(low) + "," + number(high);
    }
    return prefix
        + "edges="
        + Arrays.stream(bins.edges())
            .mapToObj(CommandLine::number)
            .collect(Collectors.joining(","));
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  /** As the shell takes it, whatever is in it. */
  static String quoted(String text) {
    return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
