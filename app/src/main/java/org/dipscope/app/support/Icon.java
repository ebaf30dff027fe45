package org.dipscope.app.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Tooltip;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.SVGPath;

/** The icons of the workbench: small shapes that take their colour from the theme. */
public enum Icon {
  /** Starts an animation. */
  PLAY,
  /** Pauses an animation. */
  PAUSE,
  /** Back to the standard values. */
  RESET,
  /** The light theme. */
  SUN,
  /** The dark theme. */
  MOON,
  /** Cancels a job or closes something. */
  CLOSE,
  /** Keeps a comparison. */
  PIN,
  /** Finds something. */
  SEARCH,
  /** One step back. */
  UNDO,
  /** One step forward. */
  REDO,
  /** Opens a file. */
  OPEN,
  /** Saves. */
  SAVE,
  /** Writes a figure or numbers. */
  EXPORT,
  /** Something needs attention. */
  WARNING,
  /** Leaves a zoom. */
  ZOOM_OUT,
  /** The previous view. */
  BACK,
  /** The next view. */
  FORWARD,
  /** Leaves a part of the data out. */
  MASK,
  /** Draws other data over the shown ones. */
  OVERLAY,
  /** A file. */
  FILE,
  /** A directory in a file. */
  FOLDER,
  /** A histogram with one axis. */
  HISTOGRAM,
  /** A histogram with two axes. */
  MAP,
  /** A table of events. */
  TABLE,
  /** A column of a table. */
  COLUMN,
  /** Adds something. */
  ADD,
  /** Copies something. */
  COPY;

  private static final Properties PATHS = paths();

  /** A new node with this icon. */
  public SVGPath node() {
    SVGPath shape = new SVGPath();
    shape.setContent(
        PATHS.getProperty(name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')));
    shape.setFillRule(FillRule.EVEN_ODD);
    shape.getStyleClass().add("icon");
    return shape;
  }

  /** Puts this icon on a button, with words for the pointer and for screen readers. */
  public <B extends ButtonBase> B on(B button, String words) {
    button.setGraphic(node());
    button.getStyleClass().add("flat");
    button.setTooltip(new Tooltip(words));
    button.setAccessibleText(words);
    return button;
  }

  private static Properties paths() {
    Properties paths = new Properties();
    try (InputStream stream = Icon.class.getResourceAsStream("/org/dipscope/ui/icons.properties")) {
      if (stream == null) {
        throw new IllegalStateException("icons.properties is not on the class path");
      }
      paths.load(stream);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return paths;
  }
}
