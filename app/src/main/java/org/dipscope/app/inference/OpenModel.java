package org.dipscope.app.inference;

import java.nio.file.Path;
import java.util.List;
import org.dipscope.core.fit.FitParameter;
import org.dipscope.core.histfactory.BinnedModel;
import org.dipscope.core.histfactory.Interpolation;
import org.dipscope.core.histfactory.Measurement;
import org.dipscope.core.histfactory.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * A binned model that is open, as it is looked at.
 *
 * @param name unique among the open ones
 * @param file where it came from, or null for a preset
 * @param workspace its channels
 * @param measurement the name of the measurement, empty if there is none
 * @param model its likelihood, with the chosen parameter of interest
 */
public record OpenModel(
    String name, @Nullable Path file, Workspace workspace, String measurement, BinnedModel model) {

  /**
   * A workspace through its first measurement.
   *
   * @throws org.dipscope.core.problem.ProblemException if the settings do not fit the channels
   */
  static OpenModel of(String name, @Nullable Path file, Workspace workspace) {
    BinnedModel model = workspace.model(null, Interpolation.SMOOTH);
    return new OpenModel(name, file, workspace, workspace.measurement(null).name(), model);
  }

  /**
   * The same workspace through another measurement.
   *
   * @throws org.dipscope.core.problem.ProblemException if its settings do not fit the channels
   */
  OpenModel through(String other) {
    BinnedModel built = workspace.model(other, Interpolation.SMOOTH);
    return new OpenModel(name, file, workspace, other, built);
  }

  OpenModel named(String unique) {
    return new OpenModel(unique, file, workspace, measurement, model);
  }

  /** The same model with another parameter of interest; unchanged if there is none of the name. */
  OpenModel withPoi(String parameter) {
    int k = parameterNames().indexOf(parameter);
    return k < 0
        ? this
        : new OpenModel(name, file, workspace, measurement, model.with(model.parameters(), k));
  }

  /** The name of the parameter of interest; empty if there is none. */
  String poi() {
    return model.poi() < 0 ? "" : model.parameters().get(model.poi()).name();
  }

  List<String> parameterNames() {
    return model.parameters().stream().map(FitParameter::name).toList();
  }

  /** Whether any parameter is constrained and free. */
  boolean hasSystematics() {
    return model.parameters().stream().anyMatch(p -> p.prior() != null && !p.fixed());
  }

  List<String> measurementNames() {
    return workspace.measurements().stream().map(Measurement::name).toList();
  }

  /** The parameters that may be of interest: those without constraint, or else all. */
  List<String> interesting() {
    List<String> free =
        model.parameters().stream()
            .filter(p -> p.prior() == null && !p.fixed())
            .map(FitParameter::name)
            .toList();
    return free.isEmpty() ? parameterNames() : free;
  }
}
