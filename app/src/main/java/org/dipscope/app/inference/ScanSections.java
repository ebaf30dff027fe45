package org.dipscope.app.inference;

import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.dipscope.app.shell.ChoiceField;

/** The profile along one parameter and the surface over two, with what is typed for them. */
final class ScanSections {
  private static final int RANGE_COLUMNS = 5;
  private static final int COUNT_COLUMNS = 3;
  private static final int CROSSINGS_ROWS = 3;

  private ScanSections() {}

  static FigureSection profile(PageParts parts, FitViewModel fit, ScanViewModel model) {
    FigureSection section = new FigureSection(parts, "profile", model.figureProperty());
    section.with(axis(section, fit, model.axis(), "Along", "scan"));
    section.with(
        run(section, "scan", model.scanning(), model::run),
        complaint(section, model.complaintProperty()));
    section.inviting("Press Scan: the profile grows while it is computed.");
    section.plot().badgeProperty().bind(model.scanning().stateProperty());
    section.plot().setOnPick(place -> model.pick(place.x()));
    SheetView crossings = new SheetView("crossings", "The crossings appear after the scan.");
    crossings.showRows(CROSSINGS_ROWS);
    section.keep(model.crossingsProperty().subscribe(crossings::show));
    return section.withBelow(crossings).withTable(() -> model.crossingsProperty().get());
  }

  static FigureSection surface(PageParts parts, FitViewModel fit, SurfaceViewModel model) {
    FigureSection section = new FigureSection(parts, "surface", model.figureProperty());
    section.with(
        axis(section, fit, model.x(), "Over", "surface-x"),
        axis(section, fit, model.y(), "and", "surface-y"));
    section.with(
        run(section, "surface", model.scanning(), model::run),
        complaint(section, model.complaintProperty()));
    section.inviting("Press Scan: the surface grows while it is computed.");
    section.plot().badgeProperty().bind(model.scanning().stateProperty());
    section
        .plot()
        .setOnPick(
            place -> {
              if (place.row() == 0) {
                model.pick(place.x(), place.y());
              }
            });
    return section;
  }

  private static HBox axis(
      FigureSection section, FitViewModel fit, ScanAxis axis, String words, String id) {
    ChoiceField<String> parameter =
        new ChoiceField<>(words, axis.parameterProperty(), List.of(), name -> name);
    parameter.setId(id + "-parameter");
    parameter.box().setMaxWidth(160);
    section.keep(parameter::close);
    section.keep(
        fit.outcomeProperty()
            .subscribe(
                now ->
                    parameter.setValues(now == null ? List.of() : now.model().parameterNames())));
    TextField low = field(section, axis.lowProperty(), RANGE_COLUMNS, "from");
    TextField high = field(section, axis.highProperty(), RANGE_COLUMNS, "to");
    TextField points = field(section, axis.pointsProperty(), COUNT_COLUMNS, "points");
    low.setId(id + "-low");
    high.setId(id + "-high");
    points.setId(id + "-points");
    HBox row = new HBox(5, parameter, low, whole("to"), high, points, whole("points"));
    row.getStyleClass().add("page-row");
    return row;
  }

  private static Label whole(String words) {
    Label label = new Label(words);
    label.setMinWidth(Region.USE_PREF_SIZE);
    label.getStyleClass().add("muted");
    return label;
  }

  private static TextField field(
      FigureSection section, StringProperty text, int columns, String spoken) {
    TextField field = new TextField();
    field.setPrefColumnCount(columns);
    field.setAccessibleText(spoken);
    field.textProperty().bindBidirectional(text);
    section.keep(() -> field.textProperty().unbindBidirectional(text));
    return field;
  }

  private static HBox run(FigureSection section, String id, Scanning<?> scanning, Runnable action) {
    Button run = new Button("Scan");
    run.setId(id + "-run");
    run.getStyleClass().add("primary");
    run.setMinWidth(Region.USE_PREF_SIZE);
    run.setOnAction(event -> action.run());
    Button stop = new Button("Stop");
    stop.setId(id + "-stop");
    stop.setMinWidth(Region.USE_PREF_SIZE);
    stop.setOnAction(event -> scanning.cancel());
    section.keep(
        scanning
            .workingProperty()
            .subscribe(
                now -> {
                  show(run, !now);
                  show(stop, now);
                }));
    return new HBox(6, run, stop);
  }

  private static Label complaint(FigureSection section, ObservableValue<String> words) {
    Label label = new Label();
    label.getStyleClass().add("slider-field-message");
    section.keep(
        words.subscribe(
            now -> {
              label.setText(now);
              show(label, !now.isEmpty());
            }));
    return label;
  }

  private static void show(Region region, boolean shown) {
    region.setVisible(shown);
    region.setManaged(shown);
  }
}
