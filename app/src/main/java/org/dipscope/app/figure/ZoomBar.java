package org.dipscope.app.figure;

import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.dipscope.app.support.Icon;

/** The views of a figure: back, forward, and a chip that says that a part is shown. */
final class ZoomBar extends HBox {
  private final Button back = Icon.BACK.on(new Button(), "Previous view (Alt+Left, Backspace)");
  private final Button forward = Icon.FORWARD.on(new Button(), "Next view (Alt+Right)");
  private final Button whole =
      Icon.CLOSE.on(new Button("zoomed"), "Show the whole figure (Escape)");

  ZoomBar(Runnable onBack, Runnable onForward, Runnable onWhole) {
    getStyleClass().add("zoom-bar");
    setManaged(false);
    setVisible(false);
    setPickOnBounds(false);
    back.setOnAction(event -> onBack.run());
    forward.setOnAction(event -> onForward.run());
    whole.setOnAction(event -> onWhole.run());
    whole.getStyleClass().add("plot-reset");
    for (Button button : new Button[] {back, forward, whole}) {
      button.setFocusTraversable(false);
    }
    getChildren().addAll(back, forward, whole);
  }

  void follow(ZoomHistory zoom) {
    back.setDisable(!zoom.hasPast());
    forward.setDisable(!zoom.hasFuture());
    whole.setVisible(zoom.isZoomed());
    setVisible(zoom.hasPast() || zoom.hasFuture() || zoom.isZoomed());
  }
}
