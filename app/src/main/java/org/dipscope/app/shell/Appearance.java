package org.dipscope.app.shell;

import java.net.URL;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.util.Subscription;
import org.dipscope.app.figure.FigureFonts;
import org.dipscope.core.figure.Theme;

/** How the workbench looks: the theme, shared by all windows and figures. */
public final class Appearance {
  private static final String FOLDER = "/org/dipscope/ui/";

  private final ObjectProperty<Theme> theme =
      new SimpleObjectProperty<>(this, "theme", Theme.LIGHT);

  /** A light appearance. */
  public Appearance() {
    FigureFonts.install();
  }

  /** The theme of windows and figures. */
  public ObjectProperty<Theme> themeProperty() {
    return theme;
  }

  /** Changes between light and dark. */
  public void toggle() {
    theme.set(theme.get() == Theme.LIGHT ? Theme.DARK : Theme.LIGHT);
  }

  /** Dresses a window, now and whenever the theme changes, until the subscription ends. */
  public Subscription dress(Scene scene) {
    return theme.subscribe(now -> scene.getStylesheets().setAll(styleSheets(now)));
  }

  static List<String> styleSheets(Theme theme) {
    String tokens = theme == Theme.LIGHT ? "light.css" : "dark.css";
    return List.of(resource("dipscope.css"), resource(tokens));
  }

  private static String resource(String name) {
    URL url = Appearance.class.getResource(FOLDER + name);
    if (url == null) {
      throw new IllegalStateException(name + " is not on the class path");
    }
    return url.toExternalForm();
  }
}
