package org.dipscope.core.figure.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dipscope.core.figure.canvas.Box;
import org.dipscope.core.figure.canvas.Path;

/** A polygon in points that can be clipped to a box, filled and hatched. */
final class Polygon {
  private static final double HATCH_SPACING_PT = 4.6;

  private final List<double[]> corners;

  Polygon() {
    this(new ArrayList<>());
  }

  private Polygon(List<double[]> corners) {
    this.corners = corners;
  }

  void add(double x, double y) {
    if (!Double.isNaN(x) && !Double.isNaN(y)) {
      corners.add(new double[] {x, y});
    }
  }

  boolean isEmpty() {
    return corners.size() < 3;
  }

  /** Returns the part inside the box (Sutherland and Hodgman 1974). */
  Polygon clipped(Box box) {
    List<double[]> kept = corners;
    kept = clip(kept, 0, box.left(), 1);
    kept = clip(kept, 0, box.right(), -1);
    kept = clip(kept, 1, box.top(), 1);
    return new Polygon(clip(kept, 1, box.bottom(), -1));
  }

  private static List<double[]> clip(List<double[]> corners, int axis, double limit, int side) {
    List<double[]> kept = new ArrayList<>();
    for (int i = 0; i < corners.size(); i++) {
      double[] a = corners.get(i == 0 ? corners.size() - 1 : i - 1);
      double[] b = corners.get(i);
      double da = side * (a[axis] - limit);
      double db = side * (b[axis] - limit);
      if (da < 0 != db < 0) {
        double t = da / (da - db);
        double[] cut = {a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])};
        cut[axis] = limit;
        kept.add(cut);
      }
      if (db >= 0) {
        kept.add(b);
      }
    }
    return kept;
  }

  Path path() {
    Path path = new Path();
    if (!isEmpty()) {
      path.moveTo(corners.getFirst()[0], corners.getFirst()[1]);
      corners.stream().skip(1).forEach(corner -> path.lineTo(corner[0], corner[1]));
      path.close();
    }
    return path;
  }

  /** Appends the parts of rising diagonals inside the polygon; diagonals of neighbours join. */
  void hatch(Path path) {
    double spacing = HATCH_SPACING_PT * Math.sqrt(2);
    double low = corners.stream().mapToDouble(c -> c[0] + c[1]).min().orElse(0);
    double high = corners.stream().mapToDouble(c -> c[0] + c[1]).max().orElse(0);
    int first = (int) Math.ceil(low / spacing);
    int count = Math.max(0, (int) Math.floor(high / spacing) - first + 1);
    List<List<Double>> crossings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      crossings.add(new ArrayList<>());
    }
    for (int i = 0; i < corners.size(); i++) {
      addCrossings(corners.get(i), corners.get((i + 1) % corners.size()), first, crossings);
    }
    for (int i = 0; i < count; i++) {
      double[] across = crossings.get(i).stream().mapToDouble(Double::doubleValue).toArray();
      Arrays.sort(across);
      double sum = (first + i) * spacing;
      for (int k = 0; k + 1 < across.length; k += 2) {
        path.moveTo((sum + across[k]) / 2, (sum - across[k]) / 2);
        path.lineTo((sum + across[k + 1]) / 2, (sum - across[k + 1]) / 2);
      }
    }
  }

  private static void addCrossings(
      double[] a, double[] b, int first, List<List<Double>> crossings) {
    double spacing = HATCH_SPACING_PT * Math.sqrt(2);
    double sumA = a[0] + a[1];
    double sumB = b[0] + b[1];
    double from = Math.min(sumA, sumB);
    double to = Math.max(sumA, sumB);
    for (int k = (int) Math.ceil(from / spacing); k * spacing < to; k++) {
      double t = (k * spacing - sumA) / (sumB - sumA);
      double x = a[0] + t * (b[0] - a[0]);
      double y = a[1] + t * (b[1] - a[1]);
      if (k - first >= 0 && k - first < crossings.size()) {
        crossings.get(k - first).add(x - y);
      }
    }
  }
}
