package org.dipscope.core.format.yoda;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/** Cuts a file into its objects, in all three syntaxes. */
final class YodaParser {
  private static final Pattern BEGIN =
      Pattern.compile("^(?:# )?BEGIN YODA_([A-Za-z0-9<>,]+?)(?:_V(\\d))?(?:\\s+(.*))?$");
  private static final Pattern END = Pattern.compile("^(?:# )?END YODA_.*$");
  private static final Pattern STATEMENT =
      Pattern.compile("^([A-Za-z]\\w*(?:\\([A-Za-z]?\\d+\\))?):\\s*(.*)$");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  /** What an object takes beside its rows, its share of the answer included. */
  private static final int BYTES_PER_OBJECT = 2000;

  private static final int BYTES_PER_CELL = 64;

  /** The objects of a file and what was wrong with others. */
  record Parsed(List<YodaObject> objects, List<Problem> problems) {}

  private final YodaLines lines;
  private final CancelToken token;
  private final List<YodaObject> objects = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  private String begin = "";
  private int beginLine;
  private String type = "";
  private int version;
  private String path = "";
  private boolean inHead;
  private boolean hasBins;
  private String lastKey = "";
  private final StringBuilder lastValue = new StringBuilder();
  private Map<String, String> annotations = new LinkedHashMap<>();
  private List<String> columns = List.of();
  private List<YodaObject.Row> rows = new ArrayList<>();

  private YodaParser(YodaLines lines, CancelToken token) {
    this.lines = lines;
    this.token = token;
  }

  static Parsed parse(Path file, CancelToken token) {
    try (YodaLines lines = YodaLines.open(file)) {
      YodaParser parser = new YodaParser(lines, token);
      parser.run();
      return new Parsed(parser.objects, parser.problems);
    }
  }

  private void run() {
    try {
      for (String line = lines.next(); line != null; line = lines.next()) {
        token.throwIfCancelled();
        line(line);
      }
    } catch (ProblemException e) {
      problems.add(e.problem());
      begin = "";
    }
    if (!begin.isEmpty()) {
      unfinished();
    }
    if (objects.isEmpty() && problems.isEmpty()) {
      String what = lines.line() == 0 ? "the file is empty." : "there is no BEGIN YODA line.";
      problems.add(
          Problem.badInput(
              lines.file() + ": " + what, "Choose a file written by YODA.", lines.file(), 0));
    }
  }

  private void line(String line) {
    Matcher start = BEGIN.matcher(line);
    if (start.matches()) {
      if (!begin.isEmpty()) {
        unfinished();
      }
      start(start);
    } else if (begin.isEmpty()) {
      return;
    } else if (END.matcher(line).matches()) {
      endOfStatement();
      objects.add(
          new YodaObject(lines.file(), beginLine, type, version, path, annotations, columns, rows));
      begin = "";
    } else if (inHead) {
      head(line);
    } else {
      body(line);
    }
  }

  private void start(Matcher match) {
    lines.hold(BYTES_PER_OBJECT);
    beginLine = lines.line();
    type = match.group(1).toUpperCase(Locale.ROOT);
    version = match.group(2) == null ? 1 : Integer.parseInt(match.group(2));
    begin = "BEGIN YODA_" + match.group(1) + (match.group(2) == null ? "" : "_V" + version);
    path = match.group(3) == null ? "/" : match.group(3).strip();
    inHead = version >= 2;
    hasBins = false;
    lastKey = "";
    lastValue.setLength(0);
    annotations = new LinkedHashMap<>();
    columns = List.of();
    rows = new ArrayList<>();
  }

  private void unfinished() {
    problems.add(
        Problem.badInput(
            "%s: %s on line %d has no END.".formatted(lines.file(), begin, beginLine),
            "The file is cut off; get it again, or add the line END after the last row.",
            lines.file(),
            beginLine));
    begin = "";
  }

  private void head(String line) {
    if (line.startsWith("---")) {
      inHead = false;
      endOfStatement();
      return;
    }
    int colon = line.indexOf(':');
    boolean continues = line.startsWith(" ") || line.startsWith("\t");
    if (continues || colon <= 0) {
      if (!lastKey.isEmpty() && !line.isBlank()) {
        lines.hold(2L * line.length());
        lastValue.append(' ').append(line.strip());
      }
      return;
    }
    endOfStatement();
    int space = line.indexOf(": ");
    int end = space > 0 ? space : colon;
    lastKey = line.substring(0, end).strip();
    lastValue.append(line.substring(end + 1).strip());
  }

  /** Keeps the last statement of the head, which may have gone on over several lines. */
  private void endOfStatement() {
    if (!lastKey.isEmpty()) {
      annotate(lastKey, lastValue.toString().strip());
    }
    lastKey = "";
    lastValue.setLength(0);
  }

  private void annotate(String key, String value) {
    lines.hold(BYTES_PER_CELL + 2L * (key.length() + value.length()));
    annotations.put(key, value);
  }

  private void body(String line) {
    String text = line.strip();
    if (text.isEmpty()) {
      return;
    }
    if (text.startsWith("#")) {
      if (!hasBins) {
        columns = List.of(BLANKS.split(text.substring(1).strip().toLowerCase(Locale.ROOT), -1));
      }
      return;
    }
    Matcher statement = STATEMENT.matcher(text);
    if (version >= 2 && statement.matches()) {
      annotate(statement.group(1), statement.group(2).strip());
      return;
    }
    int equals = text.indexOf('=');
    if (version == 1 && equals > 0 && rows.isEmpty()) {
      annotate(text.substring(0, equals).strip(), text.substring(equals + 1).strip());
      return;
    }
    List<String> cells = List.of(BLANKS.split(text, -1));
    lines.hold((long) BYTES_PER_CELL * cells.size() + text.length());
    YodaObject.Row row = new YodaObject.Row(lines.line(), cells);
    hasBins |= !row.isFlow();
    rows.add(row);
  }
}
