package org.dipscope.core.format.root;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decodes runs of entries of one column of an ntuple. */
final class NtupleColumnReader {
  private final RootStorage storage;
  private final NtupleClusters clusters;
  private final NtuplePlan plan;
  private final String what;

  NtupleColumnReader(RootStorage storage, NtupleClusters clusters, NtuplePlan plan, String table) {
    this.storage = storage;
    this.clusters = clusters;
    this.plan = plan;
    this.what = "column \"" + plan.column().name() + "\" of ntuple \"" + table + "\"";
  }

  RootValues read(long first, int count) {
    ValueSink sink = new ValueSink(valueType(), null, ByteOrder.LITTLE_ENDIAN, 2L * count);
    Offsets offsets = new Offsets();
    long entry = first;
    long end = first + count;
    while (entry < end) {
      NtupleClusters.Cluster cluster = clusters.clusters().get(clusters.find(entry));
      long from = entry - cluster.first();
      long until = Math.min(end - cluster.first(), cluster.entries());
      cluster(cluster, from, until, sink, offsets);
      entry = cluster.first() + until;
    }
    if (plan.column().type() == RootType.TEXT) {
      return texts(sink, offsets);
    }
    return sink.values(plan.index() == null ? null : offsets.toArray(), count);
  }

  private RootType valueType() {
    if (plan.counts()) {
      return RootType.UINT64; // whatever the ends are stored as
    }
    return plan.column().type() == RootType.TEXT
        ? RootType.UINT8
        : plan.values().decoders().getFirst().type();
  }

  private void cluster(
      NtupleClusters.Cluster cluster, long from, long until, ValueSink sink, Offsets offsets) {
    int length = plan.column().length();
    NtuplePlan.Source index = plan.counts() ? plan.values() : plan.index();
    if (index == null) {
      elements(
          plan.values(), cluster, from * length, until * length, cluster.entries() * length, sink);
      return;
    }
    ValueSink ends =
        new ValueSink(
            index.decoders().get(chosen(index, cluster)).type(),
            null,
            ByteOrder.LITTLE_ENDIAN,
            until - from + 1);
    elements(index, cluster, Math.max(0, from - 1), until, cluster.entries(), ends);
    RootValues items = ends.values(null, ends.size());
    int at = from == 0 ? 0 : 1;
    long start = from == 0 ? 0 : (long) items.asDouble(0);
    long last = start;
    int base = offsets.last();
    byte[] number = new byte[Long.BYTES];
    for (long i = from; i < until; i++, at++) {
      long end = (long) items.asDouble(at);
      if (end < last
          || end > NtupleClusters.MOST
          || (end - start) * length > Integer.MAX_VALUE - base) {
        throw place(0).damaged("has entry " + (cluster.first() + i) + " with an impossible length");
      }
      if (plan.counts()) {
        ByteBuffer.wrap(number).order(ByteOrder.LITTLE_ENDIAN).putLong(end - last);
        sink.append(number, 0, 1, place(0));
      } else {
        offsets.add((int) (base + (end - start) * length));
      }
      last = end;
    }
    if (!plan.counts()) {
      elements(plan.values(), cluster, start * length, last * length, last * length, sink);
    }
  }

  /** The representation that holds the values of a cluster. */
  private static int chosen(NtuplePlan.Source source, NtupleClusters.Cluster cluster) {
    for (int i = 0; i < source.columns().size(); i++) {
      if (!pages(source, cluster, i).suppressed()) {
        return i;
      }
    }
    return 0;
  }

  private static NtupleClusters.Pages pages(
      NtuplePlan.Source source, NtupleClusters.Cluster cluster, int representation) {
    int id = source.columns().get(representation);
    return id < cluster.columns().size() ? cluster.columns().get(id) : NtupleClusters.Pages.NONE;
  }

  /**
   * Decodes elements of a cluster.
   *
   * @param total how many elements the cluster must have; what a column added later lacks is zero
   */
  private void elements(
      NtuplePlan.Source source,
      NtupleClusters.Cluster cluster,
      long from,
      long until,
      long total,
      ValueSink sink) {
    int representation = chosen(source, cluster);
    NtupleClusters.Pages pages = pages(source, cluster, representation);
    long missing = Math.max(0, total - pages.elements());
    if (missing > 0 && !source.deferred()) {
      throw place(0)
          .damaged(
              "has only "
                  + pages.elements()
                  + " of "
                  + total
                  + " values in the cluster of entry "
                  + cluster.first());
    }
    long element = from;
    while (element < until && element < missing) {
      int zeros = (int) Math.min(1 << 12, Math.min(until, missing) - element);
      sink.append(new byte[zeros * sink.width()], 0, zeros, place(0));
      element += zeros;
    }
    while (element < until) {
      int index = pages.find(element - missing);
      if (index >= pages.ends().length) {
        throw place(0).damaged("has no page with value " + element);
      }
      long start = index == 0 ? 0 : pages.ends()[index - 1];
      NtuplePlan.Page page =
          page(source, representation, pages.ranges().get(index), pages.ends()[index] - start);
      int skip = (int) (element - missing - start);
      int count = (int) Math.min(until - element, pages.ends()[index] - start - skip);
      sink.append(
          page.values(), skip * sink.width(), count, place(page.range().locator().offset()));
      element += count;
    }
  }

  private NtuplePlan.Page page(
      NtuplePlan.Source source, int representation, NtupleClusters.PageRange range, long elements) {
    NtuplePlan.@Nullable Page known = source.last().get();
    if (known != null
        && known.range().equals(range)
        && known.decoder() == representation
        && known.elements() == elements) {
      return known;
    }
    PageDecoder decoder = source.decoders().get(representation);
    LittleBytes.Locator locator = range.locator();
    Place place = place(locator.offset());
    long plain = decoder.storedBytes(elements);
    long decoded = elements * decoder.type().width();
    if (plain > Integer.MAX_VALUE - 16 || decoded > Integer.MAX_VALUE - 16) {
      throw place.damaged("has a page of " + elements + " values");
    }
    byte[] packed = storage.bytes(locator.offset(), locator.length(), place);
    if (range.checked()) {
      check(packed, locator, place);
    }
    byte[] bytes = Compression.plain(packed, 0, packed.length, (int) plain, place);
    NtuplePlan.Page page =
        new NtuplePlan.Page(range, representation, elements, decoder.decode(bytes, (int) elements));
    source.last().set(page);
    return page;
  }

  private void check(byte[] packed, LittleBytes.Locator locator, Place place) {
    byte[] stored = storage.bytes(locator.offset() + locator.length(), Long.BYTES, place);
    long expected = Long.reverseBytes(new RootBytes(stored, place).i64());
    if (XxHash3.of(packed, 0, packed.length) != expected) {
      throw place.damaged("has a page with another checksum than its content");
    }
  }

  private Place place(long offset) {
    return storage.place(what, offset);
  }

  private static RootValues texts(ValueSink sink, Offsets offsets) {
    int[] ends = offsets.toArray();
    RootValues values = sink.values(null, sink.size());
    byte[] bytes = new byte[values.size()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) values.asDouble(i);
    }
    List<String> texts = new ArrayList<>();
    for (int i = 1; i < ends.length; i++) {
      texts.add(new String(bytes, ends[i - 1], ends[i] - ends[i - 1], StandardCharsets.UTF_8));
    }
    return new RootValues.Texts(texts);
  }

  /** The end of the page that holds an entry, in entries. */
  long batch(long first) {
    NtupleClusters.Cluster cluster = clusters.clusters().get(clusters.find(first));
    NtuplePlan.Source leading = plan.index() == null ? plan.values() : plan.index();
    NtupleClusters.Pages pages = pages(leading, cluster, chosen(leading, cluster));
    int length = plan.index() == null ? plan.column().length() : 1;
    long element = (first - cluster.first()) * length;
    long end = cluster.entries();
    if (element < pages.elements()) {
      end = Math.min(end, pages.ends()[pages.find(element)] / length);
    }
    return Math.max(first + 1, cluster.first() + end);
  }
}
