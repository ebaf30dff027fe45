package org.dipscope.core.figure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Figures as JSON text: {@code {"kind": "figure", "schemaVersion": 1, "figure": {…}}} with the
 * fields of the records. Absent fields take the defaults of the records, unknown ones are refused,
 * gaps are {@code "NaN"} or {@code null}.
 */
public final class FigureJson {
  /** The version this code writes and the newest it reads. */
  public static final int SCHEMA_VERSION = 1;

  private static final String KIND = "figure";
  private static final long MAX_FILE_BYTES = 256L << 20;
  private static final String HINT =
      "Correct the file by hand or write the figure again with Dipscope.";
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
          .defaultPrettyPrinter(
              new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")))
          .build();

  private FigureJson() {}

  /** Returns the figure as indented JSON text; the same figure always gives the same text. */
  public static String write(FigureSpec figure) {
    return MAPPER
            .writerWithDefaultPrettyPrinter()
            .writeValueAsString(new Document(KIND, SCHEMA_VERSION, figure))
        + "\n";
  }

  /** Returns whether the text is a JSON object of kind {@code figure}. */
  public static boolean isFigure(String json) {
    try {
      return MAPPER.readTree(json).path("kind").asString("").equals(KIND);
    } catch (JacksonException e) {
      return false;
    }
  }

  /**
   * Reads a figure from a file.
   *
   * @throws ProblemException if the file cannot be read, is larger than 256 MiB or is not a figure
   */
  public static FigureSpec read(Path file) {
    try {
      if (Files.size(file) > MAX_FILE_BYTES) {
        throw problem(file.toString(), 0, "is larger than 256 MiB", "Draw fewer points.", null);
      }
      return read(new String(Files.readAllBytes(file), StandardCharsets.UTF_8), file.toString());
    } catch (IOException e) {
      throw problem(
          file.toString(), 0, "cannot be read", "Check the file's name and permissions.", e);
    }
  }

  /**
   * Reads a figure from text.
   *
   * @param json the text
   * @param source the file or other place it comes from, for messages
   * @throws ProblemException if it is not JSON, not a figure, of a newer version, or its values
   *     disagree
   */
  public static FigureSpec read(String json, String source) {
    try {
      checkHeader(MAPPER.readTree(json), source);
      return MAPPER.readValue(json, Document.class).figure();
    } catch (JacksonException e) {
      throw describe(e, source);
    }
  }

  private static void checkHeader(JsonNode root, String source) {
    if (!root.path("kind").asString("").equals(KIND)) {
      throw problem(
          source, 0, "is not a figure: its \"kind\" is not \"figure\"", "Choose a figure.", null);
    }
    JsonNode version = root.path("schemaVersion");
    if (!version.isInt() || version.intValue() < 1) {
      throw problem(source, 0, "has no valid \"schemaVersion\"", "Write it as 1.", null);
    }
    if (version.intValue() > SCHEMA_VERSION) {
      throw problem(
          source,
          0,
          "has figure version %d, but this Dipscope reads up to %d"
              .formatted(version.intValue(), SCHEMA_VERSION),
          "Open it with a newer Dipscope.",
          null);
    }
    if (!root.path("figure").isObject()) {
      throw problem(source, 0, "has no \"figure\" object", HINT, null);
    }
  }

  private static ProblemException describe(JacksonException e, String source) {
    int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
    StringBuilder place = new StringBuilder();
    for (JacksonException.Reference reference : e.getPath()) {
      if (reference.getPropertyName() != null) {
        place.append(place.isEmpty() ? "" : ".").append(reference.getPropertyName());
      } else {
        place.append('[').append(reference.getIndex()).append(']');
      }
    }
    String what =
        e.getCause() instanceof IllegalArgumentException cause && cause.getMessage() != null
            ? cause.getMessage()
            : firstSentence(e.getOriginalMessage());
    String where = place.isEmpty() ? "is not valid JSON" : "is wrong at " + place;
    return problem(source, line, where + ": " + what, HINT, e);
  }

  private static String firstSentence(@Nullable String message) {
    if (message == null) {
      return "it cannot be read";
    }
    int end = message.indexOf('\n');
    String text = end < 0 ? message : message.substring(0, end);
    return text.replaceAll("`?(tools\\.jackson|org\\.dipscope|java)\\.[\\w.]*[.$](\\w+)`?", "$2");
  }

  private static ProblemException problem(
      String source, int line, String what, String hint, @Nullable Throwable cause) {
    String place = line > 0 ? source + ", line " + line + "," : source;
    return new ProblemException(
        Problem.badInput(place + " " + what + ".", hint, source, line), cause);
  }

  private record Document(String kind, int schemaVersion, FigureSpec figure) {}
}
