package org.dipscope.core.event;

import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates an expression on whole batches. It owns its buffers, so it belongs to one thread. What
 * stands several times in the tree, such as the momentum of an object, is computed once.
 */
public final class Evaluator {

  /** One step that fills or hands out arrays. */
  @FunctionalInterface
  interface Step {
    EventValues run(EventBatch batch, long firstEvent);
  }

  private final Complaint complaint;
  private final IdentityHashMap<Node, Once> steps = new IdentityHashMap<>();
  private final Step step;
  private long batches;

  Evaluator(Complaint complaint, Node root) {
    this.complaint = complaint;
    this.step = step(root);
  }

  /**
   * The values for the events of a batch.
   *
   * @param batch holds the columns of {@link Expression#columns()}, in that order
   * @param firstEvent number of its first event in the table, for complaints
   * @throws org.dipscope.core.problem.ProblemException if lists that are combined have different
   *     numbers of elements in an event
   */
  public EventValues evaluate(EventBatch batch, long firstEvent) {
    batches++;
    return step.run(batch, firstEvent);
  }

  /** A step that runs once per batch. */
  private final class Once implements Step {
    private final Step step;
    private long done;
    private @Nullable EventValues values;

    Once(Step step) {
      this.step = step;
    }

    @Override
    public EventValues run(EventBatch batch, long firstEvent) {
      EventValues known = values;
      if (known == null || done != batches) {
        known = step.run(batch, firstEvent);
        values = known;
        done = batches;
      }
      return known;
    }
  }

  private Once step(Node node) {
    Once known = steps.get(node);
    if (known == null) {
      known = new Once(compile(node));
      steps.put(node, known);
    }
    return known;
  }

  private Step compile(Node node) {
    Buffer buffer = new Buffer();
    return switch (node) {
      case Node.Literal literal ->
          (batch, first) ->
              new EventValues(buffer.constant(batch.size(), literal.value()), batch.size(), null);
      case Node.Column column -> ListSteps.column(column, buffer);
      case Node.Row row -> ListSteps.row(row, buffer);
      case Node.Negation negation -> negation(step(negation.of()), buffer);
      case Node.Not not -> not(step(not.of()), buffer);
      case Node.Binary binary -> binary(binary, buffer);
      case Node.Call call -> call(call, buffer);
      case Node.Reduced reduced -> ListSteps.reduced(reduced, step(reduced.of()), buffer);
      case Node.Element element ->
          ListSteps.element(step(element.of()), step(element.index()), buffer);
      case Node.Selection selection ->
          ListSteps.selection(
              step(selection.of()),
              step(selection.mask()),
              Alignment.of(complaint, selection.mask().at(), 2),
              buffer);
      case Node.Sorted sorted -> ListSteps.sorted(step(sorted.of()), buffer);
      case Node.Momentum object -> throw new IllegalStateException("object at " + object.at());
    };
  }

  private static Step negation(Step of, Buffer buffer) {
    return (batch, first) -> {
      EventValues in = of.run(batch, first);
      double[] values = in.values();
      double[] out = buffer.of(in.length());
      for (int i = 0; i < in.length(); i++) {
        out[i] = -values[i];
      }
      return new EventValues(out, in.length(), in.offsets());
    };
  }

  private static Step not(Step of, Buffer buffer) {
    return (batch, first) -> {
      EventValues in = of.run(batch, first);
      double[] values = in.values();
      double[] out = buffer.of(in.length());
      for (int i = 0; i < in.length(); i++) {
        out[i] = values[i] > 0 ? 0 : 1;
      }
      return new EventValues(out, in.length(), in.offsets());
    };
  }

  private Step binary(Node.Binary binary, Buffer buffer) {
    List<Node> operands = List.of(binary.left(), binary.right());
    return aligned(
        binary.at(),
        operands,
        buffer,
        (values, out, length) -> binary.operator().apply(values[0], values[1], out, length));
  }

  private Step call(Node.Call call, Buffer buffer) {
    return aligned(call.at(), call.arguments(), buffer, call.function()::apply);
  }

  @FunctionalInterface
  private interface Columns {
    void apply(double[][] values, double[] out, int length);
  }

  private Step aligned(int at, List<Node> operands, Buffer buffer, Columns function) {
    List<Once> steps = operands.stream().map(this::step).toList();
    EventValues[] values = new EventValues[steps.size()];
    Alignment alignment = Alignment.of(complaint, at, operands.size());
    return (batch, first) -> {
      for (int i = 0; i < values.length; i++) {
        values[i] = steps.get(i).run(batch, first);
      }
      alignment.align(values, batch.size(), first);
      int length = alignment.length();
      double[] out = buffer.of(length);
      function.apply(alignment.values(), out, length);
      return new EventValues(out, length, alignment.offsets());
    };
  }
}
