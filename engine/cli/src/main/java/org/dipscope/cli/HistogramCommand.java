package org.dipscope.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dipscope.core.event.EventSource;
import org.dipscope.core.event.FillProgress;
import org.dipscope.core.event.FilledHistogram;
import org.dipscope.core.event.FunctionHelp;
import org.dipscope.core.event.HistogramFill;
import org.dipscope.core.event.HistogramRequest;
import org.dipscope.core.format.AnnotatedHistogram;
import org.dipscope.core.format.Formats;
import org.dipscope.core.format.HistogramFormat;
import org.dipscope.core.format.json.ContentsJson;
import org.dipscope.core.histogram.Binning;
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
          + " ^, comparisons, && || !, pi, lists and objects. Lists, such as Muon_pt of jagged"
          + " columns or x of columns x[0], x[1], are worked on element by element: Muon_pt[0] is"
          + " the first (NaN if there is none), Muon_pt[abs(Muon_eta) < 2.5] keeps some. Objects"
          + " are found by the names of their columns (Muon_pt Muon_eta Muon_phi Muon_mass,"
          + " Jet.PT, pt_top, px1) and can be added: mass(Muon[0], Muon[1]). A list fills all its"
          + " values; weight and cut are then one per row or lists of the same length.",
      "",
      "Bins include their lower edge, the last one also its upper. Errors are the root of the"
          + " summed squares of the weights. 'read' counts the rows, 'passed' those (of lists the"
          + " values) that pass the cut, 'notNumbers' those among them whose value or weight is no"
          + " number. Of two-dimensional histograms the overflow is all that lies outside. The"
          + " result does not depend on the number of threads."
    },
    modelTransformer = HistogramCommand.FunctionList.class)
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
      names = "--y-column",
      paramLabel = "EXPR",
      description = "What to histogram along a second axis.")
  private @Nullable String yColumn;

  @Option(
      names = "--y-edges",
      paramLabel = "E0,E1,...",
      description = "Edges of the bins along the second axis.")
  private @Nullable NumberList yEdges;

  @Option(
      names = "--y-bins",
      paramLabel = "N,LO,HI",
      converter = BinningOptions.UniformBins.class,
      description = "Bins of equal width along the second axis.")
  private BinningOptions.@Nullable Uniform yBins;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      description =
          "Also write the histogram to this file; its extension chooses the format: csv, yoda,"
              + " yoda.gz, yaml, json, jsonl or root.")
  private @Nullable Path output;

  @Override
  public Object run(Session session) {
    HistogramRequest request = new HistogramRequest(coordinates(), weight, cut);
    HistogramFormat format = output == null ? null : HistogramFormat.of(output);
    EventSource events = Formats.events(file, table);
    FilledHistogram filled;
    try (Crew crew = new Crew(session.threads())) {
      filled =
          HistogramFill.fill(
                  events, List.of(request), crew.workers(), FillProgress.NONE, session.cancel())
              .getFirst();
    }
    Map<String, Object> report = ContentsJson.histogram(filled.histogram());
    if (output != null && format != null) {
      AnnotatedHistogram histogram = AnnotatedHistogram.bare(filled.histogram());
      report.put("dropped", format.write(output, List.of(histogram)));
    }
    report.put("read", filled.read());
    report.put("passed", filled.passed());
    report.put("notNumbers", filled.notNumbers());
    if (!events.problems().isEmpty()) {
      report.put("problems", events.problems().stream().map(ContentsJson::problem).toList());
    }
    return report;
  }

  private List<HistogramRequest.Coordinate> coordinates() {
    HistogramRequest.Coordinate along = new HistogramRequest.Coordinate(column, bins.binning());
    if (yColumn == null) {
      if (yEdges != null || yBins != null) {
        throw new ProblemException(
            Problem.usage(
                "Bins of a second axis are given, but no column.", "Give --y-column as well."));
      }
      return List.of(along);
    }
    return List.of(along, new HistogramRequest.Coordinate(yColumn, yBinning()));
  }

  private Binning yBinning() {
    if (yEdges != null && yBins != null) {
      throw new ProblemException(
          Problem.usage("--y-edges and --y-bins exclude each other.", "Give one of them."));
    }
    if (yEdges != null) {
      return Binning.of(yEdges.values());
    }
    if (yBins != null) {
      return Binning.of(yBins.edges());
    }
    throw new ProblemException(
        Problem.usage(
            "No bins are given for the second axis.",
            "Give --y-edges E0,E1,... or --y-bins N,LO,HI."));
  }

  /** Puts the functions of expressions below the help. */
  static final class FunctionList implements CommandLine.IModelTransformer {
    @Override
    public CommandLine.Model.CommandSpec transform(CommandLine.Model.CommandSpec command) {
      List<String> lines = new ArrayList<>(List.of("", "Functions of expressions:"));
      for (FunctionHelp function : FunctionHelp.all()) {
        lines.add("  " + function.signature() + ": " + function.description());
      }
      command.usageMessage().footer(lines.toArray(new String[0]));
      return command;
    }
  }
}
