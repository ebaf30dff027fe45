package org.dipscope.app.data;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.dipscope.app.data.Item.FileItem;
import org.dipscope.app.data.Item.HistogramItem;
import org.dipscope.app.support.Icon;
import org.jspecify.annotations.Nullable;

/** A row of the browser: icon, name, remark, and for files a button. */
final class ItemCell extends TreeCell<Item> {
  private final BrowserViewModel model;
  private final ItemActions actions;

  ItemCell(BrowserViewModel model, Consumer<Item> onActivate, ItemActions actions) {
    this.model = model;
    this.actions = actions;
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setPrefWidth(0); // as wide as the tree, so that long names are cut off and remarks stay
    addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          Item item = getItem();
          if (item != null
              && event.getButton() == MouseButton.PRIMARY
              && event.getClickCount() == 2) {
            onActivate.accept(item);
            event.consume();
          }
        });
  }

  @Override
  protected void updateItem(@Nullable Item item, boolean empty) {
    super.updateItem(item, empty);
    if (empty || item == null) {
      setGraphic(null);
      setTooltip(null);
      setContextMenu(null);
      setAccessibleText("");
      return;
    }
    setGraphic(content(item));
    setTooltip(new Tooltip(tip(item)));
    setContextMenu(menu(item));
    setAccessibleText(item.name() + ", " + item.detail());
  }

  private static String tip(Item item) {
    return switch (item) {
      case FileItem file ->
          file.open().message().isEmpty() ? file.key() : file.key() + "\n" + file.open().message();
      case HistogramItem histogram -> histogram.histogram().name() + "\n" + item.detail();
      default -> item.name() + (item.detail().isEmpty() ? "" : "\n" + item.detail());
    };
  }

  private HBox content(Item item) {
    Label name =
        new Label(item instanceof Item.ColumnItem c ? Item.shortName(c.column()) : item.name());
    name.getStyleClass().add(item instanceof FileItem ? "heading" : "row");
    name.setMinWidth(36);
    Label detail = new Label(item.detail());
    detail.getStyleClass().addAll("muted", "row-detail");
    detail.setMinWidth(Region.USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox row = new HBox(6, icon(item).node(), name, gap, detail);
    row.getStyleClass().add("item-row");
    if (item instanceof FileItem file) {
      fileButtons(file, detail, row);
    }
    return row;
  }

  private void fileButtons(FileItem file, Label detail, HBox row) {
    switch (file.open().state()) {
      case CHANGED, FAILED, MISSING -> {
        detail.getStyleClass().add("alert");
        if (!file.open().contents().problems().isEmpty() || !file.open().message().isEmpty()) {
          row.getChildren().add(Icon.WARNING.node());
        }
        row.getChildren().add(button(Icon.RESET, "Read it again", () -> model.reload(file.file())));
      }
      case UNREAD ->
          row.getChildren().add(button(Icon.OPEN, "Read it", () -> model.reload(file.file())));
      case READ, READING -> {
        if (!file.open().contents().problems().isEmpty()) {
          row.getChildren().add(Icon.WARNING.node());
        }
      }
    }
    row.getChildren().add(button(Icon.CLOSE, "Close this file", () -> model.close(file.file())));
  }

  private static Button button(Icon icon, String words, Runnable action) {
    Button button = icon.on(new Button(), words);
    button.setFocusTraversable(false);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(event -> action.run());
    return button;
  }

  private static Icon icon(Item item) {
    return switch (item) {
      case FileItem file -> Icon.FILE;
      case Item.Directory directory -> Icon.FOLDER;
      case HistogramItem histogram -> histogram.isSimple() ? Icon.HISTOGRAM : Icon.MAP;
      case Item.TableItem table -> Icon.TABLE;
      case Item.ColumnItem column -> Icon.COLUMN;
    };
  }

  private ContextMenu menu(Item item) {
    ContextMenu menu = new ContextMenu();
    if (item instanceof HistogramItem || item instanceof Item.ColumnItem) {
      menu.getItems().add(entry("Export…", actions::export));
    }
    menu.getItems()
        .addAll(
            entry("Copy Name", () -> actions.copy(fullName(item))),
            entry("Show Folder", () -> actions.reveal(item.file())),
            entry("Read Again", () -> model.reload(item.file())),
            entry("Close File", () -> model.close(item.file())));
    return menu;
  }

  private static String fullName(Item item) {
    return switch (item) {
      case HistogramItem histogram -> histogram.histogram().name();
      case Item.TableItem table -> table.table().name();
      default -> item.name();
    };
  }

  private static MenuItem entry(String words, Runnable action) {
    MenuItem entry = new MenuItem(words);
    entry.setOnAction(event -> action.run());
    return entry;
  }
}
