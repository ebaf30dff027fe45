package org.dipscope.app.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.dipscope.app.data.ItemTree.Branch;
import org.dipscope.app.support.Icon;
import org.jspecify.annotations.Nullable;

/** The open files as a tree with a search field above it. */
final class BrowserView extends VBox implements AutoCloseable {
  private static final double LEAST_WIDTH = 180;

  private final BrowserViewModel model;
  private final TreeView<Item> tree = new TreeView<>();
  private Subscription subscriptions = Subscription.EMPTY;
  private boolean showing;

  BrowserView(BrowserViewModel model, Consumer<Item> onActivate, ItemActions actions) {
    this.model = model;
    setId("browser");
    getStyleClass().add("browser");
    setMinWidth(LEAST_WIDTH);
    Label title = new Label("Files");
    title.getStyleClass().add("view-title");
    TextField search = new TextField();
    search.setId("browser-search");
    search.setPromptText("Search names");
    search.textProperty().bindBidirectional(model.searchProperty());
    tree.setId("browser-tree");
    tree.setShowRoot(false);
    tree.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    tree.setCellFactory(view -> new ItemCell(model, onActivate, actions));
    tree.addEventHandler(KeyEvent.KEY_PRESSED, event -> onKey(event, onActivate));
    VBox.setVgrow(tree, Priority.ALWAYS);
    getChildren().addAll(title, search, notice(), tree);
    tree.getSelectionModel()
        .getSelectedItems()
        .addListener((javafx.collections.ListChangeListener<TreeItem<Item>>) c -> onSelected());
    keep(model.treeProperty().subscribe(this::show));
    keep(model.selectionProperty().subscribe(this::select));
    keep(() -> search.textProperty().unbindBidirectional(model.searchProperty()));
  }

  private HBox notice() {
    Label words = new Label();
    words.setWrapText(true);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    words.textProperty().bind(model.noticeProperty());
    Button reload = new Button("Reload");
    reload.setId("reload-changed");
    reload.setMinWidth(Region.USE_PREF_SIZE);
    reload.setOnAction(event -> model.reloadChanged());
    HBox notice = new HBox(8, Icon.WARNING.node(), words, reload);
    notice.getStyleClass().add("notice");
    notice.visibleProperty().bind(model.noticeProperty().isNotEmpty());
    notice.managedProperty().bind(notice.visibleProperty());
    keep(
        () -> {
          words.textProperty().unbind();
          notice.visibleProperty().unbind();
        });
    return notice;
  }

  private void show(List<Branch> branches) {
    showing = true;
    TreeItem<Item> root = new TreeItem<>();
    branches.forEach(branch -> root.getChildren().add(item(branch)));
    tree.setRoot(root);
    showing = false;
    select(model.selectionProperty().get());
  }

  private TreeItem<Item> item(Branch branch) {
    TreeItem<Item> item = new TreeItem<>(branch.item());
    List<TreeItem<Item>> inside = new ArrayList<>(branch.children().size());
    branch.children().forEach(child -> inside.add(item(child)));
    item.getChildren().setAll(inside);
    if (!inside.isEmpty()) {
      item.setExpanded(model.isExpanded(branch));
      item.expandedProperty()
          .addListener((source, before, now) -> model.setExpanded(branch.item(), now));
    }
    return item;
  }

  /** Selects what the model says, unless that is what is selected. */
  private void select(List<Item> items) {
    if (showing || keys(items).equals(keys(selected()))) {
      return;
    }
    showing = true;
    tree.getSelectionModel().clearSelection();
    Set<String> wanted = keys(items);
    List<TreeItem<Item>> found = new ArrayList<>();
    find(tree.getRoot(), wanted, found);
    found.forEach(BrowserView::unfold);
    found.forEach(tree.getSelectionModel()::select);
    if (!found.isEmpty()) {
      tree.scrollTo(Math.max(0, tree.getRow(found.getFirst()) - 3));
    }
    showing = false;
  }

  private static void unfold(TreeItem<Item> item) {
    for (TreeItem<Item> up = item.getParent(); up != null; up = up.getParent()) {
      up.setExpanded(true);
    }
  }

  private static void find(
      @Nullable TreeItem<Item> in, Set<String> keys, List<TreeItem<Item>> found) {
    if (in == null || keys.isEmpty()) {
      return;
    }
    Item item = in.getValue();
    if (item != null && keys.contains(item.key())) {
      found.add(in);
    }
    in.getChildren().forEach(child -> find(child, keys, found));
  }

  private static Set<String> keys(List<Item> items) {
    Set<String> keys = new HashSet<>();
    items.forEach(item -> keys.add(item.key()));
    return keys;
  }

  private List<Item> selected() {
    List<Item> items = new ArrayList<>();
    for (TreeItem<Item> item : tree.getSelectionModel().getSelectedItems()) {
      if (item != null && item.getValue() != null) {
        items.add(item.getValue());
      }
    }
    return items;
  }

  private void onSelected() {
    if (!showing) {
      model.selectionProperty().set(List.copyOf(selected()));
    }
  }

  private void onKey(KeyEvent event, Consumer<Item> onActivate) {
    TreeItem<Item> item = tree.getSelectionModel().getSelectedItem();
    if (item == null) {
      return;
    }
    if (event.getCode() == KeyCode.ENTER) {
      onActivate.accept(item.getValue());
      event.consume();
    } else if (event.getCode() == KeyCode.DELETE && item.getValue() instanceof Item.FileItem file) {
      model.close(file.file());
      event.consume();
    }
  }

  private void keep(Subscription closing) {
    subscriptions = subscriptions.and(closing);
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
    tree.setRoot(null);
  }
}
