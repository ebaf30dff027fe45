package org.dipscope.core.format.root;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decodes runs of entries of one column of a tree. */
final class ColumnReader {
  private static final int COUNTED = 0x40;

  private final ColumnPlan plan;
  private final long first;
  private final long end;

  private ColumnReader(ColumnPlan plan, long first, int count) {
    this.plan = plan;
    this.first = first;
    this.end = first + count;
  }

  static RootValues read(ColumnPlan plan, long first, int count) {
    ColumnReader reader = new ColumnReader(plan, first, count);
    if (plan.column().type() == RootType.TEXT) {
      return reader.texts();
    }
    return plan.column().isJagged() ? reader.jagged() : reader.flat();
  }

  private interface Part {
    /** Takes entries {@code from} to {@code until}, counted from the start of the basket. */
    void take(Basket basket, int from, int until, long basketFirst);
  }

  private void eachBasket(Part part) {
    long entry = first;
    while (entry < end) {
      int index = plan.baskets().find(entry);
      long start = plan.baskets().first(index);
      long stop = Math.min(end, plan.baskets().end(index));
      Basket basket = plan.baskets().load(index);
      part.take(basket, (int) (entry - start), (int) (stop - start), start);
      entry = stop;
    }
  }

  private ValueSink sink(long expected) {
    return new ValueSink(plan.column().type(), plan.packed(), ByteOrder.BIG_ENDIAN, expected);
  }

  private RootValues flat() {
    int perEntry = plan.column().length();
    int used = perEntry * plan.width();
    ValueSink sink = sink((end - first) * perEntry);
    eachBasket(
        (basket, from, until, start) -> {
          int stride = plan.stride();
          if ((long) basket.entries() * stride > basket.until() - basket.from()) {
            throw basket
                .place()
                .damaged(
                    "has "
                        + (basket.until() - basket.from())
                        + " bytes for "
                        + basket.entries()
                        + " entries of "
                        + stride);
          }
          int at = basket.from() + from * stride + plan.skip();
          if (stride == used) {
            sink.append(basket.data(), at, (until - from) * perEntry, basket.place());
          } else {
            for (int i = from; i < until; i++, at += stride) {
              sink.append(basket.data(), at, perEntry, basket.place());
            }
          }
        });
    return sink.values(null, (int) (end - first));
  }

  private RootValues jagged() {
    ValueSink sink = sink(2 * (end - first));
    Offsets offsets = new Offsets();
    eachBasket((basket, from, until, start) -> jagged(basket, from, until, start, sink, offsets));
    return sink.values(offsets.toArray(), (int) (end - first));
  }

  private void jagged(
      Basket basket, int from, int until, long start, ValueSink sink, Offsets ends) {
    int[] offsets = basket.offsets();
    if (offsets == null) {
      offsets = counted(basket, start);
    }
    int width = plan.width();
    int header = plan.header();
    for (int i = from; i < until; i++) {
      int bytes = offsets[i + 1] - offsets[i];
      int payload = bytes == 0 ? 0 : bytes - header;
      if (payload < 0 || payload % width != 0) {
        throw basket
            .place()
            .damaged(
                "has "
                    + bytes
                    + " bytes in entry "
                    + (start + i)
                    + ", not a whole number of "
                    + plan.column().type().label()
                    + " values");
      }
      if (header == ColumnPlan.VECTOR_HEADER && payload > 0) {
        checkVector(basket, offsets[i], payload / width, start + i);
      }
      if (header > 0) {
        sink.append(basket.data(), offsets[i] + header, payload / width, basket.place());
        ends.add(sink.size());
      } else {
        ends.add(ends.last() + payload / width);
      }
    }
    if (header == 0) {
      int count = (offsets[until] - offsets[from]) / width;
      sink.append(basket.data(), offsets[from], count, basket.place());
    }
  }

  private static void checkVector(Basket basket, int at, int count, long entry) {
    int stored = new RootBytes(basket.data(), at + 6, basket.until(), basket.place()).i32();
    if (stored != count) {
      throw basket
          .place()
          .damaged("announces " + stored + " items in entry " + entry + ", but holds " + count);
    }
  }

  /** Positions from the numbers of items, for files that leave the positions out. */
  private int[] counted(Basket basket, long start) {
    @Nullable ColumnPlan counts = plan.counts();
    if (counts == null || plan.header() > 0) {
      throw basket.place().damaged("does not say where its entries start");
    }
    RootValues items = read(counts, start, basket.entries());
    int item = plan.width() * plan.column().length();
    int[] offsets = new int[basket.entries() + 1];
    long at = basket.from();
    for (int i = 0; i < basket.entries(); i++) {
      offsets[i] = (int) at;
      at += (long) (items.asDouble(i) * item);
      if (at < offsets[i] || at > basket.until()) {
        throw basket.place().damaged("is shorter than its numbers of items demand");
      }
    }
    offsets[basket.entries()] = (int) at;
    return offsets;
  }

  private RootValues texts() {
    List<String> texts = new ArrayList<>();
    eachBasket(
        (basket, from, until, start) -> {
          int[] offsets = basket.offsets();
          if (offsets == null) {
            throw basket.place().damaged("does not say where its texts start");
          }
          for (int i = from; i < until; i++) {
            texts.add(text(basket, offsets[i], offsets[i + 1]));
          }
        });
    return new RootValues.Texts(texts);
  }

  private static String text(Basket basket, int from, int until) {
    if (from == until) {
      return "";
    }
    RootBytes in = new RootBytes(basket.data(), from, until, basket.place());
    if (until - from > 6 && (basket.data()[from] & 0xC0) == COUNTED) {
      if ((in.u32() & 0x3FFF_FFFF) == until - from - 4) {
        in.skip(2); // the version of std::string
      } else {
        in.seek(from);
      }
    }
    int length = in.u8();
    length = length == 255 ? in.i32() : length;
    return new String(in.array(length), StandardCharsets.UTF_8);
  }
}
