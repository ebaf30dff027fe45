package org.dipscope.core.format.root;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Where the baskets of one branch are, and the last one that was decompressed. */
final class BasketIndex {
  private final RootStorage storage;
  private final String what;
  private final Place treePlace;
  private final long[] firstEntries;
  private final long[] seeks;
  private final @Nullable EmbeddedBasket[] embedded;
  private final AtomicReference<@Nullable Loaded> last = new AtomicReference<>();

  private record Loaded(int index, Basket basket) {}

  private BasketIndex(
      RootStorage storage,
      String what,
      Place treePlace,
      long[] firstEntries,
      long[] seeks,
      @Nullable EmbeddedBasket[] embedded) {
    this.storage = storage;
    this.what = what;
    this.treePlace = treePlace;
    this.firstEntries = firstEntries;
    this.seeks = seeks;
    this.embedded = embedded;
  }

  /** The baskets of a branch; {@code what} names it in complaints. */
  static BasketIndex of(RootStorage storage, String what, RootObject branch) {
    long entries = branch.integer("fEntries");
    List<@Nullable Object> inside = branch.items("fBaskets");
    long[] firsts = branch.has("fBasketEntry") ? branch.integers("fBasketEntry") : new long[0];
    long[] seeks = branch.has("fBasketSeek") ? branch.integers("fBasketSeek") : new long[0];
    int most =
        (int) Math.min(branch.count("fWriteBasket") + 1L, Math.min(firsts.length, seeks.length));
    List<Long> starts = new ArrayList<>();
    List<Long> places = new ArrayList<>();
    List<@Nullable EmbeddedBasket> contents = new ArrayList<>();
    for (int i = 0; i < most && firsts[i] < entries; i++) {
      EmbeddedBasket own =
          i < inside.size()
                  && inside.get(i) instanceof RootObject object
                  && object.value("basket") instanceof EmbeddedBasket basket
              ? basket
              : null;
      if (seeks[i] == 0 && own == null) {
        throw branch.place().damaged("lacks basket " + i + " of " + what);
      }
      if (!starts.isEmpty() && firsts[i] <= starts.getLast()) {
        if (firsts[i] < starts.getLast()) {
          throw branch.place().damaged("has the baskets of " + what + " out of order");
        }
        starts.removeLast(); // the basket before was empty
        places.removeLast();
        contents.removeLast();
      }
      starts.add(firsts[i]);
      places.add(seeks[i]);
      contents.add(own);
    }
    starts.add(Math.max(entries, starts.isEmpty() ? 0 : starts.getLast()));
    return new BasketIndex(
        storage,
        what,
        branch.place(),
        starts.stream().mapToLong(Long::longValue).toArray(),
        places.stream().mapToLong(Long::longValue).toArray(),
        contents.toArray(new EmbeddedBasket[0]));
  }

  /** The basket that holds an entry. */
  int find(long entry) {
    int at = Arrays.binarySearch(firstEntries, entry);
    int index = at >= 0 ? at : -at - 2;
    if (index < 0 || index >= seeks.length) {
      throw treePlace.damaged("has no basket for entry " + entry + " of " + what);
    }
    return index;
  }

  long first(int index) {
    return firstEntries[index];
  }

  long end(int index) {
    return firstEntries[index + 1];
  }

  Basket load(int index) {
    Loaded known = last.get();
    if (known != null && known.index() == index) {
      return known.basket();
    }
    EmbeddedBasket inside = embedded[index];
    Basket basket = seeks[index] == 0 && inside != null ? open(inside, index) : read(index);
    if (basket.entries() != end(index) - first(index)) {
      throw basket
          .place()
          .damaged(
              "holds " + basket.entries() + " entries instead of " + (end(index) - first(index)));
    }
    last.set(new Loaded(index, basket));
    return basket;
  }

  private Basket open(EmbeddedBasket inside, int index) {
    Place place =
        treePlace.of(what + ", basket " + index + " inside the tree,", treePlace.offset());
    int from = Math.min(inside.headerLength(), inside.data().length);
    int until = inside.data().length;
    int[] offsets =
        inside.offsets().length == 0
            ? null
            : Basket.shifted(inside.offsets(), inside.entries(), 0, from, until, place);
    return new Basket(inside.data(), from, until, offsets, inside.entries(), place);
  }

  private Basket read(int index) {
    RootRecord record = RootRecord.read(storage, seeks[index], what + ", basket " + index + ",");
    Place place = record.place();
    int head = record.header().headerLength();
    RootBytes in = new RootBytes(storage.bytes(seeks[index], head, place), place);
    KeyHeader.read(in);
    BasketHeader header = BasketHeader.read(in);
    byte[] data = record.bytes();
    int until = header.last() - head;
    if (until < 0 || until > data.length) {
      throw place.damaged("says that its values end at byte " + until + " of " + data.length);
    }
    int[] offsets = null;
    if (data.length - until >= 4) {
      RootBytes tail = new RootBytes(data, until, data.length, place);
      int count = Math.min(tail.count(4), header.entries());
      int[] stored = new int[count];
      for (int i = 0; i < count; i++) {
        stored[i] = tail.i32();
      }
      offsets = Basket.shifted(stored, header.entries(), head, 0, until, place);
    }
    return new Basket(data, 0, until, offsets, header.entries(), place);
  }
}
