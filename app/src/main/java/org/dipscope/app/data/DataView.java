package org.dipscope.app.data;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.dipscope.app.data.DataViewModel.Mode;
import org.dipscope.app.shell.Appearance;
import org.dipscope.app.shell.Segments;
import org.dipscope.app.support.Icon;

/** The data screen: browser on the left, what is selected or built beside it. */
final class DataView extends StackPane implements AutoCloseable {
  private static final double BROWSER_SHARE = 0.3;

  private final DataViewModel model;
  private final ItemActions actions;
  private final BrowserView browser;
  private final PreviewView preview;
  private final BuilderView builder;
  private final AddingView adding;
  private Subscription subscriptions = Subscription.EMPTY;

  DataView(DataViewModel model, Appearance appearance, ItemActions actions) {
    this.model = model;
    this.actions = actions;
    setId("data");
    getStyleClass().add("view");
    browser = new BrowserView(model.browser(), model::activate, actions);
    preview = new PreviewView(model.preview(), appearance);
    builder = new BuilderView(model.builder(), appearance);
    adding = new AddingView(model.adding());
    StackPane body = new StackPane(preview, builder);
    VBox.setVgrow(body, Priority.ALWAYS);
    VBox right = new VBox(header(), adding, body);
    right.getStyleClass().add("view");
    right.setMinWidth(0);
    SplitPane split = new SplitPane(browser, right);
    keep(split.widthProperty().subscribe((before, now) -> share(split, before.doubleValue())));
    getChildren().addAll(split, invitation());
    keep(model.modeProperty().subscribe(this::show));
    keep(model.browser().emptyProperty().subscribe(empty -> show(split, !empty)));
  }

  /** A screen that was hidden is narrow at first, and what was shared out then is no share. */
  private void share(SplitPane split, double widthBefore) {
    if (widthBefore * BROWSER_SHARE < browser.getMinWidth()) {
      split.setDividerPositions(BROWSER_SHARE);
    }
  }

  private VBox invitation() {
    Label words =
        new Label(
            """
            Drop a file here, or open one with Ctrl+O.

            Histograms: ROOT, YODA, HEPData, pyhf, JSON and text.
            Events: ROOT trees and RNTuples, LHE, HepMC, NumPy, Parquet, HDF5,
            Dark Machines and text tables.\
            """);
    words.getStyleClass().addAll("muted", "invitation");
    VBox box = new VBox(12, words);
    box.setAlignment(Pos.CENTER);
    box.setId("data-invitation");
    box.visibleProperty().bind(model.browser().emptyProperty());
    keep(() -> box.visibleProperty().unbind());
    return box;
  }

  private HBox header() {
    Label title = new Label();
    title.getStyleClass().add("view-title");
    title.setMinWidth(40);
    title.textProperty().bind(model.titleProperty());
    keep(() -> title.textProperty().unbind());
    Segments<Mode> mode =
        new Segments<>(
            model.modeProperty(),
            Segments.of(Mode.PREVIEW, "Preview"),
            Segments.of(Mode.BUILD, "Build"));
    mode.setId("data-mode");
    keep(mode::close);
    keep(model.buildableProperty().subscribe(table -> show(mode, table)));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox header =
        new HBox(mode, title, gap, working(), unitArea(), scale(), copy(), export(), add());
    header.getStyleClass().add("view-header");
    return header;
  }

  private HBox working() {
    ProgressIndicator turning = new ProgressIndicator();
    turning.setMaxSize(16, 16);
    Button cancel = Icon.CLOSE.on(new Button(), "Stop filling");
    cancel.setOnAction(event -> model.builder().cancel());
    HBox box = new HBox(2, turning, cancel);
    box.setAlignment(Pos.CENTER);
    box.setId("builder-working");
    box.visibleProperty().bind(model.builder().workingProperty());
    box.managedProperty().bind(box.visibleProperty());
    keep(() -> box.visibleProperty().unbind());
    return box;
  }

  private CheckBox unitArea() {
    CheckBox box = new CheckBox("unit area");
    box.setId("unit-area");
    box.setMinWidth(Region.USE_PREF_SIZE);
    box.setOnAction(event -> model.unitArea(model.modeProperty().get()).set(box.isSelected()));
    keep(model.drawnProperty().subscribe(drawn -> show(box, drawn)));
    Runnable follow = () -> box.setSelected(model.unitArea(model.modeProperty().get()).get());
    keep(model.modeProperty().subscribe(now -> follow.run()));
    return box;
  }

  private Segments<Boolean> scale() {
    ObjectProperty<Boolean> logarithmic = new SimpleObjectProperty<>(this, "logarithmic", false);
    logarithmic.addListener(
        (source, before, now) -> model.logContents(model.modeProperty().get()).set(now));
    keep(model.modeProperty().subscribe(now -> logarithmic.set(model.logContents(now).get())));
    Segments<Boolean> scale =
        new Segments<>(logarithmic, Segments.of(false, "linear"), Segments.of(true, "log"));
    scale.setId("data-scale");
    keep(model.drawnProperty().subscribe(drawn -> show(scale, drawn)));
    keep(scale::close);
    return scale;
  }

  private Button copy() {
    Button copy = Icon.COPY.on(new Button(), "Copy the command line that fills the same histogram");
    copy.setId("copy-command");
    copy.setOnAction(event -> actions.copy(model.builder().commandLine()));
    keep(
        model
            .modeProperty()
            .subscribe(
                now -> {
                  copy.setVisible(now == Mode.BUILD);
                  copy.setManaged(now == Mode.BUILD);
                }));
    copy.disableProperty().bind(model.drawnProperty().not());
    keep(() -> copy.disableProperty().unbind());
    return copy;
  }

  private Button export() {
    Button export = Icon.EXPORT.on(new Button(), "Export as PDF, SVG, PNG, CSV or JSON");
    export.setOnAction(event -> actions.export());
    export.disableProperty().bind(model.drawnProperty().not());
    keep(() -> export.disableProperty().unbind());
    return export;
  }

  private Button add() {
    Button add = new Button("Add to project");
    add.setId("add-to-project");
    add.setMinWidth(Region.USE_PREF_SIZE);
    add.setOnAction(event -> model.add());
    add.disableProperty().bind(model.addableProperty().not());
    keep(() -> add.disableProperty().unbind());
    return add;
  }

  private void show(Mode mode) {
    show(preview, mode == Mode.PREVIEW);
    show(builder, mode == Mode.BUILD);
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private void keep(Subscription closing) {
    subscriptions = subscriptions.and(closing);
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
    adding.close();
    builder.close();
    preview.close();
    browser.close();
  }
}
