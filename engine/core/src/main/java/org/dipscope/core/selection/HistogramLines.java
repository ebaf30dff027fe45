package org.dipscope.core.selection;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.dipscope.core.format.AtomicFile;
import org.dipscope.core.histogram.Values;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Histograms as JSON lines, one object each: {@code id}, {@code edges} and {@code counts} of the
 * kept bins, {@code category}, {@code combination} and {@code events} of the category. With weights
 * {@code counts} are their sums and {@code errors} = &radic;&Sigma;w&sup2;. With mothers {@code
 * background} has one number per bin, and {@code backgroundFit} tells {@code deviance}, {@code
 * bins}, {@code deviancePerBin}, {@code degreesOfFreedom}, {@code p} and {@code converged}.
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
    write(file, histograms, Collections.nCopies(histograms.size(), Optional.empty()));
  }

  /**
   * Writes a file with mothers.
   *
   * @param mothers one per histogram, or empty
   * @throws org.dipscope.core.problem.ProblemException if it cannot be written
   */
  public static void write(
      Path file, List<MassHistogram> histograms, List<Optional<Mother>> mothers) {
    AtomicFile.write(
        file,
        writer -> {
          for (int i = 0; i < histograms.size(); i++) {
            write(writer, histograms.get(i), mothers.get(i).orElse(null));
          }
        });
  }

  private static void write(Writer writer, MassHistogram histogram, @Nullable Mother mother)
      throws IOException {
    try (JsonGenerator line = MAPPER.createGenerator(new Unclosed(writer))) {
      line.writeStartObject();
      line.writeStringProperty("id", histogram.id());
      write(line, "edges", histogram.keptEdges());
      write(line, "counts", histogram.keptCounts());
      if (histogram.isWeighted()) {
        write(line, "errors", histogram.keptSquares().map(Math::sqrt));
      }
      line.writeStringProperty("category", histogram.category());
      line.writeStringProperty("combination", histogram.combination());
      line.writeNumberProperty("events", histogram.events());
      if (mother != null) {
        write(line, "background", mother.background());
        write(line, mother);
      }
      line.writeEndObject();
    }
    writer.write('\n');
  }

  private static void write(JsonGenerator line, Mother mother) {
    line.writeName("backgroundFit");
    line.writeStartObject();
    line.writeNumberProperty("deviance", mother.deviance());
    line.writeNumberProperty("bins", mother.background().size());
    line.writeNumberProperty("deviancePerBin", mother.deviancePerBin());
    line.writeNumberProperty("degreesOfFreedom", mother.degreesOfFreedom());
    if (Double.isFinite(mother.p())) {
      line.writeNumberProperty("p", mother.p());
    }
    line.writeBooleanProperty("converged", mother.converged());
    line.writeEndObject();
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
