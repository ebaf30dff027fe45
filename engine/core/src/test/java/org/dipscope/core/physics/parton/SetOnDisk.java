package org.dipscope.core.physics.parton;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.StringJoiner;

/** Writes small LHAPDF6 sets for tests. */
final class SetOnDisk {
  static final String INFO =
      """
      SetDesc: "A set for tests: two columns, made up"
      Format: lhagrid1
      NumMembers: 1
      Particle: 2212
      OrderQCD: 0
      NumFlavors: 5
      MCharm: 1.4
      MBottom: 4.75
      MTop: 172.5
      MZ: 91.1876
      AlphaS_MZ: 0.118
      AlphaS_OrderQCD: 0
      AlphaS_Type: ode
      """;
  static final String HEADER = "PdfType: central\nFormat: lhagrid1\n---\n";

  private SetOnDisk() {}

  /** x·f as a function of parton, x and Q. */
  interface Function {
    double xf(int pid, double x, double qGeV);
  }

  static Path write(Path parent, String name, String info, String... members) {
    try {
      Path folder = Files.createDirectories(parent.resolve(name));
      Files.writeString(folder.resolve(name + ".info"), info);
      for (int i = 0; i < members.length; i++) {
        String file = String.format(Locale.ROOT, "%s_%04d.dat", name, i);
        Files.writeString(folder.resolve(file), members[i]);
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String grid(double[] x, double[] q, int[] pids, Function function) {
    StringBuilder text = new StringBuilder();
    text.append(words(x)).append('\n').append(words(q)).append('\n');
    StringJoiner ids = new StringJoiner(" ", "", "\n");
    Arrays.stream(pids).forEach(pid -> ids.add(Integer.toString(pid)));
    text.append(ids);
    for (double oneX : x) {
      for (double oneQ : q) {
        double[] row = Arrays.stream(pids).mapToDouble(p -> function.xf(p, oneX, oneQ)).toArray();
        text.append(words(row)).append('\n');
      }
    }
    return text.append("---\n").toString();
  }

  static double[] geometric(double low, double high, int count) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = low * Math.pow(high / low, (double) i / (count - 1));
    }
    values[count - 1] = high;
    return values;
  }

  private static String words(double[] values) {
    StringJoiner words = new StringJoiner(" ");
    Arrays.stream(values).forEach(v -> words.add(Double.toString(v)));
    return words.toString();
  }
}
