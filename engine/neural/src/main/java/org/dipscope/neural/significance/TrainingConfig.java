package org.dipscope.neural.significance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dipscope.core.bump.generator.EndpointPrior;
import org.dipscope.core.bump.generator.FunctionMother;
import org.dipscope.core.bump.generator.GeneratorSettings;
import org.dipscope.core.bump.generator.LogPolynomialMother;
import org.dipscope.core.bump.generator.LogShapeMother;
import org.dipscope.core.bump.generator.Mother;
import org.dipscope.core.bump.generator.SignalPrior;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.format.tree.Cursor;
import org.dipscope.core.format.tree.TreeReader;
import org.dipscope.core.histogram.Values;
import org.dipscope.neural.training.LearningRate;
import org.dipscope.neural.training.Precision;

/**
 * What a significance network is, and what it learns from. In JSON every key may be left out:
 *
 * <pre>
 * {"network": "dipscope|bumpnet|znet3", "channels": 48, "widths": "1|1-4|both", "seed": 1,
 *  "precision": "single|mixed",
 *  "batchSize": 128, "batches": 60000, "learningRate": 0.003, "warmUp": 300,
 *  "checkpointEvery": 500, "validateEvery": 2000, "validationHistograms": 2000, "patience": 0,
 *  "bins": [30, 100], "contents": [10, 100000], "leastDynamicRange": 3,
 *  "backgrounds": {"functions": 0.42, "log-polynomial": 0.42, "dijet": 0.06, "dilepton": 0.1,
 *                  "own": 0},
 *  "ownBackgrounds": ["FILE", …],
 *  "signals": {"strongest": 10, "bumps": 0.8, "dips": 0.07, "interferences": 0.05,
 *              "nothing": 0.08}}
 * </pre>
 *
 * @param network the architecture
 * @param channels width of our own architecture
 * @param modes for which widths it learns
 * @param precision of the numbers it learns in
 * @param seed of initial values and histograms
 * @param batchSize histograms per step
 * @param rate learning rate and number of steps
 * @param checkpointEvery steps
 * @param validateEvery steps
 * @param validationHistograms how many, per mode
 * @param patience validations without improvement before it stops; 0 for never
 * @param contents of the first and the last bin of a background
 * @param generators what to draw, per mode
 */
public record TrainingConfig(
    NetworkKind network,
    int channels,
    List<Mode> modes,
    Precision precision,
    long seed,
    int batchSize,
    LearningRate rate,
    int checkpointEvery,
    int validateEvery,
    int validationHistograms,
    int patience,
    EndpointPrior contents,
    Map<Mode, GeneratorSettings> generators) {
  private static final Set<String> KEYS =
      Set.of(
          "network",
          "channels",
          "widths",
          "precision",
          "seed",
          "batchSize",
          "batches",
          "learningRate",
          "warmUp",
          "checkpointEvery",
          "validateEvery",
          "validationHistograms",
          "patience",
          "bins",
          "contents",
          "leastDynamicRange",
          "backgrounds",
          "ownBackgrounds",
          "signals",
          "comment");
  private static final Set<String> FAMILIES =
      Set.of("functions", "log-polynomial", "dijet", "dilepton", "own");
  private static final Set<String> SIGNALS =
      Set.of("strongest", "bumps", "dips", "interferences", "nothing");

  /** Least content and dynamic range of dijet and lepton-pair spectra. */
  private static final double[] DIJETS = {1, 3};

  private static final double[] LEPTONS = {0.05, 30};

  public TrainingConfig {
    modes = List.copyOf(modes);
    generators = new EnumMap<>(generators);
  }

  /**
   * Reads a configuration.
   *
   * @throws org.dipscope.core.problem.ProblemException with line and key if it is not understood
   */
  public static TrainingConfig read(Path file, CancelToken token) {
    return of(TreeReader.json(file, false, token).getFirst(), file, token);
  }

  /**
   * Reads a configuration that is not, or not yet, a file.
   *
   * @param place where the file would be: paths in it start from there
   * @throws org.dipscope.core.problem.ProblemException with line and key if it is not understood
   */
  public static TrainingConfig parse(String text, Path place, CancelToken token) {
    String name = String.valueOf(place.getFileName());
    return of(TreeReader.jsonText(name, text, token).getFirst(), place, token);
  }

  private static TrainingConfig of(Cursor root, Path file, CancelToken token) {
    requireKnown(root, KEYS);
    List<Mode> modes = modes(root);
    EndpointPrior contents = contents(root);
    Map<Mode, GeneratorSettings> generators = new EnumMap<>(Mode.class);
    for (Mode mode : modes) {
      generators.put(mode, generator(root, mode, contents, file, token));
    }
    int batches = whole(root, "batches", 60_000, 1, 100_000_000);
    LearningRate rate =
        new LearningRate(
            real(root, "learningRate", 0.003, 0, 1),
            whole(root, "warmUp", 300, 0, 1_000_000),
            batches);
    return new TrainingConfig(
        network(root),
        whole(root, "channels", 48, 4, 512),
        modes,
        precision(root),
        whole(root, "seed", 1, 0, Integer.MAX_VALUE),
        whole(root, "batchSize", 128, 1, 65_536),
        rate,
        whole(root, "checkpointEvery", 500, 1, 1_000_000),
        whole(root, "validateEvery", 2000, 1, 1_000_000),
        whole(root, "validationHistograms", 2000, 10, 1_000_000),
        whole(root, "patience", 0, 0, 1_000_000),
        contents,
        generators);
  }

  private static NetworkKind network(Cursor root) {
    String name = root.find("network").map(Cursor::text).orElse("dipscope");
    for (NetworkKind kind : NetworkKind.values()) {
      if (kind.name().toLowerCase(Locale.ROOT).equals(name)) {
        return kind;
      }
    }
    throw root.get("network")
        .problem("\"" + name + "\" is no network.", "Write dipscope, bumpnet or znet3.");
  }

  private static List<Mode> modes(Cursor root) {
    String widths = root.find("widths").map(Cursor::text).orElse("both");
    return switch (widths) {
      case "1" -> List.of(Mode.NARROW);
      case "1-4" -> List.of(Mode.MIXED);
      case "both" -> List.of(Mode.NARROW, Mode.MIXED);
      default ->
          throw root.get("widths")
              .problem("\"" + widths + "\" is no choice of widths.", "Write 1, 1-4 or both.");
    };
  }

  private static Precision precision(Cursor root) {
    String name = root.find("precision").map(Cursor::text).orElse("single");
    return switch (name) {
      case "single" -> Precision.SINGLE;
      case "mixed" -> Precision.MIXED;
      default ->
          throw root.get("precision")
              .problem("\"" + name + "\" is no precision.", "Write single or mixed.");
    };
  }

  private static EndpointPrior contents(Cursor root) {
    double[] contents = pair(root, "contents", 10, 1e5);
    double ratio = real(root, "leastDynamicRange", 3, 1, Double.MAX_VALUE);
    return new EndpointPrior(contents[0], contents[1], ratio);
  }

  private static GeneratorSettings generator(
      Cursor root, Mode mode, EndpointPrior contents, Path file, CancelToken token) {
    double[] bins = pair(root, "bins", 30, 100);
    List<Mother> mothers = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    Map<String, Double> asked = weights(root);
    for (Map.Entry<String, Double> entry : asked.entrySet()) {
      if (entry.getValue() > 0) {
        mothers.add(
            switch (entry.getKey()) {
              case "functions" -> FunctionMother.anyOf(contents);
              case "log-polynomial" -> new LogPolynomialMother(contents);
              case "dijet" -> LogShapeMother.DIJET.of(reaching(contents, DIJETS));
              case "dilepton" -> LogShapeMother.DILEPTON.of(reaching(contents, LEPTONS));
              default -> OwnBackgrounds.read(root.get("ownBackgrounds"), file, token);
            });
        weights.add(entry.getValue());
      }
    }
    return new GeneratorSettings(
        (int) bins[0],
        (int) bins[1],
        mothers,
        Values.of(weights.stream().mapToDouble(w -> w).toArray()),
        signals(root, mode),
        mode.widths());
  }

  /** Spectra that fall below the least content but start within the contents. */
  private static EndpointPrior reaching(EndpointPrior contents, double[] leastAndRatio) {
    return new EndpointPrior(
        Math.min(leastAndRatio[0], contents.low()), contents.high(), leastAndRatio[1]);
  }

  private static Map<String, Double> weights(Cursor root) {
    if (!root.has("backgrounds")) {
      Map<String, Double> usual = new java.util.LinkedHashMap<>();
      usual.put("functions", 0.42);
      usual.put("log-polynomial", 0.42);
      usual.put("dijet", 0.06);
      usual.put("dilepton", 0.1);
      return usual;
    }
    Cursor families = root.get("backgrounds");
    requireKnown(families, FAMILIES);
    Map<String, Double> weights = new java.util.LinkedHashMap<>();
    families.entries().forEach((name, weight) -> weights.put(name, weight.number()));
    return weights;
  }

  private static SignalPrior signals(Cursor root, Mode mode) {
    List<Double> widths = java.util.Arrays.stream(mode.widths().toArray()).boxed().toList();
    if (!root.has("signals")) {
      return new SignalPrior(widths, 10, 0.8, 0.07, 0.05, 0.08);
    }
    Cursor signals = root.get("signals");
    requireKnown(signals, SIGNALS);
    return new SignalPrior(
        widths,
        real(signals, "strongest", 10, 0, 100),
        real(signals, "bumps", 0, 0, 1e9),
        real(signals, "dips", 0, 0, 1e9),
        real(signals, "interferences", 0, 0, 1e9),
        real(signals, "nothing", 0, 0, 1e9));
  }

  private static void requireKnown(Cursor place, Set<String> keys) {
    place
        .entries()
        .forEach(
            (key, value) -> {
              if (!keys.contains(key)) {
                throw value.problem(
                    "\"" + key + "\" is unknown here.",
                    "Use one of " + String.join(", ", keys.stream().sorted().toList()) + ".");
              }
            });
  }

  private static double[] pair(Cursor root, String key, double low, double high) {
    if (!root.has(key)) {
      return new double[] {low, high};
    }
    double[] values = root.get(key).numbers();
    if (values.length != 2 || !(values[0] > 0 && values[1] >= values[0])) {
      throw root.get(key)
          .problem("two positive numbers are expected, the smaller first.", "Write [30, 100].");
    }
    return values;
  }

  private static double real(Cursor root, String key, double usual, double low, double high) {
    if (!root.has(key)) {
      return usual;
    }
    double value = root.get(key).number();
    if (!(value >= low && value <= high)) {
      throw root.get(key)
          .problem(value + " is out of range.", "Give a number from " + low + " to " + high + ".");
    }
    return value;
  }

  private static int whole(Cursor root, String key, int usual, int low, int high) {
    if (!root.has(key)) {
      return usual;
    }
    double value = root.get(key).number();
    if (!(value >= low && value <= high) || value != Math.rint(value)) {
      throw root.get(key)
          .problem("a whole number from " + low + " to " + high + " is expected.", "Correct it.");
    }
    return (int) value;
  }
}
