package org.dipscope.app.triage;

import java.util.Locale;
import javafx.beans.property.ObjectProperty;
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

/** Below the table: the chosen spectrum, what adds up over categories, exploring and confirming. */
final class DetailView extends BorderPane implements AutoCloseable {

  /** What is shown. */
  enum Page {
    SPECTRUM,
    COHERENT,
    SPLIT
  }

  private final TriageViewModel model;
  private final ObjectProperty<Page> page = new SimpleObjectProperty<>(this, "page", Page.SPECTRUM);
  private final PlotPane spectrum = new PlotPane();
  private final PlotPane coherent = new PlotPane();
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
    spectrum.setId("triage-spectrum");
    coherent.setId("triage-coherent");
    spectrum.themeProperty().bind(appearance.themeProperty());
    coherent.themeProperty().bind(appearance.themeProperty());
    pages =
        new Segments<>(
            page,
            Segments.of(Page.SPECTRUM, "Spectrum"),
            Segments.of(Page.COHERENT, "Equal mass"),
            Segments.of(Page.SPLIT, "Explore and confirm"));
    statistic =
        new Segments<>(
            model.statisticProperty(),
            Segments.of(Statistic.STOUFFER, "Σ z/√n"),
            Segments.of(Statistic.SUM, "Σ −2 ln λ"));
    part =
        new Segments<>(
            chosenPart,
            Segments.of(Split.Part.ALL, "all events"),
            Segments.of(Split.Part.EXPLORE, "explore a share"));
    splitPage = splitPage();
    keep(model.spectrumProperty().subscribe(spectrum::show));
    keep(model.coherentProperty().subscribe(coherent::show));
    keep(page.subscribe(this::show));
    chosenPart.addListener(
        (source, before, now) -> model.change("split.part", "\"" + now.name() + "\""));
    keep(model.settingsProperty().subscribe(now -> chosenPart.set(now.split().part())));
  }

  /** What is shown; set it to show another page. */
  ObjectProperty<Page> pageProperty() {
    return page;
  }

  private void show(Page now) {
    Label words = new Label();
    words.getStyleClass().add("muted");
    words.setMinWidth(0);
    HBox header = new HBox(pages);
    header.getStyleClass().add("view-header");
    if (now == Page.COHERENT) {
      Button toys = new Button("Draw toys");
      toys.setId("draw-toys");
      toys.setMinWidth(Region.USE_PREF_SIZE);
      toys.setOnAction(event -> model.drawToys());
      toys.disableProperty().bind(model.runningProperty());
      words.textProperty().bind(model.coherentWordsProperty());
      header.getChildren().addAll(statistic, toys, words);
    }
    if (now == Page.SPECTRUM) {
      words
          .textProperty()
          .bind(
              model
                  .selectedProperty()
                  .map(row -> "")
                  .orElse("Choose a row: its spectrum and z appear here."));
      header.getChildren().add(words);
    }
    setTop(header);
    setCenter(
        switch (now) {
          case SPECTRUM -> spectrum;
          case COHERENT -> coherent;
          case SPLIT -> splitPage;
        });
  }

  private Node splitPage() {
    TextField share = new TextField();
    share.setId("explore-share");
    share.setPrefColumnCount(4);
    share.setAlignment(Pos.CENTER_RIGHT);
    share.setOnAction(event -> model.change("split.exploreShare", share.getText()));
    keep(
        model
            .settingsProperty()
            .subscribe(
                now ->
                    share.setText(String.format(Locale.ROOT, "%.3g", now.split().exploreShare()))));
    share.disableProperty().bind(chosenPart.isEqualTo(Split.Part.ALL));
    Label before = new Label("Search in");
    Label label = new Label("share to explore");
    HBox line = new HBox(8, before, part, share, label);
    line.setAlignment(Pos.CENTER_LEFT);
    Label words = new Label();
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    words.setId("split-words");
    words.textProperty().bind(model.splitWordsProperty());
    Label rules =
        new Label(
            "Explore a share of the events, freeze what is flagged there, and look at the frozen"
                + " places in the other events, once. The number of looks is then known.");
    rules.setWrapText(true);
    rules.setMinHeight(Region.USE_PREF_SIZE);
    rules.getStyleClass().add("muted");
    Button confirm = new Button("Freeze the flags and confirm");
    confirm.setId("confirm");
    confirm.setOnAction(event -> model.confirm());
    confirm.disableProperty().bind(model.confirmableProperty().not().or(model.runningProperty()));
    VBox box = new VBox(10, rules, line, words, confirm);
    box.getStyleClass().add("facts");
    box.setMaxWidth(720);
    BorderPane pane = new BorderPane();
    pane.setLeft(box);
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
  }
}
