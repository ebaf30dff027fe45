package org.dipscope.app.figure;

import java.util.List;
import javafx.application.Application;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Orientation;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.dipscope.app.shell.Appearance;
import org.dipscope.app.shell.WorkbenchFrame;
import org.dipscope.app.support.FxPulse;
import org.dipscope.app.support.JobList;
import org.dipscope.app.support.SliderField;
import org.dipscope.app.support.SliderScale;
import org.dipscope.app.support.ViewThread;
import org.dipscope.app.support.Workers;
import org.dipscope.core.figure.Theme;

/** A window to look at: the frame with sample figures that follow one slider. */
public final class FigureDemo extends Application {
  private final Appearance appearance = new Appearance();

  @Override
  public void start(Stage stage) {
    List<String> arguments = getParameters().getRaw();
    if (arguments.contains("dark")) {
      appearance.themeProperty().set(Theme.DARK);
    }
    Workers workers = new Workers(2);
    ViewThread viewThread =
        new ViewThread(new FxPulse(), (origin, failure) -> failure.printStackTrace());
    JobList jobs = new JobList(workers.jobs(), viewThread, System::nanoTime);
    WorkbenchFrame frame = new WorkbenchFrame(appearance, jobs);
    for (String name : List.of("File", "Edit", "View", "Jobs", "Lessons", "Help")) {
      frame.menus().getMenus().add(new Menu(name));
    }
    frame.setDevice("CPU · 2 cores");
    TreeItem<String> root = new TreeItem<>("Project");
    TreeItem<String> data = new TreeItem<>("Data");
    data.getChildren()
        .addAll(List.of(new TreeItem<>("ATLAS 13 TeV"), new TreeItem<>("pseudo-data")));
    root.getChildren().add(data);
    root.setExpanded(true);
    data.setExpanded(true);
    frame.setProject(new TreeView<>(root), 0.14);

    PlotPane spectrum = new PlotPane();
    PlotPane surface = new PlotPane();
    spectrum.themeProperty().bind(appearance.themeProperty());
    surface.themeProperty().bind(appearance.themeProperty());
    DoubleProperty mass = new SimpleDoubleProperty(500);
    mass.subscribe(
        now -> {
          spectrum.show(SampleFigures.spectrum(now.doubleValue(), arguments.contains("log")));
          surface.show(SampleFigures.surface(now.doubleValue()));
        });
    surface.badgeProperty().set("preview");
    surface.setOnPick(place -> mass.set(place.x()));
    SplitPane right = new SplitPane(surface);
    right.setOrientation(Orientation.VERTICAL);
    frame.setViews(new double[] {0.58}, spectrum, right);
    SliderField tanBeta =
        new SliderField(
            "tan β", "", SliderScale.log(0.1, 60, 1, 0.02), new SimpleDoubleProperty(1));
    FlowPane controls =
        new FlowPane(
            new SliderField("mass", "GeV", SliderScale.linear(345, 1000, 500, 1), mass),
            new SliderField(
                "width",
                "GeV",
                SliderScale.log(0.1, 200, 12, 0.02),
                new SimpleDoubleProperty(11.9)),
            tanBeta,
            new Label("CP"));
    controls.setHgap(18);
    controls.setVgap(6);
    frame.setControls(new VBox(controls));
    if (arguments.contains("busy")) {
      jobs.start(
          "coverage map",
          progress -> {
            progress.report(0.43, "");
            progress.token().throwIfCancelled();
            Thread.sleep(60_000);
            return "";
          },
          result -> {});
      frame.banner().report("surface", new IllegalStateException("demo of a problem"));
    }
    Scene scene = new Scene(frame, Integer.getInteger("w", 1400), Integer.getInteger("h", 900));
    appearance.dress(scene);
    stage.setScene(scene);
    stage.setTitle("Dipscope");
    stage.show();
  }

  /** Opens the window. */
  public static void main(String[] arguments) {
    launch(FigureDemo.class, arguments);
  }

  /** Starts without JavaFX modules. */
  public static final class Starter {
    private Starter() {}

    /** Opens the window. */
    public static void main(String[] arguments) {
      FigureDemo.main(arguments);
    }
  }
}
