package org.dipscope.core.format.parquet;

import org.jspecify.annotations.Nullable;

/**
 * A page of a column while it is read.
 *
 * @param values how many it has, nulls and empty lists included
 * @param repetitions which of them begin a row (0); null if all do
 * @param definitions which are there; null if all are
 * @param cells those that are there
 */
record ColumnPage(
    int values,
    @Nullable RunReader repetitions,
    @Nullable RunReader definitions,
    ValueReader cells) {
  private static final int PLAIN = 0;
  private static final int PLAIN_DICTIONARY = 2;
  private static final int RUNS = 3;
  private static final int DELTA_BINARY_PACKED = 5;
  private static final int DELTA_LENGTH_BYTE_ARRAY = 6;
  private static final int DELTA_BYTE_ARRAY = 7;
  private static final int RLE_DICTIONARY = 8;
  private static final int BYTE_STREAM_SPLIT = 9;

  /** Prepares the page whose header was read. */
  static ColumnPage of(
      ChunkPages pages, PageHeader header, ParquetColumn column, double @Nullable [] dictionary) {
    PageBytes in = pages.plain(header);
    int highest = column.repeated() ? 1 : 0;
    RunReader repetitions;
    RunReader definitions;
    if (header.kind() == PageHeader.Kind.DATA_2) {
      repetitions = runs(in.part(header.repetitionBytes()), highest);
      definitions = runs(in.part(header.definitionBytes()), column.presentAt());
      in = pages.values(header, in);
    } else {
      int values = header.values();
      repetitions = levels(in, highest, header.repetitionEncoding(), values);
      definitions = levels(in, column.presentAt(), header.definitionEncoding(), values);
    }
    return new ColumnPage(
        header.values(), repetitions, definitions, cells(header, column, in, dictionary));
  }

  /** Levels of a page of version 1, which lie before the values without their length if packed. */
  private static @Nullable RunReader levels(PageBytes in, int highest, int encoding, int values) {
    if (highest == 0) {
      return null;
    }
    return encoding == PageHeader.BIT_PACKED
        ? RunReader.deprecated(in, width(highest), values)
        : runs(in.part(in.int32()), highest);
  }

  private static @Nullable RunReader runs(PageBytes in, int highest) {
    return highest == 0 ? null : new RunReader(in, width(highest));
  }

  private static int width(int highest) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(highest);
  }

  private static ValueReader cells(
      PageHeader header, ParquetColumn column, PageBytes in, double @Nullable [] dictionary) {
    if (!column.isNumeric()) {
      return new ValueReader.Text();
    }
    return switch (header.encoding()) {
      case PLAIN -> new PlainValues(column, in);
      case PLAIN_DICTIONARY, RLE_DICTIONARY -> fromDictionary(in, dictionary);
      case RUNS -> new ValueReader.Runs(new RunReader(in.part(in.int32()), 1));
      case DELTA_BINARY_PACKED ->
          new ValueReader.Deltas(new DeltaReader(in), new CellReader(column));
      case DELTA_LENGTH_BYTE_ARRAY -> new DeltaBytes(column, in, false, header.values());
      case DELTA_BYTE_ARRAY -> new DeltaBytes(column, in, true, header.values());
      case BYTE_STREAM_SPLIT -> new SplitValues(column, in);
      default -> throw in.damaged("values in the unknown encoding " + header.encoding());
    };
  }

  private static ValueReader fromDictionary(PageBytes in, double @Nullable [] dictionary) {
    if (dictionary == null) {
      throw in.damaged("its values refer to a dictionary that is missing");
    }
    int width = in.left() == 0 ? 0 : in.unsignedByte();
    return new ValueReader.FromDictionary(dictionary, new RunReader(in, width), in.place);
  }
}
