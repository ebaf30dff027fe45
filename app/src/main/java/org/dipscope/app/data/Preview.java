package org.dipscope.app.data;

import java.util.ArrayList;
import java.util.List;
import org.dipscope.app.workspace.OpenFile;
import org.dipscope.core.event.ValueProfile;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.format.ColumnSummary;
import org.dipscope.core.histogram.Histogram;
import org.jspecify.annotations.Nullable;

/** What the browser shows of the selected items. */
sealed interface Preview {

  /** Words in the middle: nothing is selected, or it cannot be drawn. */
  record Words(String text) implements Preview {}

  /** Something is being read. */
  record Waiting(String text) implements Preview {}

  /**
   * A figure.
   *
   * @param figure what is drawn
   * @param histograms what it shows
   * @param lines statistics and remarks below it
   */
  record Drawing(FigureSpec figure, List<Histogram> histograms, List<String> lines)
      implements Preview {
    public Drawing {
      histograms = List.copyOf(histograms);
      lines = List.copyOf(lines);
    }
  }

  /**
   * The columns of a table.
   *
   * @param rows one per column
   * @param remark how many rows there are, and whether they are still being read
   * @param unread whether the values are so many that they are read only if the user asks
   */
  record Description(List<ColumnRow> rows, String remark, boolean unread) implements Preview {
    public Description {
      rows = List.copyOf(rows);
    }
  }

  /**
   * A column as described.
   *
   * @param column what the file says about it
   * @param profile what its values look like, or null while they are not read
   */
  record ColumnRow(ColumnSummary column, @Nullable ValueProfile profile) {}

  /**
   * What a file or a directory holds.
   *
   * @param facts names and values
   * @param problems what of it could not be read, one sentence each
   */
  record Facts(List<List<String>> facts, List<String> problems) implements Preview {
    public Facts {
      facts = List.copyOf(facts);
      problems = List.copyOf(problems);
    }

    /** What is known of a file without looking into its tables. */
    static Facts of(OpenFile file) {
      List<List<String>> facts = new ArrayList<>();
      facts.add(List.of("path", file.path().toString()));
      if (file.stamp() != null) {
        facts.add(List.of("size", Item.grouped(file.stamp().bytes()) + " bytes"));
      }
      if (file.hasContents()) {
        facts.add(List.of("format", file.contents().format()));
        facts.add(List.of("histograms", Item.grouped(file.contents().histograms().size())));
        facts.add(List.of("tables", Item.grouped(file.contents().tables().size())));
      }
      List<String> problems = new ArrayList<>();
      if (!file.message().isEmpty()) {
        problems.add(file.message());
      }
      file.contents()
          .problems()
          .forEach(problem -> problems.add((problem.message() + " " + problem.hint()).strip()));
      return new Facts(facts, problems);
    }
  }
}
