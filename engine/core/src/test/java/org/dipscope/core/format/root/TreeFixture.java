package org.dipscope.core.format.root;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Writes small trees for tests, laid out as ROOT 6 does it. */
final class TreeFixture {
  private static final String TABLE =
      """
      ROOT::TIOFeatures 1 1aa12f10
       11 fIOBits unsigned_char bits
      TLeaf 2 6d1e8152
       67 TNamed 1 dfb74a3c name
       3 fLen int Number of fixed length elements
       3 fLenType int Number of bytes for this data type
       3 fOffset int Offset in ClonesArray object (if one)
       18 fIsRange bool (=kTRUE if leaf has a range, kFALSE otherwise)
       18 fIsUnsigned bool (=kTRUE if unsigned, kFALSE otherwise)
       64 fLeafCount TLeaf* Pointer to Leaf count if variable length
      TLeafI 1 7e6aae19
       0 TLeaf 2 6d1e8152 Leaf
       3 fMinimum int Minimum value
       3 fMaximum int Maximum value
      TLeafC 1 fbe3b2f3
       0 TLeaf 2 6d1e8152 Leaf
       3 fMinimum int Minimum value
       3 fMaximum int Maximum value
      TLeafF 1 3add9d72
       0 TLeaf 2 6d1e8152 Leaf
       5 fMinimum float Minimum value
       5 fMaximum float Maximum value
      TLeafF16 1 00000001
       0 TLeaf 2 6d1e8152 Leaf
       5 fMinimum float Minimum value
       5 fMaximum float Maximum value
      TLeafD32 1 00000002
       0 TLeaf 2 6d1e8152 Leaf
       8 fMinimum double Minimum value
       8 fMaximum double Maximum value
      TLeafD 1 118e8776
       0 TLeaf 2 6d1e8152 Leaf
       8 fMinimum double Minimum value
       8 fMaximum double Maximum value
      TBranch 13 10978aac
       67 TNamed 1 dfb74a3c name
       0 TAttFill 2 ffd92a92 Fill area attributes
       3 fCompress int Compression level and algorithm
       3 fBasketSize int Initial Size of  Basket Buffer
       3 fEntryOffsetLen int Initial Length of fEntryOffset table
       3 fWriteBasket int Last basket number written
       16 fEntryNumber Long64_t Current entry number
       62 fIOFeatures ROOT::TIOFeatures IO features
       3 fOffset int Offset of this branch
       6 fMaxBaskets int Maximum number of Baskets so far
       3 fSplitLevel int Branch split level
       16 fEntries Long64_t Number of entries
       16 fFirstEntry Long64_t Number of the first entry in this branch
       16 fTotBytes Long64_t Total number of bytes before compression
       16 fZipBytes Long64_t Total number of bytes after compression
       61 fBranches TObjArray -> List of Branches of this branch
       61 fLeaves TObjArray -> List of leaves of this branch
       61 fBaskets TObjArray -> List of baskets of this branch
       43 fBasketBytes int* [fMaxBaskets] Length of baskets on file
       56 fBasketEntry Long64_t* [fMaxBaskets] Table of first entry in each basket
       56 fBasketSeek Long64_t* [fMaxBaskets] Addresses of baskets on file
       65 fFileName TString Name of file where buffers are stored
      TTree 20 7264e07f
       67 TNamed 1 dfb74a3c name
       0 TAttLine 2 94074549 Line attributes
       0 TAttFill 2 ffd92a92 Fill area attributes
       0 TAttMarker 2 291d8bec Marker attributes
       16 fEntries Long64_t Number of entries
       16 fTotBytes Long64_t Total number of bytes before compression
       16 fZipBytes Long64_t Total number of bytes after compression
       16 fSavedBytes Long64_t Number of autosaved bytes
       16 fFlushedBytes Long64_t Number of auto-flushed bytes
       8 fWeight double Tree weight
       3 fTimerInterval int Timer interval in milliseconds
       3 fScanField int Number of runs before prompting in Scan
       3 fUpdate int Update frequency for EntryLoop
       3 fDefaultEntryOffsetLen int Initial Length of fEntryOffset table
       6 fNClusterRange int Number of Cluster range
       16 fMaxEntries Long64_t Maximum number of entries
       16 fMaxEntryLoop Long64_t Maximum number of entries to process
       16 fMaxVirtualSize Long64_t Maximum total size of buffers
       16 fAutoSave Long64_t Autosave
       16 fAutoFlush Long64_t Auto-flush
       16 fEstimate Long64_t Number of entries to estimate histogram limits
       56 fClusterRangeEnd Long64_t* [fNClusterRange] Last entry of a cluster range.
       56 fClusterSize Long64_t* [fNClusterRange] Number of entries in each cluster
       62 fIOFeatures ROOT::TIOFeatures IO features
       61 fBranches TObjArray List of Branches
       61 fLeaves TObjArray Direct pointers to individual branch leaves
       64 fAliases TList* List of aliases
       62 fIndexValues TArrayD Sorted index values
       62 fIndex TArrayI Index of sorted values
       64 fTreeIndex TVirtualIndex* Pointer to the tree Index (if any)
       64 fFriends TList* pointer to list of friend elements
       64 fUserInfo TList* pointer to a list of user objects
       64 fBranchRef TBranchRef* Branch supporting the TRefTable (if any)
      """;

  /** A leaf; {@code count} names the leaf with the number of items. */
  record Leaf(
      String className,
      String name,
      String title,
      int length,
      boolean unsigned,
      @Nullable String count) {
    static Leaf of(String className, String name) {
      return new Leaf(className, name, name, 1, false, null);
    }
  }

  /** Values of some entries; {@code offsets} are positions of the entries, or null. */
  record Entries(int count, byte[] data, int @Nullable [] offsets) {}

  private record Branch(String name, List<Leaf> leaves, List<Entries> baskets, boolean embedLast) {}

  private final List<HistogramStreamers.Layout> layouts = new ArrayList<>();
  private final Map<String, HistogramStreamers.Layout> byName = new HashMap<>();
  private final List<Branch> branches = new ArrayList<>();
  private final Map<String, Integer> leafReferences = new HashMap<>();
  private final UnaryOperator<byte[]> compression;
  private int headerLength;

  /**
   * @param compression from plain bytes to blocks with their headers
   */
  TreeFixture(UnaryOperator<byte[]> compression) {
    this.compression = compression;
    layouts.addAll(HistogramStreamers.layouts());
    layouts.addAll(HistogramStreamers.parse(TABLE));
    layouts.forEach(layout -> byName.put(layout.name(), layout));
  }

  TreeFixture branch(String name, List<Leaf> leaves, List<Entries> baskets, boolean embedLast) {
    branches.add(new Branch(name, leaves, baskets, embedLast));
    return this;
  }

  void write(Path path, long entries) throws IOException {
    RootLayout layout = new RootLayout("fixture.root");
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("fName", "events");
    tree.put("fTitle", "generated");
    tree.put("fEntries", entries);
    List<Object> items = new ArrayList<>();
    for (Branch branch : branches) {
      items.add(describe(branch, entries, layout));
    }
    tree.put("fBranches", items);
    headerLength = RootLayout.headerLength("TTree", "events", "events");
    ByteSink out = new ByteSink();
    object(out, "TTree", tree);
    layout.add("events", "TTree", out.toArray());
    Files.write(path, layout.bytes(layouts));
  }

  private Map<String, Object> describe(Branch branch, long entries, RootLayout layout) {
    int count = branch.baskets().size();
    long[] firsts = new long[count + 1];
    long[] seeks = new long[count + 1];
    long[] lengths = new long[count + 1];
    List<@Nullable Object> inside = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Entries basket = branch.baskets().get(i);
      firsts[i + 1] = firsts[i] + basket.count();
      boolean embedded = branch.embedLast() && i == count - 1;
      inside.add(embedded ? basket : null);
      if (!embedded) {
        seeks[i] = layout.position();
        byte[] record = record(branch.name(), basket, layout.position());
        lengths[i] = record.length;
        layout.raw(record);
      }
    }
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("class", "TBranch");
    values.put("fName", branch.name());
    values.put("fTitle", branch.name());
    values.put("fEntries", entries);
    values.put("fEntryNumber", entries);
    boolean varying = branch.baskets().stream().anyMatch(b -> b.offsets() != null);
    values.put("fEntryOffsetLen", varying ? 1000L : 0L);
    values.put("fWriteBasket", (long) (branch.embedLast() ? count - 1 : count));
    values.put("fMaxBaskets", (long) count + 1);
    values.put("fBasketBytes", lengths);
    values.put("fBasketEntry", firsts);
    values.put("fBasketSeek", seeks);
    values.put("fLeaves", new ArrayList<Object>(branch.leaves()));
    values.put("fBaskets", branch.embedLast() ? inside : List.of());
    return values;
  }

  private byte[] record(String branch, Entries basket, int position) {
    int head = RootLayout.headerLength("TBasket", branch, "events") + 19;
    ByteSink plain = new ByteSink().bytes(basket.data());
    offsets(plain, basket, head);
    byte[] all = plain.toArray();
    byte[] packed = compression.apply(all);
    ByteSink out = new ByteSink();
    header(out, branch, head, head + packed.length, all.length, position);
    numbers(out, basket, head, 0);
    return out.bytes(packed).toArray();
  }

  private static void offsets(ByteSink out, Entries basket, int shift) {
    int[] offsets = basket.offsets();
    if (offsets != null) {
      out.i32(basket.count() + 1);
      for (int i = 0; i < basket.count(); i++) {
        out.i32(offsets[i] + shift);
      }
      out.i32(0);
    }
  }

  private static void header(
      ByteSink out, String branch, int head, int length, int plain, int position) {
    out.i32(length).i16(4).i32(plain).i32(1 << 22 | 1 << 17).i16(head).i16(1);
    out.i32(position).i32(100).text("TBasket").text(branch).text("events");
  }

  private static void numbers(ByteSink out, Entries basket, int head, int flag) {
    int entryLength = basket.data().length / basket.count();
    out.i16(3).i32(32000).i32(basket.offsets() == null ? entryLength : 1000).i32(basket.count());
    out.i32(head + basket.data().length).u8(flag);
  }

  private void embedded(ByteSink out, Entries basket) {
    int pointer = out.pointer("TBasket");
    int head = RootLayout.headerLength("TBasket", "b", "events") + 19;
    header(out, "b", head, head, basket.data().length, 0);
    numbers(out, basket, head, 11);
    int[] stored = basket.offsets();
    out.i32(basket.count());
    for (int i = 0; i < basket.count(); i++) {
      out.i32(head + (stored == null ? basket.data().length / basket.count() * i : stored[i]));
    }
    out.bytes(new byte[head]).bytes(basket.data());
    out.end(pointer);
  }

  private void object(ByteSink out, String className, Map<String, Object> values) {
    HistogramStreamers.Layout layout = Objects.requireNonNull(byName.get(className));
    int part = out.begin(layout.version());
    for (HistogramStreamers.Member member : layout.members()) {
      member(out, member, values);
    }
    out.end(part);
  }

  private void member(ByteSink out, HistogramStreamers.Member member, Map<String, Object> values) {
    @Nullable Object value = values.get(member.name());
    switch (member.type()) {
      case 0 -> object(out, member.name(), values);
      case 67 ->
          StreamerInfoWriter.named(
              out,
              0x0300_0000,
              String.valueOf(values.get("fName")),
              String.valueOf(values.get("fTitle")));
      case 11, 18 -> out.u8((int) number(value));
      case 2 -> out.i16((int) number(value));
      case 3, 6 -> out.i32((int) number(value));
      case 16 -> out.i32((int) (number(value) >> 32)).i32((int) number(value));
      case 5 -> out.f32(0);
      case 8 -> out.f64(0);
      case 43, 56 -> array(out, member.type(), (long[]) value);
      case 61 -> list(out, (List<?>) value);
      case 62 -> any(out, member.typeName());
      case 64 -> out.i32((int) number(value));
      default -> out.text("");
    }
  }

  private static long number(@Nullable Object value) {
    return value == null ? 0 : (Long) value;
  }

  private static void array(ByteSink out, int type, long @Nullable [] values) {
    out.u8(values == null ? 0 : 1);
    for (long value : values == null ? new long[0] : values) {
      if (type == 56) {
        out.i32((int) (value >> 32));
      }
      out.i32((int) value);
    }
  }

  private void any(ByteSink out, String typeName) {
    if (typeName.startsWith("TArray")) {
      out.i32(0);
    } else {
      int start = out.begin(0);
      out.i32(0x1aa12f10).u8(0);
      out.end(start);
    }
  }

  private void list(ByteSink out, @Nullable List<?> items) {
    List<?> all = items == null ? List.of() : items;
    int part = out.begin(3);
    StreamerInfoWriter.object(out, 0x0200_0000);
    out.text("").i32(all.size()).i32(0);
    for (Object item : all) {
      switch (item) {
        case null -> out.i32(0);
        case Leaf leaf -> leaf(out, leaf);
        case Entries basket -> embedded(out, basket);
        default -> branch(out, item);
      }
    }
    out.end(part);
  }

  @SuppressWarnings("unchecked")
  private void branch(ByteSink out, Object values) {
    int pointer = out.pointer("TBranch");
    object(out, "TBranch", (Map<String, Object>) values);
    out.end(pointer);
  }

  private void leaf(ByteSink out, Leaf leaf) {
    leafReferences.put(leaf.name(), out.position() + headerLength + 2);
    int pointer = out.pointer(leaf.className());
    Map<String, Object> values = new HashMap<>();
    values.put("fName", leaf.name());
    values.put("fTitle", leaf.title());
    values.put("fLen", (long) leaf.length());
    values.put("fLenType", leaf.className().equals("TLeafD") ? 8L : 4L);
    values.put("fIsUnsigned", leaf.unsigned() ? 1L : 0L);
    if (leaf.count() != null) {
      values.put("fLeafCount", (long) Objects.requireNonNull(leafReferences.get(leaf.count())));
    }
    object(out, leaf.className(), values);
    out.end(pointer);
  }
}
