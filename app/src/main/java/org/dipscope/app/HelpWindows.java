package org.dipscope.app;

import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.dipscope.app.shell.Appearance;

/** Small windows of the Help menu; Escape closes them. */
final class HelpWindows {
  private static final List<List<String>> KEYS =
      List.of(
          List.of("Ctrl+1, Ctrl+2, …", "go to the screens"),
          List.of("Ctrl+O", "open files or a project"),
          List.of("Ctrl+S", "save the project"),
          List.of("Ctrl+E", "export the numbers"),
          List.of("Ctrl+Z, Ctrl+Shift+Z", "undo, redo"),
          List.of("Ctrl+P", "pin the curve for comparison"),
          List.of("Ctrl+R", "reset the controls"),
          List.of("Ctrl+L", "linear or logarithmic contents"),
          List.of("Ctrl+D", "light or dark"),
          List.of("arrow keys", "move a slider by one step, with Shift by a tenth"),
          List.of("page keys", "move it by ten steps"),
          List.of("Home, End", "go to its ends"),
          List.of("Delete", "back to its standard value"),
          List.of("drag, wheel", "zoom into a figure"),
          List.of("right or double click, Backspace", "one zoom back"),
          List.of("Alt+Left, Alt+Right, Escape", "previous view, next view, whole figure"),
          List.of("Left, Right on a figure", "step the readout from bin to bin"),
          List.of("X", "crosshair and readout on or off"),
          List.of("M, or Shift and drag", "mask a part of the spectrum"),
          List.of("Delete on a mask", "remove it"),
          List.of("click on the surface", "set both sliders to that point"),
          List.of("Ctrl or Shift click", "lay several histograms over each other"),
          List.of("double click, Enter", "add a histogram to the project, or build one"),
          List.of("Ctrl+Space", "complete the name of a column"));

  private final Appearance appearance;
  private final Stage owner;

  HelpWindows(Appearance appearance, Stage owner) {
    this.appearance = appearance;
    this.owner = owner;
  }

  void keys() {
    GridPane grid = new GridPane();
    grid.setHgap(24);
    grid.setVgap(6);
    for (int row = 0; row < KEYS.size(); row++) {
      Label key = new Label(KEYS.get(row).get(0));
      key.getStyleClass().add("key-number");
      grid.addRow(row, key, new Label(KEYS.get(row).get(1)));
    }
    show("Keys", grid);
  }

  void about() {
    Label name = new Label("Dipscope");
    name.getStyleClass().add("view-title");
    Label what =
        new Label(
            """
            A workbench for bumps and interference dips in mass spectra.
            Leading-order theory of gg → Φ → tt̄ with interference, built-in MSTW2008LO.
            Colours: M. A. Petroff, arXiv:2107.02270.\
            """);
    Label system =
        new Label(
            "Java "
                + Runtime.version()
                + ", JavaFX "
                + System.getProperty("javafx.runtime.version", ""));
    system.getStyleClass().add("muted");
    show("About Dipscope", new VBox(8, name, what, system));
  }

  private void show(String title, Region content) {
    content.setPadding(new Insets(18));
    Stage window = new Stage();
    Scene scene = new Scene(content);
    Subscription dressed = appearance.dress(scene);
    scene.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            window.close();
          }
        });
    window.initOwner(owner);
    window.setTitle(title);
    window.setScene(scene);
    window.setResizable(false);
    window.setOnHidden(event -> dressed.unsubscribe());
    window.show();
  }
}
