package org.dipscope.core.format.parquet;

import org.dipscope.core.event.EventColumn;
import org.dipscope.core.format.ColumnType;

/**
 * One column that can be read.
 *
 * @param name its path in the schema, joined by dots, without the nodes that only make a list
 * @param index its position among the chunks of a row group
 * @param physical how its values lie in the file
 * @param bytes length of a value if that is fixed, else 0
 * @param meaning what they stand for
 * @param scale a decimal counts 10<sup>−scale</sup>
 * @param presentAt definition level of a value that is there
 * @param repeatedAt definition level of an element of a list, there or null; 0 without lists
 * @param repeated whether a row has a list of values
 */
record ParquetColumn(
    String name,
    int index,
    Physical physical,
    int bytes,
    Meaning meaning,
    int scale,
    int presentAt,
    int repeatedAt,
    boolean repeated) {

  boolean isNumeric() {
    return switch (physical) {
      case BYTE_ARRAY -> meaning == Meaning.DECIMAL;
      case FIXED -> meaning == Meaning.DECIMAL || isHalf();
      default -> true;
    };
  }

  boolean isHalf() {
    return meaning == Meaning.HALF && bytes == 2;
  }

  ColumnType type() {
    if (!isNumeric()) {
      return ColumnType.TEXT;
    }
    return switch (physical) {
      case BOOLEAN -> ColumnType.BOOLEAN;
      case FLOAT, DOUBLE -> ColumnType.REAL;
      default ->
          isHalf() || (meaning == Meaning.DECIMAL && scale != 0)
              ? ColumnType.REAL
              : ColumnType.INTEGER;
    };
  }

  EventColumn event() {
    EventColumn.Type type =
        switch (type()) {
          case BOOLEAN -> EventColumn.Type.TRUTH;
          case TEXT -> EventColumn.Type.TEXT;
          default -> EventColumn.Type.NUMBER;
        };
    EventColumn.Shape shape = repeated ? EventColumn.Shape.LIST : EventColumn.Shape.SINGLE;
    return new EventColumn(name, unit(), type, shape);
  }

  /** The unit of a time, or what stands in brackets at the end of the name. */
  String unit() {
    if (physical == Physical.INT96) {
      return "ns";
    }
    return switch (meaning) {
      case DAYS -> "d";
      case MILLISECONDS -> "ms";
      case MICROSECONDS -> "µs";
      case NANOSECONDS -> "ns";
      default -> {
        int bracket = name.indexOf('[');
        yield bracket > 0 && name.endsWith("]")
            ? name.substring(bracket + 1, name.length() - 1).strip()
            : "";
      }
    };
  }
}
