package org.dipscope.core.format.pyhf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dipscope.core.format.AnnotatedHistogram;
import org.dipscope.core.format.ErrorSource;
import org.dipscope.core.format.tree.Cursor;
import org.dipscope.core.histogram.Axis;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Values;

/**
 * The channels of a workspace (pyhf schema 1.0.0) as histograms over the bin number, since it has
 * no edges. Each modifier that shifts yields is a named error: staterror and shapesys per bin,
 * histosys by its two templates, normsys by its two factors, lumi by the width of its constraint.
 */
final class PyhfWorkspace {
  private final Cursor root;
  private final Map<String, double[]> observations = new LinkedHashMap<>();
  private final List<AnnotatedHistogram> histograms = new ArrayList<>();

  PyhfWorkspace(Cursor root) {
    this.root = root;
    read();
  }

  static boolean isWorkspace(Cursor document) {
    return document.has("channels") && document.has("observations");
  }

  List<AnnotatedHistogram> histograms() {
    return histograms;
  }

  private void read() {
    for (Cursor observation : root.get("observations").items()) {
      String channel = observation.get("name").text();
      if (observations.putIfAbsent(channel, observation.get("data").numbers()) != null) {
        throw observation.problem(
            "the observations of channel " + channel + " are given twice.", "Remove one of them.");
      }
    }
    Set<String> seen = new HashSet<>();
    for (Cursor channel : root.get("channels").items()) {
      String name = channel.get("name").text();
      if (!seen.add(name)) {
        throw channel.problem("two channels have the name " + name + ".", "Rename one of them.");
      }
      channel(channel, name);
    }
  }

  private void channel(Cursor channel, String name) {
    double[] observed = observations.get(name);
    int bins = observed == null ? -1 : observed.length;
    Set<String> seen = new HashSet<>();
    for (Cursor sample : channel.get("samples").items()) {
      String title = sample.get("name").text();
      if (!seen.add(title)) {
        throw sample.problem(
            "two samples of channel %s have the name %s.".formatted(name, title),
            "Rename one of them; pyhf would silently mix their modifiers.");
      }
      double[] data = sample.get("data").numbers();
      if ((bins >= 0 && data.length != bins) || data.length == 0) {
        throw sample.problem(
            "sample %s of channel %s has %d bins, expected %s."
                .formatted(title, name, data.length, bins < 0 ? "at least 1" : bins),
            "All samples and the observations of a channel have the same number of bins.");
      }
      bins = data.length;
      histograms.add(sample(name + "/" + title, sample, data));
    }
    if (observed == null) {
      throw channel.problem(
          "channel " + name + " has no observations.", "Add them under \"observations\".");
    }
    Values counts = Values.of(observed);
    ErrorSource poisson = ErrorSource.symmetric("stat", counts.map(n -> Math.sqrt(Math.abs(n))));
    String title = name + (seen.contains("observed") ? "/observed data" : "/observed");
    histograms.add(
        AnnotatedHistogram.of(
            title, List.of(axis(bins)), counts, "", List.of(poisson), Map.of("Value", "events")));
  }

  private static Axis axis(int bins) {
    return new Axis("bin", "", Binning.uniform(bins, 0, bins));
  }

  private AnnotatedHistogram sample(String name, Cursor sample, double[] data) {
    List<ErrorSource> errors = new ArrayList<>();
    for (Cursor modifier : sample.items("modifiers")) {
      String label = modifier.get("name").text();
      switch (modifier.get("type").text()) {
        case "staterror", "shapesys" -> {
          double[] sizes = sized(modifier, modifier.get("data"), data.length);
          errors.add(ErrorSource.symmetric(label, Values.of(sizes)));
        }
        case "histosys" -> {
          Cursor templates = modifier.get("data");
          double[] low = sized(modifier, templates.get("lo_data"), data.length);
          double[] high = sized(modifier, templates.get("hi_data"), data.length);
          errors.add(new ErrorSource(label, minus(low, data), minus(high, data)));
        }
        case "normsys" -> {
          Cursor factors = modifier.get("data");
          errors.add(
              new ErrorSource(
                  label,
                  scaled(data, factors.get("lo").number() - 1),
                  scaled(data, factors.get("hi").number() - 1)));
        }
        case "lumi" -> errors.add(ErrorSource.symmetric(label, scaled(data, width(label))));
        case "normfactor", "shapefactor" -> {}
        default ->
            throw modifier.problem(
                "modifier %s has the unknown type %s."
                    .formatted(label, modifier.get("type").text()),
                "Types are normfactor, normsys, histosys, shapesys, staterror, shapefactor, lumi.");
      }
    }
    return AnnotatedHistogram.of(
        name, List.of(axis(data.length)), Values.of(data), "", errors, Map.of("Value", "events"));
  }

  private static double[] sized(Cursor modifier, Cursor data, int bins) {
    double[] numbers = data.numbers();
    if (numbers.length != bins) {
      throw data.problem(
          "modifier %s has %d bins, expected %d."
              .formatted(modifier.get("name").text(), numbers.length, bins),
          "Modifiers have one number per bin of their sample.");
    }
    return numbers;
  }

  private static Values minus(double[] varied, double[] nominal) {
    double[] shift = varied.clone();
    Arrays.setAll(shift, i -> varied[i] - nominal[i]);
    return Values.of(shift);
  }

  private static Values scaled(double[] data, double factor) {
    return Values.of(data).map(content -> content * factor);
  }

  /** The relative width of the luminosity in the first measurement that states it, or 0. */
  private double width(String parameter) {
    for (Cursor measurement : root.items("measurements")) {
      for (Cursor settings : measurement.get("config").items("parameters")) {
        if (settings.text("name").equals(parameter) && settings.has("sigmas")) {
          double[] sigmas = settings.get("sigmas").numbers();
          return sigmas.length == 0 ? 0 : sigmas[0];
        }
      }
    }
    return 0;
  }
}
