package org.dipscope.app.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dipscope.app.data.Item.ColumnItem;
import org.dipscope.app.data.Item.Directory;
import org.dipscope.app.data.Item.FileItem;
import org.dipscope.app.data.Item.HistogramItem;
import org.dipscope.app.data.Item.TableItem;
import org.dipscope.app.workspace.OpenFile;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.format.AnnotatedHistogram;
import org.dipscope.core.format.ColumnSummary;
import org.dipscope.core.format.TableSummary;

/** The items of the open files as a tree, or those that a search finds. */
final class ItemTree {

  private ItemTree() {}

  /**
   * An item with what is inside it. A branch is only used as a value: its items are told apart by
   * their keys.
   */
  record Branch(Item item, List<Branch> children) {}

  /**
   * What is looked for.
   *
   * @param files the open files
   * @param search words that must all stand somewhere in the path of an item; empty for everything
   */
  record Request(List<OpenFile> files, String search) {}

  /** Directories and their contents while a file is sorted into them. */
  private static final class Folder {
    final Map<String, Folder> folders = new LinkedHashMap<>();
    final List<Branch> leaves = new ArrayList<>();
    final String key;

    Folder(String key) {
      this.key = key;
    }

    Folder at(String name) {
      return folders.computeIfAbsent(name, n -> new Folder(key + "/" + n));
    }

    List<Branch> branches(Path file) {
      List<Branch> all = new ArrayList<>();
      folders.forEach(
          (name, folder) ->
              all.add(new Branch(new Directory(file, folder.key, name), folder.branches(file))));
      all.addAll(leaves);
      return all;
    }
  }

  /** The tree. */
  static List<Branch> of(Request request, CancelToken token) {
    List<Branch> files = new ArrayList<>();
    for (OpenFile file : request.files()) {
      token.throwIfCancelled();
      files.add(of(file));
    }
    List<String> words =
        Arrays.stream(request.search().toLowerCase(Locale.ROOT).strip().split("\\s+"))
            .filter(word -> !word.isEmpty())
            .toList();
    return words.isEmpty() ? files : found(files, words, token);
  }

  private static Branch of(OpenFile file) {
    Path path = file.path();
    Folder root = new Folder(path.toString());
    int number = 0;
    for (AnnotatedHistogram histogram : file.contents().annotated()) {
      String name = histogram.histogram().name();
      Folder folder = folder(root, name);
      String key = folder.key + "/" + last(name) + "#h" + number++;
      Item item = new HistogramItem(path, key, last(name), histogram);
      folder.leaves.add(new Branch(item, List.of()));
    }
    for (TableSummary table : file.contents().tables()) {
      Folder folder = folder(root, table.name());
      String key = folder.key + "/" + last(table.name()) + "#t" + number++;
      TableItem item = new TableItem(path, key, last(table.name()), table);
      List<Branch> columns = new ArrayList<>();
      for (ColumnSummary column : table.columns()) {
        columns.add(new Branch(new ColumnItem(item, key + "/" + column.name(), column), List.of()));
      }
      folder.leaves.add(new Branch(item, columns));
    }
    return new Branch(new FileItem(file), root.branches(path));
  }

  private static Folder folder(Folder root, String name) {
    Folder folder = root;
    String[] parts = name.split("/", -1);
    for (int i = 0; i < parts.length - 1; i++) {
      folder = parts[i].isEmpty() ? folder : folder.at(parts[i]);
    }
    return folder;
  }

  private static String last(String name) {
    String tail = name.substring(name.lastIndexOf('/') + 1);
    return tail.isEmpty() ? name : tail;
  }

  private static List<Branch> found(List<Branch> among, List<String> words, CancelToken token) {
    token.throwIfCancelled();
    List<Branch> found = new ArrayList<>();
    for (Branch branch : among) {
      String path = within(branch.item()).toLowerCase(Locale.ROOT);
      List<Branch> inside = found(branch.children(), words, token);
      if (!inside.isEmpty()) {
        found.add(new Branch(branch.item(), inside));
      } else if (words.stream().allMatch(path::contains)) {
        found.add(branch);
      }
    }
    return found;
  }

  /** The path from the name of the file on: folders of the disk are not searched. */
  private static String within(Item item) {
    Path folder = item.file().getParent();
    return folder == null ? item.key() : item.key().substring(folder.toString().length());
  }
}
