package org.dipscope.app.data;

import java.util.ArrayList;
import java.util.List;

/** What a photographer does on the data screen. */
public final class DataPhotos {
  private DataPhotos() {}

  /** Selects items by their names. */
  public static void select(DataViewModel model, String... names) {
    List<Item> items = new ArrayList<>();
    for (String name : names) {
      List<ItemTree.Branch> next = new ArrayList<>(model.browser().treeProperty().get());
      for (int i = 0; i < next.size(); i++) {
        if (next.get(i).item().name().equals(name)) {
          items.add(next.get(i).item());
        }
        next.addAll(next.get(i).children());
      }
    }
    model.browser().selectionProperty().set(List.copyOf(items));
  }

  /** Whether nothing is being read or filled. */
  public static boolean isAtRest(DataViewModel model) {
    return !model.builder().workingProperty().get();
  }
}
