package org.dipscope.core.format.parquet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a {@link Footer}. */
final class FooterReader {
  private final ThriftReader in;
  private final Place place;
  private final List<SchemaElement> schema = new ArrayList<>();
  private final List<Footer.RowGroup> groups = new ArrayList<>();
  private final Map<String, String> notes = new LinkedHashMap<>();
  private long rows;
  private long rowsOfGroups;

  private FooterReader(ThriftReader in, Place place) {
    this.in = in;
    this.place = place;
  }

  /**
   * Reads the footer from its bytes.
   *
   * @throws org.dipscope.core.problem.ProblemException if it contradicts itself
   */
  static Footer read(byte[] bytes, int length, Place place, long offset) {
    FooterReader reader =
        new FooterReader(new ThriftReader(bytes, 0, length, place, offset), place);
    reader.in.root(reader::field);
    if (reader.rows != reader.rowsOfGroups) {
      throw place.damaged(
          "the file has %d rows and its row groups %d".formatted(reader.rows, reader.rowsOfGroups));
    }
    return new Footer(
        reader.rows,
        List.copyOf(reader.schema),
        List.copyOf(reader.groups),
        Map.copyOf(reader.notes));
  }

  private boolean field(int id) {
    switch (id) {
      case 2 -> in.list(this::element);
      case 3 -> rows = in.integer();
      case 4 -> in.list(this::group);
      case 5 -> in.list(this::note);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void note() {
    String[] pair = {"", ""};
    in.struct(
        id -> {
          if (id == 1 || id == 2) {
            pair[id - 1] = in.text();
          }
          return id == 1 || id == 2;
        });
    notes.put(pair[0], pair[1]);
  }

  private void element() {
    ElementReader reader = new ElementReader(in);
    in.struct(reader::field);
    schema.add(reader.element(place));
  }

  private void group() {
    List<Footer.Chunk> chunks = new ArrayList<>();
    long[] count = {0};
    in.struct(
        id -> {
          switch (id) {
            case 1 -> in.list(() -> chunks.add(chunk()));
            case 3 -> count[0] = in.integer();
            default -> {
              return false;
            }
          }
          return true;
        });
    if (count[0] < 0 || count[0] > Long.MAX_VALUE / 2 - rowsOfGroups) {
      throw place.damaged("row group " + groups.size() + " has " + count[0] + " rows");
    }
    groups.add(new Footer.RowGroup(rowsOfGroups, count[0], List.copyOf(chunks)));
    rowsOfGroups += count[0];
  }

  private Footer.Chunk chunk() {
    ChunkReader reader = new ChunkReader(in);
    in.struct(reader::field);
    return reader.chunk(place);
  }

  /** Where a chunk lies. */
  private static final class ChunkReader {
    private final ThriftReader in;
    private int physical = -1;
    private int codec;
    private long values;
    private long plainBytes;
    private long bytes;
    private long data;
    private long dictionary;
    private boolean elsewhere;

    ChunkReader(ThriftReader in) {
      this.in = in;
    }

    boolean field(int id) {
      switch (id) {
        case 1 -> elsewhere = !in.text().isEmpty();
        case 3 -> in.struct(this::detail);
        default -> {
          return false;
        }
      }
      return true;
    }

    private boolean detail(int id) {
      switch (id) {
        case 1 -> physical = in.smallInteger();
        case 4 -> codec = in.smallInteger();
        case 5 -> values = in.integer();
        case 6 -> plainBytes = in.integer();
        case 7 -> bytes = in.integer();
        case 9 -> data = in.integer();
        case 11 -> dictionary = in.integer();
        default -> {
          return false;
        }
      }
      return true;
    }

    Footer.Chunk chunk(Place place) {
      if (elsewhere) {
        throw place.problem(
            "says that its columns lie in other files", "Join them into one file with columns.");
      }
      long start = dictionary > 0 ? Math.min(dictionary, data) : data;
      return new Footer.Chunk(physical, Codec.of(codec), values, start, bytes, plainBytes);
    }
  }
}
