package org.dipscope.core.bump;

import org.dipscope.core.bump.generator.SignalInjection;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.math.Normal;

/**
 * A Gaussian signal, or a dip of that shape, that is added to a spectrum to see what is made of it.
 *
 * @param mass its centre, in the unit of the axis
 * @param sigma its width &sigma;, in the unit of the axis, positive
 * @param z its significance over the known background without fluctuation; negative for a dip
 */
public record InjectedSignal(double mass, double sigma, double z) {

  /**
   * What is added, and how significant that is.
   *
   * @param events per bin, negative in a dip
   * @param z less than what was asked for where a dip would need more events than there are
   */
  public record Added(Values events, double z) {}

  /**
   * The events that the signal adds over a background: A times the Gaussian integrated over the
   * bins, with A such that &radic;(2 &Sigma;[(b + As) ln(1 + As/b) &minus; As]) = |z| (G. Cowan et
   * al., Eur. Phys. J. C 71 (2011) 1554, eq. 97, for every bin).
   *
   * @param background expected events per bin
   */
  public Added over(Binning binning, Values background) {
    double[] shape = new double[binning.count()];
    for (int i = 0; i < shape.length; i++) {
      double low = (binning.low(i) - mass) / sigma;
      double high = (binning.high(i) - mass) / sigma;
      boolean isNear = low < SignalShape.REACH_SIGMA && high > -SignalShape.REACH_SIGMA;
      shape[i] = isNear && background.get(i) > 0 ? Normal.between(low, high) : 0;
    }
    double[] positive = background.map(b -> b > 0 ? b : 1).toArray();
    double reached = SignalInjection.scale(shape, positive, z);
    return new Added(Values.of(reached == 0 ? new double[shape.length] : shape), reached);
  }
}
