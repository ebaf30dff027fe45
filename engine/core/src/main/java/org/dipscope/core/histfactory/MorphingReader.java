package org.dipscope.core.histfactory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dipscope.core.format.tree.Cursor;
import org.dipscope.core.histogram.Values;

/**
 * Reads interference models {@code {"bins", "observed"?, "nuisances"?, "poi"?, "axis"?}} as
 * workspaces of one channel.
 *
 * <p>{@code bins} has {@code background} and either {@code signal} with an optional {@code
 * interference} &ndash; &nu; = &mu;S + &radic;&mu; I + B, parameter {@code mu} &ndash; or any of
 * {@code res}, {@code pos} and {@code neg} &ndash; &nu; = g&#8308; R + g&sup2; (P &minus; N) + B,
 * parameter {@code g}: resonance, and the positive and negative parts of the interference, all with
 * contents of either sign allowed as they stand (CMS-HIG-17-027, section 7).
 *
 * <p>A nuisance is {@code {"name", "type": "norm" | "shape", COMPONENT: {"up", "down"}}} with a
 * Gaussian constraint to 0 &plusmn; 1: for {@code norm} two factors, interpolated as normsys; for
 * {@code shape} two templates of the component, interpolated as histosys.
 */
final class MorphingReader {
  private static final Map<String, Double> STRENGTH_POWERS =
      Map.of("signal", 1.0, "interference", 0.5);
  private static final Map<String, Double> COUPLING_POWERS =
      Map.of("res", 4.0, "pos", 2.0, "neg", 2.0);

  private MorphingReader() {}

  /** Whether the document is such a model. */
  static boolean isMorphing(Cursor root) {
    return root.has("bins");
  }

  static Workspace read(Cursor root) {
    Cursor bins = root.get("bins");
    Map<String, double[]> components = new LinkedHashMap<>();
    bins.entries().forEach((name, cursor) -> components.put(name, cursor.numbers()));
    boolean isCoupling = COUPLING_POWERS.keySet().stream().anyMatch(components::containsKey);
    Set<String> allowed = new LinkedHashSet<>(List.of("background"));
    allowed.addAll(isCoupling ? List.of("res", "pos", "neg") : List.of("signal", "interference"));
    int size = bins.get(isCoupling ? "background" : "signal").items().size();
    components.forEach(
        (name, contents) -> {
          Cursor here = bins.get(name);
          if (!allowed.contains(name)) {
            throw here.problem(
                "the component " + name + " is unknown here.",
                "Components are background with signal and interference, or with res, pos and"
                    + " neg.");
          }
          if (contents.length != size || size == 0) {
            throw here.problem(
                "%s has %d bins, expected %d.".formatted(name, contents.length, Math.max(1, size)),
                "All components have one number per bin.");
          }
        });
    bins.get("background");
    String poi = isCoupling ? "g" : "mu";
    List<Cursor> nuisances = nuisances(root, allowed, poi);
    List<Sample> samples = new ArrayList<>();
    components.forEach(
        (name, contents) -> samples.add(sample(name, contents, poi, isCoupling, nuisances)));
    Channel channel = new Channel("bins", samples, observed(root, size), axis(root, size));
    return new Workspace(
        root.file(), List.of(channel), List.of(new Measurement("model", poi, List.of())));
  }

  private static Values observed(Cursor root, int size) {
    if (!root.has("observed")) {
      return Values.EMPTY;
    }
    Cursor observed = root.get("observed");
    double[] counts = observed.numbers();
    List<Cursor> items = observed.items();
    if (counts.length != size) {
      throw observed.problem(
          "there are %d observed counts for %d bins.".formatted(counts.length, size),
          "Give one count per bin.");
    }
    for (int i = 0; i < size; i++) {
      if (counts[i] < 0) {
        throw items
            .get(i)
            .problem("the observed count is " + counts[i] + ".", "Counts are 0 or more.");
      }
    }
    return Values.of(counts);
  }

  private static @org.jspecify.annotations.Nullable ChannelAxis axis(Cursor root, int size) {
    if (!root.has("axis")) {
      return null;
    }
    Cursor axis = root.get("axis");
    double[] edges = axis.get("edges").numbers();
    for (int i = 0; i < edges.length; i++) {
      if (edges.length != size + 1 || (i > 0 && !(edges[i] > edges[i - 1]))) {
        throw axis.problem(
            "the edges do not fit the bins.", "Give ascending edges, one more than bins.");
      }
    }
    return new ChannelAxis(Values.of(edges), axis.text("label"), axis.text("unit"));
  }

  private static List<Cursor> nuisances(Cursor root, Set<String> components, String poi) {
    List<Cursor> nuisances =
        root.has("nuisances")
            ? List.copyOf(WorkspaceReader.named(root.get("nuisances"), "nuisance").values())
            : List.of();
    for (Cursor nuisance : nuisances) {
      String type = nuisance.get("type").text();
      if (!type.equals("norm") && !type.equals("shape")) {
        throw nuisance.problem(
            "the type of the nuisance is " + type + ".", "Types are norm and shape.");
      }
      if (nuisance.get("name").text().equals(poi)) {
        throw nuisance.problem(
            poi + " is the parameter of interest.", "Give the nuisance another name.");
      }
      for (String key : nuisance.entries().keySet()) {
        if (!key.equals("name") && !key.equals("type") && !components.contains(key)) {
          throw nuisance.problem(
              "the nuisance varies the unknown component " + key + ".",
              "Components here: " + String.join(", ", components) + ".");
        }
      }
    }
    return nuisances;
  }

  private static Sample sample(
      String name, double[] contents, String poi, boolean isCoupling, List<Cursor> nuisances) {
    double sign = name.equals("neg") ? -1 : 1;
    List<Modifier> modifiers = new ArrayList<>();
    Double power = (isCoupling ? COUPLING_POWERS : STRENGTH_POWERS).get(name);
    if (power != null) {
      modifiers.add(new Modifier.PowerFactor(poi, power));
    }
    for (Cursor nuisance : nuisances) {
      nuisance
          .find(name)
          .ifPresent(varied -> modifiers.add(modifier(nuisance, varied, contents.length, sign)));
    }
    return new Sample(name, Values.of(contents).map(c -> sign * c), modifiers);
  }

  private static Modifier modifier(Cursor nuisance, Cursor varied, int bins, double sign) {
    String name = nuisance.get("name").text();
    if (nuisance.get("type").text().equals("norm")) {
      return new Modifier.NormSys(name, factor(varied, "down"), factor(varied, "up"));
    }
    return new Modifier.HistoSys(
        name, template(varied, "down", bins, sign), template(varied, "up", bins, sign));
  }

  private static double factor(Cursor varied, String key) {
    double factor = varied.get(key).number();
    if (!(factor > 0 && factor < Double.POSITIVE_INFINITY)) {
      throw varied.get(key).problem("the factor is " + factor + ".", "Give a number above 0.");
    }
    return factor;
  }

  private static Values template(Cursor varied, String key, int bins, double sign) {
    double[] contents = varied.get(key).numbers();
    if (contents.length != bins) {
      throw varied
          .get(key)
          .problem(
              "the template has %d bins, expected %d.".formatted(contents.length, bins),
              "Give one number per bin.");
    }
    return Values.of(contents).map(c -> sign * c);
  }
}
