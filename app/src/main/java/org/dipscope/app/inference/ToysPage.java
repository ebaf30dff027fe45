package org.dipscope.app.inference;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.dipscope.app.figure.PlotPane;
import org.dipscope.app.shell.Segments;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.neyman.ToySummary;
import org.jspecify.annotations.Nullable;

/** The page of toys. */
final class ToysPage implements Page {
  private final ToysViewModel model;
  private final PlotPane all = new PlotPane();
  private final PlotPane one = new PlotPane();
  private final TableView<ToySummary> table = new TableView<>();
  private final VBox content = new VBox();
  private Subscription subscriptions = Subscription.EMPTY;
  private boolean following;

  ToysPage(ToysViewModel model, PageParts parts) {
    this.model = model;
    all.setId("toys-plot");
    one.setId("toy-plot");
    for (PlotPane pane : List.of(all, one)) {
      pane.themeProperty().bind(parts.appearance().themeProperty());
    }
    all.badgeProperty().bind(model.badgeProperty());
    all.setOnPick(model::pick);
    Label invitation =
        new Label(
            """
            Simulate experiments at one strength and see how the statistic
            and the fitted strength are distributed. Click any of them
            to see its spectrum, its fit and its likelihood.\
            """);
    invitation.getStyleClass().addAll("muted", "invitation");
    keep(
        model
            .figureProperty()
            .subscribe(
                now -> {
                  all.show(now == null ? FigureSpec.of("No toys yet") : now);
                  IntervalsPage.show(invitation, now == null);
                }));
    SplitPane left = new SplitPane(new StackPane(all, invitation), near());
    left.setOrientation(Orientation.VERTICAL);
    left.setDividerPositions(0.62);
    SplitPane body = IntervalsPage.split(0.7, left, list());
    content.setId("toys-page");
    content
        .getChildren()
        .addAll(
            controls(), line(model.complaintProperty()::subscribe, "slider-field-message"), body);
  }

  private Node near() {
    Label hint = new Label("No toy is chosen: click a point above, or a row of the list.");
    hint.getStyleClass().addAll("muted", "invitation");
    keep(
        model
            .detailProperty()
            .subscribe(
                now -> {
                  one.show(now == null ? FigureSpec.of("No toy chosen") : now);
                  IntervalsPage.show(hint, now == null);
                }));
    Label words = line(model.detailWordsProperty()::subscribe, "statistics");
    words.setId("toy-words");
    StackPane figure = new StackPane(one, hint);
    VBox.setVgrow(figure, Priority.ALWAYS);
    return new VBox(words, figure);
  }

  private Node list() {
    Segments<ToyFilter> filter =
        new Segments<>(
            model.filterProperty(),
            Arrays.stream(ToyFilter.values()).map(f -> Segments.of(f, f.words())).toList());
    filter.setId("toy-filter");
    keep(filter::close);
    table.setId("toys-table");
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table
        .getColumns()
        .setAll(
            List.of(
                column("toy", toy -> Integer.toString(toy.toy())),
                column("T", toy -> NumberText.fixed(toy.statistic(), 3)),
                column("fitted", toy -> NumberText.fixed(toy.bestStrength(), 3)),
                column("segments", toy -> Integer.toString(toy.segments())),
                column("minima", toy -> Integer.toString(toy.minima()))));
    Label none = new Label("No such toys.");
    none.getStyleClass().add("muted");
    table.setPlaceholder(none);
    keep(model.listedProperty().subscribe(this::fill));
    table
        .getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (source, before, now) -> {
              if (!following && now != null) {
                model.chosenProperty().set(now);
              }
            });
    keep(model.chosenProperty().subscribe(this::select));
    Label summary = line(model.summaryProperty()::subscribe, "muted");
    VBox.setVgrow(table, Priority.ALWAYS);
    VBox box = new VBox(6, summary, filter, table);
    box.setMinWidth(0);
    box.setPadding(new Insets(4, 4, 4, 10));
    return box;
  }

  private void fill(List<ToySummary> toys) {
    following = true;
    table.getItems().setAll(toys);
    following = false;
    select(model.chosenProperty().get());
  }

  private void select(@Nullable ToySummary toy) {
    following = true;
    if (toy == null) {
      table.getSelectionModel().clearSelection();
    } else if (!toy.equals(table.getSelectionModel().getSelectedItem())) {
      table.getSelectionModel().select(toy);
      table.scrollTo(toy);
    }
    following = false;
  }

  private static TableColumn<ToySummary, String> column(
      String name, Function<ToySummary, String> text) {
    TableColumn<ToySummary, String> column = new TableColumn<>(name);
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
    return column;
  }

  private Node controls() {
    EntryField truth =
        new EntryField("True strength", model.truthProperty(), "", 5, "Where toys are simulated");
    truth.field().setId("toys-truth");
    EntryField tested =
        new EntryField(
            "T at", model.testedProperty(), "the truth", 7, "Where the statistic is taken");
    EntryField toys = new EntryField("toys", model.toysProperty(), "2000", 6, "How many toys");
    toys.field().setId("toys-count");
    List.of(truth, tested, toys).forEach(field -> keep(field::close));
    JobBar job = new JobBar("Simulate", "toys-run", model.jobProperty(), model::run, model::cancel);
    keep(job::close);
    return IntervalsPage.row(truth, tested, toys, job);
  }

  /** Words that are only there while there are any. */
  private Label line(
      Function<java.util.function.Consumer<String>, Subscription> text, String style) {
    Label label = new Label();
    label.getStyleClass().add(style);
    label.setWrapText(true);
    label.setMinWidth(0);
    keep(
        text.apply(
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
    return "Toys";
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
    all.badgeProperty().unbind();
    all.close();
    one.close();
    model.close();
  }
}
