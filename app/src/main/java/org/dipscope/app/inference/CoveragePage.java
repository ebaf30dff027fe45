package org.dipscope.app.inference;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.dipscope.app.figure.PlotPane;
import org.dipscope.core.figure.FigureSpec;

/** The page of coverage. */
final class CoveragePage implements Page {
  private final CoverageViewModel model;
  private final PlotPane plot = new PlotPane();
  private final VBox content = new VBox();
  private Subscription subscriptions = Subscription.EMPTY;

  CoveragePage(CoverageViewModel model, PageParts parts) {
    this.model = model;
    plot.setId("coverage-plot");
    plot.themeProperty().bind(parts.appearance().themeProperty());
    plot.badgeProperty().bind(model.badgeProperty());
    Label invitation =
        new Label(
            """
            Experiments are simulated at true strengths and treated like the data:
            how often does the confidence set contain the truth, how long is it,
            and how often does it fall into pieces?

            Statistic, method, levels and seed are those of the page Intervals.\
            """);
    invitation.getStyleClass().addAll("muted", "invitation");
    keep(
        model
            .figureProperty()
            .subscribe(
                now -> {
                  plot.show(now == null ? FigureSpec.of("No coverage yet") : now);
                  IntervalsPage.show(invitation, now == null);
                }));
    TableGrid table =
        new TableGrid(
            "Coverage", "Nothing to list yet.", model.tableProperty(), parts.actions()::copy);
    keep(table::close);
    SplitPane body = IntervalsPage.split(0.55, new StackPane(plot, invitation), table);
    content.setId("coverage-page");
    content.getChildren().addAll(controls(), complaint(), body);
  }

  private Node controls() {
    EntryField truths =
        new EntryField(
            "True strengths",
            model.truthsProperty(),
            "five of the tested ones",
            14,
            "True strengths, from:to:number or a list");
    truths.field().setId("coverage-truths");
    EntryField experiments =
        new EntryField(
            "experiments",
            model.experimentsProperty(),
            "usual",
            6,
            "Experiments per true strength");
    keep(truths::close);
    keep(experiments::close);
    JobBar job =
        new JobBar(
            "Inject and count", "coverage-run", model.jobProperty(), model::run, model::cancel);
    keep(job::close);
    return IntervalsPage.row(truths, experiments, job);
  }

  private Label complaint() {
    Label label = new Label();
    label.getStyleClass().add("slider-field-message");
    label.setWrapText(true);
    label.setPadding(new Insets(2, 10, 2, 10));
    keep(
        model
            .complaintProperty()
            .subscribe(
                now -> {
                  label.setText(now);
                  IntervalsPage.show(label, !now.isEmpty());
                }));
    return label;
  }

  private void keep(Subscription closing) {
    subscriptions = subscriptions.and(closing);
  }

  @Override
  public String name() {
    return "Coverage";
  }

  @Override
  public Node content() {
    return content;
  }

  @Override
  public void setVisible(boolean visible) {}

  @Override
  public void close() {
    subscriptions.unsubscribe();
    plot.badgeProperty().unbind();
    plot.close();
    model.close();
  }
}
