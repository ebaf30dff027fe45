package org.dipscope.app.training;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.util.Subscription;
import org.dipscope.app.figure.PlotPane;
import org.dipscope.app.shell.Appearance;
import org.dipscope.app.support.Icon;
import org.dipscope.core.figure.FigureSpec;
import org.jspecify.annotations.Nullable;

/** The curves, and the trainings they belong to. */
final class CurvesView extends BorderPane implements AutoCloseable {
  private final CurvesViewModel model;
  private final PlotPane plot = new PlotPane();
  private final VBox invitation = invitation();
  private final VBox rows = new VBox(1);
  private final List<Subscription> rowSubscriptions = new ArrayList<>();
  private final ListChangeListener<Run> onRuns = change -> showRuns();
  private final Keeper keeper = new Keeper();

  CurvesView(CurvesViewModel model, Appearance appearance) {
    this.model = model;
    plot.setId("training-plot");
    keeper.bind(plot.themeProperty(), appearance.themeProperty());
    rows.getStyleClass().add("training-runs");
    setCenter(new StackPane(plot, invitation));
    setBottom(rows);
    model.runs().addListener(onRuns);
    showRuns();
    keeper.keep(model.figureProperty().subscribe(this::show));
    keeper.keep(model.logStepsProperty().subscribe(now -> plot.resetZoom()));
    keeper.keep(model.logLossProperty().subscribe(now -> plot.releaseVerticalZoom()));
  }

  private static VBox invitation() {
    Label words =
        new Label(
            """
            Press Train to train a network on histograms that are drawn as it goes.

            Its losses appear here after the first steps, its ΔZmax after the first validation.
            With “Add run…” the curve of any other training is laid over it.\
            """);
    words.getStyleClass().addAll("muted", "invitation");
    VBox box = new VBox(words);
    box.setAlignment(Pos.CENTER);
    box.setId("training-invitation");
    return box;
  }

  private void show(@Nullable FigureSpec figure) {
    invitation.setVisible(figure == null);
    plot.setVisible(figure != null);
    plot.show(figure == null ? FigureSpec.of("No training yet") : figure);
  }

  private void showRuns() {
    release();
    rows.getChildren().clear();
    for (Run run : model.runs()) {
      rows.getChildren().add(row(run));
    }
    rows.setManaged(!model.runs().isEmpty());
  }

  private HBox row(Run run) {
    Rectangle swatch = new Rectangle(10, 10);
    swatch.setStyle("-fx-fill: -ds-series-" + run.colour() + ";");
    Label name = new Label(run.name());
    name.setTooltip(new Tooltip(run.folder().toString()));
    name.setMinWidth(Region.USE_PREF_SIZE);
    Label words = new Label();
    words.getStyleClass().add("muted");
    words.setMinWidth(0);
    rowSubscriptions.add(run.curveProperty().subscribe(curve -> words.setText(Run.words(curve))));
    Button remove = Icon.CLOSE.on(new Button(), "Leave this curve out");
    remove.setOnAction(event -> model.remove(run));
    HBox row = new HBox(8, swatch, name, words, remove);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private void release() {
    rowSubscriptions.forEach(Subscription::unsubscribe);
    rowSubscriptions.clear();
  }

  @Override
  public void close() {
    release();
    model.runs().removeListener(onRuns);
    keeper.close();
    plot.close();
  }
}
