package org.dipscope.core.figure.export;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.figure.canvas.Box;
import org.dipscope.core.figure.canvas.Canvas;
import org.dipscope.core.figure.canvas.CellGrid;
import org.dipscope.core.figure.canvas.Path;
import org.dipscope.core.figure.canvas.Pen;
import org.dipscope.core.figure.canvas.PlacedText;
import org.dipscope.core.figure.canvas.PlacedText.Run;
import org.dipscope.core.figure.layout.FigureLayout;
import org.dipscope.core.figure.layout.FigurePainter;
import org.dipscope.core.figure.text.Typeface;

/** Writes SVG 1.1 with real text; the same figure always gives the same bytes. */
final class SvgCanvas implements Canvas {
  private final StringBuilder out = new StringBuilder();
  private int clips;

  /** Returns the figure as an SVG document. */
  static String write(FigureSpec figure) {
    SvgCanvas canvas = new SvgCanvas();
    canvas.begin(figure);
    FigurePainter.paint(FigureLayout.of(figure), canvas);
    return canvas.out.append("</svg>\n").toString();
  }

  private void begin(FigureSpec figure) {
    String width = Decimal.of(figure.widthPt());
    String height = Decimal.of(figure.heightPt());
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        .append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"")
        .append(width)
        .append("pt\" height=\"")
        .append(height)
        .append("pt\" viewBox=\"0 0 ")
        .append(width)
        .append(' ')
        .append(height)
        .append("\" role=\"img\" font-family=\"")
        .append(Typeface.FAMILIES)
        .append("\" style=\"font-kerning:none\" xml:space=\"preserve\">\n");
    if (!figure.description().isEmpty()) {
      out.append("<title>").append(escape(figure.description())).append("</title>\n");
    }
  }

  @Override
  public void fill(Path path, int argb) {
    if (!path.isEmpty() && argb >>> 24 != 0) {
      out.append("<path d=\"");
      path.walk(new SvgPathData(out));
      out.append('"');
      paint("fill", argb);
      out.append("/>\n");
    }
  }

  @Override
  public void stroke(Path path, Pen pen) {
    if (path.isEmpty()) {
      return;
    }
    out.append("<path d=\"");
    path.walk(new SvgPathData(out));
    out.append("\" fill=\"none\"");
    paint("stroke", pen.argb());
    out.append(" stroke-width=\"").append(Decimal.of(pen.width())).append('"');
    if (pen.dash().length > 0) {
      out.append(" stroke-dasharray=\"");
      for (int i = 0; i < pen.dash().length; i++) {
        Decimal.append(out.append(i == 0 ? "" : " "), pen.dash()[i]);
      }
      out.append('"');
    }
    if (pen.round()) {
      out.append(" stroke-linejoin=\"round\" stroke-linecap=\"round\"");
    }
    out.append("/>\n");
  }

  @Override
  public void text(PlacedText text) {
    if (text.runs().isEmpty()) {
      return;
    }
    String x = Decimal.of(text.x());
    String y = Decimal.of(text.y());
    out.append("<text ");
    if (text.upwards()) {
      out.append("transform=\"translate(")
          .append(x)
          .append(' ')
          .append(y)
          .append(") rotate(-90)\"");
    } else {
      out.append("x=\"").append(x).append("\" y=\"").append(y).append('"');
    }
    Run first = text.runs().getFirst();
    double size = text.runs().stream().mapToDouble(Run::size).max().orElse(first.size());
    out.append(" font-size=\"").append(Decimal.of(size)).append('"');
    switch (text.anchor()) {
      case START -> {}
      case MIDDLE -> out.append(" text-anchor=\"middle\"");
      case END -> out.append(" text-anchor=\"end\"");
    }
    paint("fill", text.argb());
    if (text.haloArgb() != 0) {
      paint("stroke", text.haloArgb());
      out.append(" stroke-width=\"").append(Decimal.of(PlacedText.HALO_WIDTH));
      out.append("\" stroke-linejoin=\"round\" paint-order=\"stroke\"");
    }
    out.append('>');
    runs(text, size);
    out.append("</text>\n");
  }

  /** Runs follow each other; only rises, sizes and steps back to the left are written. */
  private void runs(PlacedText text, double size) {
    double rise = 0;
    double end = 0;
    for (Run run : text.runs()) {
      boolean plain = run.size() == size && run.rise() == rise && !run.bold();
      if (plain && run.offset() == end) {
        out.append(escape(run.text()));
      } else {
        out.append("<tspan");
        if (run.offset() != end) {
          out.append(" dx=\"").append(Decimal.of(run.offset() - end)).append('"');
        }
        if (run.rise() != rise) {
          out.append(" dy=\"").append(Decimal.of(rise - run.rise())).append('"');
        }
        if (run.size() != size) {
          out.append(" font-size=\"").append(Decimal.of(run.size())).append('"');
        }
        out.append(run.bold() ? " font-weight=\"bold\">" : ">");
        out.append(escape(run.text())).append("</tspan>");
      }
      rise = run.rise();
      end = run.offset() + run.advance();
    }
  }

  /** One path per colour: cells are many, colours are few. */
  @Override
  public void cells(CellGrid cells) {
    Map<Integer, StringBuilder> byColour = new TreeMap<>();
    for (int row = 0; row < cells.rows(); row++) {
      int column = 0;
      while (column < cells.columns()) {
        int argb = cells.argb()[row * cells.columns() + column];
        int end = column + 1;
        while (end < cells.columns() && cells.argb()[row * cells.columns() + end] == argb) {
          end++;
        }
        if (argb >>> 24 != 0) {
          StringBuilder data = byColour.computeIfAbsent(argb, key -> new StringBuilder());
          cell(data, cells.x()[column], cells.y()[row], cells.x()[end], cells.y()[row + 1]);
        }
        column = end;
      }
    }
    out.append("<g shape-rendering=\"crispEdges\">\n");
    byColour.forEach(
        (argb, data) -> {
          out.append("<path d=\"").append(data).append('"');
          paint("fill", argb);
          out.append("/>\n");
        });
    out.append("</g>\n");
  }

  private static void cell(
      StringBuilder data, double left, double top, double right, double bottom) {
    Decimal.append(data.append('M'), left);
    Decimal.append(data.append(' '), top);
    Decimal.append(data.append('H'), right);
    Decimal.append(data.append('V'), bottom);
    Decimal.append(data.append('H'), left).append('Z');
  }

  @Override
  public void beginClip(Box box) {
    clips++;
    out.append("<clipPath id=\"clip").append(clips).append("\"><path d=\"");
    Path.of(box).walk(new SvgPathData(out));
    out.append("\"/></clipPath>\n<g clip-path=\"url(#clip").append(clips).append(")\">\n");
  }

  @Override
  public void endClip() {
    out.append("</g>\n");
  }

  private void paint(String attribute, int argb) {
    out.append(' ').append(attribute).append("=\"#");
    out.append(String.format(Locale.ROOT, "%06x", argb & 0xffffff)).append('"');
    int alpha = argb >>> 24;
    if (alpha < 255) {
      out.append(' ').append(attribute).append("-opacity=\"");
      Decimal.append(out, alpha / 255.0).append('"');
    }
  }

  /** Escapes markup and leaves out what XML 1.0 cannot contain. */
  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                default -> {
                  boolean allowed =
                      c >= 0x20 && (c < 0xd800 || c > 0xdfff) && c != 0xfffe && c != 0xffff;
                  escaped.appendCodePoint(allowed ? c : ' ');
                }
              }
            });
    return escaped.toString();
  }
}
