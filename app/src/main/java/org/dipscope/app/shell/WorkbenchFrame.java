package org.dipscope.app.shell;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.dipscope.app.support.Icon;
import org.dipscope.app.support.JobList;
import org.dipscope.core.figure.Theme;
import org.jspecify.annotations.Nullable;

/**
 * The frame of the workbench: menus, the project on the left, the views side by side, the controls
 * below them and the status bar. The views share the width that is left, so that slider, ratio and
 * surface are always visible together.
 */
public final class WorkbenchFrame extends BorderPane implements AutoCloseable {
  private final MenuBar menus = new MenuBar();
  private final Label device = new Label();
  private final Banner banner = new Banner();
  private final SplitPane views = new SplitPane();
  private final SplitPane body = new SplitPane();
  private final VBox lower = new VBox();
  private final StatusBar statusBar;
  private final Subscription themeIcon;
  private double[] viewShares = {};
  private double projectShare;
  private @Nullable Region projectPane;

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
    HBox top = new HBox(menus, gap, device, theme);
    top.getStyleClass().add("top-bar");
    views.setOrientation(Orientation.HORIZONTAL);
    body.getItems().add(views);
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
      body.getItems().setAll(projectPane, views);
      body.setDividerPositions(projectShare);
    } else {
      body.getItems().setAll(views);
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
  public void setControls(Node controls) {
    controls.getStyleClass().add("controls");
    lower.getChildren().setAll(controls, statusBar);
  }

  @Override
  public void close() {
    themeIcon.unsubscribe();
    statusBar.close();
  }
}
