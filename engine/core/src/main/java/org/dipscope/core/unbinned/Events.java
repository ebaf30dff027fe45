package org.dipscope.core.unbinned;

import java.util.List;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What a likelihood needs to know of events: for each component in the order of the model the
 * density of every event, or its ratio to the reference, and how shapes vary.
 *
 * @param weights of the events; 1 for observed ones
 * @param components one per component of the model
 */
public record Events(Values weights, List<Densities> components) {

  /**
   * The densities of one component.
   *
   * @param density r<sub>j</sub>(x), one per event; of either sign
   * @param shapes one per variation of the component, null where the shape does not change
   */
  public record Densities(Values density, List<@Nullable Shape> shapes) {
    /** Takes the list as it is now. */
    public Densities {
      shapes = java.util.Collections.unmodifiableList(new java.util.ArrayList<>(shapes));
    }
  }

  /**
   * g(x, &plusmn;1): the varied density over the nominal one, interpolated per event by code 4.
   *
   * @param up at +1, positive
   * @param down at &minus;1, positive
   */
  public record Shape(Values up, Values down) {}

  /**
   * @throws ProblemException naming the component and event where numbers are missing or impossible
   */
  public Events {
    components = List.copyOf(components);
    int count = weights.size();
    for (int i = 0; i < count; i++) {
      if (!(weights.get(i) >= 0 && weights.get(i) < Double.POSITIVE_INFINITY)) {
        throw bad(
            "Event %d has the weight %s.".formatted(i + 1, weights.get(i)),
            "Weights are finite and not negative; reweight a positive sample where they are.");
      }
    }
    for (int j = 0; j < components.size(); j++) {
      Densities one = components.get(j);
      check(one.density(), count, j, false);
      for (Shape shape : one.shapes()) {
        if (shape != null) {
          check(shape.up(), count, j, true);
          check(shape.down(), count, j, true);
        }
      }
    }
    for (int i = 0; i < count; i++) {
      boolean isPossible = false;
      for (Densities one : components) {
        isPossible |= one.density().get(i) != 0;
      }
      if (!isPossible && weights.get(i) > 0) {
        throw bad(
            "Event %d has the density 0 in all components.".formatted(i + 1),
            "Leave out events that no component can produce.");
      }
    }
  }

  /** Observed events, each counted once. */
  public static Events observed(List<Densities> components) {
    int count = components.isEmpty() ? 0 : components.getFirst().density().size();
    return new Events(Values.constant(count, 1), components);
  }

  private static void check(Values values, int count, int component, boolean isRatio) {
    if (values.size() != count) {
      throw bad(
          "Component %d has %d densities for %d events."
              .formatted(component + 1, values.size(), count),
          "Give one number per event.");
    }
    for (int i = 0; i < count; i++) {
      double value = values.get(i);
      if (!Double.isFinite(value) || (isRatio && !(value > 0))) {
        throw bad(
            "Event %d has the %s %s in component %d."
                .formatted(i + 1, isRatio ? "shape ratio" : "density", value, component + 1),
            isRatio ? "Give finite ratios above 0." : "Give finite numbers.");
      }
    }
  }

  private static ProblemException bad(String message, String hint) {
    return new ProblemException(Problem.badInput(message, hint));
  }

  /** How many there are. */
  public int count() {
    return weights.size();
  }
}
