package org.dipscope.app.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.dipscope.app.support.Icon;
import org.dipscope.app.support.JobList;
import org.dipscope.core.figure.Theme;
import org.jspecify.annotations.Nullable;

/**
 * The frame of the workbench: menus, a choice of screens, the project on the left, the chosen
 * screen and the status bar. The first screen has its views side by side with the controls below
 * them; the views share the width that is left, so that slider, ratio and surface are always
 * visible together.
 */
public final class WorkbenchFrame extends BorderPane implements AutoCloseable {
  private final MenuBar menus = new MenuBar();
  private final Label device = new Label();
  private final Banner banner = new Banner();
  private final SplitPane views = new SplitPane();
  private final StackPane screens = new StackPane(views);
  private final SplitPane body = new SplitPane();
  private final HBox screenBar = new HBox();
  private final VBox lower = new VBox();
  private final ObjectProperty<String> screen = new SimpleObjectProperty<>(this, "screen", "");
  private final List<Screen> others = new ArrayList<>();
  private final StatusBar statusBar;
  private final Subscription themeIcon;
  private double[] viewShares = {};
  private double projectShare;
  private @Nullable Region projectPane;
  private @Nullable Node controls;
  private @Nullable Segments<String> segments;
  private String firstScreen = "";

  /**
   * A screen of the workbench.
   *
   * @param name what the user chooses it by
   * @param content its node
   */
  public record Screen(String name, Node content) {}

  /** An empty frame over the given jobs. */
  public WorkbenchFrame(Appearance appearance, JobList jobs) {
    statusBar = new StatusBar(jobs);
    getStyleClass().add("workbench");
    Button theme = Icon.MOON.on(new Button(), "Light or dark theme");
    theme.setOnAction(event -> appearance.toggle());
    themeIcon =
        appearance
            .themeProperty()
            .subscribe(now -> theme.setGraphic((now == Theme.LIGHT ? Icon.MOON : Icon.SUN).node()));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    device.getStyleClass().add("muted");
    HBox top = new HBox(menus, screenBar, gap, device, theme);
    top.getStyleClass().add("top-bar");
    screenBar.setAlignment(Pos.CENTER_LEFT);
    screenBar.setFillHeight(false);
    views.setOrientation(Orientation.HORIZONTAL);
    body.getItems().add(screens);
    screen.addListener((source, before, now) -> showScreen());
    setTop(new VBox(top, banner));
    setCenter(body);
    lower.getChildren().add(statusBar);
    setBottom(lower);
  }

  /** The menus, empty at first. */
  public MenuBar menus() {
    return menus;
  }

  /** Where problems are shown: one line, counted, never a dialog. */
  public Banner banner() {
    return banner;
  }

  /** What the computations run on, such as {@code CPU · 2 cores}. */
  public void setDevice(String words) {
    device.setText(words);
  }

  /** Shows the project beside the views. */
  public void setProject(Region project, double share) {
    project.getStyleClass().add("side-pane");
    project.setMinWidth(0);
    SplitPane.setResizableWithParent(project, false);
    projectPane = project;
    projectShare = share;
    showProject(true);
  }

  /** Shows or hides the project. */
  public void showProject(boolean shown) {
    if (shown && projectPane != null) {
      body.getItems().setAll(projectPane, screens);
      body.setDividerPositions(projectShare);
    } else {
      body.getItems().setAll(screens);
    }
  }

  /** Gives every pane the share it had at the start. */
  public void resetLayout() {
    showProject(true);
    views.setDividerPositions(viewShares);
  }

  /** Shows views side by side; {@code divisions} are the shares at which they meet. */
  public void setViews(double[] divisions, Node... shown) {
    views.getItems().setAll(shown);
    viewShares = divisions.clone();
    views.setDividerPositions(divisions);
  }

  /** Shows the controls below the views. */
  public void setControls(Node below) {
    below.getStyleClass().add("controls");
    controls = below;
    lower.getChildren().setAll(below, statusBar);
    showScreen();
  }

  /**
   * Names the screens; the first is that of {@link #setViews} and {@link #setControls} and is
   * shown.
   */
  public void setScreens(String first, List<Screen> more) {
    firstScreen = first;
    others.clear();
    others.addAll(more);
    screens.getChildren().setAll(views);
    more.forEach(other -> screens.getChildren().add(other.content()));
    screen.set(first);
    segments =
        new Segments<>(
            screen, screenNames().stream().map(name -> Segments.of(name, name)).toList());
    screenBar.getChildren().setAll(segments);
    showScreen();
  }

  /** The names of the screens in their order. */
  public List<String> screenNames() {
    List<String> names = new ArrayList<>();
    names.add(firstScreen);
    others.forEach(other -> names.add(other.name()));
    return List.copyOf(names);
  }

  /** The name of the screen that is shown; set it to show another. */
  public ObjectProperty<String> screenProperty() {
    return screen;
  }

  private void showScreen() {
    show(views, screen.get().equals(firstScreen));
    if (controls != null) {
      show(controls, screen.get().equals(firstScreen));
    }
    others.forEach(other -> show(other.content(), screen.get().equals(other.name())));
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  @Override
  public void close() {
    if (segments != null) {
      segments.close();
    }
    themeIcon.unsubscribe();
    statusBar.close();
  }
}
