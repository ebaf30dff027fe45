package org.dipscope.core.figure.export;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.figure.canvas.Box;
import org.dipscope.core.figure.canvas.Canvas;
import org.dipscope.core.figure.canvas.CellGrid;
import org.dipscope.core.figure.canvas.Path;
import org.dipscope.core.figure.canvas.Pen;
import org.dipscope.core.figure.canvas.PlacedText;
import org.dipscope.core.figure.layout.FigureLayout;
import org.dipscope.core.figure.layout.FigurePainter;
import org.dipscope.core.figure.text.PlacedGlyph;

/** Writes one page of PDF with embedded fonts; lines and text stay lines and text. */
final class PdfCanvas implements Canvas {
  private static final int LARGEST_IMAGE = 2048;

  private final PdfDocument document = new PdfDocument();
  private final StringBuilder out = new StringBuilder();
  private final PdfFont regular = new PdfFont(false);
  private final PdfFont bold = new PdfFont(true);
  private final Map<Integer, Boolean> opacities = new TreeMap<>();
  private final StringBuilder images = new StringBuilder();

  /** Returns the figure as a PDF file. */
  static byte[] write(FigureSpec figure) {
    PdfCanvas canvas = new PdfCanvas();
    canvas.out.append("1 0 0 -1 0 ").append(Decimal.of(figure.heightPt())).append(" cm\n");
    FigurePainter.paint(FigureLayout.of(figure), canvas);
    return canvas.finish(figure);
  }

  private byte[] finish(FigureSpec figure) {
    int content = document.addStream("", out.toString().getBytes(StandardCharsets.US_ASCII));
    StringBuilder fonts = new StringBuilder();
    if (regular.isUsed()) {
      fonts.append("/F0 ").append(regular.addTo(document)).append(" 0 R ");
    }
    if (bold.isUsed()) {
      fonts.append("/F1 ").append(bold.addTo(document)).append(" 0 R ");
    }
    StringBuilder states = new StringBuilder();
    for (int alpha : opacities.keySet()) {
      String value = Decimal.of(alpha / 255.0);
      states.append("/A%d << /ca %s /CA %s >> ".formatted(alpha, value, value));
    }
    int pages = document.reserve();
    int page =
        document.add(
            "<< /Type /Page /Parent %d 0 R /MediaBox [0 0 %s %s] /Contents %d 0 R"
                    .formatted(
                        pages, Decimal.of(figure.widthPt()), Decimal.of(figure.heightPt()), content)
                + " /Resources << /Font << "
                + fonts
                + ">> /ExtGState << "
                + states
                + ">> /XObject << "
                + images
                + ">> >> >>");
    document.set(pages, "<< /Type /Pages /Count 1 /Kids [" + page + " 0 R] >>");
    int catalogue = document.add("<< /Type /Catalog /Pages " + pages + " 0 R >>");
    String title = PdfDocument.text(figure.description());
    int information = document.add("<< /Producer (Dipscope) /Title " + title + " >>");
    return document.write(catalogue, information);
  }

  @Override
  public void fill(Path path, int argb) {
    if (!path.isEmpty() && argb >>> 24 != 0) {
      colour(argb, "rg");
      path.walk(new PathData(out));
      out.append("f\n");
    }
  }

  @Override
  public void stroke(Path path, Pen pen) {
    if (path.isEmpty()) {
      return;
    }
    colour(pen.argb(), "RG");
    Decimal.append(out, pen.width()).append(" w ");
    out.append(pen.round() ? "1 j 1 J " : "0 j 0 J 4 M ").append('[');
    for (double length : pen.dash()) {
      Decimal.append(out, length).append(' ');
    }
    out.append("] 0 d\n");
    path.walk(new PathData(out));
    out.append("S\n");
  }

  @Override
  public void text(PlacedText text) {
    if (text.haloArgb() != 0) {
      colour(text.haloArgb(), "RG");
      Decimal.append(out, PlacedText.HALO_WIDTH).append(" w 1 j 1 J [] 0 d\n");
      glyphs(text, 1);
    }
    colour(text.argb(), "rg");
    glyphs(text, 0);
  }

  private void glyphs(PlacedText text, int mode) {
    out.append("BT ").append(mode).append(" Tr\n");
    for (PlacedGlyph glyph : PlacedGlyph.of(text)) {
      (glyph.bold() ? bold : regular).use(glyph.glyph(), glyph.codePoint());
      out.append(glyph.bold() ? "/F1 " : "/F0 ");
      Decimal.append(out, glyph.size()).append(" Tf ");
      double x = text.upwards() ? text.x() - glyph.rise() : text.x() + glyph.along();
      double y = text.upwards() ? text.y() - glyph.along() : text.y() - glyph.rise();
      out.append(text.upwards() ? "0 -1 -1 0 " : "1 0 0 -1 ");
      point(x, y);
      out.append("Tm <%04x> Tj\n".formatted(glyph.glyph()));
    }
    out.append("ET\n");
  }

  /** Cells become one image, so that no viewer shows seams; unequal cells are sampled finely. */
  @Override
  public void cells(CellGrid cells) {
    int[] columns = samples(cells.x());
    int[] rows = samples(cells.y());
    byte[] rgb = new byte[3 * columns.length * rows.length];
    byte[] alpha = new byte[columns.length * rows.length];
    boolean opaque = true;
    for (int j = 0; j < rows.length; j++) {
      for (int i = 0; i < columns.length; i++) {
        int argb = cells.argb()[rows[j] * cells.columns() + columns[i]];
        int at = j * columns.length + i;
        rgb[3 * at] = (byte) (argb >> 16);
        rgb[3 * at + 1] = (byte) (argb >> 8);
        rgb[3 * at + 2] = (byte) argb;
        alpha[at] = (byte) (argb >>> 24 == 0 ? 0 : 255);
        opaque &= argb >>> 24 != 0;
      }
    }
    String entries =
        "/Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent 8"
            .formatted(columns.length, rows.length);
    String mask = "";
    if (!opaque) {
      mask = " /SMask " + document.addStream(entries + " /ColorSpace /DeviceGray", alpha) + " 0 R";
    }
    int image = document.addStream(entries + " /ColorSpace /DeviceRGB" + mask, rgb);
    images.append("/I").append(image).append(' ').append(image).append(" 0 R ");
    double left = cells.x()[0];
    double bottom = cells.y()[cells.rows()];
    out.append("q ");
    point(cells.x()[cells.columns()] - left, 0);
    point(0, cells.y()[0] - bottom);
    point(left, bottom);
    out.append("cm /I").append(image).append(" Do Q\n");
  }

  /** Returns which cell each image pixel shows. */
  private static int[] samples(double[] lines) {
    int cells = lines.length - 1;
    double mean = (lines[cells] - lines[0]) / cells;
    boolean equal = true;
    for (int i = 0; i < cells; i++) {
      equal &= Math.abs(lines[i + 1] - lines[i] - mean) < 0.01 * mean;
    }
    int count = equal ? cells : LARGEST_IMAGE;
    int[] index = new int[count];
    int cell = 0;
    for (int i = 0; i < count; i++) {
      double place = lines[0] + (i + 0.5) / count * (lines[cells] - lines[0]);
      while (cell < cells - 1 && place > lines[cell + 1]) {
        cell++;
      }
      index[i] = equal ? i : cell;
    }
    return index;
  }

  @Override
  public void beginClip(Box box) {
    out.append("q\n");
    Path.of(box).walk(new PathData(out));
    out.append("W n\n");
  }

  @Override
  public void endClip() {
    out.append("Q\n");
  }

  private void colour(int argb, String operator) {
    int alpha = argb >>> 24;
    opacities.put(alpha, true);
    out.append("/A").append(alpha).append(" gs ");
    for (int shift = 16; shift >= 0; shift -= 8) {
      Decimal.append(out, ((argb >> shift) & 255) / 255.0).append(' ');
    }
    out.append(operator).append('\n');
  }

  private void point(double x, double y) {
    Decimal.append(Decimal.append(out, x).append(' '), y).append(' ');
  }

  /** Writes path operators; quadratic curves are raised to cubic ones. */
  private static final class PathData implements Path.Sink {
    private final StringBuilder out;
    private double lastX;
    private double lastY;

    PathData(StringBuilder out) {
      this.out = out;
    }

    private void point(double x, double y) {
      Decimal.append(Decimal.append(out, x).append(' '), y).append(' ');
      lastX = x;
      lastY = y;
    }

    @Override
    public void moveTo(double x, double y) {
      point(x, y);
      out.append("m\n");
    }

    @Override
    public void lineTo(double x, double y) {
      point(x, y);
      out.append("l\n");
    }

    @Override
    public void quadTo(double cx, double cy, double x, double y) {
      cubicTo((lastX + 2 * cx) / 3, (lastY + 2 * cy) / 3, (x + 2 * cx) / 3, (y + 2 * cy) / 3, x, y);
    }

    @Override
    public void cubicTo(double ax, double ay, double bx, double by, double x, double y) {
      point(ax, ay);
      point(bx, by);
      point(x, y);
      out.append("c\n");
    }

    @Override
    public void close() {
      out.append("h\n");
    }
  }
}
