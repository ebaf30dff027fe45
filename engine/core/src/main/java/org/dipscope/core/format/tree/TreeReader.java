package org.dipscope.core.format.tree;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.format.RegularFile;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.dataformat.yaml.YAMLFactory;

/**
 * Reads YAML and JSON files as trees. Size, depth and what aliases would expand to are bounded
 * before anything of that size is held.
 */
public final class TreeReader {
  private static final int MOST_DEPTH = 64;
  private static final long MOST_BYTES = 256L << 20;

  private static final String SYNTAX =
      "Correct the syntax at this place; the file may also be cut off or of another format.";

  private TreeReader() {}

  /**
   * All documents of a YAML file; empty documents are left out.
   *
   * @throws ProblemException if the file cannot be read, is no YAML, is too large or nested too
   *     deeply, or its aliases refer to themselves or expand without bound
   */
  public static List<Cursor> yaml(Path file, CancelToken token) {
    return documents(file, yamlFactory(), true, token);
  }

  /**
   * All values of a JSON file: one, or one per line.
   *
   * @param allowNaN whether the words NaN and Infinity count as numbers, as some programs write
   * @throws ProblemException if the file cannot be read, is no JSON, is too large or nested too
   *     deeply
   */
  public static List<Cursor> json(Path file, boolean allowNaN, CancelToken token) {
    return documents(file, jsonFactory(), allowNaN, token);
  }

  /**
   * The values of a JSON text that is not, or not yet, a file.
   *
   * @param place what stands for the file in messages
   * @throws ProblemException as {@link #json}
   */
  public static List<Cursor> jsonText(String place, String text, CancelToken token) {
    return documents(
        place, new ByteArrayInputStream(text.getBytes(UTF_8)), jsonFactory(), false, token);
  }

  /**
   * The documents of a YAML text that stands inside another file.
   *
   * @param place what stands for the file in messages
   * @throws ProblemException as {@link #yaml}
   */
  public static List<Cursor> yamlText(String place, String text, CancelToken token) {
    return documents(
        place, new ByteArrayInputStream(text.getBytes(UTF_8)), yamlFactory(), true, token);
  }

  private static TokenStreamFactory jsonFactory() {
    return JsonFactory.builder()
        .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
        .streamReadConstraints(bounds())
        .build();
  }

  private static TokenStreamFactory yamlFactory() {
    LoadSettings settings =
        LoadSettings.builder().setCodePointLimit((int) MOST_BYTES).setBufferSize(8192).build();
    return YAMLFactory.builder().loadSettings(settings).streamReadConstraints(bounds()).build();
  }

  private static StreamReadConstraints bounds() {
    return StreamReadConstraints.builder()
        .maxNestingDepth(MOST_DEPTH)
        .maxStringLength(64 << 20)
        .maxNumberLength(2000)
        .build();
  }

  private static List<Cursor> documents(
      Path file, TokenStreamFactory factory, boolean allowNaN, CancelToken token) {
    String name = String.valueOf(file.getFileName());
    try {
      checkSize(file, name);
      return documents(name, Files.newInputStream(file), factory, allowNaN, token);
    } catch (NoSuchFileException e) {
      throw bad(name, 0, "the file does not exist.", "Check the path.", e);
    } catch (IOException e) {
      throw bad(name, 0, "the file cannot be read.", "Check that it is a readable file.", e);
    }
  }

  private static List<Cursor> documents(
      String name,
      InputStream stream,
      TokenStreamFactory factory,
      boolean allowNaN,
      CancelToken token) {
    try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), stream)) {
      List<Cursor> documents = new ArrayList<>();
      TreeBuilder builder = new TreeBuilder(name, parser, allowNaN, token);
      for (TreeNode root = builder.next(); root != null; root = builder.next()) {
        documents.add(new Cursor(name, "", root));
      }
      if (documents.isEmpty()) {
        throw bad(name, 0, "the file is empty.", "Check how it was written or copied.", null);
      }
      return documents;
    } catch (StreamConstraintsException e) {
      throw bad(
          name,
          line(e),
          "the document is nested deeper than "
              + MOST_DEPTH
              + " levels or holds a text or number beyond any use.",
          "Write the table as HEPData, pyhf or Dipscope do.",
          e);
    } catch (JacksonException e) {
      throw bad(name, line(e), said(e.getOriginalMessage()), SYNTAX, e);
    } catch (YamlEngineException e) {
      throw bad(name, 0, said(String.valueOf(e.getMessage())), SYNTAX, e);
    }
  }

  private static void checkSize(Path file, String name) throws IOException {
    RegularFile.require(file);
    if (Files.isDirectory(file)) {
      throw bad(name, 0, "this is a folder.", "Choose a file in it.", null);
    }
    long size = Files.size(file);
    if (size == 0) {
      throw bad(name, 0, "the file is empty.", "Check how it was written or copied.", null);
    }
    if (size > MOST_BYTES) {
      throw bad(
          name,
          0,
          "the file has " + (size >> 20) + " MiB, more than any table needs.",
          "Split it, or store event data in Parquet.",
          null);
    }
  }

  private static int line(JacksonException e) {
    return e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
  }

  /** The first sentence of a parser's complaint, fit to stand inside one of ours. */
  private static String said(String message) {
    String first =
        message.lines().map(String::strip).filter(l -> !l.isEmpty()).findFirst().orElse("");
    String shortened = first.length() > 160 ? first.substring(0, 160) + "…" : first;
    return "the syntax is broken: " + shortened.replaceAll("[.:\\s]+$", "") + ".";
  }

  static ProblemException bad(
      String name,
      int line,
      String what,
      String hint,
      @org.jspecify.annotations.Nullable Throwable cause) {
    String place = line > 0 ? name + ", line " + line : name;
    return new ProblemException(
        Problem.badInput(place + ": " + what, hint, name, Math.max(0, line)), cause);
  }
}
