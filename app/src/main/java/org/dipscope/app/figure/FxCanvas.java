package org.dipscope.app.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.FontSmoothingType;
import javafx.scene.text.TextAlignment;
import org.dipscope.core.figure.canvas.Box;
import org.dipscope.core.figure.canvas.Canvas;
import org.dipscope.core.figure.canvas.CellGrid;
import org.dipscope.core.figure.canvas.Path;
import org.dipscope.core.figure.canvas.Pen;
import org.dipscope.core.figure.canvas.PlacedText;
import org.dipscope.core.figure.text.TextOutlines;

/** The drawing operations of a figure on a JavaFX canvas. */
final class FxCanvas implements Canvas {
  private static final double UNIFORM = 1e-6;

  private final GraphicsContext graphics;
  private final PixelGrid grid;

  FxCanvas(GraphicsContext graphics, PixelGrid grid) {
    this.graphics = graphics;
    this.grid = grid;
    graphics.setFontSmoothingType(FontSmoothingType.GRAY);
    graphics.setImageSmoothing(false);
  }

  @Override
  public void fill(Path path, int argb) {
    graphics.setFill(colour(argb));
    boolean straight = PixelGrid.isStraight(path);
    DoubleUnaryOperator snap = straight ? grid::onEdge : DoubleUnaryOperator.identity();
    trace(path, snap);
    graphics.fill();
  }

  @Override
  public void stroke(Path path, Pen pen) {
    boolean straight = PixelGrid.isStraight(path);
    double width = grid.lineWidth(pen.width(), straight && pen.dash().length == 0);
    graphics.setStroke(colour(pen.argb()));
    graphics.setLineWidth(width);
    graphics.setLineDashes(Arrays.stream(pen.dash()).map(on -> on * grid.scale()).toArray());
    graphics.setLineCap(pen.round() ? StrokeLineCap.ROUND : StrokeLineCap.BUTT);
    graphics.setLineJoin(pen.round() ? StrokeLineJoin.ROUND : StrokeLineJoin.MITER);
    trace(path, straight ? at -> grid.onLine(at, width) : DoubleUnaryOperator.identity());
    graphics.stroke();
  }

  @Override
  public void text(PlacedText text) {
    List<PlacedText.Run> plain = new ArrayList<>(text.runs());
    plain.removeIf(FxCanvas::hasCombiningMark);
    drawText(text, plain);
    List<PlacedText.Run> marked = new ArrayList<>(text.runs());
    marked.removeAll(plain);
    if (!marked.isEmpty()) {
      drawOutlines(text, marked);
    }
  }

  // JavaFX puts combining marks of this font beside their character instead of above it.
  private static boolean hasCombiningMark(PlacedText.Run run) {
    return run.text()
        .codePoints()
        .anyMatch(c -> Character.getType(c) == Character.NON_SPACING_MARK);
  }

  private void drawOutlines(PlacedText text, List<PlacedText.Run> runs) {
    PlacedText marked =
        new PlacedText(
            text.x(),
            grid.onEdge(grid.y(text.y())) / grid.scale() + grid.originY(),
            text.anchor(),
            text.upwards(),
            text.argb(),
            text.haloArgb(),
            text.width(),
            runs);
    trace(TextOutlines.of(marked), DoubleUnaryOperator.identity());
    if (text.haloArgb() != 0) {
      prepareHalo(text.haloArgb());
      graphics.stroke();
    }
    graphics.setFill(colour(text.argb()));
    graphics.fill();
  }

  private void drawText(PlacedText text, List<PlacedText.Run> runs) {
    graphics.save();
    double x = grid.x(text.x());
    double y = grid.y(text.y());
    if (text.upwards()) {
      graphics.translate(grid.onEdge(x), y);
      graphics.rotate(-90);
    } else {
      graphics.translate(x, grid.onEdge(y));
    }
    graphics.setTextAlign(TextAlignment.LEFT);
    for (PlacedText.Run run : runs) {
      graphics.setFont(FigureFonts.font(run.bold(), run.size() * grid.scale()));
      double left = (text.startOffset() + run.offset()) * grid.scale();
      double rise = -run.rise() * grid.scale();
      if (text.haloArgb() != 0) {
        prepareHalo(text.haloArgb());
        graphics.strokeText(run.text(), left, rise);
      }
      graphics.setFill(colour(text.argb()));
      graphics.fillText(run.text(), left, rise);
    }
    graphics.restore();
  }

  @Override
  public void cells(CellGrid cells) {
    if (cells.columns() < 1 || cells.rows() < 1) {
      return;
    }
    if (isUniform(cells.x()) && isUniform(cells.y())) {
      drawAsImage(cells);
    } else {
      drawCellByCell(cells);
    }
  }

  @Override
  public void beginClip(Box box) {
    graphics.save();
    graphics.beginPath();
    double left = grid.onEdge(grid.x(box.left()));
    double top = grid.onEdge(grid.y(box.top()));
    double right = grid.onEdge(grid.x(box.right()));
    double bottom = grid.onEdge(grid.y(box.bottom()));
    graphics.rect(left, top, right - left, bottom - top);
    graphics.clip();
  }

  @Override
  public void endClip() {
    graphics.restore();
  }

  private void prepareHalo(int argb) {
    graphics.setStroke(colour(argb));
    graphics.setLineWidth(PlacedText.HALO_WIDTH * grid.scale());
    graphics.setLineDashes();
    graphics.setLineJoin(StrokeLineJoin.ROUND);
  }

  private void drawAsImage(CellGrid cells) {
    int columns = cells.columns();
    int rows = cells.rows();
    WritableImage image = new WritableImage(columns, rows);
    image
        .getPixelWriter()
        .setPixels(0, 0, columns, rows, PixelFormat.getIntArgbInstance(), cells.argb(), 0, columns);
    double left = grid.onEdge(grid.x(cells.x()[0]));
    double top = grid.onEdge(grid.y(cells.y()[0]));
    double right = grid.onEdge(grid.x(cells.x()[columns]));
    double bottom = grid.onEdge(grid.y(cells.y()[rows]));
    graphics.drawImage(image, left, top, right - left, bottom - top);
  }

  // Neighbours of one colour are drawn as one rectangle; edges fall between pixels, so no seams.
  private void drawCellByCell(CellGrid cells) {
    int columns = cells.columns();
    for (int row = 0; row < cells.rows(); row++) {
      double top = grid.onEdge(grid.y(cells.y()[row]));
      double height = grid.onEdge(grid.y(cells.y()[row + 1])) - top;
      int from = 0;
      while (from < columns) {
        int argb = cells.argb()[row * columns + from];
        int to = from + 1;
        while (to < columns && cells.argb()[row * columns + to] == argb) {
          to++;
        }
        double left = grid.onEdge(grid.x(cells.x()[from]));
        graphics.setFill(colour(argb));
        graphics.fillRect(left, top, grid.onEdge(grid.x(cells.x()[to])) - left, height);
        from = to;
      }
    }
  }

  private static boolean isUniform(double[] lines) {
    int cells = lines.length - 1;
    double step = (lines[cells] - lines[0]) / cells;
    for (int i = 1; i < cells; i++) {
      if (Math.abs(lines[i] - lines[0] - i * step) > UNIFORM * Math.abs(lines[cells] - lines[0])) {
        return false;
      }
    }
    return true;
  }

  private void trace(Path path, DoubleUnaryOperator snap) {
    graphics.beginPath();
    path.walk(new Tracer(snap));
  }

  private static Color colour(int argb) {
    return Color.rgb(argb >> 16 & 255, argb >> 8 & 255, argb & 255, (argb >>> 24) / 255.0);
  }

  private final class Tracer implements Path.Sink {
    private final DoubleUnaryOperator snap;

    Tracer(DoubleUnaryOperator snap) {
      this.snap = snap;
    }

    private double x(double point) {
      return snap.applyAsDouble(grid.x(point));
    }

    private double y(double point) {
      return snap.applyAsDouble(grid.y(point));
    }

    @Override
    public void moveTo(double x, double y) {
      graphics.moveTo(x(x), y(y));
    }

    @Override
    public void lineTo(double x, double y) {
      graphics.lineTo(x(x), y(y));
    }

    @Override
    public void quadTo(double cx, double cy, double x, double y) {
      graphics.quadraticCurveTo(x(cx), y(cy), x(x), y(y));
    }

    @Override
    public void cubicTo(double ax, double ay, double bx, double by, double x, double y) {
      graphics.bezierCurveTo(x(ax), y(ay), x(bx), y(by), x(x), y(y));
    }

    @Override
    public void close() {
      graphics.closePath();
    }
  }
}
