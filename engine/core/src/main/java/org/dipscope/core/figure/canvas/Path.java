package org.dipscope.core.figure.canvas;

import java.util.Arrays;

/** A path of straight lines and Bézier curves; append-only. */
public final class Path {
  private static final byte MOVE = 0;
  private static final byte LINE = 1;
  private static final byte QUAD = 2;
  private static final byte CUBIC = 3;
  private static final byte CLOSE = 4;
  private static final double CIRCLE_HANDLE = 0.5522847498307936;

  private byte[] commands = new byte[16];
  private double[] coordinates = new double[32];
  private int commandCount;
  private int coordinateCount;

  /** Receives the pieces of a path in order. */
  public interface Sink {
    /** Starts a piece. */
    void moveTo(double x, double y);

    /** A straight line to a point. */
    void lineTo(double x, double y);

    /** A quadratic curve with one control point. */
    void quadTo(double cx, double cy, double x, double y);

    /** A cubic curve with two control points. */
    void cubicTo(double ax, double ay, double bx, double by, double x, double y);

    /** Closes the piece. */
    void close();
  }

  /** Returns whether nothing was appended. */
  public boolean isEmpty() {
    return commandCount == 0;
  }

  /** Starts a new piece. */
  public Path moveTo(double x, double y) {
    return append(MOVE, x, y);
  }

  /** Appends a straight line. */
  public Path lineTo(double x, double y) {
    return append(LINE, x, y);
  }

  /** Appends a quadratic curve. */
  public Path quadTo(double cx, double cy, double x, double y) {
    return append(QUAD, cx, cy, x, y);
  }

  /** Appends a cubic curve. */
  public Path cubicTo(double ax, double ay, double bx, double by, double x, double y) {
    return append(CUBIC, ax, ay, bx, by, x, y);
  }

  /** Closes the current piece. */
  public Path close() {
    return append(CLOSE);
  }

  /** Appends a closed rectangle, clockwise on screen. */
  public Path rectangle(double left, double top, double right, double bottom) {
    return moveTo(left, top).lineTo(right, top).lineTo(right, bottom).lineTo(left, bottom).close();
  }

  /** Appends a closed circle of four cubic curves (radial error 0.03 %). */
  public Path circle(double x, double y, double radius) {
    double h = CIRCLE_HANDLE * radius;
    return moveTo(x + radius, y)
        .cubicTo(x + radius, y + h, x + h, y + radius, x, y + radius)
        .cubicTo(x - h, y + radius, x - radius, y + h, x - radius, y)
        .cubicTo(x - radius, y - h, x - h, y - radius, x, y - radius)
        .cubicTo(x + h, y - radius, x + radius, y - h, x + radius, y)
        .close();
  }

  /** Returns a path with one rectangle. */
  public static Path of(Box box) {
    return new Path().rectangle(box.left(), box.top(), box.right(), box.bottom());
  }

  /** Hands every piece to the sink. */
  public void walk(Sink sink) {
    double[] c = coordinates;
    int at = 0;
    for (int i = 0; i < commandCount; i++) {
      switch (commands[i]) {
        case MOVE -> sink.moveTo(c[at++], c[at++]);
        case LINE -> sink.lineTo(c[at++], c[at++]);
        case QUAD -> sink.quadTo(c[at++], c[at++], c[at++], c[at++]);
        case CUBIC -> sink.cubicTo(c[at++], c[at++], c[at++], c[at++], c[at++], c[at++]);
        default -> sink.close();
      }
    }
  }

  private Path append(byte command, double... values) {
    if (commandCount == commands.length) {
      commands = Arrays.copyOf(commands, 2 * commandCount);
    }
    if (coordinateCount + values.length > coordinates.length) {
      coordinates = Arrays.copyOf(coordinates, 2 * coordinates.length);
    }
    commands[commandCount++] = command;
    System.arraycopy(values, 0, coordinates, coordinateCount, values.length);
    coordinateCount += values.length;
    return this;
  }
}
