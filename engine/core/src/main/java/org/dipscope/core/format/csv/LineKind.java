package org.dipscope.core.format.csv;

/** What a line of a text table is, before it is split into cells. */
enum LineKind {
  BLANK,
  COMMENT,
  /** A ruler such as {@code ----+----} between header and rows. */
  RULER,
  CELLS;

  static LineKind of(String line) {
    return of(line.toCharArray(), line.length());
  }

  static LineKind of(char[] line, int length) {
    int at = 0;
    while (at < length && (line[at] == ' ' || line[at] == '\t')) {
      at++;
    }
    if (at == length) {
      return BLANK;
    }
    char first = line[at];
    if (first == '#' || first == '%' || (first == '/' && at + 1 < length && line[at + 1] == '/')) {
      return COMMENT;
    }
    if (length - at == 5 && new String(line, at, 4).equals("sep=")) {
      return COMMENT; // spreadsheets state the separator so
    }
    return (first == '-' || first == '=' || first == '+' || first == '|')
            && isRuler(line, at, length)
        ? RULER
        : CELLS;
  }

  private static boolean isRuler(char[] line, int from, int length) {
    int dashes = 0;
    for (int i = from; i < length; i++) {
      switch (line[i]) {
        case '-', '=' -> dashes++;
        case '+', '|', ':', ' ', '\t' -> {}
        default -> {
          return false;
        }
      }
    }
    return dashes >= 3;
  }
}
