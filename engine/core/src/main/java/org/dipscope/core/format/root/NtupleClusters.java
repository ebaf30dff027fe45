package org.dipscope.core.format.root;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Where the pages of an ntuple are. */
final class NtupleClusters {
  private static final int SHARDED = 1;

  /** More entries or items than any cluster has; products with array lengths stay below 2⁶³. */
  static final long MOST = 1L << 36;

  private final List<Cluster> clusters = new ArrayList<>();
  private long[] firsts = {};

  /**
   * A run of entries that is stored together.
   *
   * @param first first entry
   * @param entries number of entries
   * @param columns pages by physical column; columns added later may be missing
   */
  record Cluster(long first, long entries, List<Pages> columns) {}

  /**
   * Where one page is.
   *
   * @param locator its bytes
   * @param checked whether a checksum follows them
   */
  record PageRange(LittleBytes.Locator locator, boolean checked) {}

  /**
   * The pages of one column in one cluster.
   *
   * @param suppressed whether another representation holds the values here
   * @param ends number of elements up to and including each page
   * @param ranges where each page is
   */
  record Pages(boolean suppressed, long[] ends, List<PageRange> ranges) {
    static final Pages NONE = new Pages(false, new long[0], List.of());

    long elements() {
      return ends.length == 0 ? 0 : ends[ends.length - 1];
    }

    /** The page that holds an element. */
    int find(long element) {
      int at = Arrays.binarySearch(ends, element);
      int page = at >= 0 ? at + 1 : -at - 1;
      while (page < ends.length - 1 && ends[page] <= element) {
        page++; // pages without elements
      }
      return page;
    }
  }

  List<Cluster> clusters() {
    return clusters;
  }

  long entries() {
    return clusters.isEmpty() ? 0 : clusters.getLast().first() + clusters.getLast().entries();
  }

  /** The cluster that holds an entry. */
  int find(long entry) {
    int at = Arrays.binarySearch(firsts, entry);
    return at >= 0 ? at : -at - 2;
  }

  /** Adds the clusters of a page list. */
  void add(LittleBytes in) {
    LittleBytes.Frame summaries = in.list();
    List<long[]> ranges = new ArrayList<>();
    for (int i = 0; i < summaries.items(); i++) {
      LittleBytes.Frame summary = in.record();
      long first = in.size();
      long packed = in.i64();
      if ((packed >>> 56 & SHARDED) != 0) {
        throw in.place()
            .problem("has sharded clusters", "Write it again with a release of ROOT 6.");
      }
      long entries = packed & 0xFF_FFFF_FFFF_FFFFL;
      if (entries > MOST) {
        throw in.place().damaged("has a cluster of " + entries + " entries");
      }
      ranges.add(new long[] {first, entries});
      in.seek(summary.end());
    }
    in.seek(summaries.end());
    LittleBytes.Frame outer = in.list();
    if (outer.items() != ranges.size()) {
      throw in.place().damaged("lists pages for another number of clusters than it has");
    }
    for (long[] range : ranges) {
      if (range[0] != entries()) {
        throw in.place().damaged("has a cluster that does not follow the one before");
      }
      clusters.add(new Cluster(range[0], range[1], columns(in)));
    }
    firsts = clusters.stream().mapToLong(Cluster::first).toArray();
  }

  private static List<Pages> columns(LittleBytes in) {
    LittleBytes.Frame list = in.list();
    List<Pages> columns = new ArrayList<>();
    for (int i = 0; i < list.items(); i++) {
      columns.add(pages(in));
    }
    in.seek(list.end());
    return columns;
  }

  private static Pages pages(LittleBytes in) {
    LittleBytes.Frame list = in.list();
    long[] ends = new long[list.items()];
    List<PageRange> ranges = new ArrayList<>();
    long elements = 0;
    for (int i = 0; i < list.items(); i++) {
      int count = in.i32();
      elements += Math.abs((long) count);
      ends[i] = elements;
      ranges.add(new PageRange(in.locator(), count < 0));
    }
    boolean suppressed = in.i64() < 0;
    in.seek(list.end());
    return new Pages(suppressed, ends, ranges);
  }
}
