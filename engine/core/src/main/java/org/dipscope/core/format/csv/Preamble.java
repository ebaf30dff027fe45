package org.dipscope.core.format.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Collects what stands above a table: comments, the name, and names of columns in a comment. */
final class Preamble {
  private static final int MOST_COMMENTS = 1000;
  private static final int MOST_TABLES = 10_000;
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.()^/\\[\\]+* -]*");

  private final String file;
  private final Dialect dialect;
  private final Map<String, Integer> tableNames = new HashMap<>();
  private List<String> comments = new ArrayList<>();
  private String lastComment = "";
  private boolean hepData;
  private int tables;

  Preamble(String file, Dialect dialect) {
    this.file = file;
    this.dialect = dialect;
  }

  int tables() {
    return tables;
  }

  boolean isHepData(String line) {
    return line.startsWith("#:");
  }

  void add(String line) {
    lastComment = strip(line);
    hepData |= isHepData(line);
    if (comments.size() < MOST_COMMENTS) {
      comments.add(lastComment);
    }
  }

  private static String strip(String line) {
    int at = 0;
    while (at < line.length() && "#%/:!".indexOf(line.charAt(at)) >= 0) {
      at++;
    }
    return line.substring(at).strip();
  }

  /** Closes the preamble with the header of its table; the next one starts empty. */
  TableHeader header(@Nullable List<String> names, int line, int width) {
    if (++tables > MOST_TABLES) {
      throw new ProblemException(
          Problem.badInput(
              file + ", line " + line + ": more than " + MOST_TABLES + " tables in one file.",
              "Split the file, or remove the blank lines and headers between its rows.",
              file,
              line));
    }
    List<String> known = names == null ? commentNames(width) : names;
    List<String> columns = new ArrayList<>(width);
    Map<String, Integer> used = new HashMap<>();
    for (int i = 0; i < width; i++) {
      String name = known.isEmpty() || known.get(i).isBlank() ? "column" + (i + 1) : known.get(i);
      columns.add(unique(name, used));
    }
    TableHeader header =
        new TableHeader(
            unique(tableName(), tableNames), columns, !known.isEmpty(), comments, hepData, line);
    comments = new ArrayList<>();
    lastComment = "";
    return header;
  }

  /** Names in the comment right above the rows, as numpy writes them; else nothing. */
  private List<String> commentNames(int width) {
    return names(lastComment, width);
  }

  /** Whether a comment names the columns of rows of this width. */
  boolean namesColumns(String comment, int width) {
    return !names(strip(comment), width).isEmpty();
  }

  private List<String> names(String comment, int width) {
    Row cells = new Row();
    char[] line = comment.toCharArray();
    if (comment.indexOf('"') < 0) {
      dialect.split(file, 0, line, line.length, cells);
    }
    if (cells.count() != width) {
      return List.of();
    }
    boolean namesOnly = cells.texts().stream().allMatch(cell -> NAME.matcher(cell).matches());
    return namesOnly ? cells.texts() : List.of();
  }

  private String tableName() {
    for (String comment : comments) {
      if (comment.startsWith("name:")) {
        String name = comment.substring("name:".length()).strip();
        if (!name.isEmpty()) {
          return name;
        }
      }
    }
    int dot = file.lastIndexOf('.');
    return dot > 0 ? file.substring(0, dot) : file;
  }

  /** The name, numbered if it occurs again; {@code used} remembers the last number of each. */
  private static String unique(String name, Map<String, Integer> used) {
    String candidate = name;
    int copy = used.getOrDefault(name, 1);
    while (used.putIfAbsent(candidate, 1) != null) {
      candidate = name + " (" + ++copy + ")";
    }
    used.put(name, copy);
    return candidate;
  }
}
