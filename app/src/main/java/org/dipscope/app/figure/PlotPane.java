package org.dipscope.app.figure;

import io.fair_acc.chartfx.ui.ResizableCanvas;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.figure.Theme;
import org.dipscope.core.figure.layout.FigureLayout;
import org.dipscope.core.figure.layout.FigurePainter;
import org.dipscope.core.figure.layout.PanelFrame;
import org.dipscope.core.histogram.Values;

/**
 * A figure on the screen: what {@link #show} is given fills the pane, looks like the exported file,
 * and answers the pointer with crosshair, readout, zoom by dragging and by the wheel (right click
 * or double click goes back) and click to pick, and the keys of {@link PlotKeys}. All methods
 * belong to the FX thread.
 */
public final class PlotPane extends Region implements AutoCloseable {
  private static final double DEFAULT_TEXT_PIXELS = 13;

  private final ObjectProperty<Theme> theme =
      new SimpleObjectProperty<>(this, "theme", Theme.LIGHT);
  private final DoubleProperty textPixels =
      new SimpleDoubleProperty(this, "textPixels", DEFAULT_TEXT_PIXELS);
  private final ReadOnlyBooleanWrapper zoomed = new ReadOnlyBooleanWrapper(this, "zoomed");
  private final ZoomHistory zoom = new ZoomHistory();
  private final List<PanelView> panels = new ArrayList<>();
  private final Map<ZoomHistory.Place, PanelFrame> whole = new HashMap<>();
  private final List<PanelChart> charts = new ArrayList<>();
  private final ResizableCanvas around = new ResizableCanvas();
  private final PointerLayer pointer = new PointerLayer();
  private final Label badge = new Label();
  private final IntervalLayer intervals = new IntervalLayer();
  private final ZoomBar zoomBar = new ZoomBar(this::zoomBack, this::zoomForward, this::showWhole);
  private final BooleanProperty marking = new SimpleBooleanProperty(this, "marking");
  private final BooleanProperty crosshair = new SimpleBooleanProperty(this, "crosshair", true);
  private final PlotKeys keys = new PlotKeys(this, pointer, intervals);

  private FigureSpec figure = FigureSpec.of("");
  private Optional<FigureLayout> layout = Optional.empty();
  private double density;
  private boolean stale = true;

  /** An empty pane. */
  public PlotPane() {
    getStyleClass().add("plot-pane");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setMinSize(0, 0);
    around.setManaged(false);
    around.setMouseTransparent(true);
    pointer.setManaged(false);
    badge.getStyleClass().add("plot-badge");
    badge.setMouseTransparent(true);
    badge.visibleProperty().bind(badge.textProperty().isNotEmpty());
    badge.setManaged(false);
    intervals.setManaged(false);
    getChildren().addAll(around, pointer, intervals, badge, zoomBar);
    setFocusTraversable(true);
    addEventHandler(MouseEvent.MOUSE_PRESSED, event -> requestFocus());
    addEventHandler(KeyEvent.KEY_PRESSED, keys::press);
    marking.subscribe(pointer::setMarking);
    crosshair.subscribe(pointer::setCrosshair);
    pointer.setFinder(this::panelAt);
    pointer.setWords(this::describe);
    pointer.setOnZoomed(this::zoomInto);
    pointer.setOnWheel(this::zoomStep);
    pointer.setOnBack(this::zoomBack);
    theme.addListener((source, before, now) -> refresh());
    textPixels.addListener((source, before, now) -> refresh());
  }

  /** Shows a figure from the next pulse on; its size and theme are those of this pane. */
  public void show(FigureSpec shown) {
    figure = shown;
    setAccessibleText(shown.description());
    refresh();
  }

  /** The palette; bind it to that of the window. */
  public ObjectProperty<Theme> themeProperty() {
    return theme;
  }

  /** The size of axis titles and legend in pixels. */
  public DoubleProperty textPixelsProperty() {
    return textPixels;
  }

  /** A short remark over the figure, such as {@code preview}; empty for none. */
  public StringProperty badgeProperty() {
    return badge.textProperty();
  }

  /** Where the pointer is, in data coordinates, if it is inside a panel. */
  public ReadOnlyObjectProperty<Optional<Readout>> readoutProperty() {
    return pointer.readoutProperty();
  }

  /**
   * Replaces the words beside the pointer, in rich text; the standard ones are those of {@link
   * #describe}.
   */
  public void setReadoutWords(Function<Readout, String> words) {
    pointer.setWords(words);
  }

  /** Is told where the user clicked. */
  public void setOnPick(Consumer<Readout> onPick) {
    pointer.setOnPick(onPick);
  }

  /** Whether less than the whole figure is shown. */
  public ReadOnlyBooleanProperty zoomedProperty() {
    return zoomed.getReadOnlyProperty();
  }

  /** Whether dragging marks an interval of the horizontal axis; dragging with Shift always does. */
  public BooleanProperty markingProperty() {
    return marking;
  }

  /** Whether crosshair and readout follow the pointer. */
  public BooleanProperty crosshairProperty() {
    return crosshair;
  }

  /** Shows handles on marked intervals of the first column. */
  public void setIntervals(List<Interval> marked) {
    intervals.show(marked);
  }

  /** Is told what the user does with marked intervals. */
  public void setIntervalEdits(IntervalEdits edits) {
    intervals.setEdits(edits);
    pointer.setOnMarked(zoom -> zoom.x().ifPresent(range -> edits.add(range.low(), range.high())));
    pointer.setOnMarking(
        zoom -> zoom.x().ifPresent(range -> edits.adding(range.low(), range.high())));
  }

  /** Where the arrow keys stop on the horizontal axis of the first column; increasing. */
  public void setStops(Values stops) {
    keys.setStops(stops);
  }

  /** Undoes the last zoom. */
  public void zoomBack() {
    zoom.back();
    refresh();
  }

  /** Takes the last way back again. */
  public void zoomForward() {
    zoom.forward();
    refresh();
  }

  /** Shows a part of the horizontal axis of the first column. */
  public void zoomTo(double low, double high) {
    if (!panels.isEmpty()) {
      ZoomHistory.Place place = panels.getFirst().place();
      PanelFrame all = whole.getOrDefault(place, panels.getFirst().frame());
      zoom.zoom(
          place, WheelZoom.within(ZoomHistory.Range.between(low, high), all.x()), Optional.empty());
      refresh();
    }
  }

  /** Shows the whole figure; the last view is the way back. */
  public void showWhole() {
    zoom.leave();
    refresh();
  }

  /** Shows the whole figure and forgets every view, as for other data. */
  public void resetZoom() {
    zoom.reset();
    refresh();
  }

  /** Lets vertical axes follow the figure again, as when their quantity has changed. */
  public void releaseVerticalZoom() {
    zoom.releaseVertical();
    refresh();
  }

  /** The place in the words of its axes, in rich text. */
  public String describe(Readout place) {
    return panels.stream()
        .filter(panel -> panel.isAt(place))
        .findFirst()
        .map(panel -> panel.describe(figure, place))
        .orElse("");
  }

  /** Lets go of figure, charts and listeners; the pane stays empty. */
  @Override
  public void close() {
    theme.unbind();
    textPixels.unbind();
    badge.visibleProperty().unbind();
    marking.unbind();
    crosshair.unbind();
    intervals.setEdits(IntervalEdits.NONE);
    intervals.show(List.of());
    intervals.follow(List.of());
    pointer.forget();
    panels.clear();
    whole.clear();
    charts.forEach(chart -> getChildren().remove(chart.node()));
    charts.forEach(PanelChart::close);
    charts.clear();
    getChildren().clear();
    figure = FigureSpec.of("");
    layout = Optional.empty();
  }

  List<PanelView> panels() {
    return List.copyOf(panels);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    boolean resized = around.getWidth() != width || around.getHeight() != height;
    boolean otherScreen = density != density();
    if (resized) {
      around.resizeRelocate(0, 0, width, height);
      pointer.resizeRelocate(0, 0, width, height);
      intervals.resizeRelocate(0, 0, width, height);
    }
    if ((stale || resized || otherScreen) && width >= 1 && height >= 1) {
      stale = false;
      arrange(width, height);
    }
  }

  private void refresh() {
    stale = true;
    zoomed.set(zoom.isZoomed());
    zoomBar.follow(zoom);
    requestLayout();
  }

  private void arrange(double width, double height) {
    double scale = textPixels.get() / figure.fontSizePt();
    FigureSpec visible =
        ZoomedFigure.of(figure, zoom)
            .withTheme(theme.get())
            .withSize(clampSide(width / scale), clampSide(height / scale));
    FigureLayout fresh = FigureLayout.of(visible);
    layout = Optional.of(fresh);
    density = density();
    PixelGrid grid = new PixelGrid(scale, 0, 0, density);
    matchCharts(fresh.frames().size());
    panels.clear();
    panels.addAll(PanelView.of(fresh, grid, charts));
    for (PanelView panel : panels) {
      panel.arrange();
    }
    if (!zoom.isZoomed()) {
      whole.clear();
      panels.forEach(panel -> whole.put(panel.place(), panel.frame()));
    }
    intervals.follow(panels);
    placeOverlays();
    drawAround(fresh, grid);
  }

  private void matchCharts(int wanted) {
    while (charts.size() > wanted) {
      PanelChart surplus = charts.removeLast();
      getChildren().remove(surplus.node());
      surplus.close();
    }
    while (charts.size() < wanted) {
      int index = charts.size();
      PanelChart chart = new PanelChart(() -> drawInside(index));
      charts.add(chart);
      getChildren().add(index, chart.node());
    }
  }

  private void placeOverlays() {
    Rectangle2D frame = panels.isEmpty() ? Rectangle2D.EMPTY : panels.getFirst().bounds();
    zoomBar.autosize();
    zoomBar.relocate(4, Math.rint(getHeight() - zoomBar.getHeight() - 3));
    badge.autosize();
    badge.relocate(Math.rint(frame.getMinX() + 8), Math.rint(frame.getMinY() + 8));
  }

  // ChartFX holds locks while it renders: nothing may be thrown in here.
  private void drawInside(int index) {
    if (layout.isEmpty() || index >= panels.size()) {
      return;
    }
    PanelView panel = panels.get(index);
    GraphicsContext graphics = panel.chart().graphics();
    graphics.save();
    try {
      FigurePainter.paintInside(layout.get(), index, new FxCanvas(graphics, panel.grid()));
    } catch (RuntimeException failure) {
      reportLater(failure);
    }
    graphics.restore();
  }

  private void drawAround(FigureLayout fresh, PixelGrid grid) {
    GraphicsContext graphics = around.getGraphicsContext2D();
    graphics.clearRect(0, 0, around.getWidth(), around.getHeight());
    FigurePainter.paintAround(fresh, new FxCanvas(graphics, grid));
  }

  private static void reportLater(RuntimeException failure) {
    Thread thread = Thread.currentThread();
    thread.getUncaughtExceptionHandler().uncaughtException(thread, failure);
  }

  private Optional<PanelView> panelAt(Point2D at) {
    return panels.stream().filter(panel -> panel.bounds().contains(at)).findFirst();
  }

  private void zoomInto(PointerLayer.Zoom wanted) {
    zoom.zoom(wanted.panel().place(), wanted.x(), wanted.y());
    refresh();
  }

  /** A turn of the wheel, which never shows more than the figure. */
  private void zoomStep(PointerLayer.Zoom wanted) {
    ZoomHistory.Place place = wanted.panel().place();
    PanelFrame all = whole.getOrDefault(place, wanted.panel().frame());
    Optional<ZoomHistory.Range> x = wanted.x().flatMap(r -> WheelZoom.within(r, all.x()));
    Optional<ZoomHistory.Range> y = wanted.y().flatMap(r -> WheelZoom.within(r, all.y()));
    if (x.isEmpty() && y.isEmpty()) {
      zoom.stepOut(place);
    } else {
      zoom.step(place, x, y);
    }
    refresh();
  }

  private double density() {
    Window window = getScene() == null ? null : getScene().getWindow();
    return window == null ? 1 : window.getOutputScaleX();
  }

  private static double clampSide(double points) {
    return Math.clamp(points, 1, FigureSpec.MAX_SIDE_PT);
  }
}
