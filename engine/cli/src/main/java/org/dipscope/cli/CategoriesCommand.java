package org.dipscope.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dipscope.core.event.EventSource;
import org.dipscope.core.format.AtomicFile;
import org.dipscope.core.format.Formats;
import org.dipscope.core.format.json.ContentsJson;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.dipscope.core.selection.CutFlow;
import org.dipscope.core.selection.HistogramLines;
import org.dipscope.core.selection.SelectedHistograms;
import org.dipscope.core.selection.Selection;
import org.dipscope.core.selection.SelectionJson;
import org.dipscope.core.selection.SelectionProgress;
import org.dipscope.core.selection.SelectionSettings;
import org.dipscope.core.selection.Split;
import org.dipscope.core.selection.Stage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** From events to thousands of mass histograms. */
@CommandLine.Command(
    name = "categories",
    description = {
      "Divide events into exclusive categories and histogram the masses of all combinations of"
          + " their objects.",
      "",
      "Every cut is a setting: --show-config prints all of them as JSON, --config reads those that"
          + " shall differ. The histograms have bins that follow the resolution and start at their"
          + " fullest bin; those with too few entries or bins are left out. Written as JSON lines"
          + " they are the input of 'bumps -'. The result does not depend on the number of threads."
    })
final class CategoriesCommand implements Command {
  @Parameters(
      paramLabel = "EVENTS",
      arity = "0..1",
      description =
          "A Dark Machines text file, or a table with lists such as Jet_pt, Jet_eta, Jet_phi.")
  private @Nullable Path file;

  @Option(
      names = "--table",
      paramLabel = "T",
      description = "Name of the table, as 'inspect' shows it (default: the first).")
  private @Nullable String table;

  @Option(
      names = "--config",
      paramLabel = "JSON",
      description = "A file with settings; what it leaves out keeps its standard value.")
  private @Nullable Path config;

  @Option(names = "--show-config", description = "Print all settings and do nothing else.")
  private boolean showConfig;

  @Option(
      names = "--part",
      paramLabel = "all|explore|confirm",
      description = "Use all events, or one part of the random division (split in the settings).")
  private @Nullable String part;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE.jsonl|DIR",
      description =
          "Write the histograms to this file, or histograms.jsonl and config.json into this"
              + " folder.")
  private @Nullable Path output;

  @Override
  public Object run(Session session) throws IOException {
    SelectionSettings settings = settings();
    if (showConfig) {
      return settings;
    }
    if (file == null) {
      throw new ProblemException(
          Problem.usage("EVENTS is missing.", "Give a file of events, or --show-config."));
    }
    if (output != null) {
      checkOutput(output);
    }
    EventSource events = Formats.events(file, table);
    SelectedHistograms selected;
    try (Crew crew = new Crew(session.threads())) {
      selected = Selection.of(events, settings, crew.workers(), saying(session), session.cancel());
    }
    Map<String, Object> report = report(selected);
    if (output != null) {
      report.put("output", write(output, selected).toString());
    }
    if (!events.problems().isEmpty()) {
      report.put("problems", events.problems().stream().map(ContentsJson::problem).toList());
    }
    return report;
  }

  private SelectionSettings settings() {
    SelectionSettings settings =
        config == null ? SelectionSettings.STANDARD : SelectionJson.read(config);
    if (part == null) {
      return settings;
    }
    for (Split.Part choice : Split.Part.values()) {
      if (choice.name().equalsIgnoreCase(part)) {
        return settings.with(choice);
      }
    }
    throw new ProblemException(
        Problem.usage(
            "--part: '" + part + "' is no part of the events.", "Use all, explore or confirm."));
  }

  private static void checkOutput(Path output) {
    String name = String.valueOf(output.getFileName()).toLowerCase(Locale.ROOT);
    if (!Files.isDirectory(output) && !name.endsWith(".jsonl")) {
      throw new ProblemException(
          Problem.usage(
              "--output: " + output + " is neither a folder nor a .jsonl file.",
              "Name the file with .jsonl at its end, or make the folder first."));
    }
  }

  private static Path write(Path output, SelectedHistograms selected) {
    if (!Files.isDirectory(output)) {
      HistogramLines.write(output, selected.histograms());
      return output;
    }
    Path lines = output.resolve("histograms.jsonl");
    HistogramLines.write(lines, selected.histograms());
    AtomicFile.write(
        output.resolve("config.json"),
        writer -> writer.write(SelectionJson.write(selected.settings()) + "\n"));
    return lines;
  }

  /** One sentence per step and tenth of it. */
  private static SelectionProgress saying(Session session) {
    return new SelectionProgress() {
      private Step last = Step.CATEGORIES;
      private long said;

      @Override
      public synchronized void at(Step step, long done, long events) {
        long unit = events > 0 ? Math.max(100_000, events / 10) : 1_000_000;
        if (step != last) {
          last = step;
          said = 0;
        }
        if (done / unit > said) {
          said = done / unit;
          String what = step == Step.CATEGORIES ? "counted by category" : "in histograms";
          session.progress().say("%,d events %s".formatted(done, what));
        }
      }
    };
  }

  private static Map<String, Object> report(SelectedHistograms selected) {
    CutFlow flow = selected.cutFlow();
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("events", flow.at(Stage.EVENTS));
    report.put("histograms", selected.histograms().size());
    List<Map<String, Object>> stages =
        Arrays.stream(Stage.values()).map(stage -> stage(stage, flow)).toList();
    report.put("cutFlow", stages);
    report.put(
        "categories",
        selected.categories().stream()
            .map(count -> Map.of("name", count.category().name(), "events", count.events()))
            .toList());
    return report;
  }

  private static Map<String, Object> stage(Stage stage, CutFlow flow) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("stage", stage.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    row.put("label", stage.label());
    row.put("unit", stage.unit().name().toLowerCase(Locale.ROOT));
    row.put("count", flow.at(stage));
    return row;
  }
}
