package org.dipscope.core.selection;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import org.dipscope.core.format.AtomicFile;
import org.dipscope.core.histogram.Values;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Histograms as JSON lines, one object each: {@code id}, {@code edges} and {@code counts} of the
 * kept bins, {@code category}, {@code combination} and {@code events} of the category.
 */
public final class HistogramLines {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private HistogramLines() {}

  /**
   * Writes a file.
   *
   * @throws org.dipscope.core.problem.ProblemException if it cannot be written
   */
  public static void write(Path file, List<MassHistogram> histograms) {
    AtomicFile.write(
        file,
        writer -> {
          for (MassHistogram histogram : histograms) {
            write(writer, histogram);
          }
        });
  }

  private static void write(Writer writer, MassHistogram histogram) throws IOException {
    try (JsonGenerator line = MAPPER.createGenerator(new Unclosed(writer))) {
      line.writeStartObject();
      line.writeStringProperty("id", histogram.id());
      write(line, "edges", histogram.keptEdges());
      write(line, "counts", histogram.keptCounts());
      line.writeStringProperty("category", histogram.category());
      line.writeStringProperty("combination", histogram.combination());
      line.writeNumberProperty("events", histogram.events());
      line.writeEndObject();
    }
    writer.write('\n');
  }

  private static void write(JsonGenerator line, String name, Values values) {
    line.writeName(name);
    line.writeArray(values.toArray(), 0, values.size());
  }

  /** One line ends, the file goes on. */
  private static final class Unclosed extends java.io.FilterWriter {
    Unclosed(Writer writer) {
      super(writer);
    }

    @Override
    public void close() {}
  }
}
