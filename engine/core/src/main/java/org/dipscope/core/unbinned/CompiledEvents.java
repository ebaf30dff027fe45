package org.dipscope.core.unbinned;

import java.util.ArrayList;
import java.util.List;
import org.dipscope.core.histfactory.Factor;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Events ready to be evaluated. Immutable, shared by likelihoods of several threads. */
final class CompiledEvents {
  private final double[][] density;
  private final List<List<Factor @Nullable []>> shapes = new ArrayList<>();
  private final double[] floor;

  CompiledEvents(List<Component> components, Events events) {
    if (events.components().size() != components.size()) {
      throw new ProblemException(
          Problem.badInput(
              "The events have densities of %d components, the model has %d."
                  .formatted(events.components().size(), components.size()),
              "Give the densities of every component in its order."));
    }
    int count = events.count();
    density = new double[components.size()][];
    floor = new double[count];
    for (int j = 0; j < density.length; j++) {
      Events.Densities own = events.components().get(j);
      density[j] = own.density().toArray();
      int variations = components.get(j).variations().size();
      if (own.shapes().size() != variations) {
        throw new ProblemException(
            Problem.badInput(
                "The component %s has %d variations, its events have %d shapes."
                    .formatted(components.get(j).name(), variations, own.shapes().size()),
                "Give a shape, or none, for every variation."));
      }
      List<Factor @Nullable []> compiled = new ArrayList<>();
      for (Events.Shape shape : own.shapes()) {
        compiled.add(shape == null ? null : compile(shape, count));
      }
      shapes.add(compiled);
      double yield = Math.abs(components.get(j).yield());
      for (int i = 0; i < count; i++) {
        floor[i] += LogDensity.FLOOR * yield * Math.abs(density[j][i]);
      }
    }
    for (int i = 0; i < count; i++) {
      floor[i] = Math.max(floor[i], Double.MIN_NORMAL);
    }
  }

  private static Factor[] compile(Events.Shape shape, int count) {
    Factor[] factors = new Factor[count];
    for (int i = 0; i < count; i++) {
      factors[i] = Factor.SixthOrder.of(shape.up().get(i), shape.down().get(i));
    }
    return factors;
  }

  double density(int component, int event) {
    return density[component][event];
  }

  boolean hasShape(int component, int variation) {
    return shapes.get(component).get(variation) != null;
  }

  Factor shape(int component, int variation, int event) {
    Factor[] factors = shapes.get(component).get(variation);
    if (factors == null) {
      return Factor.ONE;
    }
    return factors[event];
  }

  /** The density of an event below which it counts as impossible. */
  double floor(int event) {
    return floor[event];
  }
}
