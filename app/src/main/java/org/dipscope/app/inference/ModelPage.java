package org.dipscope.app.inference;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.dipscope.app.figure.PlotPane;
import org.dipscope.app.inference.ModelDrawing.Look;
import org.dipscope.app.shell.ChoiceField;
import org.dipscope.app.shell.Segments;
import org.dipscope.app.support.Icon;
import org.dipscope.core.figure.FigureSpec;
import org.jspecify.annotations.Nullable;

/** The templates of the model at the sliders, against the data. */
final class ModelPage implements Page {
  private static final double SLIDERS_WIDTH = 330;
  private static final int MOST_ROWS = 6;

  private final ModelsViewModel models;
  private final InferenceActions actions;
  private final ModelViewModel model;
  private final PlotPane plot = new PlotPane();
  private final SheetView yields = new SheetView("model-yields", "");
  private final SliderList sliders;
  private final VBox content;
  private Subscription subscriptions = Subscription.EMPTY;

  ModelPage(PageParts parts, FitViewModel fit) {
    models = parts.models();
    actions = parts.actions();
    model = new ModelViewModel(models, fit, parts.live());
    sliders = new SliderList(model.parameters(), model::vary);
    plot.setId("model-plot");
    plot.themeProperty().bind(parts.appearance().themeProperty());
    plot.badgeProperty().bind(model.badgeProperty());
    VBox left = new VBox(header(fit), plot, yields);
    VBox.setVgrow(plot, Priority.ALWAYS);
    left.setMinWidth(0);
    HBox.setHgrow(left, Priority.ALWAYS);
    HBox body = new HBox(left, sliderPane());
    VBox.setVgrow(body, Priority.ALWAYS);
    content = new VBox(body);
    content.setId("model-page");
    keep(model.drawingProperty().subscribe(this::show));
    keep(models.chosenProperty().subscribe(now -> sliders.refresh()));
    for (var property : List.of(model.lookProperty(), model.channelProperty())) {
      keep(property.subscribe(now -> plot.resetZoom()));
    }
  }

  private FlowPane header(FitViewModel fit) {
    Segments<Look> look =
        new Segments<>(
            model.lookProperty(),
            Segments.of(Look.STACK, "Stack"),
            Segments.of(Look.VARIATION, "Variation"));
    look.setId("model-look");
    Segments<Boolean> scale =
        new Segments<>(
            model.logContentsProperty(), Segments.of(false, "linear"), Segments.of(true, "log"));
    Segments<Boolean> band =
        new Segments<>(
            model.afterFitProperty(),
            Segments.of(false, "±1σ before fit"),
            Segments.of(true, "after fit"));
    band.setId("model-band");
    ChoiceField<String> channel =
        new ChoiceField<>("Channel", model.channelProperty(), List.of(), n -> n);
    channel.setId("model-channel");
    ChoiceField<String> varied = new ChoiceField<>("of", model.variedProperty(), List.of(), n -> n);
    varied.setId("model-varied");
    ChoiceField<String> sample = new ChoiceField<>("in", model.sampleProperty(), List.of(), n -> n);
    List.of(look, scale, band).forEach(segments -> keep(segments::close));
    List.of(channel, varied, sample).forEach(choice -> keep(choice::close));
    keep(
        models
            .chosenProperty()
            .subscribe(
                now -> {
                  channel.setValues(model.channels());
                  varied.setValues(model.constrained());
                  sample.setValues(model.samples());
                  show(channel, model.channels().size() > 1);
                  look.setDisable(model.constrained().isEmpty());
                }));
    keep(model.channelProperty().subscribe(now -> sample.setValues(model.samples())));
    keep(
        model
            .lookProperty()
            .subscribe(
                now -> {
                  show(varied, now == Look.VARIATION);
                  show(sample, now == Look.VARIATION);
                  show(scale, now == Look.STACK);
                  show(band, now == Look.STACK);
                }));
    keep(fit.outcomeProperty().subscribe(now -> band.setDisable(now == null)));
    FlowPane header =
        new FlowPane(
            10, 4, look, channel, varied, sample, scale, band, exportFigure(), exportTable());
    header.getStyleClass().add("page-header");
    return header;
  }

  private Button exportFigure() {
    Button export = Icon.EXPORT.on(new Button(), "Export the figure");
    export.setOnAction(
        event -> {
          ModelDrawing now = model.drawingProperty().get();
          if (now != null) {
            actions.exportFigure("model", now.figure());
          }
        });
    return export;
  }

  private Button exportTable() {
    Button export = Icon.COPY.on(new Button(), "Copy the table");
    export.setOnAction(
        event -> {
          ModelDrawing now = model.drawingProperty().get();
          if (now != null) {
            actions.copy(now.yields().tabbed());
          }
        });
    return export;
  }

  private VBox sliderPane() {
    Button reset = new Button("Reset");
    reset.setId("sliders-reset");
    reset.setOnAction(event -> model.reset());
    Button best = new Button("Set to best fit");
    best.setId("sliders-best");
    best.setOnAction(event -> model.showBestFit());
    HBox buttons = new HBox(8, reset, best);
    VBox pane = new VBox(8, buttons, sliders);
    VBox.setVgrow(sliders, Priority.ALWAYS);
    pane.getStyleClass().add("page-side");
    pane.setMinWidth(SLIDERS_WIDTH);
    pane.setPrefWidth(SLIDERS_WIDTH);
    pane.setMaxWidth(SLIDERS_WIDTH);
    return pane;
  }

  private void show(@Nullable ModelDrawing drawing) {
    plot.show(drawing == null ? FigureSpec.of("No model") : drawing.figure());
    Sheet sheet = drawing == null ? Sheet.EMPTY : drawing.yields();
    yields.show(sheet);
    yields.showRows(Math.min(MOST_ROWS, sheet.rows().size()));
  }

  private static void show(Region region, boolean shown) {
    region.setVisible(shown);
    region.setManaged(shown);
  }

  private void keep(Subscription closing) {
    subscriptions = subscriptions.and(closing);
  }

  /** What it shows. */
  ModelViewModel model() {
    return model;
  }

  @Override
  public String name() {
    return "Model";
  }

  @Override
  public Node content() {
    return content;
  }

  @Override
  public void setVisible(boolean visible) {
    model.setVisible(visible);
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
    sliders.close();
    plot.badgeProperty().unbind();
    plot.close();
    model.close();
  }
}
