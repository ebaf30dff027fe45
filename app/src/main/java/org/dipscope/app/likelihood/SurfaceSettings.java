package org.dipscope.app.likelihood;

import javafx.beans.property.ObjectProperty;
import org.dipscope.app.workspace.ChoiceOfDocument;
import org.dipscope.app.workspace.Edits;
import org.dipscope.app.workspace.WorkspaceModel;
import org.dipscope.core.project.LikelihoodSettings;
import org.dipscope.core.project.LikelihoodSettings.ScanAxis;
import org.dipscope.core.project.NuisanceSettings;
import org.dipscope.core.project.ScanParameter;
import org.dipscope.core.project.Workspace;

/** What the likelihood is scanned over, and with which uncertainties. */
public final class SurfaceSettings {
  private final WorkspaceModel workspace;
  private final ChoiceOfDocument<ScanParameter> xParameter;
  private final ChoiceOfDocument<ScanParameter> yParameter;
  private final ChoiceOfDocument<Boolean> systematics;
  private final ChoiceOfDocument<NuisanceSettings> nuisances;

  SurfaceSettings(WorkspaceModel workspace) {
    this.workspace = workspace;
    xParameter =
        new ChoiceOfDocument<>(
            workspace,
            "Horizontal axis",
            document -> document.likelihood().horizontal().parameter(),
            (document, now) ->
                Edits.withAxes(
                    document, document.likelihood().withHorizontal(ScanAxis.usual(now))));
    yParameter =
        new ChoiceOfDocument<>(
            workspace,
            "Vertical axis",
            document -> document.likelihood().vertical().parameter(),
            (document, now) ->
                Edits.withAxes(document, document.likelihood().withVertical(ScanAxis.usual(now))));
    systematics =
        new ChoiceOfDocument<>(
            workspace,
            "Systematics",
            document -> document.nuisances().withSystematics(),
            (document, on) ->
                Edits.withNuisances(document, document.nuisances().withSystematics(on)));
    nuisances =
        new ChoiceOfDocument<>(
            workspace, "Systematic uncertainties", Workspace::nuisances, Edits::withNuisances);
  }

  /** The parameter to the right. */
  public ObjectProperty<ScanParameter> xParameterProperty() {
    return xParameter;
  }

  /** The parameter upwards. */
  public ObjectProperty<ScanParameter> yParameterProperty() {
    return yParameter;
  }

  /** Whether systematic uncertainties are profiled. */
  public ObjectProperty<Boolean> systematicsProperty() {
    return systematics;
  }

  /** The systematic uncertainties with their widths. */
  public ObjectProperty<NuisanceSettings> nuisancesProperty() {
    return nuisances;
  }

  /** The axes with their ranges. */
  public LikelihoodSettings axes() {
    return workspace.document().likelihood();
  }

  /** Scans other ranges. */
  public void setRanges(double xLow, double xHigh, double yLow, double yHigh) {
    LikelihoodSettings now = axes();
    workspace.edit(
        "Ranges of the surface",
        document ->
            Edits.withAxes(
                document,
                new LikelihoodSettings(
                    now.horizontal().over(xLow, xHigh), now.vertical().over(yLow, yHigh))));
  }
}
