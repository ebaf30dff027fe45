package org.dipscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dipscope.core.event.EventSource;
import org.dipscope.core.format.Formats;
import org.dipscope.core.format.json.ContentsJson;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.dipscope.core.selection.CutFlow;
import org.dipscope.core.selection.Mother;
import org.dipscope.core.selection.SelectedHistograms;
import org.dipscope.core.selection.Selection;
import org.dipscope.core.selection.SelectionJson;
import org.dipscope.core.selection.SelectionProgress;
import org.dipscope.core.selection.SelectionSettings;
import org.dipscope.core.selection.Split;
import org.dipscope.core.selection.Stage;
import org.dipscope.core.triage.Mothers;
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
          + " they are the input of 'bumps -'. The result does not depend on the number of"
          + " threads.",
      "",
      "With --mothers every line has a 'background', a log-polynomial of order 4 fitted to its bins"
          + " (the mother), as 'bumps --estimator known-background' reads it, and 'backgroundFit'"
          + " with its deviance. With --weights 'counts' are sums of weights and 'errors' the roots"
          + " of the sums of their squares; searches turn them into effective counts, and the least"
          + " number of entries is one of effective entries. In a ROOT file histograms are called"
          + " ROI_mass_…_cat_…."
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
      names = "--weights",
      description = "Fill the weights of the events, from a column weight or event_weight.")
  private boolean weights;

  @Option(names = "--mothers", description = "Fit a background to every histogram and write it.")
  private boolean mothers;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE|DIR",
      description =
          "Write the histograms to this file (jsonl, root, csv, yoda, yaml, json), or"
              + " histograms.jsonl and config.json into this folder.")
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
    CategoryOutput target = output == null ? null : CategoryOutput.of(output);
    if (mothers && target == null) {
      throw new ProblemException(
          Problem.usage("--mothers has nowhere to go.", "Name a file with -o."));
    }
    EventSource events = Formats.events(file, table);
    SelectedHistograms selected;
    List<Optional<Mother>> fitted = List.of();
    try (Crew crew = new Crew(session.threads())) {
      selected = Selection.of(events, settings, crew.workers(), saying(session), session.cancel());
      if (mothers) {
        fitted =
            Mothers.of(
                selected.histograms(),
                crew.workers(),
                done -> sayFitted(session, done),
                session.cancel());
      }
    }
    Map<String, Object> report = report(selected);
    if (target != null) {
      report.put("output", target.write(selected, fitted).toString());
    }
    if (mothers) {
      report.put("mothers", fitted.stream().filter(Optional::isPresent).count());
    }
    if (!events.problems().isEmpty()) {
      report.put("problems", events.problems().stream().map(ContentsJson::problem).toList());
    }
    return report;
  }

  private SelectionSettings settings() {
    SelectionSettings settings =
        config == null ? SelectionSettings.STANDARD : SelectionJson.read(config);
    if (weights) {
      settings = settings.withWeights(true);
    }
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

  private static void sayFitted(Session session, int done) {
    if (done % 2000 == 0) {
      session.progress().say("%,d mothers fitted".formatted(done));
    }
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
