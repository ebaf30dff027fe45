package org.dipscope.core.format.root;

/** Finds the parts of an ntuple from its anchor: header, footer and page lists. */
final class NtupleReader {
  private static final int HEADER = 1;
  private static final int FOOTER = 2;
  private static final int PAGE_LIST = 3;
  private static final int ENVELOPE_ENDS = 16;

  private final RootStorage storage;
  private final String what;
  private final NtupleSchema schema = new NtupleSchema();
  private final NtupleClusters clusters = new NtupleClusters();
  private long headerChecksum;

  private NtupleReader(RootStorage storage, RootKey key) {
    this.storage = storage;
    this.what = "ntuple \"" + key.path() + "\"";
  }

  /** Columns and pages. */
  record Parts(NtupleSchema schema, NtupleClusters clusters) {}

  static Parts read(RootStorage storage, RootKey key) {
    NtupleReader reader = new NtupleReader(storage, key);
    reader.anchor(RootRecord.read(storage, key.offset(), reader.what));
    return new Parts(reader.schema, reader.clusters);
  }

  private void anchor(RootRecord record) {
    RootBytes in = new RootBytes(record.bytes(), record.place());
    in.skip(6); // byte count and class version
    int epoch = in.u16();
    if (epoch != 1) {
      throw record
          .place()
          .problem(
              "has format version " + epoch + "." + in.u16() + ", but only 1 is read",
              "Write it again with ROOT 6.34 or newer.");
    }
    in.skip(6);
    long[] links = in.integers(6, 8, false);
    header(envelope("header", links[0], links[1], links[2], HEADER));
    footer(envelope("footer", links[3], links[4], links[5], FOOTER));
  }

  private LittleBytes envelope(String part, long offset, long packed, long plain, int type) {
    Place place = storage.place(what + ", " + part + ",", offset);
    byte[] source = storage.bytes(offset, packed, place);
    if (plain < ENVELOPE_ENDS || plain > Integer.MAX_VALUE - 16) {
      throw place.damaged("claims a length of " + plain + " bytes");
    }
    byte[] bytes = Compression.plain(source, 0, source.length, (int) plain, place);
    LittleBytes in = new LittleBytes(new RootBytes(bytes, 0, bytes.length - 8, place));
    long head = in.i64();
    if ((head & 0xFFFF) != type || head >>> 16 != plain) {
      throw place.damaged("does not start as such a part must");
    }
    long expected =
        Long.reverseBytes(new RootBytes(bytes, bytes.length - 8, bytes.length, place).i64());
    if (XxHash3.of(bytes, 0, bytes.length - 8) != expected) {
      throw place.damaged("has another checksum than its content");
    }
    if (type == HEADER) {
      headerChecksum = expected;
    }
    return in;
  }

  /** Every other part repeats the checksum of the header. */
  private void belongs(LittleBytes in) {
    if (in.i64() != headerChecksum) {
      throw in.place().damaged("belongs to another header");
    }
  }

  private static void features(LittleBytes in) {
    if (in.i64() != 0) {
      throw in.place()
          .problem(
              "uses features of the format that are not known here",
              "Write it again with an older release of ROOT.");
    }
  }

  private void header(LittleBytes in) {
    features(in);
    in.string(); // name
    in.string(); // description
    in.string(); // writing program
    schema.add(in);
  }

  private void footer(LittleBytes in) {
    features(in);
    belongs(in);
    LittleBytes.Frame extension = in.record();
    if (extension.end() > in.position()) {
      schema.add(in);
    }
    in.seek(extension.end());
    LittleBytes.Frame groups = in.list();
    for (int i = 0; i < groups.items(); i++) {
      LittleBytes.Frame group = in.record();
      in.i64(); // first entry
      in.i64(); // number of entries
      in.i32(); // number of clusters
      long plain = in.i64();
      LittleBytes.Locator link = in.locator();
      LittleBytes pages = envelope("page list", link.offset(), link.length(), plain, PAGE_LIST);
      belongs(pages);
      clusters.add(pages);
      in.seek(group.end());
    }
  }
}
