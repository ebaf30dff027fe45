package org.dipscope.core.format.root;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the classes that ROOT streams by hand-written code, which no description in the file fits.
 */
final class BuiltInReader {
  private static final int REFERENCED = 1 << 4;
  private static final int COUNTED_VERSION = 0x4000;

  private final RootBytes in;
  private final ObjectReader objects;

  BuiltInReader(RootBytes in, ObjectReader objects) {
    this.in = in;
    this.objects = objects;
  }

  /** Reads the class if it is one of these. */
  boolean read(String className, RootObject into) {
    switch (className) {
      case "TObject" -> base(into);
      case "TNamed" -> named(into);
      case "TObjString" -> text(into);
      case "TString" -> into.put("text", in.string());
      case "TDatime" -> into.put("fDatime", in.u32());
      case "TList", "THashList" -> list(into);
      case "TObjArray" -> array(into);
      case "TBasket" -> basket(into);
      case "TArrayC" -> into.put("fArray", in.integers(in.count(1), 1, false));
      case "TArrayS" -> into.put("fArray", in.integers(in.count(2), 2, false));
      case "TArrayI" -> into.put("fArray", in.integers(in.count(4), 4, false));
      case "TArrayL", "TArrayL64" -> into.put("fArray", in.integers(in.count(8), 8, false));
      case "TArrayF" -> into.put("fArray", in.floats(in.count(4)));
      case "TArrayD" -> into.put("fArray", in.doubles(in.count(8)));
      case "TStreamerInfo" -> StreamerInfoReader.info(in, objects, into);
      case "TRef" -> base(into);
      default -> {
        return StreamerInfoReader.element(className, in, objects, into);
      }
    }
    return true;
  }

  private void base(RootObject into) {
    int version = in.u16();
    if ((version & COUNTED_VERSION) != 0) {
      in.skip(4);
    }
    into.put("fUniqueID", in.u32());
    long bits = in.u32();
    if ((bits & REFERENCED) != 0) {
      in.skip(2);
    }
  }

  private void named(RootObject into) {
    ObjectReader.Version version = objects.version();
    base(into);
    into.put("fName", in.string());
    into.put("fTitle", in.string());
    objects.checkEnd("TNamed", version);
  }

  private void text(RootObject into) {
    ObjectReader.Version version = objects.version();
    base(into);
    into.put("text", in.string());
    objects.checkEnd("TObjString", version);
  }

  private void list(RootObject into) {
    ObjectReader.Version version = objects.version();
    if (version.number() > 3) {
      base(into);
      into.put("fName", in.string());
    }
    int count = in.count(4);
    List<@Nullable Object> items = new ArrayList<>();
    into.put(RootObject.ITEMS, items);
    for (int i = 0; i < count; i++) {
      items.add(objects.pointer());
      if (version.number() > 3) {
        in.string(); // drawing option
      }
    }
    objects.checkEnd("TList", version);
  }

  private void array(RootObject into) {
    ObjectReader.Version version = objects.version();
    if (version.number() > 2) {
      base(into);
    }
    if (version.number() > 1) {
      into.put("fName", in.string());
    }
    int count = in.count(4);
    in.skip(4); // lower bound
    List<@Nullable Object> items = new ArrayList<>();
    into.put(RootObject.ITEMS, items);
    for (int i = 0; i < count; i++) {
      items.add(objects.pointer());
    }
    objects.checkEnd("TObjArray", version);
  }

  /** A basket inside its tree: a record header, then the numbers of TBasket, then the data. */
  private void basket(RootObject into) {
    KeyHeader header = KeyHeader.read(in);
    BasketHeader basket = BasketHeader.read(in);
    int[] offsets = new int[0];
    int flag = basket.flag() >= BasketHeader.GENERATED ? basket.flag() - 80 : basket.flag();
    if (basket.flag() < BasketHeader.GENERATED && flag != 0 && flag % 10 != 2) {
      if (basket.entries() > 0) {
        offsets = offsets(flag > 20 && flag < 40);
      }
      if (flag > 40) {
        offsets(false); // displacements
      }
    }
    if (flag == 1 || flag > 10) {
      int length = basket.version() > 1 ? basket.last() : in.count(1);
      in.require(length, 1);
      into.put(
          "basket",
          new EmbeddedBasket(
              basket.entries(), header.headerLength(), basket.last(), offsets, in.array(length)));
    }
  }

  private int[] offsets(boolean masked) {
    int count = in.count(4);
    int[] offsets = new int[count];
    for (int i = 0; i < count; i++) {
      offsets[i] = masked ? in.i32() & 0xFFFFFF : in.i32();
    }
    return offsets;
  }
}
