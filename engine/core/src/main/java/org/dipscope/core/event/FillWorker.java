package org.dipscope.core.event;

import java.util.ArrayList;
import java.util.List;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Evaluates batches of events and fills them into the histograms of a chunk; for one thread. */
final class FillWorker {
  private final FillPlan plan;
  private final List<Evaluator> evaluators = new ArrayList<>();
  private final double[][][] columns;
  private final int[][] @Nullable [] offsets;
  private final int[][] slots;
  private final EventValues[] values;
  private final List<Alignment> alignments = new ArrayList<>();
  private final List<EventValues[]> operands = new ArrayList<>();
  private List<FillTarget> targets;

  FillWorker(FillPlan plan) {
    this.plan = plan;
    this.targets = plan.targets();
    int count = plan.expressions().size();
    columns = new double[count][][];
    offsets = new int[count][][];
    slots = new int[count][];
    values = new EventValues[count];
    for (int e = 0; e < count; e++) {
      Expression expression = plan.expressions().get(e);
      evaluators.add(expression.evaluator());
      slots[e] = expression.columns().stream().mapToInt(plan.wanted()::indexOf).toArray();
      columns[e] = new double[slots[e].length][];
      offsets[e] = new int[slots[e].length][];
    }
    for (FillPlan.Entry entry : plan.entries()) {
      alignments.add(new Alignment(entry.places().size(), mismatch(plan, entry)));
      operands.add(new EventValues[entry.places().size()]);
    }
  }

  private static Alignment.Mismatch mismatch(FillPlan plan, FillPlan.Entry entry) {
    return (operand, event, expected, found) ->
        new ProblemException(
            Problem.badInput(
                "\"%s\" has %d elements in event %d (the first is 0), where \"%s\" has %d."
                    .formatted(
                        plan.expressions().get(entry.places().get(operand)).text(),
                        found,
                        event,
                        plan.expressions().get(entry.places().getFirst()).text(),
                        expected),
                "Use lists of the same objects, or one value per event."));
  }

  /** Evaluates all expressions for a batch, which is then there to {@link #fill}. */
  void evaluate(EventBatch batch, long firstEvent) {
    for (int e = 0; e < values.length; e++) {
      for (int i = 0; i < slots[e].length; i++) {
        columns[e][i] = batch.columns()[slots[e][i]];
        offsets[e][i] = batch.offsets()[slots[e][i]];
      }
      EventBatch own = new EventBatch(batch.size(), columns[e], offsets[e]);
      values[e] = evaluators.get(e).evaluate(own, firstEvent);
    }
    for (int h = 0; h < alignments.size(); h++) {
      EventValues[] inputs = operands.get(h);
      for (int i = 0; i < inputs.length; i++) {
        inputs[i] = values[plan.entries().get(h).places().get(i)];
      }
      alignments.get(h).align(inputs, batch.size(), firstEvent);
    }
  }

  /** Fills some events of the batch evaluated last. */
  void fill(int from, int until) {
    for (int h = 0; h < targets.size(); h++) {
      FillPlan.Entry entry = plan.entries().get(h);
      Alignment aligned = alignments.get(h);
      int @Nullable [] starts = aligned.offsets();
      double[][] inputs = aligned.values();
      targets.get(h).read(until - from);
      targets
          .get(h)
          .fill(
              inputs[0],
              entry.request().coordinates().size() == 1 ? null : inputs[1],
              entry.weight() < 0 ? null : inputs[entry.weight()],
              entry.cut() < 0 ? null : inputs[entry.cut()],
              starts == null ? from : starts[from],
              starts == null ? until : starts[until]);
    }
  }

  /** What was filled since the last call; the next chunk goes into other, empty targets. */
  List<FillTarget> take(List<FillTarget> empty) {
    List<FillTarget> filled = targets;
    targets = empty;
    return filled;
  }
}
