package org.dipscope.core.bump.generator;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * Mothers fitted to a user's own spectra: one of them is drawn, brought to the asked number of bins
 * by linear interpolation of ln b, and scaled by a factor between 1/2 and 2.
 */
public final class TemplateMother implements Mother {
  private final List<Values> templates;

  /**
   * From smooth backgrounds.
   *
   * @param templates at least one; positive, of at least two bins
   */
  public TemplateMother(List<Values> templates) {
    this.templates = List.copyOf(templates);
    if (templates.isEmpty()) {
      throw new ProblemException(
          Problem.usage("There is no background to draw from.", "Fit at least one spectrum."));
    }
    for (Values template : templates) {
      boolean positive = template.size() >= 2;
      for (int i = 0; i < template.size(); i++) {
        positive &= template.get(i) > 0 && Double.isFinite(template.get(i));
      }
      if (!positive) {
        throw new ProblemException(
            Problem.usage(
                "A background of " + template.size() + " bins is not positive everywhere.",
                "Give fitted backgrounds of at least two bins, all positive."));
      }
    }
  }

  @Override
  public String name() {
    return "own";
  }

  @Override
  public double[] draw(int bins, UniformRandomProvider random) {
    Values template = templates.get(random.nextInt(templates.size()));
    double factor = Math.pow(2, 2 * random.nextDouble() - 1);
    double ratio = (double) (template.size() - 1) / (bins - 1);
    double[] y = new double[bins];
    for (int i = 0; i < bins; i++) {
      double at = i * ratio;
      int k = Math.min((int) at, template.size() - 2);
      double part = at - k;
      y[i] =
          factor
              * Math.exp(
                  (1 - part) * Math.log(template.get(k)) + part * Math.log(template.get(k + 1)));
    }
    return y;
  }
}
