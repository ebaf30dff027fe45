package org.dipscope.app.workspace;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.dipscope.app.support.Icon;
import org.dipscope.app.support.UnitSpacing;
import org.jspecify.annotations.Nullable;

/** The project as a tree: data, models kept for comparison, results. */
final class ProjectView extends VBox implements AutoCloseable {
  /** Indent, padding and scroll bar, in pixels. */
  private static final double BESIDE_TEXT = 46;

  private final ProjectViewModel model;
  private final TreeView<ProjectViewModel.Row> tree = new TreeView<>();
  private final Subscription follow;
  private boolean refreshing;

  ProjectView(ProjectViewModel model) {
    this.model = model;
    setId("project");
    Label title = new Label("Project");
    title.getStyleClass().add("view-title");
    tree.setShowRoot(false);
    tree.setCellFactory(view -> new Cell());
    tree.getSelectionModel()
        .selectedItemProperty()
        .addListener((source, before, now) -> onSelected(now));
    tree.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    VBox.setVgrow(tree, Priority.ALWAYS);
    getChildren().addAll(title, tree);
    follow = model.groupsProperty().subscribe(this::show);
  }

  private void show(List<ProjectViewModel.Group> groups) {
    refreshing = true;
    TreeItem<ProjectViewModel.Row> root = new TreeItem<>();
    for (ProjectViewModel.Group group : groups) {
      TreeItem<ProjectViewModel.Row> parent =
          new TreeItem<>(new ProjectViewModel.Heading(group.name()));
      parent.setExpanded(true);
      for (ProjectViewModel.Row row : group.rows()) {
        TreeItem<ProjectViewModel.Row> item = new TreeItem<>(row);
        parent.getChildren().add(item);
      }
      root.getChildren().add(parent);
    }
    tree.setRoot(root);
    for (TreeItem<ProjectViewModel.Row> group : root.getChildren()) {
      for (TreeItem<ProjectViewModel.Row> item : group.getChildren()) {
        if (model.isShown(item.getValue())) {
          tree.getSelectionModel().select(item);
        }
      }
    }
    refreshing = false;
  }

  private void onSelected(@Nullable TreeItem<ProjectViewModel.Row> item) {
    if (!refreshing && item != null) {
      model.select(item.getValue());
    }
  }

  private void onKey(KeyEvent event) {
    TreeItem<ProjectViewModel.Row> item = tree.getSelectionModel().getSelectedItem();
    if (item != null && event.getCode() == KeyCode.DELETE) {
      model.remove(item.getValue());
      event.consume();
    }
  }

  @Override
  public void close() {
    follow.unsubscribe();
    tree.setRoot(null);
  }

  private final class Cell extends TreeCell<ProjectViewModel.Row> {
    @Override
    protected void updateItem(ProjectViewModel.@Nullable Row row, boolean empty) {
      super.updateItem(row, empty);
      setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
      setGraphic(empty || row == null ? null : content(row));
      setTooltip(empty || row == null || row instanceof ProjectViewModel.Heading ? null : tip(row));
      setAccessibleText(empty || row == null ? "" : row.text());
    }

    private Tooltip tip(ProjectViewModel.Row row) {
      return new Tooltip(row.text());
    }

    private HBox content(ProjectViewModel.Row row) {
      Label label = new Label(UnitSpacing.kept(row.text()));
      label.getStyleClass().add(row instanceof ProjectViewModel.Heading ? "heading" : "row");
      label.setMinWidth(0);
      label.setWrapText(true);
      label.setMinHeight(USE_PREF_SIZE);
      label.maxWidthProperty().bind(tree.widthProperty().subtract(BESIDE_TEXT));
      HBox box = new HBox(4, label);
      if (row instanceof ProjectViewModel.PinRow) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button remove = Icon.CLOSE.on(new Button(), "Remove " + row.text());
        remove.setOnAction(event -> model.remove(row));
        box.getChildren().addAll(gap, remove);
      }
      if (row instanceof ProjectViewModel.Hint) {
        label.getStyleClass().add("muted");
      }
      return box;
    }
  }
}
