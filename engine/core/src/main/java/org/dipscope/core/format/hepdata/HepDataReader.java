package org.dipscope.core.format.hepdata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.format.AnnotatedHistogram;
import org.dipscope.core.format.FileContents;
import org.dipscope.core.format.MemoryBudget;
import org.dipscope.core.format.tree.Cursor;
import org.dipscope.core.format.tree.TreeReader;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Reads HEPData: a submission folder, its submission.yaml, one table, several documents in one
 * file, or JSON as served. Every table is given as such; tables whose independent columns are bins
 * are histograms as well, one per dependent column. Infinite edges become under- and overflow.
 */
public final class HepDataReader {
  private final String name;
  private final CancelToken token;
  private final MemoryBudget budget;
  private final List<HepDataTable> tables = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  private HepDataReader(Path file, CancelToken token) {
    this.name = String.valueOf(file.getFileName());
    this.token = token;
    this.budget = new MemoryBudget(name);
  }

  /**
   * Reads a file or folder with all tables it names.
   *
   * @param statistics whether to sum the columns
   * @throws ProblemException if no table can be read; tables that cannot are listed among the
   *     problems otherwise
   */
  public static FileContents inspect(Path file, boolean statistics, CancelToken token) {
    HepDataReader reader = new HepDataReader(file, token);
    reader.read(file);
    return new FileContents(
        isJson(file) ? "hepdata-json" : "hepdata-yaml",
        reader.tables.stream().flatMap(table -> table.histograms().stream()).toList(),
        reader.tables.stream().map(table -> table.summary(statistics)).toList(),
        reader.problems);
  }

  /**
   * The histograms of a file or folder with their named errors and qualifiers.
   *
   * @throws ProblemException if a table cannot be read
   */
  public static List<AnnotatedHistogram> histograms(Path file, CancelToken token) {
    HepDataReader reader = new HepDataReader(file, token);
    reader.read(file);
    if (!reader.problems.isEmpty()) {
      throw new ProblemException(reader.problems.getFirst());
    }
    return reader.tables.stream().flatMap(table -> table.histograms().stream()).toList();
  }

  private void read(Path file) {
    Path start = Files.isDirectory(file) ? submission(file) : file;
    List<Cursor> documents = documents(start);
    for (Cursor document : documents) {
      token.throwIfCancelled();
      try {
        document(document, start, documents.size());
      } catch (ProblemException e) {
        problems.add(e.problem());
      }
    }
    if (tables.isEmpty()) {
      throw new ProblemException(
          problems.isEmpty()
              ? Problem.badInput(
                  name + ": there is no HEPData table in this file.",
                  "A table has independent_variables and dependent_variables; a submission names"
                      + " its data_file.",
                  name,
                  0)
              : problems.getFirst());
    }
  }

  private Path submission(Path folder) {
    Path submission = folder.resolve("submission.yaml");
    if (!Files.isRegularFile(submission)) {
      throw new ProblemException(
          Problem.badInput(
              name + " is a folder without submission.yaml.",
              "Choose a file in it, or the folder of a HEPData submission.",
              name,
              0));
    }
    return submission;
  }

  private List<Cursor> documents(Path file) {
    try {
      if (Files.isRegularFile(file)) {
        budget.take(12 * Files.size(file));
      }
    } catch (IOException e) {
      throw new ProblemException(
          Problem.badInput(file + " cannot be read.", "Check the file.", name, 0), e);
    }
    return isJson(file) ? TreeReader.json(file, true, token) : TreeReader.yaml(file, token);
  }

  private static boolean isJson(Path file) {
    return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".json");
  }

  private void document(Cursor document, Path file, int documents) {
    if (TableParser.isTable(document) || ServedParser.isTable(document)) {
      String stated = document.text("name");
      String own = documents == 1 ? stem(file) : "Table " + (tables.size() + 1);
      table(document, stated.isEmpty() ? own : stated, notes(document));
    } else if (document.has("data_file")) {
      linked(document, file);
    }
  }

  private void table(Cursor document, String title, Map<String, String> notes) {
    tables.add(
        ServedParser.isTable(document)
            ? ServedParser.parse(document, title, notes)
            : TableParser.parse(document, title, notes));
  }

  private void linked(Cursor entry, Path submission) {
    String title = entry.text("name");
    Cursor link = entry.get("data_file");
    Path data = inside(link, title, submission);
    List<Cursor> documents = documents(data);
    boolean found = false;
    for (Cursor document : documents) {
      if (TableParser.isTable(document) || ServedParser.isTable(document)) {
        found = true;
        table(document, title.isEmpty() ? stem(data) : title, notes(entry));
      }
    }
    if (!found) {
      throw link.problem(
          "the data file " + link.text() + " of " + title + " holds no table.",
          "A table has independent_variables and dependent_variables.");
    }
  }

  /** The data file, which must lie in the folder of the submission, links followed. */
  private static Path inside(Cursor link, String title, Path submission) {
    String text = link.text();
    Path folder = Optional.ofNullable(submission.toAbsolutePath().getParent()).orElse(submission);
    try {
      Path relative = Path.of(text);
      Path resolved = folder.resolve(relative).normalize();
      if (relative.isAbsolute() || !resolved.startsWith(folder.normalize())) {
        throw outside(link, title, null);
      }
      if (!Files.isRegularFile(resolved)) {
        throw link.problem(
            "the data file " + text + " of " + title + " is not there.",
            "Put it beside " + submission.getFileName() + ", or remove the table.");
      }
      if (!resolved.toRealPath().startsWith(folder.toRealPath())) {
        throw outside(link, title, null);
      }
      return resolved;
    } catch (InvalidPathException | IOException e) {
      throw outside(link, title, e);
    }
  }

  private static ProblemException outside(Cursor link, String title, @Nullable Exception cause) {
    ProblemException problem =
        link.problem(
            "the data file of " + title + " lies outside the folder of the submission.",
            "Files of a submission must lie beside it; nothing else is opened.");
    return cause == null ? problem : new ProblemException(problem.problem(), cause);
  }

  private static Map<String, String> notes(Cursor entry) {
    Map<String, String> notes = new LinkedHashMap<>();
    String description = entry.text("description").strip();
    if (!description.isEmpty()) {
      notes.put(AnnotatedHistogram.TITLE, description);
    }
    return notes;
  }

  private static String stem(Path file) {
    String full = String.valueOf(file.getFileName());
    int dot = full.lastIndexOf('.');
    return dot > 0 ? full.substring(0, dot) : full;
  }
}
