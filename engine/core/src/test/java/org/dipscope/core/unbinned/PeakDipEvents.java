package org.dipscope.core.unbinned;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleBinaryOperator;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.math.GaussLegendre;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The closed-form densities of a resonance that interferes with a smooth background. */
record PeakDipEvents(JsonNode params, JsonNode nu, boolean withAngle) {

  static JsonNode golden(String name) {
    try (InputStream in =
        Objects.requireNonNull(PeakDipEvents.class.getResourceAsStream(name), name)) {
      return JsonMapper.shared().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static PeakDipEvents of(String name, boolean withAngle) {
    JsonNode model = golden("interference.json").get("models").get(name);
    return new PeakDipEvents(model.get("params"), model.get("nu"), withAngle);
  }

  /** Mass and angle of the events of a file. */
  static List<double[]> read(String name) {
    List<double[]> events = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    PeakDipEvents.class.getResourceAsStream("dataset_" + name + "_mu1.csv")),
                StandardCharsets.UTF_8))) {
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int comma = line.indexOf(',');
        events.add(
            new double[] {
              Double.parseDouble(line.substring(0, comma)),
              Double.parseDouble(line.substring(comma + 1))
            });
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return events;
  }

  private double p(String name) {
    return params.get(name).asDouble();
  }

  double yieldOf(String component) {
    return nu.get(component).asDouble();
  }

  /** The part of the range of the angle, of length 2, that a density is for. */
  private double measure() {
    return withAngle ? 0.5 : 1;
  }

  private double angular(double c) {
    return withAngle ? (1 + p("k") * c) / norm() : 1;
  }

  private double norm() {
    return Math.sqrt(1 + p("k") * p("k") / 3);
  }

  double signal(double m, double c) {
    double z = m - p("m0");
    double g = 0.5 * p("G");
    return measure() * p("a") * p("a") * g * g / (z * z + g * g);
  }

  double background(double m, double c) {
    double amplitude = (p("b0") + p("b1") * (m - p("m0"))) * angular(c);
    return measure() * amplitude * amplitude;
  }

  double interference(double m, double c) {
    double z = m - p("m0");
    double g = 0.5 * p("G");
    double both = z * Math.cos(p("phi")) + g * Math.sin(p("phi"));
    double plain = 2 * measure() * p("a") * g * (p("b0") + p("b1") * z) * both / (z * z + g * g);
    return plain * (withAngle ? angular(c) : 1 / norm());
  }

  /** Signal, interference and background as components with normalised densities. */
  UnbinnedModel model(List<double[]> observed, Events reference) {
    List<Component> components =
        List.of(
            new Component("S", Morphing.SIGNAL, yieldOf("S"), List.of()),
            new Component("I", Morphing.INTERFERENCE, yieldOf("I"), List.of()),
            new Component("B", Morphing.FIXED, yieldOf("B"), List.of()));
    Events events = events(observed, Values.constant(observed.size(), 1));
    return new UnbinnedModel(
        "mu", 8, components, events, reference.count() == 0 ? events : reference);
  }

  Events events(List<double[]> points, Values weights) {
    return new Events(
        weights,
        List.of(
            densities(points, this::signal, "S"),
            densities(points, this::interference, "I"),
            densities(points, this::background, "B")));
  }

  private Events.Densities densities(
      List<double[]> points, DoubleBinaryOperator density, String component) {
    double[] values =
        points.stream()
            .mapToDouble(x -> density.applyAsDouble(x[0], x[1]) / yieldOf(component))
            .toArray();
    return new Events.Densities(Values.of(values), Collections.emptyList());
  }

  /** A rule that integrates over mass and angle, as a reference sample of flat density. */
  Events rule(int panels, int angles) {
    GaussLegendre mass = GaussLegendre.ofPoints(8);
    GaussLegendre angle = GaussLegendre.ofPoints(withAngle ? angles : 1);
    List<double[]> points = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    double step = 500.0 / panels;
    for (int panel = 0; panel < panels; panel++) {
      for (int i = 0; i < mass.points(); i++) {
        for (int j = 0; j < angle.points(); j++) {
          double m = 300 + step * (panel + 0.5 + 0.5 * mass.node(i));
          points.add(new double[] {m, angle.node(j)});
          weights.add(0.5 * step * mass.weight(i) * angle.weight(j) * (withAngle ? 1 : 0.5));
        }
      }
    }
    return events(points, Values.of(weights.stream().mapToDouble(Double::doubleValue).toArray()));
  }

  static Events none() {
    return new Events(Values.EMPTY, List.of());
  }
}
