package org.dipscope.core.histfactory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dipscope.core.format.tree.Cursor;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.problem.ProblemException;

/**
 * Reads workspaces of HistFactory in JSON (schema 1.0.0 of pyhf). Beyond that schema it knows the
 * modifier {@code powerfactor} with {@code {"power": 0.5}} as data and the key {@code axes} with
 * {@code {"CHANNEL": {"edges", "label", "unit"}}}.
 */
final class WorkspaceReader {
  private final Cursor root;
  private final Map<String, ParameterGroup.Kind> kinds = new HashMap<>();

  private WorkspaceReader(Cursor root) {
    this.root = root;
  }

  /**
   * Reads a document.
   *
   * @param root the document
   * @param axes an object with the axes of channels that stands elsewhere
   * @throws ProblemException with place and remedy if it breaks the rules
   */
  static Workspace read(Cursor root, Map<String, ChannelAxis> axes) {
    return new WorkspaceReader(root).workspace(axes);
  }

  private Workspace workspace(Map<String, ChannelAxis> sideCar) {
    Map<String, ChannelAxis> axes = new HashMap<>(sideCar);
    root.find("axes").ifPresent(inside -> axes.putAll(axes(inside)));
    Map<String, Cursor> observations = named(root.get("observations"), "observation");
    List<Channel> channels = new ArrayList<>();
    Map<String, Cursor> all = named(root.get("channels"), "channel");
    if (all.isEmpty()) {
      throw root.get("channels").problem("there is no channel.", "Give at least one channel.");
    }
    for (Map.Entry<String, Cursor> entry : all.entrySet()) {
      Cursor observation = observations.remove(entry.getKey());
      if (observation == null) {
        throw entry
            .getValue()
            .problem(
                "channel " + entry.getKey() + " has no observations.",
                "Add them under \"observations\".");
      }
      channels.add(channel(entry.getKey(), entry.getValue(), observation, axes));
    }
    for (Map.Entry<String, Cursor> left : observations.entrySet()) {
      throw left.getValue()
          .problem(
              "the observations name the channel " + left.getKey() + ", which does not exist.",
              "Correct the name, or remove them.");
    }
    List<Measurement> measurements = new ArrayList<>();
    if (root.has("measurements")) {
      named(root.get("measurements"), "measurement")
          .forEach((name, cursor) -> measurements.add(MeasurementReader.read(name, cursor)));
    }
    return new Workspace(root.file(), channels, measurements);
  }

  /** The items of a list by their names. */
  static Map<String, Cursor> named(Cursor list, String what) {
    Map<String, Cursor> named = new LinkedHashMap<>();
    for (Cursor item : list.items()) {
      String name = item.get("name").text();
      if (name.isEmpty()) {
        throw item.get("name").problem("the name of a " + what + " is empty.", "Give it a name.");
      }
      if (named.putIfAbsent(name, item) != null) {
        throw item.problem(
            "a second %s has the name %s.".formatted(what, name), "Rename or remove one of them.");
      }
    }
    return named;
  }

  /** The axes of channels: an object with an axis per channel. */
  static Map<String, ChannelAxis> axes(Cursor axes) {
    Map<String, ChannelAxis> read = new HashMap<>();
    axes.entries()
        .forEach(
            (channel, axis) -> {
              double[] edges = axis.get("edges").numbers();
              for (int i = 1; i < edges.length; i++) {
                if (!(edges[i] > edges[i - 1])) {
                  throw axis.get("edges")
                      .problem("the edges do not ascend.", "Order them, each given once.");
                }
              }
              read.put(
                  channel,
                  new ChannelAxis(Values.of(edges), axis.text("label"), axis.text("unit")));
            });
    return read;
  }

  private Channel channel(
      String name, Cursor channel, Cursor observation, Map<String, ChannelAxis> axes) {
    double[] observed = observation.get("data").numbers();
    if (observed.length == 0) {
      throw observation.problem("channel " + name + " has no bins.", "Give at least one count.");
    }
    List<Cursor> counts = observation.get("data").items();
    for (int i = 0; i < observed.length; i++) {
      if (observed[i] < 0) {
        throw counts
            .get(i)
            .problem("the observed count is " + observed[i] + ".", "Counts are 0 or more.");
      }
    }
    Map<String, Cursor> named = named(channel.get("samples"), "sample");
    if (named.isEmpty()) {
      throw channel.problem("channel " + name + " has no samples.", "Give at least one sample.");
    }
    List<Sample> samples = new ArrayList<>();
    named.forEach((title, sample) -> samples.add(sample(title, sample, observed.length)));
    ChannelAxis axis = axes.get(name);
    if (axis != null && axis.edges().size() != observed.length + 1) {
      throw channel.problem(
          "the axis of channel %s has %d edges for %d bins."
              .formatted(name, axis.edges().size(), observed.length),
          "Give one edge more than bins.");
    }
    return new Channel(name, samples, Values.of(observed), axis);
  }

  private Sample sample(String name, Cursor sample, int bins) {
    double[] nominal = bins(sample.get("data"), "sample " + name, bins);
    List<Modifier> modifiers = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Cursor cursor : sample.items("modifiers")) {
      Modifier modifier = modifier(cursor, bins);
      ParameterGroup.Kind kind = ParameterGroup.Kind.of(modifier);
      String type = kind == ParameterGroup.Kind.FACTOR ? "factor" : modifier.type();
      if (!seen.add(type + " " + modifier.name())) {
        throw cursor.problem(
            "sample %s has %s %s twice.".formatted(name, modifier.type(), modifier.name()),
            "Remove one of the two.");
      }
      ParameterGroup.Kind known = kinds.putIfAbsent(modifier.name(), kind);
      if (known != null && (known != kind || kind == ParameterGroup.Kind.SHAPE_SYS)) {
        throw cursor.problem(
            "%s %s has the name of another modifier that it cannot share parameters with."
                .formatted(modifier.type(), modifier.name()),
            "Give it a name of its own; only modifiers of one type share parameters, and normsys"
                + " with histosys.");
      }
      modifiers.add(modifier);
    }
    return new Sample(name, Values.of(nominal), modifiers);
  }

  private static double[] bins(Cursor data, String what, int bins) {
    double[] numbers = data.numbers();
    if (numbers.length != bins) {
      throw data.problem(
          "%s has %d bins, the observations have %d.".formatted(what, numbers.length, bins),
          "Give one number per bin of the channel.");
    }
    return numbers;
  }

  private static Modifier modifier(Cursor cursor, int bins) {
    String name = cursor.get("name").text();
    String type = cursor.get("type").text();
    if (name.isEmpty()) {
      throw cursor.problem("the name of a " + type + " is empty.", "Give it a name.");
    }
    return switch (type) {
      case "normfactor" -> new Modifier.NormFactor(name);
      case "lumi" -> new Modifier.Lumi(name);
      case "shapefactor" -> new Modifier.ShapeFactor(name);
      case "powerfactor" ->
          new Modifier.PowerFactor(name, positive(cursor.get("data").get("power"), "power"));
      case "normsys" ->
          new Modifier.NormSys(
              name,
              positive(cursor.get("data").get("lo"), "factor"),
              positive(cursor.get("data").get("hi"), "factor"));
      case "histosys" ->
          new Modifier.HistoSys(
              name,
              Values.of(bins(cursor.get("data").get("lo_data"), "histosys " + name, bins)),
              Values.of(bins(cursor.get("data").get("hi_data"), "histosys " + name, bins)));
      case "shapesys" -> new Modifier.ShapeSys(name, uncertainties(cursor, name, bins));
      case "staterror" -> new Modifier.StatError(name, uncertainties(cursor, name, bins));
      default ->
          throw cursor.problem(
              "modifier %s has the unknown type %s.".formatted(name, type),
              "Types are normfactor, normsys, histosys, shapesys, staterror, shapefactor, lumi and"
                  + " powerfactor.");
    };
  }

  private static double positive(Cursor cursor, String what) {
    double number = cursor.number();
    if (!(number > 0 && number < Double.POSITIVE_INFINITY)) {
      throw cursor.problem("the " + what + " is " + number + ".", "Give a finite number above 0.");
    }
    return number;
  }

  private static Values uncertainties(Cursor modifier, String name, int bins) {
    Cursor data = modifier.get("data");
    double[] numbers = bins(data, modifier.get("type").text() + " " + name, bins);
    List<Cursor> items = data.items();
    for (int i = 0; i < numbers.length; i++) {
      if (numbers[i] < 0) {
        throw items
            .get(i)
            .problem(
                "the uncertainty is " + numbers[i] + ".", "Uncertainties are absolute, 0 or more.");
      }
    }
    return Values.of(numbers);
  }
}
