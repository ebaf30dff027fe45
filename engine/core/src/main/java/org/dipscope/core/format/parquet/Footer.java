package org.dipscope.core.format.parquet;

import java.util.List;
import java.util.Map;

/**
 * What the end of a file says about it.
 *
 * @param rows how many rows it has
 * @param schema the nodes of the schema, depth first; the first is the root
 * @param groups the row groups in the order of the rows
 * @param notes keys with values that the writer added
 */
record Footer(
    long rows, List<SchemaElement> schema, List<RowGroup> groups, Map<String, String> notes) {

  /**
   * Some consecutive rows.
   *
   * @param first the first row
   * @param rows how many
   * @param chunks where each column lies
   */
  record RowGroup(long first, long rows, List<Chunk> chunks) {
    long end() {
      return first + rows;
    }
  }

  /**
   * One column of one row group.
   *
   * @param physical the number of its physical type
   * @param codec how its pages are compressed
   * @param values how many values it has, nulls and empty lists included
   * @param offset its first byte in the file
   * @param bytes how many bytes its pages take
   * @param plainBytes how many they take decompressed
   */
  record Chunk(int physical, Codec codec, long values, long offset, long bytes, long plainBytes) {}
}
