package org.dipscope.app.inference;

import java.util.Arrays;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.dipscope.app.figure.PlotPane;
import org.dipscope.app.shell.Segments;
import org.dipscope.core.figure.FigureSpec;

/** The page that shows why a one-dimensional summary is not enough. */
final class SummariesPage implements Page {
  private final SummariesViewModel model;
  private final PlotPane plot = new PlotPane();
  private final VBox content = new VBox();
  private Subscription subscriptions = Subscription.EMPTY;

  SummariesPage(SummariesViewModel model, PageParts parts) {
    this.model = model;
    plot.setId("summaries-plot");
    plot.themeProperty().bind(parts.appearance().themeProperty());
    Label waiting = new Label("Comparing…");
    waiting.getStyleClass().addAll("muted", "invitation");
    keep(
        model
            .figureProperty()
            .subscribe(
                now -> {
                  plot.show(now == null ? FigureSpec.of("No comparison yet") : now);
                  IntervalsPage.show(waiting, now == null);
                }));
    Segments<SummariesViewModel.Data> data =
        new Segments<>(
            model.dataProperty(),
            Arrays.stream(SummariesViewModel.Data.values())
                .map(one -> Segments.of(one, one.words()))
                .toList());
    data.setId("summaries-data");
    keep(data::close);
    Label title = new Label("A one-dimensional summary is not enough");
    title.getStyleClass().add("view-title");
    Label words = new Label();
    words.setId("summaries-words");
    words.setWrapText(true);
    words.textProperty().bind(model.wordsProperty());
    words.setPadding(new Insets(0, 10, 6, 10));
    words.setMinHeight(Region.USE_PREF_SIZE);
    keep(() -> words.textProperty().unbind());
    TableGrid table = new TableGrid("Segments", "", model.tableProperty(), parts.actions()::copy);
    keep(table::close);
    SplitPane body = IntervalsPage.split(0.54, new StackPane(plot, waiting), table);
    content.setId("summaries-page");
    content.getChildren().addAll(IntervalsPage.row(title, data), words, body);
  }

  private void keep(Subscription closing) {
    subscriptions = subscriptions.and(closing);
  }

  @Override
  public String name() {
    return "Summaries";
  }

  @Override
  public Node content() {
    return content;
  }

  @Override
  public void setVisible(boolean visible) {
    model.setVisible(visible);
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
    plot.close();
    model.close();
  }
}
