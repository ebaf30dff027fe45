package org.dipscope.core.figure.layout;

import java.util.ArrayList;
import java.util.List;
import org.dipscope.core.figure.canvas.Box;
import org.dipscope.core.figure.canvas.Canvas;
import org.dipscope.core.figure.canvas.CellGrid;
import org.dipscope.core.figure.canvas.Path;
import org.dipscope.core.figure.canvas.Pen;
import org.dipscope.core.figure.canvas.PlacedText;

/** A canvas that only remembers where text goes. */
final class TextBoxes implements Canvas {
  private final List<Box> boxes = new ArrayList<>();

  List<Box> boxes() {
    return List.copyOf(boxes);
  }

  static Box boxOf(PlacedText text) {
    double size = text.runs().stream().mapToDouble(PlacedText.Run::size).max().orElse(0);
    double start = text.startOffset();
    double up = 0.8 * size;
    double down = 0.25 * size;
    return text.upwards()
        ? new Box(text.x() - up, text.y() - start - text.width(), text.x() + down, text.y() - start)
        : new Box(
            text.x() + start, text.y() - up, text.x() + start + text.width(), text.y() + down);
  }

  @Override
  public void text(PlacedText text) {
    boxes.add(boxOf(text));
  }

  @Override
  public void fill(Path path, int argb) {}

  @Override
  public void stroke(Path path, Pen pen) {}

  @Override
  public void cells(CellGrid cells) {}

  @Override
  public void beginClip(Box box) {}

  @Override
  public void endClip() {}
}
