package org.dipscope.core.physics.parton;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * A member file of an LHAPDF6 set in the format lhagrid1 (arXiv:1412.7420, section 5.2): a header
 * of keys, then subgrids of x knots, Q knots, PDG ids and values with x varying slowest, each block
 * closed by a line {@code ---}.
 */
final class GridFile {
  private static final String END = "---";
  private static final int MOST_HEADER_LINES = 10_000;
  private static final int MOST_KNOTS = 10_000;
  private static final int FEWEST_X_KNOTS = 4;
  private static final int FEWEST_Q_KNOTS = 2;
  private static final int MOST_PARTONS = 64;
  private static final long MOST_VALUES = 10_000_000;
  private static final double LARGEST_VALUE = 1e15;
  private static final double SHARED_KNOT = 1e-3;

  private final GridText text;
  private long values;

  /** What a member file holds. */
  record Content(SetMetadata header, List<KnotGrid> grids) {}

  private GridFile(GridText text) {
    this.text = text;
  }

  /** Reads a member file; keys that its header lacks come from the set. */
  static Content read(Path path, SetMetadata set) {
    try (GridText text = GridText.open(path)) {
      GridFile file = new GridFile(text);
      SetMetadata header = file.header(set);
      List<KnotGrid> grids = new ArrayList<>();
      String next = text.contentLine();
      while (next != null) {
        KnotGrid previous = grids.isEmpty() ? null : grids.getLast();
        grids.add(file.grid(next, previous));
        next = text.contentLine();
      }
      if (grids.isEmpty()) {
        throw text.problem("ends the file before the first grid");
      }
      return new Content(header, grids);
    }
  }

  private SetMetadata header(SetMetadata set) {
    List<String> lines = new ArrayList<>();
    for (String next = text.rawLine(); ; next = text.rawLine()) {
      if (next == null) {
        throw text.problem("is the last, but \"---\" must close the header");
      }
      if (next.strip().equals(END)) {
        return SetMetadata.parse(lines, text.file(), 1, set);
      }
      if (lines.size() == MOST_HEADER_LINES) {
        throw text.problem("still belongs to the header: \"---\" is missing");
      }
      lines.add(next);
    }
  }

  private KnotGrid grid(String firstLine, @Nullable KnotGrid previous) {
    double[] x = knots(firstLine, "x", FEWEST_X_KNOTS);
    if (x[x.length - 1] > 1) {
      throw text.problem("has an x knot above 1");
    }
    double[] q = knots(text.requiredLine("a line of Q knots"), "Q", FEWEST_Q_KNOTS);
    if (previous != null) {
      double mismatch = 2 * Math.log(q[0]) - previous.highestLogQ2();
      if (Math.abs(mismatch) > SHARED_KNOT) {
        throw text.problem(
            "starts a grid at Q = " + q[0] + " GeV, where the grid before it does not end");
      }
    }
    int[] pids = partons(text.requiredLine("a line of PDG ids"));
    long rows = (long) x.length * q.length;
    values += rows * pids.length;
    if (values > MOST_VALUES) {
      throw text.problem(
          "announces "
              + values
              + " values, more than the "
              + MOST_VALUES
              + " that a member file may hold");
    }
    double[][] columns = new double[pids.length][(int) rows];
    for (int row = 0; row < rows; row++) {
      values(text.requiredLine("row " + (row + 1) + " of " + rows + " of the grid"), row, columns);
    }
    String end = text.requiredLine("\"---\"");
    if (!end.equals(END)) {
      throw text.problem(
          "must be \"---\" after the "
              + rows
              + " rows of the grid, not \""
              + SetMetadata.shortened(end)
              + "\"");
    }
    return new KnotGrid(x, q, pids, columns);
  }

  private double[] knots(String content, String variable, int fewest) {
    StringTokenizer words = new StringTokenizer(content);
    int count = words.countTokens();
    if (count < fewest || count > MOST_KNOTS) {
      throw text.problem(
          "has "
              + count
              + " "
              + variable
              + " knots; a grid has "
              + fewest
              + " to "
              + MOST_KNOTS
              + " of them");
    }
    double[] knots = new double[count];
    double below = 0;
    for (int i = 0; i < count; i++) {
      String word = words.nextToken();
      knots[i] = GridText.number(word);
      boolean increases = knots[i] > 0 && Math.log(knots[i]) > Math.log(below);
      if (!increases || knots[i] == Double.POSITIVE_INFINITY) {
        throw text.problem(
            "has \""
                + SetMetadata.shortened(word)
                + "\" where the "
                + variable
                + " knots must be positive and increase");
      }
      below = knots[i];
    }
    return knots;
  }

  private int[] partons(String content) {
    StringTokenizer words = new StringTokenizer(content);
    int count = words.countTokens();
    if (count > MOST_PARTONS) {
      throw text.problem("lists " + count + " partons; at most " + MOST_PARTONS + " make sense");
    }
    int[] pids = new int[count];
    for (int i = 0; i < count; i++) {
      String word = words.nextToken();
      try {
        int pid = Integer.parseInt(word);
        pids[i] = pid == 0 ? 21 : pid;
      } catch (NumberFormatException e) {
        throw text.problem(
            "has \"" + SetMetadata.shortened(word) + "\" where the PDG ids are listed");
      }
    }
    if (Arrays.stream(pids).distinct().count() != count) {
      throw text.problem("lists a parton twice");
    }
    return pids;
  }

  private void values(String content, int row, double[][] columns) {
    StringTokenizer words = new StringTokenizer(content);
    int count = words.countTokens();
    if (count != columns.length) {
      throw text.problem(
          "has " + count + " columns where " + columns.length + " partons are listed");
    }
    for (double[] column : columns) {
      String word = words.nextToken();
      double value = GridText.number(word);
      if (!(Math.abs(value) < LARGEST_VALUE)) {
        throw text.problem(
            "has \""
                + SetMetadata.shortened(word)
                + "\" where x·f, a number of moderate size, must be");
      }
      column[row] = value;
    }
  }
}
