package org.dipscope.core.interval;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dipscope.core.fit.Experiment;
import org.dipscope.core.fit.FitParameter;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/** What a statistic asks of the parameter of interest. */
final class Hypotheses {
  private Hypotheses() {}

  /**
   * The experiment with the bounds that a statistic needs.
   *
   * @param warnings receives what a user should know
   * @throws ProblemException if there is no free parameter of interest
   */
  static Experiment prepared(Experiment experiment, TestStatistic statistic, Set<String> warnings) {
    if (experiment.poi() < 0) {
      throw new ProblemException(
          Problem.usage(
              "The model has no parameter of interest to test.",
              "Name one with --poi: a normfactor of the signal."));
    }
    FitParameter p = experiment.parameters().get(experiment.poi());
    if (p.fixed()) {
      throw new ProblemException(
          Problem.usage(
              "The parameter of interest " + p.name() + " is fixed.",
              "Release it, or name another one with --poi."));
    }
    if (statistic == TestStatistic.Q_MU && p.low() == 0) {
      warnings.add(
          p.name() + " is bounded at 0, where qmu is qtilde but for its distribution; use qtilde.");
    }
    if (statistic == TestStatistic.Q_MU_TILDE && p.low() < 0 && p.high() > 0) {
      warnings.add(p.name() + " may fall to " + p.low() + "; qtilde keeps its fit at 0 or above.");
      List<FitParameter> parameters = new ArrayList<>(experiment.parameters());
      parameters.set(experiment.poi(), p.within(0, p.high()));
      return experiment.with(parameters, experiment.poi());
    }
    return experiment;
  }
}
