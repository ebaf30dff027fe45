package org.dipscope.app.triage;

import java.io.File;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import org.dipscope.app.shell.Appearance;
import org.dipscope.app.shell.ChoiceField;
import org.dipscope.app.support.Icon;
import org.jspecify.annotations.Nullable;

/** The triage screen: the pipeline on the left, candidates and their spectra beside it. */
final class TriageView extends StackPane implements AutoCloseable {
  private static final double PIPELINE_SHARE = 0.24;
  private static final double TABLE_SHARE = 0.48;

  private final TriageViewModel model;
  private final Runnable open;
  private final PipelineView pipeline;
  private final CutFlowView cutFlow;
  private final CandidatesView candidates;
  private final DetailView detail;
  private final InvitationView invitation;
  private final ChoiceField<Estimator> estimator;
  private Subscription follow = Subscription.EMPTY;

  TriageView(TriageViewModel model, Appearance appearance, Runnable open) {
    this.model = model;
    this.open = open;
    setId("triage");
    getStyleClass().add("view");
    pipeline = new PipelineView(model.cuts());
    cutFlow = new CutFlowView(model.search());
    candidates = new CandidatesView(model.candidates());
    detail = new DetailView(model, appearance);
    invitation = new InvitationView(model, open);
    estimator =
        new ChoiceField<>(
            "z",
            model.search().estimatorProperty(),
            java.util.List.of(Estimator.values()),
            Estimator::words);
    estimator.setMinWidth(150);
    TabPane left = new TabPane(new Tab("Cuts", pipeline), new Tab("Cut flow", cutFlow));
    left.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    left.setMinWidth(290);
    SplitPane lists = new SplitPane(candidates, detail);
    lists.setOrientation(Orientation.VERTICAL);
    lists.setDividerPositions(TABLE_SHARE);
    VBox.setVgrow(lists, Priority.ALWAYS);
    VBox right = new VBox(header(), new StackPane(lists, invitation));
    VBox.setVgrow(right.getChildren().getLast(), Priority.ALWAYS);
    right.getStyleClass().add("view");
    right.setMinWidth(0);
    SplitPane split = new SplitPane(left, right);
    SplitPane.setResizableWithParent(left, false);
    keep(
        split
            .widthProperty()
            .subscribe(
                (before, now) -> {
                  if (before.doubleValue() * PIPELINE_SHARE < left.getMinWidth()) {
                    split.setDividerPositions(PIPELINE_SHARE);
                  }
                }));
    getChildren().add(split);
  }

  private HBox header() {
    Button run = new Button("Search");
    run.setId("triage-run");
    run.getStyleClass().add("primary");
    run.setMinWidth(Region.USE_PREF_SIZE);
    run.setOnAction(event -> model.search().run());
    run.disableProperty()
        .bind(model.runningProperty().or(model.events().chosenProperty().isNull()));
    Label status = new Label();
    status.setId("triage-status");
    status.getStyleClass().add("muted");
    status.setMinWidth(0);
    status.textProperty().bind(model.search().statusProperty());
    Tooltip whole = new Tooltip();
    whole.textProperty().bind(status.textProperty());
    status.setTooltip(whole);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox header =
        new HBox(openButton(), source(), estimator, run, working(), status, gap, export());
    header.getStyleClass().add("view-header");
    return header;
  }

  private Button openButton() {
    Button button = Icon.OPEN.on(new Button(), "Open files of events (Ctrl+O)");
    button.setId("triage-open");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(event -> open.run());
    return button;
  }

  private ChoiceBox<EventFile> source() {
    ChoiceBox<EventFile> box = new ChoiceBox<>();
    box.setId("triage-source");
    box.setAccessibleText("Events");
    box.setMinWidth(120);
    box.setMaxWidth(260);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable EventFile file) {
            return file == null ? "no events" : file.words();
          }

          @Override
          public EventFile fromString(String text) {
            throw new UnsupportedOperationException("a choice is not typed");
          }
        });
    ObjectProperty<@Nullable EventFile> chosen = model.events().chosenProperty();
    keep(
        model
            .events()
            .allProperty()
            .subscribe(
                now -> {
                  EventFile before = chosen.get();
                  box.getItems().setAll(now);
                  box.setValue(before != null && now.contains(before) ? before : chosen.get());
                }));
    keep(chosen.subscribe(box::setValue));
    box.setOnAction(
        event -> {
          if (box.getValue() != null) {
            chosen.set(box.getValue());
          }
        });
    return box;
  }

  private HBox working() {
    ProgressIndicator turning = new ProgressIndicator();
    turning.setMaxSize(16, 16);
    Button cancel = Icon.CLOSE.on(new Button(), "Stop; what has arrived stays");
    cancel.setId("triage-cancel");
    cancel.setOnAction(event -> model.cancel());
    HBox box = new HBox(2, turning, cancel);
    box.setAlignment(Pos.CENTER);
    box.setMinWidth(Region.USE_PREF_SIZE);
    box.visibleProperty().bind(model.runningProperty());
    box.managedProperty().bind(box.visibleProperty());
    return box;
  }

  private Button export() {
    Button export = Icon.EXPORT.on(new Button(), "Export the lines that are shown as CSV or JSON");
    export.setId("triage-export");
    export.setMinWidth(Region.USE_PREF_SIZE);
    export.disableProperty().bind(javafx.beans.binding.Bindings.isEmpty(model.candidates().all()));
    export.setOnAction(event -> askAndExport());
    return export;
  }

  private void askAndExport() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Export Candidates");
    chooser.setInitialFileName("candidates.csv");
    chooser
        .getExtensionFilters()
        .setAll(
            new FileChooser.ExtensionFilter("CSV", "*.csv"),
            new FileChooser.ExtensionFilter("JSON", "*.json"));
    File file = chooser.showSaveDialog(getScene().getWindow());
    if (file != null) {
      model.export(file.toPath(), candidates.shown());
    }
  }

  DetailView detail() {
    return detail;
  }

  private void keep(Subscription closing) {
    follow = follow.and(closing);
  }

  @Override
  public void close() {
    follow.unsubscribe();
    estimator.close();
    invitation.close();
    detail.close();
    candidates.close();
    cutFlow.close();
    pipeline.close();
  }
}
