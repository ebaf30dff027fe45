package org.dipscope.core.format.csv;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects what stands above a table: comments, the name, and names of columns in a comment. */
final class Preamble {
  private static final int MOST_COMMENTS = 1000;
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.()^/\\[\\]+* -]*");

  private final String file;
  private final Dialect dialect;
  private final Set<String> tableNames = new HashSet<>();
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
    tables++;
    List<String> known = names == null ? commentNames(width) : names;
    List<String> columns = new ArrayList<>(width);
    Set<String> used = new HashSet<>();
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
    Row cells = new Row();
    char[] line = lastComment.toCharArray();
    if (lastComment.indexOf('"') < 0) {
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

  private static String unique(String name, Set<String> used) {
    String candidate = name;
    for (int copy = 2; !used.add(candidate); copy++) {
      candidate = name + " (" + copy + ")";
    }
    return candidate;
  }
}
