package org.dipscope.core.event;

import java.util.Arrays;
import java.util.Objects;

/** The steps of an evaluation that look at whole lists. */
final class ListSteps {
  private ListSteps() {}

  static Evaluator.Step column(Node.Column column, Buffer buffer) {
    int slot = column.slot();
    if (!column.list()) {
      return (batch, first) -> new EventValues(batch.columns()[slot], batch.size(), null);
    }
    return (batch, first) -> {
      int size = batch.size();
      int[] offsets = batch.offsets()[slot];
      if (offsets == null) {
        offsets = evenly(buffer, size, 1);
      }
      return new EventValues(batch.columns()[slot], offsets[size], offsets);
    };
  }

  static Evaluator.Step row(Node.Row row, Buffer buffer) {
    int width = row.slots().size();
    return (batch, first) -> {
      int size = batch.size();
      double[] out = buffer.of(size * width);
      for (int j = 0; j < width; j++) {
        double[] column = batch.columns()[row.slots().get(j)];
        for (int i = 0, at = j; i < size; i++, at += width) {
          out[at] = column[i];
        }
      }
      return new EventValues(out, size * width, evenly(buffer, size, width));
    };
  }

  private static int[] evenly(Buffer buffer, int size, int width) {
    int[] offsets = buffer.offsets(size);
    for (int i = 0; i <= size; i++) {
      offsets[i] = i * width;
    }
    return offsets;
  }

  static Evaluator.Step reduced(Node.Reduced reduced, Evaluator.Step of, Buffer buffer) {
    return (batch, first) -> {
      EventValues in = of.run(batch, first);
      double[] out = buffer.of(batch.size());
      reduced.reduction().apply(in.values(), offsets(in), out, batch.size());
      return new EventValues(out, batch.size(), null);
    };
  }

  /** Positions count from 0, negative ones from the end, where −1 is the last. */
  static Evaluator.Step element(Evaluator.Step of, Evaluator.Step index, Buffer buffer) {
    return (batch, first) -> {
      EventValues in = of.run(batch, first);
      double[] positions = index.run(batch, first).values();
      int[] offsets = offsets(in);
      double[] out = buffer.of(batch.size());
      for (int i = 0; i < batch.size(); i++) {
        int length = offsets[i + 1] - offsets[i];
        double position = positions[i] < 0 ? positions[i] + length : positions[i];
        int whole = (int) position;
        boolean there = whole == position && whole >= 0 && whole < length;
        out[i] = there ? in.values()[offsets[i] + whole] : Double.NaN;
      }
      return new EventValues(out, batch.size(), null);
    };
  }

  static Evaluator.Step selection(
      Evaluator.Step of, Evaluator.Step mask, Alignment alignment, Buffer buffer) {
    EventValues[] operands = new EventValues[2];
    return (batch, first) -> {
      operands[0] = of.run(batch, first);
      operands[1] = mask.run(batch, first);
      alignment.align(operands, batch.size(), first);
      double[] values = operands[0].values();
      double[] keep = operands[1].values();
      int[] from = offsets(operands[0]);
      double[] out = buffer.of(operands[0].length());
      int[] offsets = buffer.offsets(batch.size());
      int kept = 0;
      for (int i = 0; i < batch.size(); i++) {
        offsets[i] = kept;
        for (int j = from[i]; j < from[i + 1]; j++) {
          if (keep[j] > 0) {
            out[kept++] = values[j];
          }
        }
      }
      offsets[batch.size()] = kept;
      return new EventValues(out, kept, offsets);
    };
  }

  static Evaluator.Step sorted(Evaluator.Step of, Buffer buffer) {
    return (batch, first) -> {
      EventValues in = of.run(batch, first);
      double[] out = buffer.of(in.length());
      int[] offsets = offsets(in);
      for (int i = 0; i < in.length(); i++) {
        out[i] = -in.values()[i];
      }
      for (int i = 0; i < batch.size(); i++) {
        Arrays.sort(out, offsets[i], offsets[i + 1]);
      }
      for (int i = 0; i < in.length(); i++) {
        out[i] = -out[i];
      }
      return new EventValues(out, in.length(), offsets);
    };
  }

  private static int[] offsets(EventValues list) {
    return Objects.requireNonNull(list.offsets(), "a list has offsets");
  }
}
