package org.dipscope.core.event;

import java.util.Arrays;
import java.util.List;

/** Evaluates an expression on whole batches; owns its buffers, so it belongs to one thread. */
public final class Evaluator {

  /** One step that fills or hands out an array. */
  @FunctionalInterface
  private interface Step {
    double[] run(double[][] columns, int size);
  }

  private final Step step;

  Evaluator(Node root) {
    this.step = compile(root);
  }

  /**
   * The values for the events of a batch; conditions yield 1 or 0.
   *
   * @param columns the columns of {@link Expression#columns()}, in that order
   * @param size number of events, at most {@link EventBatch#LARGEST}
   * @return an array that is valid until the next call
   */
  public double[] evaluate(double[][] columns, int size) {
    return step.run(columns, size);
  }

  private static Step compile(Node node) {
    double[] out = new double[node instanceof Node.Column ? 0 : EventBatch.LARGEST];
    return switch (node) {
      case Node.Literal literal -> {
        Arrays.fill(out, literal.value());
        yield (columns, size) -> out;
      }
      case Node.Column column -> (columns, size) -> columns[column.slot()];
      case Node.Negation negation -> {
        Step of = compile(negation.of());
        yield (columns, size) -> {
          double[] values = of.run(columns, size);
          for (int i = 0; i < size; i++) {
            out[i] = -values[i];
          }
          return out;
        };
      }
      case Node.Not not -> {
        Step of = compile(not.of());
        yield (columns, size) -> {
          double[] values = of.run(columns, size);
          for (int i = 0; i < size; i++) {
            out[i] = values[i] == 0 ? 1 : 0;
          }
          return out;
        };
      }
      case Node.Binary binary -> {
        Step left = compile(binary.left());
        Step right = compile(binary.right());
        yield (columns, size) -> {
          binary.operator().apply(left.run(columns, size), right.run(columns, size), out, size);
          return out;
        };
      }
      case Node.Call call -> {
        List<Step> steps = call.arguments().stream().map(Evaluator::compile).toList();
        double[][] arguments = new double[steps.size()][];
        yield (columns, size) -> {
          for (int i = 0; i < arguments.length; i++) {
            arguments[i] = steps.get(i).run(columns, size);
          }
          call.function().apply(arguments, out, size);
          return out;
        };
      }
    };
  }
}
