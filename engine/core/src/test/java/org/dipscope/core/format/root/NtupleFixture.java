package org.dipscope.core.format.root;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes a small ntuple for tests: two clusters of several pages, in the encodings of ROOT. */
final class NtupleFixture {
  static final int ENTRIES = 50;
  private static final int CLUSTER = 30;
  private static final int PAGE = 17;

  private static final String ANCHOR =
      """
      ROOT::RNTuple 2 4ba21bf5
       12 fVersionEpoch unsigned_short epoch
       12 fVersionMajor unsigned_short major
       12 fVersionMinor unsigned_short minor
       12 fVersionPatch unsigned_short patch
       17 fSeekHeader ULong64_t header offset
       17 fNBytesHeader ULong64_t header size
       17 fLenHeader ULong64_t header length
       17 fSeekFooter ULong64_t footer offset
       17 fNBytesFooter ULong64_t footer size
       17 fLenFooter ULong64_t footer length
       17 fMaxKeySize ULong64_t largest record
      """;

  private record Field(String name, String type, int parent, int role, int repeat) {}

  /** A column with a code, a width and the raw integers of each element of a cluster. */
  private record Column(int code, int bits, int field, Elements elements) {}

  private interface Elements {
    long[] of(int first, int until);
  }

  private static final List<Field> FIELDS =
      List.of(
          new Field("mass", "double", 0, 0, 1),
          new Field("n", "std::int32_t", 1, 0, 1),
          new Field("pt", "std::vector<float>", 2, 1, 1),
          new Field("_0", "float", 2, 0, 1),
          new Field("pair", "std::array<std::int16_t,2>", 4, 0, 2),
          new Field("_0", "std::int16_t", 4, 0, 1),
          new Field("flag", "bool", 6, 0, 1),
          new Field("jet", "std::vector<Jet>", 7, 1, 1),
          new Field("_0", "Jet", 7, 2, 1),
          new Field("e", "double", 8, 0, 1),
          new Field("id", "std::uint8_t", 8, 0, 1),
          new Field("trunc", "float", 11, 0, 1),
          new Field("quant", "float", 12, 0, 1),
          new Field("deep", "std::vector<std::vector<float>>", 13, 1, 1),
          new Field("_0", "std::vector<float>", 13, 1, 1),
          new Field("npt", "ROOT::RNTupleCardinality<std::uint32_t>", 15, 0, 1));

  private static final Field LATE = new Field("late", "std::int32_t", 16, 0, 1);

  private static final List<Column> COLUMNS =
      List.of(
          new Column(0x19, 64, 0, each(i -> Double.doubleToLongBits(mass(i)))),
          new Column(0x13, 32, 1, each(NtupleFixture::n)),
          new Column(0x1B, 64, 2, ends(i -> i % 3)),
          new Column(0x18, 32, 3, items(i -> i % 3, (i, j) -> Float.floatToIntBits(pt(i, j)))),
          new Column(0x11, 16, 5, items(i -> 2, (i, j) -> j == 0 ? i : -i)),
          new Column(0x00, 1, 6, each(i -> i % 2)),
          new Column(0x0E, 32, 7, ends(i -> i % 2)),
          new Column(0x0D, 64, 9, items(i -> i % 2, (i, j) -> Double.doubleToLongBits(i + 0.5))),
          new Column(0x04, 8, 10, items(i -> i % 2, (i, j) -> 200 + i)),
          new Column(0x1C, 16, 11, each(i -> Float.floatToIntBits(i / 4f) >>> 16)),
          new Column(0x1D, 8, 12, each(i -> i)),
          new Column(0x0F, 64, 13, ends(i -> 0)),
          new Column(0x0F, 64, 14, (first, until) -> new long[0]));

  private static final Column DEFERRED =
      new Column(0x07, 32, 16, (first, until) -> each(i -> 1000 + i).of(first, until));

  private interface ToLong {
    long of(int entry);
  }

  private interface ItemToLong {
    long of(int entry, int item);
  }

  private NtupleFixture() {}

  static double mass(int entry) {
    return 0.5 * entry - 3;
  }

  static int n(int entry) {
    return entry % 2 == 0 ? entry : -entry;
  }

  static float pt(int entry, int item) {
    return entry + 0.25f * item;
  }

  private static Elements each(ToLong value) {
    return items(i -> 1, (i, j) -> value.of(i));
  }

  private static Elements ends(ToLong count) {
    return (first, until) -> {
      long[] ends = new long[until - first];
      long sum = 0;
      for (int i = first; i < until; i++) {
        ends[i - first] = sum += count.of(i);
      }
      return ends;
    };
  }

  private static Elements items(ToLong count, ItemToLong value) {
    return (first, until) -> {
      List<Long> all = new ArrayList<>();
      for (int i = first; i < until; i++) {
        for (int j = 0; j < count.of(i); j++) {
          all.add(value.of(i, j));
        }
      }
      return all.stream().mapToLong(Long::longValue).toArray();
    };
  }

  /** Writes the file and returns the envelope of the pages of its first cluster. */
  static byte[] write(Path path) throws IOException {
    RootLayout layout = new RootLayout("fixture.root");
    byte[] header = header();
    int headerAt = blob(layout, header);
    LittleSink footer = new LittleSink();
    long identity = Long.reverseBytes(ByteBuffer.wrap(header).getLong(header.length - Long.BYTES));
    footer.i64(0).i64(identity);
    int extension = footer.record();
    schema(footer, List.of(LATE), List.of(DEFERRED), CLUSTER);
    footer.end(extension);
    byte[] firstPages = {};
    int groups = footer.list(2);
    for (int first = 0; first < ENTRIES; first += CLUSTER) {
      int until = Math.min(ENTRIES, first + CLUSTER);
      byte[] pages = pages(layout, identity, first, until);
      firstPages = first == 0 ? pages : firstPages;
      int pagesAt = blob(layout, pages);
      int group = footer.record();
      footer.i64(first).i64(until - first).i32(1).i64(pages.length);
      footer.i32(pages.length).i64(pagesAt);
      footer.end(group);
    }
    footer.endList(groups);
    byte[] last = footer.envelope(2);
    int footerAt = blob(layout, last);
    ByteSink anchor = new ByteSink();
    int part = anchor.begin(2);
    anchor.i16(1).i16(0).i16(0).i16(0);
    for (int value :
        new int[] {
          headerAt, header.length, header.length, footerAt, last.length, last.length, 1 << 30
        }) {
      anchor.i32(0).i32(value);
    }
    anchor.end(part);
    byte[] fields = anchor.toArray();
    long hash = XxHash3.of(fields, 6, fields.length);
    anchor.i32((int) (hash >>> 32)).i32((int) hash);
    layout.add("events", "ROOT::RNTuple", anchor.toArray());
    Files.write(path, layout.bytes(HistogramStreamers.parse(ANCHOR)));
    return firstPages;
  }

  /** The description of all fields and columns, as it stands in the header. */
  static byte[] schema() {
    LittleSink out = new LittleSink();
    schema(out, FIELDS, COLUMNS, 0);
    return out.toArray();
  }

  private static int blob(RootLayout layout, byte[] bytes) {
    int at = layout.position();
    layout.raw(bytes);
    return at;
  }

  private static byte[] header() {
    LittleSink out = new LittleSink();
    out.i64(0).text("events").text("generated").text("Dipscope tests");
    schema(out, FIELDS, COLUMNS, 0);
    return out.envelope(1);
  }

  private static void schema(LittleSink out, List<Field> fields, List<Column> columns, int first) {
    int list = out.list(fields.size());
    for (Field field : fields) {
      int record = out.record();
      out.i32(0).i32(0).i32(field.parent()).u16(field.role()).u16(flags(field));
      out.text(field.name()).text(field.type()).text("").text("a field [GeV]");
      if (field.repeat() > 1) {
        out.i64(field.repeat());
      }
      if (field.name().equals("npt")) {
        out.i32(2);
      }
      out.end(record);
    }
    out.endList(list);
    list = out.list(columns.size());
    for (Column column : columns) {
      int record = out.record();
      boolean ranged = column.code() == 0x1D;
      out.u16(column.code()).u16(column.bits()).i32(column.field());
      out.u16((first > 0 ? 1 : 0) | (ranged ? 2 : 0)).u16(0);
      if (first > 0) {
        out.i64(first);
      }
      if (ranged) {
        out.f64(0).f64(255);
      }
      out.end(record);
    }
    out.endList(list);
    list = out.list(first > 0 ? 0 : 1);
    if (first == 0) {
      int record = out.record();
      out.i32(2).i32(15); // the ends of "pt" are shown as the field "npt" as well
      out.end(record);
    }
    out.endList(list);
    out.endList(out.list(0));
  }

  private static int flags(Field field) {
    return field.name().equals("npt") ? 2 : field.repeat() > 1 ? 1 : 0;
  }

  private static byte[] pages(RootLayout layout, long identity, int first, int until) {
    LittleSink out = new LittleSink();
    out.i64(identity);
    int summaries = out.list(1);
    int summary = out.record();
    out.i64(first).i64(until - first);
    out.end(summary);
    out.endList(summaries);
    List<Column> columns = new ArrayList<>(COLUMNS);
    if (first > 0) {
      columns.add(DEFERRED);
    }
    int clusters = out.list(1);
    int outer = out.list(columns.size());
    for (Column column : columns) {
      long[] elements = column.elements().of(first, until);
      int inner = out.list((elements.length + PAGE - 1) / PAGE);
      for (int at = 0; at < elements.length; at += PAGE) {
        long[] part =
            java.util.Arrays.copyOfRange(elements, at, Math.min(elements.length, at + PAGE));
        byte[] page = encode(column, part);
        out.i32(-part.length).i32(page.length).i64(blob(layout, page));
        LittleSink hash = new LittleSink().i64(XxHash3.of(page, 0, page.length));
        layout.raw(hash.toArray());
      }
      out.i64(0).i32(0);
      out.endList(inner);
    }
    out.endList(outer);
    out.endList(clusters);
    return out.envelope(3);
  }

  private static byte[] encode(Column column, long[] elements) {
    int code = column.code();
    int count = elements.length;
    if (column.bits() % 8 != 0) {
      byte[] bits = new byte[(count + 7) / 8];
      for (int i = 0; i < count; i++) {
        bits[i / 8] |= (byte) (elements[i] << (i % 8));
      }
      return bits;
    }
    boolean split = code >= 0x11 && code <= 0x1B;
    int width = column.bits() / 8;
    byte[] page = new byte[count * width];
    long before = 0;
    for (int i = 0; i < count; i++) {
      long value = elements[i];
      if (code == 0x11 || code == 0x13 || code == 0x15) {
        value = value << 1 ^ value >> 63;
      } else if (code == 0x1A || code == 0x1B) {
        value -= before;
        before = elements[i];
      }
      for (int k = 0; k < width; k++) {
        page[split ? k * count + i : i * width + k] = (byte) (value >>> (8 * k));
      }
    }
    return page;
  }
}
