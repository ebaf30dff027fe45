package org.dipscope.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.fit.Experiment;
import org.dipscope.core.fit.FitParameter;
import org.dipscope.core.fit.FitProblem;
import org.dipscope.core.format.pyhf.PyhfReader;
import org.dipscope.core.format.tree.Cursor;
import org.dipscope.core.histfactory.BinnedModel;
import org.dipscope.core.histfactory.Interpolation;
import org.dipscope.core.histfactory.ModelFiles;
import org.dipscope.core.histfactory.Workspace;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.dipscope.core.unbinned.EventModelReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Which model a command works on. */
final class WorkspaceOptions {
  @Parameters(
      paramLabel = "WORKSPACE.json",
      description =
          "A HistFactory workspace in the JSON of pyhf, or an interference model {\"bins\":"
              + " {\"signal\", \"background\", \"interference\"}, \"observed\", \"nuisances\"}, or"
              + " a model of single events {\"events\": {\"file\", \"table\"}, \"components\":"
              + " {NAME: {\"yield\", \"density\", \"morphing\"}}, \"nuisances\": [{\"name\", NAME:"
              + " {\"up\", \"down\", \"shape\": {\"up\", \"down\"}}}], \"reference\": {\"file\","
              + " \"weight\"}, \"renormalise\", \"poi\", \"bounds\", \"workspace\"}. There"
              + " densities, shapes and weights are formulas on the columns of a table in the same"
              + " folder; densities may be ratios to a common reference; a morphing is signal (mu),"
              + " interference (root of mu), background (1), signal-sample (mu - root),"
              + " together-sample (root), background-sample (1 - root) or {\"constant\", \"root\","
              + " \"linear\"}; a workspace adds binned channels that share parameters by name.")
  private Path file = Path.of("");

  @Option(
      names = "--poi",
      paramLabel = "NAME",
      description = "Parameter of interest (default: that of the measurement).")
  private @Nullable String poi;

  @Option(
      names = "--fix",
      paramLabel = "NAME=V",
      converter = AssignmentConverter.class,
      description = "Hold a parameter at a value; may be repeated.")
  private List<Assignment> fixed = new ArrayList<>();

  @Option(
      names = "--stat-only",
      description = "Hold all constrained parameters at their nominal values.")
  private boolean statOnly;

  @Option(
      names = "--measurement",
      paramLabel = "NAME",
      description = "Measurement of the workspace (default: the first).")
  private @Nullable String measurement;

  @Option(
      names = "--patch",
      paramLabel = "PATCH.json",
      description = "JSON patch, or set of patches, to apply to the file first.")
  private @Nullable Path patches;

  @Option(
      names = "--patch-name",
      paramLabel = "NAME",
      description = "Which patch of the set (needed if there are several).")
  private @Nullable String patch;

  @Option(
      names = "--interpolation",
      paramLabel = "CODES",
      description =
          "Interpolation between variations: code4 or code1 for factors, code4p or code0 for"
              + " templates (default: code4,code4p).")
  private String interpolation = "code4,code4p";

  /** A parameter and the value to hold it at. */
  record Assignment(String name, double value) {}

  /** Whether a file was named. */
  boolean isGiven() {
    return !file.toString().isEmpty();
  }

  /** The model with the wishes of the user, and with observed data. */
  Experiment model(CancelToken cancel) {
    Cursor root = document(cancel);
    if (EventModelReader.isEventModel(root)) {
      return events(root, cancel);
    }
    Workspace workspace = ModelFiles.of(file, root, cancel);
    if (!workspace.isObserved()) {
      throw new ProblemException(
          Problem.badInput(
              workspace.file() + ": nothing was observed.",
              "Add \"observed\" with one count per bin.",
              workspace.file(),
              0));
    }
    return model(workspace);
  }

  /** The document in the file after patches. */
  Cursor document(CancelToken cancel) {
    return PyhfReader.document(file, patches, patch, cancel);
  }

  /** The workspace in a document, whether or not it has observed data. */
  Workspace workspace(Cursor root, CancelToken cancel) {
    return ModelFiles.of(file, root, cancel);
  }

  /** The model of single events in a document with the wishes of the user. */
  Experiment events(Cursor root, CancelToken cancel) {
    return adjusted(EventModelReader.read(file, root, Interpolation.parse(interpolation), cancel));
  }

  /** The model of a workspace with the wishes of the user. */
  BinnedModel model(Workspace workspace) {
    BinnedModel model = workspace.model(measurement, Interpolation.parse(interpolation));
    Experiment adjusted = adjusted(model);
    return model.with(adjusted.parameters(), adjusted.poi());
  }

  private Experiment adjusted(Experiment model) {
    FitProblem names = model.observed();
    List<FitParameter> parameters = new ArrayList<>(model.parameters());
    if (statOnly) {
      parameters.replaceAll(p -> p.prior() == null ? p : p.fixedAt(p.prior().centre()));
    }
    for (Assignment assignment : fixed) {
      int k = names.index(assignment.name());
      FitParameter p = parameters.get(k);
      if (p.power() != 1 && assignment.value() < 0) {
        throw new ProblemException(
            Problem.usage(
                p.name() + " cannot be held at " + assignment.value() + ".",
                "It enters with a root; give 0 or more."));
      }
      parameters.set(k, p.fixedAt(assignment.value()));
    }
    return model.with(parameters, poi == null ? model.poi() : names.index(poi));
  }

  /** NAME=V. */
  static final class AssignmentConverter implements ITypeConverter<Assignment> {
    @Override
    public Assignment convert(String text) {
      int at = text.lastIndexOf('=');
      if (at < 1) {
        throw new TypeConversionException(NumberText.quoted(text) + " is not of the form NAME=V");
      }
      return new Assignment(text.substring(0, at), NumberText.number(text.substring(at + 1)));
    }
  }
}
