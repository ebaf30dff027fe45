package org.dipscope.app.triage;

import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.dipscope.app.figure.PlotPane;
import org.dipscope.app.shell.Appearance;
import org.dipscope.app.shell.Segments;
import org.dipscope.core.selection.Split;
import org.dipscope.core.triage.CoherentScan.Statistic;

/** Below the table: the chosen spectrum, what adds up, what is shared, exploring and confirming. */
final class DetailView extends BorderPane implements AutoCloseable {

  /** What is shown. */
  enum Page {
    SPECTRUM,
    COHERENT,
    SHARED,
    SPLIT
  }

  private static final double SMALL_TEXT = 10.5;
  private static final double AROUND_MAP = 30;
  private static final double ROW_OF_MAP = 13;
  private static final int FEWEST_FLAGS = 6;
  private static final int MOST_FLAGS = 40;

  private final TriageViewModel model;
  private final ObjectProperty<Page> page = new SimpleObjectProperty<>(this, "page", Page.SPECTRUM);
  private final PlotPane spectrum = new PlotPane();
  private final PlotPane coherent = new PlotPane();
  private final PlotPane shared = new PlotPane();
  private final Segments<Page> pages;
  private final Segments<Statistic> statistic;
  private final Segments<Split.Part> part;
  private final ObjectProperty<Split.Part> chosenPart =
      new SimpleObjectProperty<>(this, "part", Split.Part.ALL);
  private final Node splitPage;
  private Subscription follow = Subscription.EMPTY;

  DetailView(TriageViewModel model, Appearance appearance) {
    this.model = model;
    setMinHeight(0);
    setMinWidth(0);
    spectrum.setId("triage-spectrum");
    coherent.setId("triage-coherent");
    shared.setId("triage-shared");
    spectrum.themeProperty().bind(appearance.themeProperty());
    coherent.themeProperty().bind(appearance.themeProperty());
    shared.themeProperty().bind(appearance.themeProperty());
    shared.textPixelsProperty().set(SMALL_TEXT);
    keep(
        shared
            .heightProperty()
            .subscribe(
                now ->
                    model
                        .shared()
                        .roomProperty()
                        .set(
                            Math.clamp(
                                (long) ((now.doubleValue() - AROUND_MAP) / ROW_OF_MAP),
                                FEWEST_FLAGS,
                                MOST_FLAGS))));
    shared.setReadoutWords(place -> model.shared().words(place.x(), place.y()));
    pages =
        new Segments<>(
            page,
            Segments.of(Page.SPECTRUM, "Spectrum"),
            Segments.of(Page.COHERENT, "Equal mass"),
            Segments.of(Page.SHARED, "Shared events"),
            Segments.of(Page.SPLIT, "Explore and confirm"));
    statistic =
        new Segments<>(
            model.coherent().statisticProperty(),
            Segments.of(Statistic.STOUFFER, "Σ z/√n"),
            Segments.of(Statistic.SUM, "Σ −2 ln λ"));
    part =
        new Segments<>(
            chosenPart,
            Segments.of(Split.Part.ALL, "all events"),
            Segments.of(Split.Part.EXPLORE, "explore a share"));
    splitPage = splitPage();
    keep(model.spectrum().figureProperty().subscribe(spectrum::show));
    keep(model.coherent().figureProperty().subscribe(coherent::show));
    keep(model.shared().figureProperty().subscribe(shared::show));
    keep(page.subscribe(this::show));
    chosenPart.addListener((source, before, now) -> model.cuts().use(now));
    keep(
        model
            .cuts()
            .cutsProperty()
            .subscribe(now -> chosenPart.set(now.selection().split().part())));
  }

  /** What is shown; set it to show another page. */
  ObjectProperty<Page> pageProperty() {
    return page;
  }

  private void show(Page now) {
    HBox header = new HBox(pages);
    header.getStyleClass().add("view-header");
    switch (now) {
      case COHERENT -> {
        Button toys = new Button("Draw toys");
        toys.setId("draw-toys");
        toys.setMinWidth(Region.USE_PREF_SIZE);
        toys.setOnAction(event -> model.coherent().drawToys());
        toys.disableProperty().bind(model.runningProperty());
        header.getChildren().addAll(statistic, toys);
        setTop(new VBox(header, line(model.coherent().wordsProperty())));
      }
      case SPECTRUM -> setTop(new VBox(header, line(model.spectrum().wordsProperty())));
      case SHARED -> setTop(new VBox(header, line(model.shared().wordsProperty())));
      case SPLIT -> setTop(header);
    }
    setCenter(
        switch (now) {
          case SPECTRUM -> spectrum;
          case COHERENT -> coherent;
          case SHARED -> shared;
          case SPLIT -> splitPage;
        });
  }

  /** A sentence over a figure, on as many lines as it needs. */
  private static Label line(ReadOnlyStringProperty words) {
    Label label = new Label();
    label.getStyleClass().addAll("muted", "figure-words");
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.textProperty().bind(words);
    return label;
  }

  private Node splitPage() {
    TextField share = new TextField();
    share.setId("explore-share");
    share.setPrefColumnCount(4);
    share.setAlignment(Pos.CENTER_RIGHT);
    share.setOnAction(event -> model.cuts().change("split.exploreShare", share.getText()));
    keep(
        model
            .cuts()
            .cutsProperty()
            .subscribe(
                now ->
                    share.setText(
                        String.format(
                            Locale.ROOT, "%.3g", now.selection().split().exploreShare()))));
    share.disableProperty().bind(chosenPart.isEqualTo(Split.Part.ALL));
    Label before = new Label("Search in");
    Label label = new Label("share to explore");
    HBox line = new HBox(8, before, part, share, label);
    line.setAlignment(Pos.CENTER_LEFT);
    Label words = new Label();
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    words.setId("split-words");
    words.textProperty().bind(model.split().wordsProperty());
    Label rules =
        new Label(
            "Explore a share of the events, freeze what is flagged there, and look at the frozen"
                + " places in the other events, once. The number of looks is then known.");
    rules.setWrapText(true);
    rules.setMinHeight(Region.USE_PREF_SIZE);
    rules.getStyleClass().add("muted");
    Button confirm = new Button("Freeze the flags and confirm");
    confirm.setId("confirm");
    confirm.setOnAction(event -> model.split().confirm());
    confirm
        .disableProperty()
        .bind(model.split().confirmableProperty().not().or(model.runningProperty()));
    VBox box = new VBox(10, rules, line, words, confirm);
    box.getStyleClass().add("facts");
    box.setMaxWidth(720);
    BorderPane pane = new BorderPane();
    pane.setCenter(box);
    pane.setMinWidth(0);
    BorderPane.setAlignment(box, Pos.TOP_LEFT);
    return pane;
  }

  private void keep(Subscription closing) {
    follow = follow.and(closing);
  }

  @Override
  public void close() {
    follow.unsubscribe();
    pages.close();
    statistic.close();
    part.close();
    spectrum.close();
    coherent.close();
    shared.close();
  }
}
