package org.dipscope.neural.significance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.format.tree.Cursor;
import org.dipscope.core.format.tree.TreeReader;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is known of a network besides its parameters.
 *
 * @param kind its architecture
 * @param channels width of our own architecture
 * @param modes for which widths it was trained
 * @param seed of its training
 * @param histograms seen in training
 * @param leastBins smallest number of bins in training
 * @param mostBins largest number of bins
 * @param lowestContent smallest expected content of a first or last bin
 * @param highestContent largest one
 */
public record NetworkInfo(
    NetworkKind kind,
    int channels,
    List<Mode> modes,
    long seed,
    long histograms,
    int leastBins,
    int mostBins,
    double lowestContent,
    double highestContent) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  public NetworkInfo {
    modes = List.copyOf(modes);
  }

  /** As JSON. */
  String json() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("network", kind.name().toLowerCase(Locale.ROOT));
    tree.put("channels", channels);
    tree.put("modes", modes.stream().map(mode -> mode.name().toLowerCase(Locale.ROOT)).toList());
    tree.put("seed", seed);
    tree.put("histograms", histograms);
    tree.put("bins", new int[] {leastBins, mostBins});
    tree.put("contents", new double[] {lowestContent, highestContent});
    return MAPPER.writeValueAsString(tree);
  }

  /**
   * From JSON.
   *
   * @param name of the file, for messages
   */
  static NetworkInfo parse(String json, String name) {
    try {
      Cursor root = TreeReader.yamlText(name, json, new CancelToken()).getFirst();
      double[] bins = root.get("bins").numbers();
      double[] contents = root.get("contents").numbers();
      List<Mode> modes = new ArrayList<>();
      for (Cursor mode : root.items("modes")) {
        modes.add(Mode.valueOf(mode.text().toUpperCase(Locale.ROOT)));
      }
      return new NetworkInfo(
          NetworkKind.valueOf(root.text("network").toUpperCase(Locale.ROOT)),
          (int) root.get("channels").number(),
          modes,
          (long) root.get("seed").number(),
          (long) root.get("histograms").number(),
          (int) bins[0],
          (int) bins[1],
          contents[0],
          contents[1]);
    } catch (IllegalArgumentException | IndexOutOfBoundsException unknown) {
      throw new ProblemException(
          Problem.badInput(
              "The network file " + name + " describes a network that this version does not know.",
              "Update Dipscope, or choose another network."),
          unknown);
    }
  }

  /** How this histogram differs from what the network was trained on; empty if it does not. */
  public List<String> warnings(double[] counts) {
    List<String> warnings = new ArrayList<>();
    int bins = counts.length;
    if (bins < leastBins || bins > mostBins) {
      warnings.add(
          "%d bins are outside the %d to %d bins of the training."
              .formatted(bins, leastBins, mostBins));
    }
    double high = 0;
    int few = 0;
    for (double n : counts) {
      high = Math.max(high, n);
      few += n < lowestContent ? 1 : 0;
    }
    if (high > 1.5 * highestContent) {
      warnings.add(
          "The largest bin holds %.3g entries, the training went up to %.3g."
              .formatted(high, highestContent));
    }
    if (few > bins / 4) {
      warnings.add(
          "%d of %d bins hold fewer than %.3g entries, where training was sparse."
              .formatted(few, bins, lowestContent));
    }
    return warnings;
  }
}
