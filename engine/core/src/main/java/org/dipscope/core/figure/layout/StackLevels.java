package org.dipscope.core.figure.layout;

import java.util.ArrayList;
import java.util.List;
import org.dipscope.core.figure.Stack;

/** Running sums of a stack from its lowest layer up. */
final class StackLevels {
  private StackLevels() {}

  /** Returns the upper height of each layer, in layer order (the top of the stack first). */
  static List<double[]> of(Stack stack) {
    int bins = Math.max(0, stack.edges().size() - 1);
    double[] sum = new double[bins];
    List<double[]> levels = new ArrayList<>();
    for (Stack.Layer layer : stack.layers().reversed()) {
      for (int i = 0; i < bins; i++) {
        double content = layer.contents().get(i);
        sum[i] += Double.isFinite(content) ? content : 0;
      }
      levels.add(sum.clone());
    }
    return levels.reversed();
  }
}
