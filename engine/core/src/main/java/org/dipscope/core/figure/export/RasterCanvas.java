package org.dipscope.core.figure.export;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.figure.canvas.Box;
import org.dipscope.core.figure.canvas.Canvas;
import org.dipscope.core.figure.canvas.CellGrid;
import org.dipscope.core.figure.canvas.Flattening;
import org.dipscope.core.figure.canvas.Path;
import org.dipscope.core.figure.canvas.Pen;
import org.dipscope.core.figure.canvas.PlacedText;
import org.dipscope.core.figure.layout.FigureLayout;
import org.dipscope.core.figure.layout.FigurePainter;
import org.dipscope.core.figure.text.TextOutlines;

/** Draws into opaque pixels 0xFFRRGGBB. */
final class RasterCanvas implements Canvas {
  private static final double TOLERANCE_PIXELS = 0.05;

  private final int width;
  private final int height;
  private final double scale;
  private final int[] pixels;
  private final Deque<Box> clips = new ArrayDeque<>();

  RasterCanvas(int width, int height, double scale) {
    this.width = width;
    this.height = height;
    this.scale = scale;
    pixels = new int[width * height];
    Arrays.fill(pixels, 0xffffffff);
    clips.push(new Box(0, 0, width, height));
  }

  /** Draws a figure of {@code width} × {@code height} pixels. */
  static RasterCanvas draw(FigureSpec figure, int width, int height, double scale) {
    RasterCanvas canvas = new RasterCanvas(width, height, scale);
    FigurePainter.paint(FigureLayout.of(figure), canvas);
    return canvas;
  }

  int[] pixels() {
    return pixels;
  }

  @Override
  public void fill(Path path, int argb) {
    Rasteriser rasteriser = rasteriser();
    path.walk(new Flattening(new Scaled(rasteriser, scale), TOLERANCE_PIXELS / scale));
    rasteriser.sweep(new Blender(argb));
  }

  @Override
  public void stroke(Path path, Pen pen) {
    Rasteriser rasteriser = rasteriser();
    Stroker.stroke(path, pen, scale, rasteriser);
    rasteriser.sweep(new Blender(pen.argb()));
  }

  @Override
  public void text(PlacedText text) {
    Path outline = TextOutlines.of(text);
    if (text.haloArgb() != 0) {
      stroke(outline, new Pen(text.haloArgb(), PlacedText.HALO_WIDTH, new double[0], true));
    }
    fill(outline, text.argb());
  }

  /** Cell borders are rounded to whole pixels, so that cells neither overlap nor leave seams. */
  @Override
  public void cells(CellGrid cells) {
    for (int row = 0; row < cells.rows(); row++) {
      int from = pixel(cells.y()[row], height);
      int to = pixel(cells.y()[row + 1], height);
      for (int column = 0; column < cells.columns(); column++) {
        int argb = cells.argb()[row * cells.columns() + column];
        int first = pixel(cells.x()[column], width);
        int last = pixel(cells.x()[column + 1], width);
        if (argb >>> 24 != 0) {
          for (int y = from; y < to; y++) {
            Arrays.fill(pixels, y * width + first, y * width + last, argb | 0xff000000);
          }
        }
      }
    }
  }

  private int pixel(double place, int limit) {
    return Math.clamp(Math.round(place * scale), 0, limit);
  }

  @Override
  public void beginClip(Box box) {
    Box scaled =
        new Box(box.left() * scale, box.top() * scale, box.right() * scale, box.bottom() * scale);
    clips.push(clips.element().intersect(scaled));
  }

  @Override
  public void endClip() {
    clips.pop();
  }

  private Rasteriser rasteriser() {
    Box clip = clips.element();
    return new Rasteriser(
        (int) Math.round(clip.left()),
        (int) Math.round(clip.top()),
        (int) Math.round(clip.right()),
        (int) Math.round(clip.bottom()));
  }

  /** Blends one colour over the pixels, weighted by coverage and opacity. */
  private final class Blender implements Rasteriser.RowSink {
    private final int argb;
    private final float opacity;

    Blender(int argb) {
      this.argb = argb;
      opacity = (argb >>> 24) / 255f;
    }

    @Override
    public void row(int y, int from, int to, float[] share) {
      int at = y * width;
      for (int x = from; x < to; x++) {
        float weight = share[x - from] * opacity;
        if (weight >= 0.999f) {
          pixels[at + x] = argb | 0xff000000;
        } else if (weight > 0) {
          pixels[at + x] = mix(pixels[at + x], argb, weight);
        }
      }
    }

    private static int mix(int under, int over, float weight) {
      int mixed = 0xff;
      for (int shift = 16; shift >= 0; shift -= 8) {
        int a = (under >> shift) & 255;
        int b = (over >> shift) & 255;
        mixed = (mixed << 8) | Math.round(a + (b - a) * weight);
      }
      return mixed;
    }
  }

  /** Enlarges points into pixels. */
  private record Scaled(Flattening.LineSink out, double scale) implements Flattening.LineSink {
    @Override
    public void moveTo(double x, double y) {
      out.moveTo(x * scale, y * scale);
    }

    @Override
    public void lineTo(double x, double y) {
      out.lineTo(x * scale, y * scale);
    }

    @Override
    public void close() {
      out.close();
    }
  }
}
