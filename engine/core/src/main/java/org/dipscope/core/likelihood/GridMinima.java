package org.dipscope.core.likelihood;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Local minima of values on a grid with eight neighbours per point, and their depths by merging
 * basins in the order of rising values: where two basins meet, the higher minimum ends.
 */
final class GridMinima {

  /** A minimum of depth below this is numerical noise. */
  private static final double NOISE = 1e-6;

  /**
   * One minimum.
   *
   * @param index the grid point
   * @param saddle the value at which its basin joins a lower one; the highest value of the grid for
   *     the lowest minimum
   */
  record Basin(int index, double saddle) {}

  private final GridValues values;
  private final boolean physicalOnly;
  private final int[] parent;

  private GridMinima(GridValues values) {
    this.values = values;
    physicalOnly = values.anyPhysical();
    parent = new int[values.grid.size()];
  }

  /** All minima, the lowest first; empty if no point is computable. */
  static List<Basin> of(GridValues values) {
    return new GridMinima(values).find();
  }

  private List<Basin> find() {
    int[] order =
        IntStream.range(0, parent.length)
            .filter(this::counts)
            .boxed()
            .sorted(this::compare)
            .mapToInt(Integer::intValue)
            .toArray();
    Arrays.fill(parent, -1);
    List<Basin> basins = new ArrayList<>();
    for (int p : order) {
      parent[p] = p;
      join(p, basins);
    }
    if (order.length > 0) {
      basins.add(new Basin(order[0], values.value[order[order.length - 1]]));
    }
    for (int p : order) {
      if (root(p) == p && p != order[0]) {
        basins.add(new Basin(p, values.value[order[order.length - 1]]));
      }
    }
    basins.sort((a, b) -> compare(a.index, b.index));
    return basins;
  }

  /** Joins the basins around a new point; each but the lowest ends here. */
  private void join(int p, List<Basin> basins) {
    int columns = values.grid.x().count();
    int ix = p % columns;
    int iy = p / columns;
    for (int jy = Math.max(0, iy - 1); jy <= Math.min(values.grid.y().count() - 1, iy + 1); jy++) {
      for (int jx = Math.max(0, ix - 1); jx <= Math.min(columns - 1, ix + 1); jx++) {
        int q = values.grid.index(jx, jy);
        if (parent[q] < 0) {
          continue;
        }
        int a = root(p);
        int b = root(q);
        if (a != b) {
          int higher = compare(a, b) > 0 ? a : b;
          int lower = higher == a ? b : a;
          parent[higher] = lower;
          if (values.value[p] - values.value[higher] > NOISE) {
            basins.add(new Basin(higher, values.value[p]));
          }
        }
      }
    }
  }

  private boolean counts(int p) {
    return physicalOnly ? values.isPhysical(p) : values.isComputable(p);
  }

  private int compare(int p, int q) {
    int byValue = Double.compare(values.value[p], values.value[q]);
    return byValue != 0 ? byValue : Integer.compare(p, q);
  }

  private int root(int p) {
    int root = p;
    while (parent[root] != root) {
      root = parent[root];
    }
    int walker = p;
    while (parent[walker] != root) {
      int next = parent[walker];
      parent[walker] = root;
      walker = next;
    }
    return root;
  }
}
