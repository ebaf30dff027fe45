package org.dipscope.core.bump;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.dipscope.core.histogram.Binning;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Published spectra and reference curves beside the tests; PROVENANCE.md says where from. */
final class Spectra {
  static final JsonNode HGG = json("hgg_reference_z.json");

  private Spectra() {}

  static double[] hggCounts() {
    return column("atlas_hgg_2012_fig4a_unweighted.csv", 2);
  }

  static Binning hggBins() {
    return Binning.uniform(30, 100, 160);
  }

  static double[] hgg(String name) {
    double[] numbers = new double[HGG.get(name).size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = HGG.get(name).get(i).asDouble();
    }
    return numbers;
  }

  static Binning dileptonBins() {
    double[] low = column("atlas_dilepton_139fb_1903.06248.csv", 0);
    double[] high = column("atlas_dilepton_139fb_1903.06248.csv", 1);
    double[] edges = java.util.Arrays.copyOf(low, low.length + 1);
    edges[low.length] = high[low.length - 1];
    return Binning.of(edges);
  }

  static double[] dileptonCounts(boolean electrons) {
    return column("atlas_dilepton_139fb_1903.06248.csv", electrons ? 2 : 3);
  }

  private static double[] column(String file, int column) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Spectra.class.getResourceAsStream(file)),
                StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .skip(1)
          .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[column]))
          .toArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode json(String file) {
    return new JsonMapper()
        .readTree(Objects.requireNonNull(Spectra.class.getResourceAsStream(file)));
  }
}
