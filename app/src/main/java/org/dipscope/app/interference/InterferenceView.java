package org.dipscope.app.interference;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.animation.AnimationTimer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.dipscope.app.shell.ChoiceField;
import org.dipscope.app.shell.Segments;
import org.dipscope.app.support.Icon;
import org.dipscope.core.physics.parton.InstalledSet;

/**
 * The controls below the views: a row for the scalar, a row for one page of rarer controls, and the
 * numbers that follow from them.
 */
final class InterferenceView extends VBox implements AutoCloseable {
  private final InterferenceViewModel model;
  private final Animation animation;
  private final ScalarControls first;
  private final ScalarControls second;
  private final ConditionControls conditions;
  private final GridPane grid = new GridPane();
  private final FlowPane numbers = new FlowPane();
  private final ObjectProperty<Pages> page =
      new SimpleObjectProperty<>(this, "page", Pages.DETECTOR);
  private final Map<Pages, List<Node>> pages = new EnumMap<>(Pages.class);
  private final Ticker ticker = new Ticker();
  private Subscription subscriptions = Subscription.EMPTY;

  InterferenceView(InterferenceViewModel model, Animation animation) {
    this.model = model;
    this.animation = animation;
    setId("controls");
    first = new ScalarControls(model.first(), "", model::seal);
    second = new ScalarControls(model.second(), "second-", model::seal);
    conditions = new ConditionControls(model, model::seal);
    pages.put(Pages.DETECTOR, conditions.detector());
    pages.put(Pages.THEORY, conditions.theory());
    pages.put(Pages.RATES, conditions.rates());
    pages.put(Pages.SECOND, secondRow());
    buildGrid();
    numbers.getStyleClass().add("key-numbers");
    getStyleClass().add("control-rows");
    getChildren().addAll(grid, numbers);
    keep(page.subscribe(this::showPage));
    keep(model.keyNumbersProperty().subscribe(this::showNumbers));
    keep(animation.playingProperty().subscribe(this::play));
  }

  private void buildGrid() {
    grid.getStyleClass().add("control-grid");
    grid.setHgap(16);
    grid.setVgap(6);
    for (int column = 0; column < 5; column++) {
      ColumnConstraints constraints = new ColumnConstraints();
      boolean slider = column > 0 && column < 4;
      if (slider) {
        constraints.setHgrow(Priority.ALWAYS);
        constraints.setPrefWidth(250);
        constraints.setMinWidth(160);
      }
      constraints.setFillWidth(true);
      grid.getColumnConstraints().add(constraints);
    }
    Label cp = new Label("CP");
    HBox left = new HBox(7, cp, first.kind());
    left.setAlignment(Pos.CENTER_LEFT);
    Segments<Pages> tabs =
        new Segments<>(
            page,
            Segments.of(Pages.DETECTOR, Pages.DETECTOR.words()),
            Segments.of(Pages.THEORY, Pages.THEORY.words()),
            Segments.of(Pages.RATES, Pages.RATES.words()),
            Segments.of(Pages.SECOND, Pages.SECOND.words()));
    tabs.setId("pages");
    keep(tabs::close);
    mark(first.mass());
    grid.addRow(0, left, first.mass(), first.width(), first.couplings(), player());
    grid.add(tabs, 0, 1);
    grid.add(resetButton(), 4, 1);
  }

  /** Names in the first column of sliders are equally wide, so that the sliders line up. */
  private static void mark(Node node) {
    if (!node.getStyleClass().contains("column-1")) {
      node.getStyleClass().add("column-1");
    }
  }

  private Node player() {
    ToggleButton play = Icon.PLAY.on(new ToggleButton(), "Play a slider back and forth (space)");
    play.setId("animate");
    play.selectedProperty().bindBidirectional(animation.playingProperty());
    keep(
        animation
            .playingProperty()
            .subscribe(on -> play.setGraphic((on ? Icon.PAUSE : Icon.PLAY).node())));
    ChoiceField<Animation.Track> track =
        new ChoiceField<>("", animation.trackProperty(), animation.tracks(), Animation.Track::name);
    keep(track::close);
    track.box().setPrefWidth(84);
    HBox row = new HBox(4, play, track);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private Node resetButton() {
    Button reset = Icon.RESET.on(new Button("Reset"), "All controls to their standard values");
    reset.setId("reset");
    reset.setOnAction(event -> model.reset());
    return reset;
  }

  private List<Node> secondRow() {
    CheckBox on = new CheckBox();
    on.setTooltip(new Tooltip("Add a second scalar"));
    on.setAccessibleText("Second scalar");
    on.setId("second");
    on.setOnAction(event -> model.hasSecondProperty().set(on.isSelected()));
    HBox mass = ScalarControls.row(on, second.kind(), second.mass());
    keep(
        model
            .hasSecondProperty()
            .subscribe(
                now -> {
                  on.setSelected(now);
                  second.kind().setDisable(!now);
                  second.mass().setDisable(!now);
                  second.width().setDisable(!now);
                  second.couplings().setDisable(!now);
                }));
    return List.of(mass, second.width(), second.couplings());
  }

  private void showPage(Pages now) {
    pages.values().forEach(nodes -> grid.getChildren().removeAll(nodes));
    List<Node> nodes = pages.getOrDefault(now, List.of());
    for (int i = 0; i < nodes.size(); i++) {
      if (i == 0) {
        mark(nodes.get(i));
      }
      grid.add(nodes.get(i), 1 + i, 1);
    }
  }

  private void showNumbers(List<KeyNumber> all) {
    List<Node> labels = new ArrayList<>();
    for (KeyNumber number : all) {
      Label name = new Label(number.name());
      name.getStyleClass().add("muted");
      Label value = new Label(number.value());
      value.getStyleClass().add(number.warning() ? "warning" : "key-number");
      HBox pair = new HBox(5, name, value);
      Tooltip.install(pair, new Tooltip(number.explanation()));
      pair.setAlignment(Pos.CENTER_LEFT);
      labels.add(pair);
    }
    if (labels.isEmpty()) {
      labels.add(new StackPane(new Region()));
    }
    numbers.getChildren().setAll(labels);
  }

  void focusFirst() {
    first.mass().requestFocus();
  }

  void showSets(List<InstalledSet> sets) {
    conditions.showSets(sets);
  }

  private void play(boolean on) {
    if (on) {
      ticker.start();
    } else {
      ticker.stop();
      model.seal();
    }
  }

  private void keep(Subscription closing) {
    subscriptions = subscriptions.and(closing);
  }

  @Override
  public void close() {
    animation.playingProperty().set(false);
    subscriptions.unsubscribe();
    first.close();
    second.close();
    conditions.close();
  }

  private final class Ticker extends AnimationTimer {
    private static final double LONGEST_STEP_SECONDS = 0.1;

    private long last;

    @Override
    public void start() {
      last = 0;
      super.start();
    }

    @Override
    public void handle(long now) {
      double seconds = last == 0 ? 0 : (now - last) * 1e-9;
      last = now;
      animation.advance(Math.min(seconds, LONGEST_STEP_SECONDS));
    }
  }
}
