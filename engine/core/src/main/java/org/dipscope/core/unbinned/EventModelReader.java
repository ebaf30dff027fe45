package org.dipscope.core.unbinned;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.fit.Experiment;
import org.dipscope.core.format.tree.Cursor;
import org.dipscope.core.histfactory.BinnedModel;
import org.dipscope.core.histfactory.Interpolation;
import org.dipscope.core.histfactory.ModelFiles;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.unbinned.Component.Variation;
import org.jspecify.annotations.Nullable;

/**
 * Reads models of single events, also together with binned channels.
 *
 * <pre>{@code
 * {"events":     {"file": "events.csv", "table"?: T},
 *  "reference"?: {"file": "reference.csv", "table"?: T, "weight"?: EXPR, "absolute"?: false},
 *  "poi"?: "mu", "bounds"?: [0, 10],
 *  "components": {NAME: {"yield": 18.0, "density": EXPR,
 *                        "morphing": WORD or {"constant"?, "root"?, "linear"?}}},
 *  "nuisances"?: [{"name": A, COMPONENT: {"up": 1.1, "down": 0.9,
 *                                         "shape"?: {"up": EXPR, "down": EXPR}}}],
 *  "renormalise"?: false,
 *  "workspace"?: "channels.json", "measurement"?: M}
 * }</pre>
 *
 * <p>Files are tables of any format that can be read; they lie in the folder of the model. EXPR is
 * a formula on their columns: of a component its density, or its ratio to a reference density that
 * is common to all; of a shape the density with the nuisance parameter at &plusmn;1 over the
 * nominal one. {@code up} and {@code down} are the factors on the yield there. Both are
 * interpolated by code 4, with a Gaussian constraint to 0 &plusmn; 1.
 *
 * <p>A component follows the strength by constant + root &radic;&mu; + linear &mu;, in words {@code
 * signal} (&mu;), {@code interference} (&radic;&mu;), {@code background} (1), or in the basis of
 * samples {@code signal-sample} (&mu; &minus; &radic;&mu;), {@code together-sample} (&radic;&mu;;
 * signal, background and interference as they are at &mu; = 1) and {@code background-sample} (1
 * &minus; &radic;&mu;).
 *
 * <p>The reference is a sample of the reference density, from which Asimov data and toys are drawn
 * by weights; its weights are scaled to the sum 1, or taken as they are if {@code absolute}. {@code
 * renormalise} divides the density by its integral over the reference.
 *
 * <p>{@code workspace} adds channels of a HistFactory workspace; parameters of the same name are
 * shared.
 */
public final class EventModelReader {
  private static final double HIGHEST = 10;
  private static final Map<String, Morphing> WORDS =
      Map.of(
          "signal", Morphing.SIGNAL,
          "interference", Morphing.INTERFERENCE,
          "background", Morphing.FIXED,
          "signal-sample", Morphing.BASIS_SIGNAL,
          "together-sample", Morphing.BASIS_TOGETHER,
          "background-sample", Morphing.BASIS_BACKGROUND);

  private final Path file;
  private final Cursor root;
  private final CancelToken token;
  private final Map<String, Cursor> components;
  private final List<Cursor> nuisances;

  private EventModelReader(Path file, Cursor root, CancelToken token) {
    this.file = file;
    this.root = root;
    this.token = token;
    components = root.get("components").entries();
    nuisances = root.items("nuisances");
  }

  /** Whether a document is such a model. */
  public static boolean isEventModel(Cursor root) {
    return root.has("events");
  }

  /**
   * Reads a document.
   *
   * @param file where it stands
   * @param interpolation between the templates of binned channels
   * @throws org.dipscope.core.problem.ProblemException with place and remedy if it breaks the rules
   * @throws java.util.concurrent.CancellationException if the token is cancelled meanwhile
   */
  public static Experiment read(
      Path file, Cursor root, Interpolation interpolation, CancelToken token) {
    return new EventModelReader(file, root, token).model(interpolation);
  }

  private Experiment model(Interpolation interpolation) {
    if (components.isEmpty()) {
      throw root.get("components").problem("there is no component.", "Give at least one.");
    }
    requireKnown(
        root,
        Set.of(
            "events",
            "reference",
            "poi",
            "bounds",
            "components",
            "nuisances",
            "renormalise",
            "workspace",
            "measurement"));
    String poi = root.has("poi") ? root.get("poi").text() : "mu";
    requireNuisances(poi);
    List<Component> list = new ArrayList<>();
    components.forEach((name, cursor) -> list.add(component(name, cursor)));
    Events observed = events(EventNumbers.open(file, root.get("events"), token), null);
    Events reference = root.has("reference") ? reference(root.get("reference")) : null;
    UnbinnedModel model = new UnbinnedModel(poi, highest(), list, observed, reference);
    if (root.isTrue("renormalise")) {
      if (reference == null) {
        throw root.get("renormalise")
            .problem("nothing is there to renormalise with.", "Add a \"reference\" sample.");
      }
      model = model.renormalised();
    }
    return root.has("workspace") ? joint(model, interpolation) : model;
  }

  private static void requireKnown(Cursor object, Set<String> known) {
    object
        .entries()
        .forEach(
            (key, value) -> {
              if (!known.contains(key)) {
                throw value.problem(
                    "\"" + key + "\" is unknown here.",
                    "Known are " + String.join(", ", known.stream().sorted().toList()) + ".");
              }
            });
  }

  private double highest() {
    if (!root.has("bounds")) {
      return HIGHEST;
    }
    double[] bounds = root.get("bounds").numbers();
    if (bounds.length != 2 || bounds[0] != 0 || !(bounds[1] > 0)) {
      throw root.get("bounds")
          .problem("the strength has other bounds than 0 and more.", "Give [0, HIGHEST].");
    }
    return bounds[1];
  }

  private void requireNuisances(String poi) {
    Set<String> names = new LinkedHashSet<>(List.of(poi));
    for (Cursor nuisance : nuisances) {
      String name = nuisance.get("name").text();
      if (name.isBlank() || !names.add(name)) {
        throw nuisance.problem(
            "the name \"" + name + "\" is empty or given twice.",
            "Give every nuisance, and the parameter of interest, a name of its own.");
      }
      Set<String> known = new LinkedHashSet<>(components.keySet());
      known.add("name");
      requireKnown(nuisance, known);
    }
  }

  private Component component(String name, Cursor cursor) {
    requireKnown(cursor, Set.of("yield", "density", "morphing"));
    List<Variation> variations = new ArrayList<>();
    for (Cursor nuisance : nuisances) {
      if (nuisance.has(name)) {
        Cursor varied = nuisance.get(name);
        requireKnown(varied, Set.of("up", "down", "shape"));
        variations.add(
            new Variation(
                nuisance.get("name").text(), factor(varied, "up"), factor(varied, "down")));
      }
    }
    double yield = cursor.get("yield").number();
    if (!Double.isFinite(yield)) {
      throw cursor.get("yield").problem("the yield is infinite.", "Give a finite number.");
    }
    return new Component(name, morphing(cursor.get("morphing")), yield, variations);
  }

  private static double factor(Cursor varied, String key) {
    if (!varied.has(key)) {
      return 1;
    }
    double factor = varied.get(key).number();
    if (!(factor > 0 && factor < Double.POSITIVE_INFINITY)) {
      throw varied.get(key).problem("the factor is " + factor + ".", "Give a number above 0.");
    }
    return factor;
  }

  private static Morphing morphing(Cursor cursor) {
    if (cursor.isMap()) {
      requireKnown(cursor, Set.of("constant", "root", "linear"));
      return new Morphing(
          coefficient(cursor, "constant"),
          coefficient(cursor, "root"),
          coefficient(cursor, "linear"));
    }
    Morphing morphing = WORDS.get(cursor.text());
    if (morphing == null) {
      throw cursor.problem(
          "the morphing \"" + cursor.text() + "\" is unknown.",
          "Words are "
              + String.join(", ", WORDS.keySet().stream().sorted().toList())
              + "; or give {\"constant\", \"root\", \"linear\"}.");
    }
    return morphing;
  }

  private static double coefficient(Cursor morphing, String key) {
    return morphing.has(key) ? morphing.get(key).number() : 0;
  }

  private Events reference(Cursor here) {
    requireKnown(here, Set.of("file", "table", "weight", "absolute"));
    EventNumbers numbers = EventNumbers.open(file, here, token);
    if (!here.has("weight")) {
      Events plain = events(numbers, null);
      return new Events(Values.constant(plain.count(), 1.0 / plain.count()), plain.components());
    }
    Values weights = numbers.of(here.get("weight"));
    double sum = here.isTrue("absolute") ? 1 : Arrays.stream(weights.toArray()).sum();
    if (!(sum > 0)) {
      throw here.get("weight").problem("the weights sum to " + sum + ".", "Give positive weights.");
    }
    return events(numbers, weights.map(w -> w / sum));
  }

  private Events events(EventNumbers numbers, @Nullable Values weights) {
    List<Events.Densities> densities = new ArrayList<>();
    components.forEach(
        (name, cursor) -> {
          List<Events.@Nullable Shape> shapes = new ArrayList<>();
          for (Cursor nuisance : nuisances) {
            if (nuisance.has(name)) {
              shapes.add(shape(numbers, nuisance.get(name)));
            }
          }
          densities.add(new Events.Densities(numbers.of(cursor.get("density")), shapes));
        });
    int count = densities.getFirst().density().size();
    return new Events(weights == null ? Values.constant(count, 1) : weights, densities);
  }

  private static Events.@Nullable Shape shape(EventNumbers numbers, Cursor varied) {
    if (!varied.has("shape")) {
      return null;
    }
    Cursor shape = varied.get("shape");
    return new Events.Shape(numbers.of(shape.get("up")), numbers.of(shape.get("down")));
  }

  private Experiment joint(UnbinnedModel model, Interpolation interpolation) {
    Path channels = EventNumbers.beside(file, root.get("workspace"));
    String measurement = root.text("measurement");
    BinnedModel binned =
        ModelFiles.read(channels, null, null, token)
            .model(measurement.isEmpty() ? null : measurement, interpolation);
    return JointModel.of(model, binned);
  }
}
