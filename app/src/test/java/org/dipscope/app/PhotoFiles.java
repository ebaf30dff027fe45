package org.dipscope.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.dipscope.core.format.root.RootWriter;
import org.dipscope.core.histogram.Axis;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Histogram;
import org.dipscope.core.histogram.Values;

/** Files for pictures of the data screen. */
final class PhotoFiles {
  private PhotoFiles() {}

  static List<Path> in(Path folder) throws IOException {
    Path root = folder.resolve("ttbar_l+jets_13TeV_full_selection_v7.root");
    SplittableRandom random = new SplittableRandom(7);
    List<Histogram> histograms = new ArrayList<>();
    histograms.add(mass("resolved/electron/m_tt", 60_000, random));
    histograms.add(mass("resolved/electron/m_tt_up", 45_000, random));
    histograms.add(mass("resolved/muon/m_tt_muon", 52_000, random));
    histograms.add(
        mass(
            "boosted/a_very_long_name_of_a_systematic_variation_of_the_jet_energy_scale",
            900,
            random));
    histograms.add(map(random));
    RootWriter.write(root, histograms);
    Path events = folder.resolve("events.csv");
    StringBuilder text = new StringBuilder("m_tt [GeV],eta,phi,jets,weight,is_signal\n");
    for (int i = 0; i < 20_000; i++) {
      double m = 345 - 160 * Math.log(1 - random.nextDouble());
      text.append(
          String.format(
              Locale.ROOT,
              "%s,%.3f,%.3f,%d,%.4f,%d%n",
              i % 50 == 0 ? "NaN" : String.format(Locale.ROOT, "%.3f", m),
              1.2 * random.nextGaussian(),
              2 * Math.PI * random.nextDouble() - Math.PI,
              3 + random.nextInt(1, 5) * random.nextInt(2),
              0.8 + 0.4 * random.nextDouble(),
              random.nextInt(2)));
    }
    Files.writeString(events, text);
    Files.writeString(folder.resolve("broken.root"), "root, but cut off");
    return List.of(events, root);
  }

  private static Histogram mass(String name, int events, SplittableRandom random) {
    double[] edges = new double[48];
    for (int i = 0; i < edges.length; i++) {
      edges[i] = 325 + 25 * i;
    }
    Binning bins = Binning.of(edges);
    double[] counts = new double[bins.count()];
    int above = 0;
    for (int i = 0; i < events; i++) {
      int bin = bins.indexOf(345 - 160 * Math.log(1 - random.nextDouble()));
      if (bin >= 0) {
        counts[bin]++;
      } else {
        above++;
      }
    }
    Values contents = Values.of(counts);
    Values errors = contents.map(Math::sqrt);
    return new Histogram(
        name,
        List.of(new Axis("m_tt", "GeV", bins)),
        contents,
        errors,
        errors,
        0,
        above,
        contents.sum());
  }

  private static Histogram map(SplittableRandom random) {
    Binning eta = Binning.uniform(50, -2.5, 2.5);
    Binning phi = Binning.uniform(64, -3.2, 3.2);
    double[] counts = new double[50 * 64];
    for (int i = 0; i < 200_000; i++) {
      int x = eta.indexOf(1.1 * random.nextGaussian());
      int y = phi.indexOf(6.28 * random.nextDouble() - 3.14);
      if (x >= 0 && y >= 0) {
        counts[64 * x + y]++;
      }
    }
    Values contents = Values.of(counts);
    Values errors = contents.map(Math::sqrt);
    return new Histogram(
        "maps/eta_phi",
        List.of(new Axis("eta", "", eta), new Axis("phi", "rad", phi)),
        contents,
        errors,
        errors,
        0,
        0,
        contents.sum());
  }

  static void damage(List<Path> files) {
    try {
      Files.setLastModifiedTime(files.getFirst(), FileTime.fromMillis(1_000_000_000));
      Files.delete(files.getLast());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
