package org.dipscope.app.figure;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.QuadCurveTo;
import org.dipscope.core.figure.canvas.Path;
import org.dipscope.core.figure.canvas.PlacedText.Anchor;
import org.dipscope.core.figure.text.RichText;
import org.dipscope.core.figure.text.TextLine;
import org.dipscope.core.figure.text.TextOutlines;

/**
 * A label with sub- and superscripts and correctly placed bars, as in figures: {@code m_{tt̄}}.
 * Line breaks start new lines. It takes its colour from the style class {@code rich-label}.
 */
public final class RichLabel extends Region {
  private static final double LINE_HEIGHT = 1.32;
  private static final double ASCENT = 0.95;

  private final javafx.scene.shape.Path ink = new javafx.scene.shape.Path();
  private final double pixels;
  private double textWidth;
  private double textHeight;

  /** An empty label with text of the given size. */
  public RichLabel(double pixels) {
    this.pixels = pixels;
    ink.getStyleClass().add("rich-label");
    ink.setStroke(null);
    ink.setFillRule(FillRule.NON_ZERO);
    ink.setManaged(false);
    setMouseTransparent(true);
    setAccessibleRole(AccessibleRole.TEXT);
    getChildren().add(ink);
  }

  /** Shows a text in the markup of figure labels. */
  public void setText(String richText) {
    List<PathElement> outline = new ArrayList<>();
    textWidth = 0;
    textHeight = 0;
    for (String row : richText.split("\n", -1)) {
      TextLine line = TextLine.of(row, pixels);
      double baseline = textHeight + ASCENT * pixels;
      TextOutlines.of(line.at(0, Math.rint(baseline), Anchor.START, 0)).walk(new Pen(outline));
      textWidth = Math.max(textWidth, line.width());
      textHeight += LINE_HEIGHT * pixels;
    }
    ink.getElements().setAll(outline);
    setAccessibleText(RichText.plain(richText));
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    ink.setLayoutX(snappedLeftInset());
    ink.setLayoutY(snappedTopInset());
  }

  @Override
  protected double computePrefWidth(double height) {
    return snappedLeftInset() + Math.ceil(textWidth) + snappedRightInset();
  }

  @Override
  protected double computePrefHeight(double width) {
    return snappedTopInset() + Math.ceil(textHeight) + snappedBottomInset();
  }

  private record Pen(List<PathElement> elements) implements Path.Sink {
    @Override
    public void moveTo(double x, double y) {
      elements.add(new MoveTo(x, y));
    }

    @Override
    public void lineTo(double x, double y) {
      elements.add(new LineTo(x, y));
    }

    @Override
    public void quadTo(double cx, double cy, double x, double y) {
      elements.add(new QuadCurveTo(cx, cy, x, y));
    }

    @Override
    public void cubicTo(double ax, double ay, double bx, double by, double x, double y) {
      elements.add(new CubicCurveTo(ax, ay, bx, by, x, y));
    }

    @Override
    public void close() {
      elements.add(new ClosePath());
    }
  }
}
