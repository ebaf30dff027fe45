package org.dipscope.core.format.root;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the leaves of a branch hold. */
final class LeafReader {
  private static final int SPLIT_CLONES = 31;
  private static final int SPLIT_COLLECTION = 41;
  private static final int CLONES = 3;
  private static final int COLLECTION = 4;
  private static final int STL_STRING = 365;
  private static final int TSTRING = 65;
  private static final int DOUBLE32 = 9;
  private static final int STATUS_BITS = 15;
  private static final int FLOAT16 = 19;
  private static final Pattern VECTOR =
      Pattern.compile("(?:std::)?vector<([a-zA-Z0-9_: ]+?)(?:,\\s*(?:std::)?allocator<.*)?\\s*>");

  private final StreamerInfos infos;

  LeafReader(StreamerInfos infos) {
    this.infos = infos;
  }

  /**
   * What one leaf holds.
   *
   * @param type null if it cannot be read
   * @param length values per entry, or per item of a jagged column
   * @param header bytes before the values of every entry
   * @param what what it holds, for complaints
   */
  record Layout(
      @Nullable RootType type,
      ColumnShape shape,
      int length,
      int header,
      @Nullable PackedReal packed,
      String what) {
    int width() {
      return packed != null ? packed.width() : type == null ? 0 : type.width();
    }
  }

  /** The name without a trailing dot and without array lengths. */
  static String columnName(String branch) {
    int bracket = branch.indexOf('[');
    String name = bracket > 0 ? branch.substring(0, bracket) : branch;
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }

  /** Whether the branch holds the number of items of a split collection. */
  static boolean isCounter(RootObject branch) {
    long type = branch.integer("fType", 0);
    return type == CLONES || type == COLLECTION;
  }

  /** Whether the branch holds the status bits of objects: ROOT's bookkeeping, of varying length. */
  static boolean isStatusBits(RootObject branch) {
    return branch.integer("fStreamerType", -1) == STATUS_BITS;
  }

  Layout layout(RootObject branch, RootObject leaf) {
    return branch.className().equals("TBranchElement") ? element(branch, leaf) : plain(leaf);
  }

  private static Layout plain(RootObject leaf) {
    boolean unsigned = leaf.integer("fIsUnsigned", 0) != 0;
    @Nullable PackedReal packed = null;
    RootType type =
        switch (leaf.className()) {
          case "TLeafO" -> RootType.BOOL;
          case "TLeafB" -> unsigned ? RootType.UINT8 : RootType.INT8;
          case "TLeafS" -> unsigned ? RootType.UINT16 : RootType.INT16;
          case "TLeafI" -> unsigned ? RootType.UINT32 : RootType.INT32;
          case "TLeafL", "TLeafG" -> unsigned ? RootType.UINT64 : RootType.INT64;
          case "TLeafF" -> RootType.FLOAT32;
          case "TLeafD" -> RootType.FLOAT64;
          case "TLeafC" -> RootType.TEXT;
          case "TLeafF16", "TLeafD32" -> RootType.PACKED;
          default -> null;
        };
    if (type == RootType.PACKED) {
      packed = PackedReal.of(leaf.text("fTitle"), leaf.className().equals("TLeafF16"));
    }
    int length = leaf.count("fLen");
    if (type == RootType.TEXT) {
      return new Layout(type, ColumnShape.SCALAR, 1, 0, null, "");
    }
    ColumnShape shape =
        leaf.objectOrNull("fLeafCount") != null
            ? ColumnShape.JAGGED
            : length > 1 ? ColumnShape.FIXED : ColumnShape.SCALAR;
    return new Layout(type, shape, length, 0, packed, "objects (" + leaf.className() + ")");
  }

  private Layout element(RootObject branch, RootObject leaf) {
    int kind = (int) branch.integer("fType", 0);
    int code = (int) branch.integer("fStreamerType", -1);
    int length = Math.max(1, leaf.count("fLen"));
    boolean split = kind == SPLIT_CLONES || kind == SPLIT_COLLECTION;
    if (code > 0 && code < 40 && (split || kind < CLONES)) {
      ColumnShape shape =
          split
              ? ColumnShape.JAGGED
              : code > 20 || length > 1 ? ColumnShape.FIXED : ColumnShape.SCALAR;
      return basic(branch, code % 20, shape, length, 0);
    }
    if (code > 40 && code < 60 && kind < CLONES) {
      return basic(branch, code - 40, ColumnShape.JAGGED, 1, 1);
    }
    String typeName = typeName(branch);
    if (!split && (code == STL_STRING || code == TSTRING || isText(typeName))) {
      return new Layout(RootType.TEXT, ColumnShape.SCALAR, 1, 0, null, "");
    }
    Matcher vector = VECTOR.matcher(typeName);
    if (!split && kind < CLONES && vector.matches()) {
      @Nullable RootType item = RootType.ofCpp(vector.group(1));
      @Nullable PackedReal packed =
          item == RootType.PACKED ? PackedReal.of("", vector.group(1).startsWith("Float16")) : null;
      return new Layout(
          item, ColumnShape.JAGGED, 1, ColumnPlan.VECTOR_HEADER, packed, "a " + typeName);
    }
    return new Layout(
        null, ColumnShape.SCALAR, 1, 0, null, typeName.isEmpty() ? "objects" : "a " + typeName);
  }

  private static boolean isText(String typeName) {
    return typeName.equals("string")
        || typeName.equals("std::string")
        || typeName.equals("TString");
  }

  private Layout basic(RootObject branch, int code, ColumnShape shape, int length, int header) {
    @Nullable RootType type = RootType.ofCode(code);
    @Nullable PackedReal packed = null;
    if (code == DOUBLE32 || code == FLOAT16) {
      @Nullable StreamerElement member = member(branch);
      packed = PackedReal.of(member == null ? "" : member.title(), code == FLOAT16);
    }
    return new Layout(type, shape, length, header, packed, "values of the unknown kind " + code);
  }

  private String typeName(RootObject branch) {
    @Nullable StreamerElement member = member(branch);
    return member == null || member.name().equals("This") // a collection as a whole
        ? branch.text("fClassName")
        : member.typeName();
  }

  private @Nullable StreamerElement member(RootObject branch) {
    long id = branch.integer("fID", -1);
    String className = branch.text("fClassName");
    StreamerInfo info = infos.find(className, (int) branch.integer("fClassVersion", 0), 0);
    if (info == null) {
      info = infos.newest(className);
    }
    List<StreamerElement> elements = info == null ? List.of() : info.elements();
    return id >= 0 && id < elements.size() ? elements.get((int) id) : null;
  }
}
