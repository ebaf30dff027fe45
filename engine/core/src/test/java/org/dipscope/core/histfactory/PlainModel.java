package org.dipscope.core.histfactory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The rates and &lambda; of a workspace written down as they stand, bin by bin and modifier by
 * modifier, without any of the model's arrays.
 */
public final class PlainModel {
  private final Workspace workspace;
  private final Interpolation codes;

  /** A workspace without settings other than a luminosity of 1 &plusmn; 0.02. */
  public PlainModel(Workspace workspace, Interpolation codes) {
    this.workspace = workspace;
    this.codes = codes;
  }

  /** The expected events of a bin. */
  public double rate(Channel channel, int bin, Map<String, Double> values) {
    double total = 0;
    for (Sample sample : channel.samples()) {
      double nominal = sample.nominal().get(bin);
      double shifted = nominal;
      double factor = 1;
      int constrained = 0;
      for (Modifier modifier : sample.modifiers()) {
        String name = modifier.name();
        switch (modifier) {
          case Modifier.NormFactor _, Modifier.Lumi _ -> factor *= value(values, name);
          case Modifier.PowerFactor m -> factor *= Math.pow(value(values, name), m.power());
          case Modifier.NormSys m -> factor *= factor(m, value(values, name));
          case Modifier.HistoSys m ->
              shifted += shift(nominal, m.low().get(bin), m.high().get(bin), value(values, name));
          case Modifier.ShapeFactor _ -> factor *= value(values, name + "[" + bin + "]");
          case Modifier.StatError _ -> factor *= value(values, name + "[" + bin + "]");
          case Modifier.ShapeSys m -> {
            for (int i = 0; i < bin; i++) {
              constrained += m.uncertainty().get(i) > 0 ? 1 : 0;
            }
            factor *=
                m.uncertainty().get(bin) > 0 ? value(values, name + "[" + constrained + "]") : 1;
          }
        }
      }
      total += shifted * factor;
    }
    return total;
  }

  private static double value(Map<String, Double> values, String name) {
    return Objects.requireNonNull(values.get(name), name);
  }

  private double factor(Modifier.NormSys m, double alpha) {
    if (codes.isSmoothFactor()) {
      double[] out = new double[3];
      Factor.SixthOrder.of(m.high(), m.low()).evaluate(alpha, out, 0);
      return out[0];
    }
    return alpha >= 0 ? Math.pow(m.high(), alpha) : Math.pow(m.low(), -alpha);
  }

  private double shift(double nominal, double low, double high, double alpha) {
    double up = high - nominal;
    double down = nominal - low;
    if (!codes.isSmoothShape() || Math.abs(alpha) >= 1) {
      return alpha >= 0 ? alpha * up : alpha * down;
    }
    double a2 = alpha * alpha;
    return alpha * (up + down) / 2 + (up - down) / 16 * a2 * (15 + a2 * (-10 + 3 * a2));
  }

  /** &lambda; relative to the saturated model, from the rates and all constraints. */
  public double twiceNll(Map<String, Double> values) {
    double sum = 0;
    Map<String, double[]> pooled = new LinkedHashMap<>();
    for (Channel channel : workspace.channels()) {
      for (int i = 0; i < channel.bins(); i++) {
        sum += poisson(rate(channel, i, values), channel.observed().get(i));
      }
      for (Sample sample : channel.samples()) {
        for (Modifier modifier : sample.modifiers()) {
          sum += constraint(sample, modifier, values, pooled);
        }
      }
    }
    for (Map.Entry<String, double[]> bin : pooled.entrySet()) {
      double width = Math.sqrt(bin.getValue()[1]) / bin.getValue()[0];
      sum += Math.pow((value(values, bin.getKey()) - 1) / width, 2);
    }
    for (String alpha : values.keySet()) {
      sum += alpha.startsWith("alpha") ? Math.pow(value(values, alpha), 2) : 0;
    }
    return values.containsKey("lumi") ? sum + Math.pow((value(values, "lumi") - 1) / 0.02, 2) : sum;
  }

  private static double constraint(
      Sample sample, Modifier modifier, Map<String, Double> values, Map<String, double[]> pooled) {
    double sum = 0;
    if (modifier instanceof Modifier.ShapeSys m) {
      int at = 0;
      for (int i = 0; i < m.uncertainty().size(); i++) {
        if (m.uncertainty().get(i) > 0) {
          double tau = Math.pow(sample.nominal().get(i) / m.uncertainty().get(i), 2);
          sum += poisson(tau * value(values, m.name() + "[" + at++ + "]"), tau);
        }
      }
    }
    if (modifier instanceof Modifier.StatError m) {
      for (int i = 0; i < m.uncertainty().size(); i++) {
        double[] sums = pooled.computeIfAbsent(m.name() + "[" + i + "]", _ -> new double[2]);
        sums[0] += sample.nominal().get(i);
        sums[1] += m.uncertainty().get(i) * m.uncertainty().get(i);
      }
    }
    return sum;
  }

  private static double poisson(double nu, double n) {
    return 2 * (nu - n + (n > 0 ? n * Math.log(n / nu) : 0));
  }

  /** &lambda; with parameters in the order of a model. */
  public double twiceNll(List<String> names, double[] values) {
    Map<String, Double> named = new LinkedHashMap<>();
    for (int k = 0; k < values.length; k++) {
      named.put(names.get(k), values[k]);
    }
    return twiceNll(named);
  }
}
