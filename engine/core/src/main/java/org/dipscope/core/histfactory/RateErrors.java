package org.dipscope.core.histfactory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.fit.FitParameter;
import org.dipscope.core.fit.Hesse;
import org.dipscope.core.fit.Prior;
import org.dipscope.core.histogram.Values;
import org.jspecify.annotations.Nullable;

/**
 * How far the expected events of every bin may be off: &sigma;<sub>i</sub>&sup2; =
 * &Sigma;<sub>kl</sub> &rho;<sub>kl</sub> &Delta;<sub>ik</sub> &Delta;<sub>il</sub> with
 * &Delta;<sub>ik</sub> = &frac12; [&nu;<sub>i</sub>(&theta;<sub>k</sub> + &sigma;<sub>k</sub>)
 * &minus; &nu;<sub>i</sub>(&theta;<sub>k</sub> &minus; &sigma;<sub>k</sub>)], all other parameters
 * held; shifts end at the bounds.
 */
public final class RateErrors {
  private final BinnedModel model;
  private final double[] x;
  private final List<Shift> shifts = new ArrayList<>();

  /** What one parameter does to the bins on which it acts. */
  private record Shift(int parameter, int[] bins, double[] half) {}

  private RateErrors(BinnedModel model, double[] x) {
    this.model = model;
    this.x = x;
  }

  /**
   * Before a fit: &sigma; from the constraints, no correlations; parameters without constraint and
   * fixed ones contribute nothing.
   *
   * @param x internal coordinates
   * @throws java.util.concurrent.CancellationException if the token is cancelled meanwhile
   */
  public static Values before(BinnedModel model, double[] x, CancelToken token) {
    RateErrors errors = new RateErrors(model, x);
    for (int k = 0; k < x.length; k++) {
      token.throwIfCancelled();
      FitParameter p = model.parameters().get(k);
      Prior prior = p.prior();
      if (prior != null && !p.fixed()) {
        errors.shift(k, prior.width());
      }
    }
    return errors.combined(null);
  }

  /**
   * After a fit: &sigma; and &rho; from the curvature at its minimum; parameters without finite
   * error contribute nothing.
   *
   * @param x internal coordinates
   * @throws java.util.concurrent.CancellationException if the token is cancelled meanwhile
   */
  public static Values after(BinnedModel model, double[] x, Hesse hesse, CancelToken token) {
    RateErrors errors = new RateErrors(model, x);
    for (int k = 0; k < x.length; k++) {
      token.throwIfCancelled();
      double sigma = hesse.error(k);
      if (sigma > 0 && sigma < Double.POSITIVE_INFINITY) {
        errors.shift(k, sigma);
      }
    }
    return errors.combined(hesse);
  }

  private void shift(int k, double sigma) {
    double[] up = model.rates(moved(k, sigma));
    double[] down = model.rates(moved(k, -sigma));
    int[] bins = new int[up.length];
    double[] half = new double[up.length];
    int count = 0;
    for (int i = 0; i < up.length; i++) {
      if (up[i] != down[i]) {
        bins[count] = i;
        half[count++] = 0.5 * (up[i] - down[i]);
      }
    }
    shifts.add(new Shift(k, Arrays.copyOf(bins, count), Arrays.copyOf(half, count)));
  }

  private double[] moved(int k, double by) {
    FitParameter p = model.parameters().get(k);
    double[] moved = x.clone();
    moved[k] = p.internal(Math.clamp(p.external(x[k]) + by, p.low(), p.high()));
    return moved;
  }

  /** Bin by bin, so that parameters of single bins cost little more than their number. */
  private Values combined(@Nullable Hesse hesse) {
    int bins = model.binCount();
    List<List<Double>> half = new ArrayList<>();
    List<List<Integer>> who = new ArrayList<>();
    for (int i = 0; i < bins; i++) {
      half.add(new ArrayList<>());
      who.add(new ArrayList<>());
    }
    for (Shift shift : shifts) {
      for (int j = 0; j < shift.bins().length; j++) {
        half.get(shift.bins()[j]).add(shift.half()[j]);
        who.get(shift.bins()[j]).add(shift.parameter());
      }
    }
    double[] errors = new double[bins];
    for (int i = 0; i < bins; i++) {
      errors[i] = Math.sqrt(Math.max(0, variance(half.get(i), who.get(i), hesse)));
    }
    return Values.of(errors);
  }

  private static double variance(List<Double> half, List<Integer> who, @Nullable Hesse hesse) {
    double sum = 0;
    for (int a = 0; a < half.size(); a++) {
      sum += half.get(a) * half.get(a);
      for (int b = 0; b < a && hesse != null; b++) {
        double rho = hesse.correlation(who.get(a), who.get(b));
        sum += Double.isNaN(rho) ? 0 : 2 * rho * half.get(a) * half.get(b);
      }
    }
    return sum;
  }
}
