package org.dipscope.core.event.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.dipscope.core.event.EventColumn;
import org.dipscope.core.format.AtomicFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is written beside a stored column. It is written last, so that a column without header is
 * not there.
 *
 * @param source which version of which table it comes from
 * @param column its name, unit, type and shape
 * @param rows how many events
 * @param cells its numbers
 * @param format how they lie in their file
 * @param values the file of the numbers
 * @param offsets the file that says where the list of each event begins, or empty
 */
record ColumnHeader(
    SourceFile source,
    EventColumn column,
    long rows,
    CellSummary cells,
    CellFormat format,
    Part values,
    Part offsets) {
  private static final int VERSION = 1;
  private static final long LONGEST = 1 << 16;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * A file of numbers.
   *
   * @param file its name, or empty if there is none
   * @param checksum CRC-32C of its bytes
   */
  record Part(String file, long checksum) {
    static final Part NONE = new Part("", 0);
  }

  /** Where the header of a column lies in the folder of its table. */
  static Path path(Path folder, EventColumn column) {
    return folder.resolve(SourceFile.key(column.name()) + ".json");
  }

  void write(Path folder) {
    ObjectNode json = JSON.createObjectNode();
    json.put("version", VERSION);
    json.putObject("source")
        .put("path", source.path())
        .put("bytes", source.bytes())
        .put("modified", source.modified())
        .put("table", source.table());
    json.putObject("column")
        .put("name", column.name())
        .put("unit", column.unit())
        .put("type", column.type().name())
        .put("shape", column.shape().name());
    json.put("rows", rows);
    json.putObject("cells")
        .put("values", cells.values())
        .put("notNumbers", cells.notNumbers())
        .put("sum", Double.toString(cells.sum()))
        .put("minimum", Double.toString(cells.minimum()))
        .put("maximum", Double.toString(cells.maximum()))
        .put("integers", cells.areIntegers())
        .put("floats", cells.areFloats());
    json.put("format", format.name());
    put(json.putObject("values"), values);
    put(json.putObject("offsets"), offsets);
    AtomicFile.write(path(folder, column), writer -> writer.write(json.toPrettyString()));
  }

  private static void put(ObjectNode json, Part part) {
    json.put("file", part.file()).put("checksum", part.checksum());
  }

  /** The header of a column, if it is there and can be read. */
  static Optional<ColumnHeader> read(Path folder, SourceFile source, EventColumn column) {
    return read(path(folder, column))
        .filter(header -> header.source.equals(source) && header.column.equals(column));
  }

  /** Any header; empty if the file is none. */
  static Optional<ColumnHeader> read(Path file) {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > LONGEST) {
        return Optional.empty();
      }
      JsonNode json = JSON.readTree(Files.readAllBytes(file));
      return json.required("version").asInt() == VERSION ? Optional.of(of(json)) : Optional.empty();
    } catch (IOException | JacksonException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static ColumnHeader of(JsonNode json) {
    JsonNode source = json.required("source");
    JsonNode column = json.required("column");
    JsonNode cells = json.required("cells");
    return new ColumnHeader(
        new SourceFile(
            source.required("path").asString(),
            source.required("bytes").asLong(),
            source.required("modified").asString(),
            source.required("table").asString()),
        new EventColumn(
            column.required("name").asString(),
            column.required("unit").asString(),
            EventColumn.Type.valueOf(column.required("type").asString()),
            EventColumn.Shape.valueOf(column.required("shape").asString())),
        json.required("rows").asLong(),
        new CellSummary(
            cells.required("values").asLong(),
            cells.required("notNumbers").asLong(),
            Double.parseDouble(cells.required("sum").asString()),
            Double.parseDouble(cells.required("minimum").asString()),
            Double.parseDouble(cells.required("maximum").asString()),
            cells.required("integers").asBoolean(),
            cells.required("floats").asBoolean()),
        CellFormat.valueOf(json.required("format").asString()),
        part(json.required("values")),
        part(json.required("offsets")));
  }

  private static Part part(JsonNode json) {
    return new Part(json.required("file").asString(), json.required("checksum").asLong());
  }

  /** How many numbers it has, NaN included. */
  long cellCount() {
    return cells.values() + cells.notNumbers();
  }
}
