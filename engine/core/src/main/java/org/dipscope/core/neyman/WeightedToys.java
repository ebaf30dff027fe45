package org.dipscope.core.neyman;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Statistics of experiments with the weights that they have at one strength. */
final class WeightedToys {
  private static final int FIRST = 64;

  private final double[][] statistic;
  private double[] weight = new double[FIRST];
  private int size;

  WeightedToys(int statistics) {
    statistic = new double[statistics][FIRST];
  }

  /** Adds the experiment at a place of its statistics. */
  void add(double[][] values, int place, double itsWeight) {
    if (size == weight.length) {
      weight = Arrays.copyOf(weight, 2 * size);
      for (int j = 0; j < statistic.length; j++) {
        statistic[j] = Arrays.copyOf(statistic[j], 2 * size);
      }
    }
    for (int j = 0; j < statistic.length; j++) {
      statistic[j][size] = values[j][place];
    }
    weight[size++] = itsWeight;
  }

  /** The quantile of one statistic over several such sets. */
  static CriticalValue quantile(List<WeightedToys> sets, int which, double level) {
    int size = sets.stream().mapToInt(set -> set.size).sum();
    double[] values = new double[size];
    double[] weights = new double[size];
    int at = 0;
    for (WeightedToys set : sets) {
      System.arraycopy(set.statistic[which], 0, values, at, set.size);
      System.arraycopy(set.weight, 0, weights, at, set.size);
      at += set.size;
    }
    int[] order =
        IntStream.range(0, size)
            .boxed()
            .sorted((a, b) -> Double.compare(values[a], values[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    double total = Arrays.stream(weights).sum();
    int rank = rank(order, weights, level * total);
    double value = values[order[rank]];
    double variance = 0;
    for (int i = 0; i < size; i++) {
      double off = weights[i] / total * ((values[i] <= value ? 1 : 0) - level);
      variance += off * off;
    }
    double deviation = Math.sqrt(variance);
    int below = rank(order, weights, (level - deviation) * total);
    int above = rank(order, weights, (level + deviation) * total);
    return new CriticalValue(value, 0.5 * (values[order[above]] - values[order[below]]));
  }

  /** The first place up to which the weights reach a sum. */
  private static int rank(int[] order, double[] weights, double sum) {
    double reached = 0;
    for (int i = 0; i < order.length; i++) {
      reached += weights[order[i]];
      if (reached >= sum * (1 - 1e-12)) {
        return i;
      }
    }
    return order.length - 1;
  }
}
