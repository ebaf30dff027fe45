package org.dipscope.core.selection;

import java.util.Arrays;
import org.dipscope.core.histogram.Binning;

/**
 * Sums of weights and of their squares in one histogram; only the bins between the outermost
 * entries are held. Each sum carries what its last digit lost (D. E. Knuth, The Art of Computer
 * Programming 2, §4.2.2), so that it does not depend on the order in which events arrive.
 */
final class WeightSums implements Entries {
  private static final int SLACK = 8;

  /** Sum, its rest, sum of squares, its rest. */
  private static final int NUMBERS = 4;

  private final Binning axis;
  private int first;
  private double[] sums = new double[0];

  WeightSums(Binning axis) {
    this.axis = axis;
  }

  @Override
  public Binning axis() {
    return axis;
  }

  @Override
  public boolean add(double mass, double weight) {
    int bin = axis.indexOf(mass);
    if (bin < 0) {
      return false;
    }
    makeRoom(bin);
    int at = NUMBERS * (bin - first);
    add(at, weight);
    add(at + 2, weight * weight);
    return true;
  }

  private void makeRoom(int bin) {
    int bins = sums.length / NUMBERS;
    if (bins == 0) {
      first = Math.max(0, bin - SLACK / 2);
      sums = new double[NUMBERS * SLACK];
    } else if (bin < first) {
      int more = Math.min(first, first - bin + SLACK);
      double[] wider = new double[sums.length + NUMBERS * more];
      System.arraycopy(sums, 0, wider, NUMBERS * more, sums.length);
      sums = wider;
      first -= more;
    } else if (bin >= first + bins) {
      sums = Arrays.copyOf(sums, NUMBERS * (bin - first + 1 + SLACK));
    }
  }

  private void add(int at, double value) {
    double before = sums[at];
    double sum = before + value;
    double added = sum - before;
    sums[at] = sum;
    sums[at + 1] += (before - (sum - added)) + (value - added);
  }

  @Override
  public double get(int bin) {
    return at(bin, 0);
  }

  @Override
  public double squares(int bin) {
    return at(bin, 2);
  }

  private double at(int bin, int which) {
    int place = NUMBERS * (bin - first) + which;
    return bin >= first && place < sums.length ? sums[place] + sums[place + 1] : 0;
  }
}
