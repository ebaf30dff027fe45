package org.dipscope.core.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.dipscope.core.histogram.Axis;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Values;

/** Histograms with all that makes them hard to write: gaps, odd names, tiny and huge numbers. */
final class RandomHistograms {
  private static final List<String> NAMES =
      List.of(
          "h", "dir/sub/h", "/REF/x-y", "m tt", "m(tt̄), \"x\"", "a: b #c", " blank ", "1.5", "");
  private static final List<String> WORDS =
      List.of("", "m_tt", "m(tt̄) \"low\"", "p_{T}, all", "count", "#: odd", "x [y", "dσ/dm");
  private static final List<String> UNITS = List.of("", "GeV", "pb/GeV", "10**6 * x", "µm");
  private static final List<String> LABELS =
      List.of("stat", "sys,lumi", "JES \"up\"", "5", "α_s", "", "stat", "norm -");

  private final SplittableRandom random;

  RandomHistograms(long seed) {
    random = new SplittableRandom(seed);
  }

  /** A few histograms with names that differ and are not directories of one another. */
  List<AnnotatedHistogram> several(int mostAxes) {
    List<AnnotatedHistogram> all = new ArrayList<>();
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      String name = one(NAMES);
      boolean taken = all.stream().anyMatch(other -> other.histogram().name().endsWith(name));
      all.add(histogram(taken || i > 0 ? name + "-" + i : name, 1 + random.nextInt(mostAxes)));
    }
    return all;
  }

  private AnnotatedHistogram histogram(String name, int dimensions) {
    List<Axis> axes = new ArrayList<>();
    int bins = 1;
    for (int i = 0; i < dimensions; i++) {
      Binning binning = binning(dimensions == 1 ? 12 : 4);
      axes.add(new Axis(one(WORDS), one(UNITS), binning));
      bins *= binning.count();
    }
    Values contents = numbers(bins, true);
    List<ErrorSource> sources = new ArrayList<>();
    int named = random.nextInt(4);
    for (int i = 0; i < named; i++) {
      sources.add(source(one(LABELS), bins));
    }
    Map<String, String> notes = new LinkedHashMap<>();
    if (random.nextBoolean()) {
      notes.put(AnnotatedHistogram.TITLE, "a title: with = signs");
      notes.put("RE", "P P --> TOP: X");
      notes.put(AnnotatedHistogram.VALUE, "N(events)");
    }
    AnnotatedHistogram histogram =
        AnnotatedHistogram.of(name, axes, contents, one(UNITS), sources, notes);
    Values low = numbers(bins, false);
    histogram =
        switch (random.nextInt(named == 0 ? 3 : 6)) {
          case 0 -> histogram.withErrors(low, low);
          case 1 -> histogram.withErrors(low, numbers(bins, false));
          case 2 -> {
            Values roots = contents.map(content -> Math.sqrt(Math.abs(content)));
            yield histogram.withErrors(roots, roots);
          }
          default -> histogram;
        };
    if (dimensions == 1 && random.nextBoolean()) {
      histogram = histogram.withFlow(number(true), number(true));
    }
    return random.nextInt(4) == 0 ? histogram.withSumOfWeights(number(true)) : histogram;
  }

  private ErrorSource source(String label, int bins) {
    Values up = numbers(bins, random.nextInt(3) == 0);
    Values down =
        random.nextBoolean() ? up.map(shift -> -shift) : numbers(bins, random.nextInt(3) == 0);
    return new ErrorSource(label, down, up);
  }

  private Binning binning(int most) {
    int count = 1 + random.nextInt(most);
    if (random.nextInt(3) == 0) {
      return Binning.uniform(count, -random.nextDouble(), 1 + 1000 * random.nextDouble());
    }
    double[] edges = new double[count + 1];
    edges[0] = random.nextInt(4) == 0 ? -1e300 : 400 * random.nextDouble() - 200;
    for (int i = 1; i <= count; i++) {
      double width = 0.001 + 50 * random.nextDouble();
      edges[i] = Math.max(edges[i - 1] + width, Math.nextUp(edges[i - 1]));
    }
    return Binning.of(edges);
  }

  private Values numbers(int count, boolean signed) {
    double[] numbers = new double[count];
    Arrays.setAll(numbers, i -> random.nextInt(8) == 0 ? Double.NaN : number(signed));
    return Values.of(numbers);
  }

  private double number(boolean signed) {
    double size =
        switch (random.nextInt(6)) {
          case 0 -> 0;
          case 1 -> random.nextInt(1_000_000);
          case 2 -> Math.abs(Double.longBitsToDouble(random.nextLong() & 0x7FEFFFFFFFFFFFFFL));
          case 3 -> Double.MIN_VALUE * random.nextInt(1, 5);
          default -> Math.exp(20 * random.nextDouble() - 10);
        };
    return signed && size != 0 && random.nextInt(3) == 0 ? -size : size;
  }

  private <T> T one(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
