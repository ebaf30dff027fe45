package org.dipscope.core.format;

import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What files of other projects hold, computed independently by others. */
public final class SharedManifest {
  private SharedManifest() {}

  /** The expectations for a file of shared/formats, such as {@code files/npy/list.npz}. */
  public static JsonNode expected(String file) {
    JsonNode root = new ObjectMapper().readTree(SharedFiles.format("files/MANIFEST.json").toFile());
    for (JsonNode entry : root.get("files")) {
      if (entry.get("file").asString().equals(file)) {
        return entry.get("expected");
      }
    }
    throw new IllegalArgumentException(file);
  }

  /** The statistics of a column. */
  public static Statistics statistics(FileContents contents, String table, String column) {
    for (ColumnSummary summary : table(contents, table).columns()) {
      Statistics statistics = summary.statistics();
      if (summary.name().equals(column) && statistics != null) {
        return statistics;
      }
    }
    throw new IllegalArgumentException(column);
  }

  /** A table by name. */
  public static TableSummary table(FileContents contents, String name) {
    return contents.tables().stream()
        .filter(table -> table.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** A file of shared/formats. */
  public static Path path(String file) {
    return SharedFiles.format(file);
  }
}
