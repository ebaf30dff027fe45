package org.dipscope.core.fit;

import java.util.ArrayList;
import java.util.List;

/**
 * How a fit moved and narrowed a constrained parameter.
 *
 * @param name of the parameter
 * @param pull (&theta;&#770; &minus; &theta;<sub>0</sub>) / &radic;C: in errors after the fit
 *     (ATLAS, arXiv:2412.01600)
 * @param shift (&theta;&#770; &minus; &theta;<sub>0</sub>) / &sigma;<sub>0</sub>: in errors before
 *     the fit
 * @param constraint &radic;C / &sigma;<sub>0</sub>: the error after over that before the fit
 */
public record Pull(String name, double pull, double shift, double constraint) {

  /** The pulls of all constrained parameters that are free. */
  public static List<Pull> of(FitResult result) {
    List<Pull> pulls = new ArrayList<>();
    for (int k = 0; k < result.problem().size(); k++) {
      FitParameter p = result.problem().parameters().get(k);
      Prior prior = p.prior();
      if (prior != null && !p.fixed()) {
        double moved = p.external(result.best().x()[k]) - prior.centre();
        double error = result.hesse().error(k);
        pulls.add(new Pull(p.name(), moved / error, moved / prior.width(), error / prior.width()));
      }
    }
    return List.copyOf(pulls);
  }
}
