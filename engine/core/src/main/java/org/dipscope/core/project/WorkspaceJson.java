package org.dipscope.core.project;

import java.nio.file.Path;
import java.util.Map;
import org.dipscope.core.histogram.Correlation;
import org.dipscope.core.problem.ProblemException;
import org.dipscope.core.project.LikelihoodSettings.ScanAxis;
import org.dipscope.core.project.NuisanceSettings.Source;
import org.dipscope.core.project.ViewSettings.Strip;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The document as a tree of JSON, and back. */
final class WorkspaceJson {
  static final String FORMAT = "dipscope-project";

  private WorkspaceJson() {}

  static ObjectNode write(Workspace workspace, Path folder) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("format", FORMAT);
    root.put("schemaVersion", Workspace.SCHEMA_VERSION);
    root.put("title", workspace.title());
    var spectra = root.putArray("spectra");
    workspace.spectra().forEach(entry -> SpectrumJson.write(entry, spectra.addObject()));
    var models = root.putArray("models");
    for (ModelEntry model : workspace.models()) {
      ObjectNode node = models.addObject().put("id", model.id()).put("name", model.name());
      ScenarioJson.write(model.scenario(), node.putObject("scenario"));
    }
    write(workspace.view(), root.putObject("view"));
    write(workspace.nuisances(), root.putObject("nuisances"));
    ObjectNode likelihood = root.putObject("likelihood");
    write(workspace.likelihood().horizontal(), likelihood.putObject("horizontal"));
    write(workspace.likelihood().vertical(), likelihood.putObject("vertical"));
    var pinned = root.putArray("pinned");
    for (PinnedComparison pin : workspace.pinned()) {
      ObjectNode node = pinned.addObject().put("id", pin.id()).put("label", pin.label());
      ScenarioJson.write(pin.scenario(), node.putObject("scenario"));
    }
    ObjectNode seeds = root.putObject("seeds");
    workspace.seeds().forEach(seeds::put);
    var results = root.putArray("results");
    workspace.results().forEach(result -> StoredResultJson.write(result, results.addObject()));
    var files = root.putArray("files");
    workspace.files().forEach(file -> files.add(OpenFilePath.inProject(folder, file)));
    ObjectNode versions = root.putObject("versions");
    workspace.versions().forEach(versions::put);
    workspace.unrecognised().graftInto(root);
    root.put("schemaVersion", Workspace.SCHEMA_VERSION);
    return root;
  }

  private static void write(ViewSettings view, ObjectNode into) {
    into.put("spectrumId", view.spectrumId());
    into.put("modelId", view.modelId());
    into.put("logContents", view.logContents());
    into.put("logMass", view.logMass());
    into.put("mergeBins", view.mergeBins());
    into.put("lowerPanel", Fields.word(view.lowerPanel()));
    into.put("contentScale", Fields.word(view.contentScale()));
    var overlays = into.putArray("overlays");
    view.overlays().forEach(overlays::add);
    Fields.put(into, "massLowGeV", view.massLowGeV());
    Fields.put(into, "massHighGeV", view.massHighGeV());
    ObjectNode strip = into.putObject("strip");
    strip.put("definition", Fields.word(view.strip().definition()));
    strip.put("manyWidths", view.strip().manyWidths());
  }

  private static void write(NuisanceSettings nuisances, ObjectNode into) {
    into.put("withSystematics", nuisances.withSystematics());
    ObjectNode sources = into.putObject("sources");
    for (Map.Entry<String, Source> entry : nuisances.sources().entrySet()) {
      ObjectNode source = sources.putObject(entry.getKey());
      source.put("active", entry.getValue().active());
      source.put("width", entry.getValue().width());
    }
    into.put("correlationLength", nuisances.correlation().length());
  }

  private static void write(ScanAxis axis, ObjectNode into) {
    into.put("parameter", Fields.word(axis.parameter()));
    into.put("low", axis.low());
    into.put("high", axis.high());
    into.put("points", axis.points());
    into.put("logarithmic", axis.logarithmic());
  }

  static Workspace read(String file, Path folder, ObjectNode root) {
    Fields fields = new Fields(file, "", root);
    LikelihoodSettings likelihood = LikelihoodSettings.DEFAULT;
    Fields axes = fields.object("likelihood");
    return new Workspace(
        fields.text("title", Workspace.EMPTY.title()),
        fields.list("spectra", SpectrumJson::read),
        fields.list("models", WorkspaceJson::model),
        view(fields.object("view")),
        nuisances(fields.object("nuisances")),
        new LikelihoodSettings(
            axis(axes.object("horizontal"), likelihood.horizontal()),
            axis(axes.object("vertical"), likelihood.vertical())),
        fields.list("pinned", WorkspaceJson::pin),
        fields.map("seeds", (seeds, name) -> seeds.whole(name, 0)),
        fields.list("results", StoredResultJson::read),
        fields.texts("files").stream()
            .map(path -> OpenFilePath.inMemory(file, folder, path))
            .toList(),
        fields.map("versions", (versions, name) -> versions.text(name, "")),
        Unrecognised.in(root));
  }

  private static ModelEntry model(Fields fields) {
    return new ModelEntry(
        fields.text("id"), fields.text("name", ""), ScenarioJson.read(fields.object("scenario")));
  }

  private static PinnedComparison pin(Fields fields) {
    return new PinnedComparison(
        fields.text("id"), fields.text("label", ""), ScenarioJson.read(fields.object("scenario")));
  }

  private static ViewSettings view(Fields fields) {
    ViewSettings start = ViewSettings.DEFAULT;
    return new ViewSettings(
        fields.text("spectrumId", start.spectrumId()),
        fields.text("modelId", start.modelId()),
        fields.flag("logContents", start.logContents()),
        fields.flag("logMass", start.logMass()),
        Math.max(1, fields.count("mergeBins", start.mergeBins())),
        fields.choice("lowerPanel", start.lowerPanel()),
        fields.choice("contentScale", start.contentScale()),
        fields.texts("overlays"),
        fields.numberOrNull("massLowGeV"),
        fields.numberOrNull("massHighGeV"),
        strip(fields.object("strip"), start.strip()));
  }

  private static Strip strip(Fields fields, Strip start) {
    return new Strip(
        fields.choice("definition", start.definition()),
        fields.flag("manyWidths", start.manyWidths()));
  }

  private static NuisanceSettings nuisances(Fields fields) {
    NuisanceSettings start = NuisanceSettings.DEFAULT;
    Map<String, Source> sources =
        fields.node().has("sources")
            ? fields.map("sources", (all, name) -> source(all.object(name)))
            : start.sources();
    double length = fields.number("correlationLength", start.correlation().length());
    try {
      return new NuisanceSettings(
          fields.flag("withSystematics", start.withSystematics()),
          sources,
          new Correlation(length));
    } catch (ProblemException e) {
      throw e.problem().file() == null ? fields.at(e) : e;
    }
  }

  private static Source source(Fields fields) {
    return new Source(fields.flag("active", true), fields.number("width", 0.05));
  }

  private static ScanAxis axis(Fields fields, ScanAxis start) {
    return new ScanAxis(
        fields.choice("parameter", start.parameter()),
        fields.number("low", start.low()),
        fields.number("high", start.high()),
        fields.count("points", start.points()),
        fields.flag("logarithmic", start.logarithmic()));
  }
}
