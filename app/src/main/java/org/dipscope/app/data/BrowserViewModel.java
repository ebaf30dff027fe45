package org.dipscope.app.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Subscription;
import org.dipscope.app.data.Item.FileItem;
import org.dipscope.app.data.ItemTree.Branch;
import org.dipscope.app.data.ItemTree.Request;
import org.dipscope.app.support.LiveComputation;
import org.dipscope.app.support.LiveQuantity;
import org.dipscope.app.support.Shown;
import org.dipscope.app.workspace.OpenFile;
import org.dipscope.app.workspace.OpenFile.State;
import org.dipscope.app.workspace.OpenFiles;
import org.jspecify.annotations.Nullable;

/** The tree of the open files, its search and its selection. */
public final class BrowserViewModel implements AutoCloseable {
  /** A file or a table with more than this is closed at first. */
  private static final int OPEN_AT_FIRST = 40;

  private final OpenFiles files;
  private final StringProperty search = new SimpleStringProperty(this, "search", "");
  private final ReadOnlyObjectWrapper<List<Branch>> tree =
      new ReadOnlyObjectWrapper<>(this, "tree", List.of());
  private final ObjectProperty<List<Item>> selection =
      new SimpleObjectProperty<>(this, "selection", List.of());
  private final BooleanProperty empty = new SimpleBooleanProperty(this, "empty", true);
  private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper(this, "notice", "");
  private final LiveQuantity<Request, List<Branch>> filter;
  private final Set<String> opened = new HashSet<>();
  private final Set<String> closed = new HashSet<>();
  private final Subscription follow;
  private @Nullable Path wanted;

  /** The tree of these files, sorted and searched beside the view thread. */
  public BrowserViewModel(OpenFiles files, LiveComputation live) {
    this.files = files;
    filter = live.quantity("The list of files", ItemTree::of, this::show);
    follow = files.filesProperty().subscribe(now -> refresh());
    search.addListener((source, before, now) -> refresh());
  }

  /** What is looked for. */
  public StringProperty searchProperty() {
    return search;
  }

  /** Whether no file is open. */
  public BooleanProperty emptyProperty() {
    return empty;
  }

  /** What changed on the disk, in one sentence; empty if nothing did. */
  public ReadOnlyStringProperty noticeProperty() {
    return notice.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<List<Branch>> treeProperty() {
    return tree.getReadOnlyProperty();
  }

  /** The selected items, the one selected last at first place. */
  public ObjectProperty<List<Item>> selectionProperty() {
    return selection;
  }

  /** Selects a file as soon as it is in the tree. */
  public void reveal(Path file) {
    wanted = file;
    search.set("");
    selectWanted();
  }

  private void refresh() {
    List<OpenFile> now = files.filesProperty().get();
    empty.set(now.isEmpty());
    notice.set(notice(now));
    filter.submit(new Request(now, search.get()));
  }

  private static String notice(List<OpenFile> files) {
    List<String> changed =
        files.stream().filter(f -> f.state() == State.CHANGED).map(OpenFile::name).toList();
    return changed.isEmpty()
        ? ""
        : changed.size() == 1
            ? changed.getFirst() + " has changed on the disk."
            : changed.size() + " files have changed on the disk.";
  }

  private void show(Shown<List<Branch>> shown) {
    tree.set(shown.value());
    renewSelection();
    selectWanted();
  }

  /** What is selected stays so when its file was read again, with what is in it now. */
  private void renewSelection() {
    if (!search.get().isBlank()) {
      return;
    }
    Map<String, Item> wanted = new LinkedHashMap<>();
    selection.get().forEach(item -> wanted.put(item.key(), item));
    List<Item> found = new ArrayList<>();
    collect(tree.get(), wanted.keySet(), found);
    found.forEach(item -> wanted.put(item.key(), item));
    wanted.values().removeIf(item -> found.stream().noneMatch(now -> now.key().equals(item.key())));
    List<Item> now = List.copyOf(wanted.values());
    if (!now.equals(selection.get())) {
      selection.set(now);
    }
  }

  private static void collect(List<Branch> in, Set<String> keys, List<Item> found) {
    for (Branch branch : in) {
      if (keys.contains(branch.item().key())) {
        found.add(branch.item());
      }
      collect(branch.children(), keys, found);
    }
  }

  private void selectWanted() {
    Path file = wanted;
    if (file == null) {
      return;
    }
    for (Branch branch : tree.get()) {
      boolean read =
          branch.item() instanceof FileItem item
              && item.file().equals(file)
              && item.open().state() == State.READ;
      if (read) {
        wanted = null;
        selection.set(List.of(firstOf(branch)));
      }
    }
  }

  /** The only thing in a file is what somebody who opens it wants to see. */
  private static Item firstOf(Branch branch) {
    boolean single = branch.children().size() == 1;
    boolean column = branch.item() instanceof Item.TableItem;
    return single && !column ? firstOf(branch.children().getFirst()) : branch.item();
  }

  /** Whether an item shows what is inside it. */
  boolean isExpanded(Branch branch) {
    String key = branch.item().key();
    if (!search.get().isBlank()) {
      return !(branch.item() instanceof Item.TableItem) || branch.children().size() < OPEN_AT_FIRST;
    }
    boolean atFirst =
        branch.item() instanceof FileItem || branch.children().size() <= OPEN_AT_FIRST;
    return opened.contains(key) || (atFirst && !closed.contains(key));
  }

  /** Remembers what the user opened or closed. */
  void setExpanded(Item item, boolean expanded) {
    if (search.get().isBlank()) {
      opened.remove(item.key());
      closed.remove(item.key());
      (expanded ? opened : closed).add(item.key());
    }
  }

  /** The selected item, if it is one. */
  Optional<Item> selected() {
    return selection.get().stream().findFirst();
  }

  /** Closes a file. */
  void close(Path file) {
    selection.set(selection.get().stream().filter(i -> !i.file().equals(file)).toList());
    files.close(file);
  }

  /** Reads a file again. */
  void reload(Path file) {
    files.read(file);
  }

  /** Reads all changed files again. */
  void reloadChanged() {
    files.filesProperty().get().stream()
        .filter(file -> file.state() == State.CHANGED)
        .forEach(file -> files.read(file.path()));
  }

  @Override
  public void close() {
    follow.unsubscribe();
    filter.close();
  }
}
