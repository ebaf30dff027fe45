package org.dipscope.core.unbinned;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.math.GaussLegendre;

/**
 * A resonance that interferes with a smooth background, in closed form, over a mass and an angle.
 * With z = m &minus; m<sub>0</sub> and g = &Gamma;/2 the amplitudes are M<sub>s</sub> = a g
 * e<sup>i&phi;</sup>/(z + ig) and M<sub>b</sub> = (b<sub>0</sub> + b<sub>1</sub>z)(1 + kc)/N with N
 * = &radic;(1 + k&sup2;/3); the density of events in mass and angle c &isin; [&minus;1, 1] is
 * &frac12; |&radic;&mu; M<sub>s</sub> + M<sub>b</sub>|&sup2; = &mu;S + &radic;&mu; I + B. Made for
 * this project, to see what a summary of the events loses; densities are per GeV.
 *
 * @param mass m<sub>0</sub> in GeV
 * @param width &Gamma; in GeV
 * @param strength a
 * @param phase &phi;
 * @param level b<sub>0</sub>
 * @param slope b<sub>1</sub> per GeV
 * @param angular k
 * @param low smallest mass in GeV
 * @param high largest mass in GeV
 */
public record PeakDip(
    double mass,
    double width,
    double strength,
    double phase,
    double level,
    double slope,
    double angular,
    double low,
    double high) {
  private static final int PER_PANEL = 8;

  /** A wide resonance that digs so deep that several strengths explain the same spectrum. */
  public static final PeakDip DEGENERATE =
      new PeakDip(500, 160, 0.45, -0.5 * Math.PI, 0.45, -0.0005, 0.6, 300, 800);

  /**
   * One event.
   *
   * @param mass in GeV
   * @param angle c
   */
  public record Event(double mass, double angle) {}

  /** 66 events of {@link #DEGENERATE} at the strength 1. */
  public static List<Event> degenerateEvents() {
    List<Event> events = new ArrayList<>();
    try (InputStream stream =
            Objects.requireNonNull(
                PeakDip.class.getResourceAsStream("dataset_degenerate_mu1.csv"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int comma = line.indexOf(',');
        events.add(
            new Event(
                Double.parseDouble(line.substring(0, comma)),
                Double.parseDouble(line.substring(comma + 1))));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return events;
  }

  private double g() {
    return 0.5 * width;
  }

  private double norm() {
    return Math.sqrt(1 + angular * angular / 3);
  }

  /** dS/dm, the angle integrated out. */
  double signal(double m) {
    double z = m - mass;
    return strength * strength * g() * g() / (z * z + g() * g());
  }

  /** dB/dm. */
  double background(double m) {
    double amplitude = level + slope * (m - mass);
    return amplitude * amplitude;
  }

  /** dI/dm. */
  double interference(double m) {
    double z = m - mass;
    double both = z * Math.cos(phase) + g() * Math.sin(phase);
    double amplitude = level + slope * z;
    return 2 * strength * g() * amplitude * both / (z * z + g() * g()) / norm();
  }

  /** How the density of the background follows the angle; its mean is 1. */
  private double backgroundShape(double c) {
    double amplitude = (1 + angular * c) / norm();
    return amplitude * amplitude;
  }

  /** How that of the interference does; its mean is 1. */
  private double interferenceShape(double c) {
    return 1 + angular * c;
  }

  /** Signal, interference and background in equal bins of the mass, one row each. */
  public double[][] bins(int count) {
    double[][] rows = new double[3][count];
    for (int i = 0; i < count; i++) {
      double from = low - mass + (high - low) * i / count;
      double to = low - mass + (high - low) * (i + 1) / count;
      rows[0][i] = signalBelow(to) - signalBelow(from);
      rows[1][i] = interferenceBelow(to) - interferenceBelow(from);
      rows[2][i] = backgroundBelow(to) - backgroundBelow(from);
    }
    return rows;
  }

  private double signalBelow(double z) {
    return strength * strength * g() * Math.atan(z / g());
  }

  private double backgroundBelow(double z) {
    return level * level * z + level * slope * z * z + slope * slope * z * z * z / 3;
  }

  private double interferenceBelow(double z) {
    double cos = Math.cos(phase);
    double sin = Math.sin(phase);
    double atan = Math.atan(z / g());
    double sum =
        slope * cos * (z - g() * atan)
            + 0.5 * (level * cos + slope * g() * sin) * Math.log(z * z + g() * g())
            + level * sin * atan;
    return 2 * strength * g() / norm() * sum;
  }

  /** How many events fall into equal bins of the mass. */
  public double[] counts(List<Event> events, int bins) {
    double[] counts = new double[bins];
    for (Event event : events) {
      int bin = (int) ((event.mass() - low) / (high - low) * bins);
      if (bin >= 0 && bin < bins) {
        counts[bin]++;
      }
    }
    return counts;
  }

  /**
   * The unbinned model of some events, with a Gauss&ndash;Legendre rule as its reference sample.
   *
   * @param withAngle whether the likelihood sees the angle
   * @param largest the largest strength
   * @param panels of eight masses for the reference
   * @param angles for the reference, if it is seen
   */
  public UnbinnedModel model(
      List<Event> observed, boolean withAngle, double largest, int panels, int angles) {
    double[][] total = bins(1);
    List<Component> components =
        List.of(
            new Component("signal", Morphing.SIGNAL, total[0][0], List.of()),
            new Component("interference", Morphing.INTERFERENCE, total[1][0], List.of()),
            new Component("background", Morphing.FIXED, total[2][0], List.of()));
    Events events = events(observed, Values.constant(observed.size(), 1), withAngle, total);
    return new UnbinnedModel(
        "mu", largest, components, events, rule(withAngle, panels, angles, total));
  }

  private Events rule(boolean withAngle, int panels, int angles, double[][] total) {
    GaussLegendre masses = GaussLegendre.ofPoints(PER_PANEL);
    GaussLegendre cosines = GaussLegendre.ofPoints(withAngle ? angles : 1);
    List<Event> points = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    double step = (high - low) / panels;
    for (int panel = 0; panel < panels; panel++) {
      for (int i = 0; i < PER_PANEL; i++) {
        double m = low + step * (panel + 0.5 + 0.5 * masses.node(i));
        for (int j = 0; j < cosines.points(); j++) {
          points.add(new Event(m, cosines.node(j)));
          weights.add(0.5 * step * masses.weight(i) * 0.5 * cosines.weight(j));
        }
      }
    }
    double[] each = weights.stream().mapToDouble(Double::doubleValue).toArray();
    return events(points, Values.of(each), withAngle, total);
  }

  private Events events(List<Event> points, Values weights, boolean withAngle, double[][] total) {
    int n = points.size();
    double[][] density = new double[3][n];
    for (int i = 0; i < n; i++) {
      double m = points.get(i).mass();
      double c = points.get(i).angle();
      density[0][i] = signal(m) / total[0][0];
      density[1][i] = interference(m) * (withAngle ? interferenceShape(c) : 1) / total[1][0];
      density[2][i] = background(m) * (withAngle ? backgroundShape(c) : 1) / total[2][0];
    }
    List<Events.Densities> components = new ArrayList<>();
    for (double[] one : density) {
      components.add(new Events.Densities(Values.of(one), List.of()));
    }
    return new Events(weights, components);
  }
}
