package org.dipscope.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.dipscope.core.event.FilledHistogram;
import org.dipscope.core.event.HistogramFill;
import org.dipscope.core.event.HistogramRequest;
import org.dipscope.core.format.Formats;
import org.dipscope.core.format.csv.CsvWriter;
import org.dipscope.core.format.json.ContentsJson;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One histogram of a table of events. */
@CommandLine.Command(
    name = "histogram",
    description = {
      "Fill one histogram from a table of events.",
      "",
      "Expressions know numbers, column names (in quotes where they hold blanks or signs), + - * /"
          + " ^, comparisons, && || !, pi, and sqrt abs log log10 exp pow sin cos tan sinh cosh"
          + " tanh atan atan2 min max floor ceil isnan deltaPhi deltaR mass. Bins include their"
          + " lower edge, the last one also its upper. Errors are the root of the summed squares of"
          + " the weights. 'read' counts the rows, 'passed' those that pass the cut, 'notNumbers'"
          + " those among them whose value or weight is no number."
    })
final class HistogramCommand implements Command {
  @Parameters(
      paramLabel = "FILE",
      description = "A text table (CSV, TSV and the like) or a ROOT file.")
  private Path file = Path.of("");

  @Option(
      names = "--table",
      paramLabel = "T",
      description = "Name of the table, as 'inspect' shows it (default: the first).")
  private @Nullable String table;

  @Option(
      names = "--column",
      required = true,
      paramLabel = "EXPR",
      description = "What to histogram.")
  private String column = "";

  @Option(names = "--weight", paramLabel = "EXPR", description = "Weight of a row (default: 1).")
  private @Nullable String weight;

  @Option(names = "--cut", paramLabel = "EXPR", description = "Condition on a row.")
  private @Nullable String cut;

  @Mixin private BinningOptions bins = new BinningOptions();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      description = "Also write the histogram to this csv file.")
  private @Nullable Path output;

  @Override
  public Object run(Session session) {
    HistogramRequest request = new HistogramRequest(column, weight, cut, bins.binning());
    requireCsv();
    FilledHistogram filled =
        HistogramFill.fill(Formats.events(file, table), request, session.cancel());
    if (output != null) {
      CsvWriter.write(output, filled.histogram());
    }
    Map<String, Object> report = ContentsJson.histogram(filled.histogram());
    report.put("read", filled.read());
    report.put("passed", filled.passed());
    report.put("notNumbers", filled.notNumbers());
    return report;
  }

  private void requireCsv() {
    if (output != null
        && !String.valueOf(output.getFileName()).toLowerCase(Locale.ROOT).endsWith(".csv")) {
      throw new ProblemException(
          Problem.usage(
              "The name " + output + " does not say which format to write.",
              "Use the extension csv."));
    }
  }
}
