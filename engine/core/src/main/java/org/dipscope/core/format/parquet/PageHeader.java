package org.dipscope.core.format.parquet;

import org.jspecify.annotations.Nullable;

/**
 * What stands before a page.
 *
 * @param kind what the page is
 * @param plainBytes its length decompressed
 * @param bytes its length in the file
 * @param checksum CRC-32 of its bytes in the file, or −1 if it has none
 * @param values how many values it has, nulls and empty lists included
 * @param encoding how they are written
 * @param definitionEncoding how the definition levels of a page of version 1 are written
 * @param repetitionEncoding how its repetition levels are
 * @param definitionBytes length of the definition levels of a page of version 2
 * @param repetitionBytes length of the repetition levels of a page of version 2
 * @param rows how many rows a page of version 2 has
 * @param compressed whether the values of a page of version 2 are compressed
 */
record PageHeader(
    Kind kind,
    int plainBytes,
    int bytes,
    long checksum,
    int values,
    int encoding,
    int definitionEncoding,
    int repetitionEncoding,
    int definitionBytes,
    int repetitionBytes,
    int rows,
    boolean compressed) {

  /** Kinds of pages, in the order of their numbers in the format. */
  enum Kind {
    DATA,
    INDEX,
    DICTIONARY,
    DATA_2;

    /** The kind of a number of the format, or null if there is none. */
    static @Nullable Kind of(int number) {
      return number >= 0 && number < values().length ? values()[number] : null;
    }
  }

  /** Levels packed without runs, an encoding no longer written. */
  static final int BIT_PACKED = 4;

  private static final int RUNS = 3;

  /** Reads a header. */
  static PageHeader read(ThriftReader in, Place place) {
    Fields fields = new Fields(in);
    in.root(fields::field);
    return fields.header(place);
  }

  private static final class Fields {
    private final ThriftReader in;
    private int kind = -1;
    private int plainBytes;
    private int bytes;
    private long checksum = -1;
    private int values;
    private int encoding;
    private int definitionEncoding = RUNS;
    private int repetitionEncoding = RUNS;
    private int definitionBytes;
    private int repetitionBytes;
    private int rows;
    private boolean compressed = true;

    Fields(ThriftReader in) {
      this.in = in;
    }

    boolean field(int id) {
      switch (id) {
        case 1 -> kind = in.smallInteger();
        case 2 -> plainBytes = in.smallInteger();
        case 3 -> bytes = in.smallInteger();
        case 4 -> checksum = in.smallInteger() & 0xFFFF_FFFFL;
        case 5 -> in.struct(this::data);
        case 7 -> in.struct(this::dictionary);
        case 8 -> in.struct(this::data2);
        default -> {
          return false;
        }
      }
      return true;
    }

    private boolean data(int id) {
      switch (id) {
        case 3 -> definitionEncoding = in.smallInteger();
        case 4 -> repetitionEncoding = in.smallInteger();
        default -> {
          return dictionary(id);
        }
      }
      return true;
    }

    private boolean dictionary(int id) {
      switch (id) {
        case 1 -> values = in.smallInteger();
        case 2 -> encoding = in.smallInteger();
        default -> {
          return false;
        }
      }
      return true;
    }

    private boolean data2(int id) {
      switch (id) {
        case 1 -> values = in.smallInteger();
        case 3 -> rows = in.smallInteger();
        case 4 -> encoding = in.smallInteger();
        case 5 -> definitionBytes = in.smallInteger();
        case 6 -> repetitionBytes = in.smallInteger();
        case 7 -> compressed = in.truth();
        default -> {
          return false;
        }
      }
      return true;
    }

    PageHeader header(Place place) {
      Kind known = Kind.of(kind);
      boolean plausible =
          plainBytes >= 0
              && bytes >= 0
              && values >= 0
              && definitionBytes >= 0
              && repetitionBytes >= 0
              && rows >= 0
              && (long) definitionBytes + repetitionBytes <= bytes;
      if (known == null || !plausible) {
        throw place.damaged("a page header contradicts itself");
      }
      return new PageHeader(
          known,
          plainBytes,
          bytes,
          checksum,
          values,
          encoding,
          definitionEncoding,
          repetitionEncoding,
          definitionBytes,
          repetitionBytes,
          rows,
          compressed);
    }
  }
}
