package org.dipscope.core.figure.export;

import java.util.ArrayList;
import java.util.List;
import org.dipscope.core.figure.canvas.Flattening;
import org.dipscope.core.figure.canvas.Path;
import org.dipscope.core.figure.canvas.Pen;

/**
 * Turns lines into areas: one box per straight piece, a wedge per corner and, with a round pen,
 * half discs at the ends. All areas turn the same way round, so that the nonzero rule unites them.
 */
final class Stroker implements Flattening.LineSink {
  private static final double MITRE_LIMIT = 4;
  private static final double ROUND_TOLERANCE = 0.02;
  private static final int MOST_DASHES = 200_000;

  private final Flattening.LineSink out;
  private final double half;
  private final double scale;
  private final Pen pen;
  private final List<double[]> points = new ArrayList<>();
  private boolean closed;

  private Stroker(Flattening.LineSink out, Pen pen, double scale) {
    this.out = out;
    this.pen = pen;
    this.scale = scale;
    half = pen.width() * scale / 2;
  }

  /** Sends the outline of a stroked path to a sink, enlarged by {@code scale}. */
  static void stroke(Path path, Pen pen, double scale, Flattening.LineSink out) {
    Stroker stroker = new Stroker(out, pen, scale);
    path.walk(new Flattening(stroker, 0.1 / scale));
    stroker.finish();
  }

  @Override
  public void moveTo(double x, double y) {
    finish();
    points.add(new double[] {x * scale, y * scale});
  }

  @Override
  public void lineTo(double x, double y) {
    points.add(new double[] {x * scale, y * scale});
  }

  @Override
  public void close() {
    closed = true;
    double[] start = points.isEmpty() ? null : points.getFirst();
    finish();
    if (start != null) {
      points.add(start);
    }
  }

  private void finish() {
    List<double[]> line = distinct(points);
    if (points.size() > 1 && !line.isEmpty()) {
      if (pen.dash().length > 0) {
        dash(line);
      } else {
        outline(line, closed && line.size() > 2);
      }
    }
    points.clear();
    closed = false;
  }

  private static List<double[]> distinct(List<double[]> points) {
    List<double[]> kept = new ArrayList<>();
    for (double[] point : points) {
      if (kept.isEmpty() || distance(kept.getLast(), point) > 1e-6) {
        kept.add(point);
      }
    }
    return kept;
  }

  private static double distance(double[] a, double[] b) {
    return Math.hypot(b[0] - a[0], b[1] - a[1]);
  }

  private void dash(List<double[]> line) {
    double[] pattern = pen.dash();
    List<double[]> piece = new ArrayList<>();
    piece.add(line.getFirst());
    int index = 0;
    double left = pattern[0] * scale;
    int dashes = 0;
    for (int i = 1; i < line.size() && dashes < MOST_DASHES; i++) {
      double[] from = line.get(i - 1);
      double[] to = line.get(i);
      double length = distance(from, to);
      double walked = 0;
      while (length - walked > left && dashes < MOST_DASHES) {
        walked += left;
        double t = walked / length;
        double[] cut = {from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1])};
        if (index % 2 == 0) {
          piece.add(cut);
          outline(distinct(piece), false);
        }
        piece = new ArrayList<>(List.of(cut));
        index = (index + 1) % pattern.length;
        left = Math.max(pattern[index] * scale, 1e-3);
        dashes++;
      }
      left -= length - walked;
      piece.add(to);
    }
    if (index % 2 == 0) {
      outline(distinct(piece), false);
    }
  }

  private void outline(List<double[]> line, boolean ring) {
    List<double[]> corners = line;
    if (ring && distance(line.getFirst(), line.getLast()) < 1e-6) {
      corners = line.subList(0, line.size() - 1);
    }
    int count = corners.size();
    if (count == 1) {
      if (pen.round()) {
        fan(corners.getFirst(), 0, 2 * Math.PI);
      }
      return;
    }
    int pieces = ring ? count : count - 1;
    for (int i = 0; i < pieces; i++) {
      box(corners.get(i), corners.get((i + 1) % count));
    }
    for (int i = ring ? 0 : 1; i < (ring ? count : count - 1); i++) {
      join(corners.get((i + count - 1) % count), corners.get(i), corners.get((i + 1) % count));
    }
    if (!ring && pen.round()) {
      cap(corners.get(1), corners.getFirst());
      cap(corners.get(count - 2), corners.getLast());
    }
  }

  private void box(double[] a, double[] b) {
    double length = distance(a, b);
    double nx = -(b[1] - a[1]) / length * half;
    double ny = (b[0] - a[0]) / length * half;
    area(a[0] + nx, a[1] + ny, b[0] + nx, b[1] + ny, b[0] - nx, b[1] - ny, a[0] - nx, a[1] - ny);
  }

  private void join(double[] a, double[] b, double[] c) {
    double inLength = distance(a, b);
    double outLength = distance(b, c);
    double ux = (b[0] - a[0]) / inLength;
    double uy = (b[1] - a[1]) / inLength;
    double vx = (c[0] - b[0]) / outLength;
    double vy = (c[1] - b[1]) / outLength;
    double cross = ux * vy - uy * vx;
    double dot = ux * vx + uy * vy;
    if (Math.abs(cross) < 1e-9 && dot > 0) {
      return;
    }
    double side = cross > 0 ? -1 : 1;
    double ax = b[0] - uy * half * side;
    double ay = b[1] + ux * half * side;
    double cx = b[0] - vy * half * side;
    double cy = b[1] + vx * half * side;
    double sineHalf = Math.sqrt(Math.max(0, (1 - dot) / 2));
    double cosineHalf = Math.sqrt(Math.max(0, (1 + dot) / 2));
    if (pen.round()) {
      double from = Math.atan2(ay - b[1], ax - b[0]);
      fan(b, from, side * -2 * Math.asin(Math.min(1, sineHalf)));
    } else if (cosineHalf * MITRE_LIMIT >= 1) {
      double reach = half * side / cosineHalf;
      double mx = -(uy + vy) / (2 * cosineHalf) * reach;
      double my = (ux + vx) / (2 * cosineHalf) * reach;
      area(b[0], b[1], ax, ay, b[0] + mx, b[1] + my, cx, cy);
    } else {
      area(b[0], b[1], ax, ay, cx, cy);
    }
  }

  private void cap(double[] before, double[] end) {
    double direction = Math.atan2(end[1] - before[1], end[0] - before[0]);
    fan(end, direction - Math.PI / 2, Math.PI);
  }

  /** A sector of a disc around a corner. */
  private void fan(double[] centre, double from, double angle) {
    double step = 2 * Math.acos(Math.max(0, 1 - ROUND_TOLERANCE / Math.max(half, 0.1)));
    int pieces = Math.max(1, (int) Math.ceil(Math.abs(angle) / step));
    double[] corners = new double[2 * (pieces + 2)];
    corners[0] = centre[0];
    corners[1] = centre[1];
    for (int i = 0; i <= pieces; i++) {
      double at = from + angle * i / pieces;
      corners[2 * i + 2] = centre[0] + half * Math.cos(at);
      corners[2 * i + 3] = centre[1] + half * Math.sin(at);
    }
    area(corners);
  }

  /** Emits a polygon, turned round if its signed area is negative. */
  private void area(double... corners) {
    int count = corners.length / 2;
    double twice = 0;
    for (int i = 0; i < count; i++) {
      int k = (i + 1) % count;
      twice += corners[2 * i] * corners[2 * k + 1] - corners[2 * k] * corners[2 * i + 1];
    }
    for (int i = 0; i < count; i++) {
      int k = twice >= 0 ? i : count - 1 - i;
      if (i == 0) {
        out.moveTo(corners[2 * k], corners[2 * k + 1]);
      } else {
        out.lineTo(corners[2 * k], corners[2 * k + 1]);
      }
    }
    out.close();
  }
}
