package org.dipscope.app.likelihood;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.dipscope.app.support.SliderScale;
import org.dipscope.core.project.LikelihoodSettings;
import org.dipscope.core.project.LikelihoodSettings.ScanAxis;

/** The ranges of the surface in a small window over the view. */
final class RangesPopup {
  private final Popup popup = new Popup();
  private final Label complaint = new Label();

  RangesPopup(SurfaceSettings settings) {
    LikelihoodSettings axes = settings.axes();
    TextField xLow = field(axes.horizontal().low());
    TextField xHigh = field(axes.horizontal().high());
    TextField yLow = field(axes.vertical().low());
    TextField yHigh = field(axes.vertical().high());
    GridPane grid = new GridPane();
    grid.setHgap(8);
    grid.setVgap(6);
    grid.addRow(
        0,
        name(axes.horizontal()),
        xLow,
        new Label("to"),
        xHigh,
        new Label(unit(axes.horizontal())));
    grid.addRow(
        1, name(axes.vertical()), yLow, new Label("to"), yHigh, new Label(unit(axes.vertical())));
    Button apply = new Button("Scan");
    apply.getStyleClass().add("primary");
    apply.setDefaultButton(true);
    apply.setOnAction(event -> apply(settings, axes, xLow, xHigh, yLow, yHigh));
    complaint.getStyleClass().add("slider-field-message");
    VBox box = new VBox(8, grid, complaint, apply);
    box.getStyleClass().add("popover");
    popup.getContent().add(box);
    popup.setAutoHide(true);
  }

  private void apply(
      SurfaceSettings settings,
      LikelihoodSettings axes,
      TextField xLow,
      TextField xHigh,
      TextField yLow,
      TextField yHigh) {
    double[] x = range(axes.horizontal(), xLow, xHigh);
    double[] y = range(axes.vertical(), yLow, yHigh);
    if (x.length == 2 && y.length == 2) {
      settings.setRanges(x[0], x[1], y[0], y[1]);
      popup.hide();
    }
  }

  /** Two increasing numbers, or nothing and a complaint. */
  private double[] range(ScanAxis axis, TextField low, TextField high) {
    try {
      double from = Double.parseDouble(low.getText().strip());
      double to = Double.parseDouble(high.getText().strip());
      if (from < to && from >= 0 && Double.isFinite(to)) {
        return new double[] {from, to};
      }
    } catch (NumberFormatException notANumber) {
      // falls through to the complaint
    }
    complaint.setText(
        "The range of " + axis.parameter().label() + " needs two rising numbers from 0.");
    return new double[0];
  }

  private static Label name(ScanAxis axis) {
    return new Label(axis.parameter().label());
  }

  private static String unit(ScanAxis axis) {
    return axis.parameter().unit();
  }

  private static TextField field(double value) {
    TextField field = new TextField(SliderScale.text(value));
    field.setPrefColumnCount(5);
    return field;
  }

  void showBelow(Node anchor) {
    Bounds bounds = anchor.localToScreen(anchor.getBoundsInLocal());
    popup.show(anchor, bounds.getMinX() - 180, bounds.getMaxY() + 4);
  }
}
