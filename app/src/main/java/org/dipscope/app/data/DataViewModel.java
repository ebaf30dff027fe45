package org.dipscope.app.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import org.dipscope.app.data.Item.ColumnItem;
import org.dipscope.app.data.Item.HistogramItem;
import org.dipscope.app.data.Item.TableItem;
import org.dipscope.app.support.JobList;
import org.dipscope.app.support.LiveComputation;
import org.dipscope.app.workspace.OpenFile;
import org.dipscope.app.workspace.OpenFiles;
import org.dipscope.app.workspace.WorkspaceModel;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.format.AnnotatedHistogram;
import org.dipscope.core.histogram.Histogram;

/** The data screen: the browser, the preview of what is selected, and the builder. */
public final class DataViewModel implements AutoCloseable {
  private final OpenFiles files;
  private final BrowserViewModel browser;
  private final PreviewViewModel preview;
  private final BuilderViewModel builder;
  private final Adding adding;
  private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(this, "mode", Mode.PREVIEW);
  private final ReadOnlyBooleanWrapper buildable = new ReadOnlyBooleanWrapper(this, "buildable");
  private final ReadOnlyBooleanWrapper drawn = new ReadOnlyBooleanWrapper(this, "drawn");
  private final ReadOnlyBooleanWrapper addable = new ReadOnlyBooleanWrapper(this, "addable");
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(this, "title", "");
  private Subscription subscriptions = Subscription.EMPTY;

  /** What stands beside the browser. */
  public enum Mode {
    /** What is selected. */
    PREVIEW,
    /** A histogram of the selected table. */
    BUILD
  }

  /**
   * The screen of a document.
   *
   * @param tables opens tables of events
   * @param workers help to fill long histograms
   * @param onShow leaves for the screen of the spectra
   */
  public DataViewModel(
      WorkspaceModel workspace,
      OpenFiles files,
      JobList jobs,
      LiveComputation live,
      EventTables tables,
      Workers workers,
      Runnable onShow) {
    this.files = files;
    browser = new BrowserViewModel(files, live);
    preview = new PreviewViewModel(jobs, tables);
    builder = new BuilderViewModel(tables, live, workers);
    adding = new Adding(workspace, onShow);
    keep(browser.selectionProperty().subscribe(this::select));
    keep(mode.subscribe(now -> update()));
    keep(preview.previewProperty().subscribe(now -> update()));
    keep(builder.figureProperty().subscribe(now -> update()));
    keep(files.filesProperty().subscribe(this::forgetOld));
  }

  /** The tree of the files. */
  public BrowserViewModel browser() {
    return browser;
  }

  /** What is selected in it. */
  public PreviewViewModel preview() {
    return preview;
  }

  /** The builder of histograms. */
  public BuilderViewModel builder() {
    return builder;
  }

  /** The way into the project. */
  public Adding adding() {
    return adding;
  }

  /** What stands beside the browser. */
  public ObjectProperty<Mode> modeProperty() {
    return mode;
  }

  /** Whether a table or a column is selected. */
  public ReadOnlyBooleanProperty buildableProperty() {
    return buildable.getReadOnlyProperty();
  }

  /** Whether there is a figure. */
  public ReadOnlyBooleanProperty drawnProperty() {
    return drawn.getReadOnlyProperty();
  }

  /** Whether what is shown can become a spectrum. */
  public ReadOnlyBooleanProperty addableProperty() {
    return addable.getReadOnlyProperty();
  }

  /** What is shown. */
  public ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
  }

  /** Whether the axis of contents of what is shown is logarithmic. */
  BooleanProperty logContents(Mode of) {
    return of == Mode.BUILD ? builder.logContentsProperty() : preview.logContentsProperty();
  }

  /** Whether what is shown is drawn at unit area. */
  BooleanProperty unitArea(Mode of) {
    return of == Mode.BUILD ? builder.unitAreaProperty() : preview.unitAreaProperty();
  }

  private void select(List<Item> items) {
    adding.cancel();
    preview.selectionProperty().set(items);
    Optional<TableItem> table = items.stream().findFirst().flatMap(DataViewModel::table);
    table.ifPresent(builder::setTable);
    buildable.set(table.isPresent());
    if (table.isEmpty()) {
      mode.set(Mode.PREVIEW);
    } else if (mode.get() == Mode.BUILD && items.getFirst() instanceof ColumnItem column) {
      builder.setColumn(column.name());
    }
    update();
  }

  private static Optional<TableItem> table(Item item) {
    return switch (item) {
      case TableItem table -> Optional.of(table);
      case ColumnItem column -> Optional.of(column.table());
      default -> Optional.empty();
    };
  }

  private void update() {
    boolean building = mode.get() == Mode.BUILD;
    List<Histogram> shown = shown();
    drawn.set(building ? builder.figureProperty().get() != null : !shown.isEmpty());
    addable.set(!shown.isEmpty() && shown.getFirst().axes().size() == 1);
    title.set(building ? builder.table().map(Item::name).orElse("") : selectionTitle());
  }

  private String selectionTitle() {
    List<Item> items = browser.selectionProperty().get();
    if (items.isEmpty()) {
      return "";
    }
    String more = items.size() > 1 ? " and " + (items.size() - 1) + " more" : "";
    return items.getFirst().name() + more;
  }

  private List<Histogram> shown() {
    return mode.get() == Mode.BUILD ? builder.first().stream().toList() : preview.histograms();
  }

  /** Starts a histogram of what is selected. */
  public void build() {
    mode.set(Mode.BUILD);
    browser
        .selected()
        .filter(ColumnItem.class::isInstance)
        .ifPresent(column -> builder.setColumn(column.name()));
  }

  /** Does what is meant by a double click. */
  void activate(Item item) {
    switch (item) {
      case HistogramItem histogram -> {
        if (histogram.isSimple()) {
          adding.begin(histogram.annotated(), origin(histogram.file()));
        }
      }
      case TableItem table -> build();
      case ColumnItem column -> build();
      case Item.Directory directory -> {}
      case Item.FileItem file -> {
        if (file.open().state() == OpenFile.State.UNREAD) {
          browser.reload(file.file());
        }
      }
    }
  }

  /** Asks what is needed to make what is shown a spectrum of the project. */
  public void add() {
    String origin = browser.selected().map(item -> origin(item.file())).orElse("");
    boolean building = mode.get() == Mode.BUILD;
    if (!building && browser.selected().orElse(null) instanceof HistogramItem histogram) {
      adding.begin(histogram.annotated(), origin);
    } else {
      shown().stream()
          .findFirst()
          .ifPresent(histogram -> adding.begin(AnnotatedHistogram.bare(histogram), origin));
    }
  }

  private static String origin(Path file) {
    return String.valueOf(file.getFileName());
  }

  /** The figure that is shown, if there is one. */
  public Optional<FigureSpec> figure() {
    if (mode.get() == Mode.BUILD) {
      return Optional.ofNullable(builder.figureProperty().get());
    }
    return preview.previewProperty().get() instanceof Preview.Drawing drawing
        ? Optional.of(drawing.figure())
        : Optional.empty();
  }

  /** A name for a file with the figure. */
  public String figureName() {
    String name = title.get().replaceAll("[^A-Za-z0-9._-]+", "-");
    return name.isEmpty() ? "histogram" : name;
  }

  private void forgetOld(List<OpenFile> now) {
    now.stream()
        .filter(file -> file.state() == OpenFile.State.READING)
        .forEach(file -> preview.forget(file.path()));
  }

  /** Whether files were opened or remembered. */
  public boolean hasFiles() {
    return !files.filesProperty().get().isEmpty();
  }

  private void keep(Subscription closing) {
    subscriptions = subscriptions.and(closing);
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
    builder.close();
    browser.close();
  }
}
