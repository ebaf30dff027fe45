package org.dipscope.core.unbinned;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * One term of the density.
 *
 * @param name unique in the model
 * @param morphing f<sub>j</sub>(&mu;)
 * @param yield &nu;<sub>j</sub>, the events it stands for at f = 1; negative for a destructive
 *     interference
 * @param variations how nuisance parameters act on it, each at most once
 */
public record Component(String name, Morphing morphing, double yield, List<Variation> variations) {

  /**
   * The rate of a component with a nuisance parameter at &plusmn;1, interpolated by code 4; shapes
   * stand with the events.
   *
   * @param nuisance its name
   * @param up factor at +1, positive
   * @param down factor at &minus;1, positive
   */
  public record Variation(String nuisance, double up, double down) {

    /**
     * @throws ProblemException if a factor is not positive
     */
    public Variation {
      if (!(up > 0 && down > 0 && Double.isFinite(up) && Double.isFinite(down))) {
        throw new ProblemException(
            Problem.badInput(
                "The nuisance parameter %s varies a rate by %s and %s."
                    .formatted(nuisance, up, down),
                "Give two finite factors above 0."));
      }
    }
  }

  /**
   * @throws ProblemException if the yield is not finite, or a nuisance parameter appears twice
   */
  public Component {
    variations = List.copyOf(variations);
    Set<String> names = new HashSet<>();
    for (Variation variation : variations) {
      if (!names.add(variation.nuisance())) {
        throw new ProblemException(
            Problem.badInput(
                "Two variations of the component %s follow %s."
                    .formatted(name, variation.nuisance()),
                "Combine them, or name two nuisance parameters."));
      }
    }
    if (!Double.isFinite(yield)) {
      throw new ProblemException(
          Problem.badInput(
              "The component " + name + " has the yield " + yield + ".", "Give a finite number."));
    }
  }
}
