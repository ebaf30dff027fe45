package org.dipscope.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.fit.FitParameter;
import org.dipscope.core.fit.FitProblem;
import org.dipscope.core.histfactory.BinnedModel;
import org.dipscope.core.histfactory.Interpolation;
import org.dipscope.core.histfactory.ModelFiles;
import org.dipscope.core.histfactory.Workspace;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Which binned model a command works on. */
final class WorkspaceOptions {
  @Parameters(
      paramLabel = "WORKSPACE.json",
      description =
          "A HistFactory workspace in the JSON of pyhf, or an interference model {\"bins\":"
              + " {\"signal\", \"background\", \"interference\"}, \"observed\", \"nuisances\"}.")
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

  /** The model with the wishes of the user, and with observed data. */
  BinnedModel model(CancelToken cancel) {
    Workspace workspace = workspace(cancel);
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

  /** The file, whether or not it has observed data. */
  Workspace workspace(CancelToken cancel) {
    return ModelFiles.read(file, patches, patch, cancel);
  }

  /** The model of a workspace with the wishes of the user. */
  BinnedModel model(Workspace workspace) {
    BinnedModel model = workspace.model(measurement, Interpolation.parse(interpolation));
    FitProblem names = model.observed();
    List<FitParameter> parameters = new ArrayList<>(model.parameters());
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
