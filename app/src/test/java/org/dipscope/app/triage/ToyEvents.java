package org.dipscope.app.triage;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Events in the text format of the Dark Machines challenges: falling spectra of jets and leptons,
 * and in some events a resonance of two jets.
 */
public final class ToyEvents {
  private static final String[] LEPTONS = {"e-", "e+", "m-", "m+"};

  private ToyEvents() {}

  /**
   * Writes a file.
   *
   * @param signalShare share of events with a resonance of 700 GeV
   */
  public static Path write(Path file, int events, double signalShare) throws IOException {
    SplittableRandom random = new SplittableRandom(5);
    try (BufferedWriter writer = Files.newBufferedWriter(file)) {
      for (int i = 0; i < events; i++) {
        StringBuilder line = new StringBuilder(i + ";toy;1;");
        line.append(number(20e3 - 30e3 * Math.log(random.nextDouble()))).append(";0.5;");
        if (random.nextDouble() < signalShare) {
          double half = 350e3 * (1 + 0.03 * random.nextGaussian());
          double phi = random.nextDouble(-3, 3);
          object(line, "j", half, 0.1, phi, 0);
          object(line, "j", half, -0.1, phi + Math.PI, 0);
        } else {
          int jets = 2 + random.nextInt(3);
          for (int jet = 0; jet < jets; jet++) {
            double mass = random.nextInt(12) == 0 ? 80e3 : 0;
            object(
                line,
                random.nextInt(6) == 0 ? "b" : "j",
                25e3 - 90e3 * Math.log(random.nextDouble()),
                random.nextDouble(-2.4, 2.4),
                random.nextDouble(-3, 3),
                mass);
          }
        }
        int leptons = random.nextInt(3) == 0 ? 1 + random.nextInt(2) : 0;
        for (int lepton = 0; lepton < leptons; lepton++) {
          object(
              line,
              LEPTONS[random.nextInt(4)],
              16e3 - 30e3 * Math.log(random.nextDouble()),
              random.nextDouble(-2.4, 2.4),
              random.nextDouble(-3, 3),
              0);
        }
        writer.write(line + "\n");
      }
    }
    return file;
  }

  private static void object(
      StringBuilder line, String mark, double pt, double eta, double phi, double mass) {
    double energy = Math.hypot(pt * Math.cosh(eta), mass);
    line.append(mark)
        .append(',')
        .append(number(energy))
        .append(',')
        .append(number(pt))
        .append(',')
        .append(number(eta))
        .append(',')
        .append(number(phi))
        .append(';');
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.6g", value);
  }
}
