package org.dipscope.app.inference;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import org.dipscope.app.inference.ModelDrawing.Look;
import org.dipscope.app.support.LiveComputation;
import org.dipscope.app.support.LiveQuantity;
import org.dipscope.app.support.Shown;
import org.dipscope.core.fit.FitParameter;
import org.dipscope.core.fit.Hesse;
import org.dipscope.core.histfactory.Channel;
import org.dipscope.core.histfactory.Sample;
import org.dipscope.core.histogram.Values;
import org.jspecify.annotations.Nullable;

/** The chosen model as its channels look at the sliders. Belongs to the view thread. */
final class ModelViewModel implements AutoCloseable {
  /** The sum of all samples among the names of samples. */
  static final String TOTAL = "total";

  private final ModelsViewModel models;
  private final FitViewModel fit;
  private final ParameterPoint parameters;
  private final LiveQuantity<ModelDrawing.Request, ModelDrawing> live;
  private final ReadOnlyObjectWrapper<@Nullable ModelDrawing> drawing =
      new ReadOnlyObjectWrapper<>(this, "drawing");
  private final ReadOnlyStringWrapper badge = new ReadOnlyStringWrapper(this, "badge", "");
  private final ObjectProperty<String> channel = new SimpleObjectProperty<>(this, "channel", "");
  private final ObjectProperty<Look> look = new SimpleObjectProperty<>(this, "look", Look.STACK);
  private final ObjectProperty<String> varied = new SimpleObjectProperty<>(this, "varied", "");
  private final ObjectProperty<String> sample = new SimpleObjectProperty<>(this, "sample", TOTAL);
  private final ObjectProperty<Boolean> logContents =
      new SimpleObjectProperty<>(this, "logarithmic", false);
  private final ObjectProperty<Boolean> afterFit =
      new SimpleObjectProperty<>(this, "after the fit", false);
  private final Subscription follow;
  private boolean following;

  ModelViewModel(ModelsViewModel models, FitViewModel fit, LiveComputation computation) {
    this.models = models;
    this.fit = fit;
    parameters = new ParameterPoint(models);
    live =
        computation.quantity(
            "The model",
            ModelDrawing::of,
            (request, token) -> ModelDrawing.preview(request),
            this::show);
    live.setVisible(false);
    follow =
        Subscription.combine(
            models.chosenProperty().subscribe(this::follow),
            models.pointProperty().subscribe(now -> submit()),
            fit.outcomeProperty().subscribe(now -> submit()),
            channel.subscribe(now -> onChannel()),
            look.subscribe(now -> submit()),
            varied.subscribe(now -> submit()),
            sample.subscribe(now -> submit()),
            logContents.subscribe(now -> submit()),
            afterFit.subscribe(now -> submit()));
  }

  /** A property per parameter. */
  ParameterPoint parameters() {
    return parameters;
  }

  /** What is drawn; null without a model. */
  ReadOnlyObjectProperty<@Nullable ModelDrawing> drawingProperty() {
    return drawing.getReadOnlyProperty();
  }

  /** A remark over the figure, or empty. */
  ReadOnlyStringProperty badgeProperty() {
    return badge.getReadOnlyProperty();
  }

  /** The name of the channel. */
  ObjectProperty<String> channelProperty() {
    return channel;
  }

  /** Stack or variation. */
  ObjectProperty<Look> lookProperty() {
    return look;
  }

  /** The parameter whose variation is shown. */
  ObjectProperty<String> variedProperty() {
    return varied;
  }

  /** The sample whose variation is shown, or {@link #TOTAL}. */
  ObjectProperty<String> sampleProperty() {
    return sample;
  }

  ObjectProperty<Boolean> logContentsProperty() {
    return logContents;
  }

  /** Whether the band has the uncertainties of the fit, if there is one. */
  ObjectProperty<Boolean> afterFitProperty() {
    return afterFit;
  }

  List<String> channels() {
    OpenModel model = models.chosenProperty().get();
    return model == null
        ? List.of()
        : model.workspace().channels().stream().map(Channel::name).toList();
  }

  /** The samples of the channel, after {@link #TOTAL}. */
  List<String> samples() {
    OpenModel model = models.chosenProperty().get();
    int c = channels().indexOf(channel.get());
    if (model == null || c < 0) {
      return List.of(TOTAL);
    }
    List<Sample> all = model.workspace().channels().get(c).samples();
    return Stream.concat(Stream.of(TOTAL), all.stream().map(Sample::name)).toList();
  }

  /** The parameters with a constraint, whose variations can be shown. */
  List<String> constrained() {
    return parameters.parameters().stream()
        .filter(p -> p.prior() != null && !p.fixed())
        .map(FitParameter::name)
        .toList();
  }

  /** Shows what a parameter does; one without constraint has no variation to be shown. */
  void vary(String parameter) {
    if (constrained().contains(parameter)) {
      varied.set(parameter);
      look.set(Look.VARIATION);
    }
  }

  /** Moves the sliders back to where fits start. */
  void reset() {
    parameters.reset();
  }

  /** Moves the sliders to the best fit, which is found first if need be. */
  void showBestFit() {
    fit.showBest();
  }

  /** Nothing is drawn for who does not look. */
  void setVisible(boolean visible) {
    live.setVisible(visible);
  }

  private void follow(@Nullable OpenModel model) {
    following = true;
    List<String> names = channels();
    if (!names.contains(channel.get())) {
      channel.set(names.isEmpty() ? "" : names.getFirst());
    }
    if (!samples().contains(sample.get())) {
      sample.set(TOTAL);
    }
    List<String> constrained = constrained();
    if (!constrained.contains(varied.get())) {
      varied.set(constrained.isEmpty() ? "" : constrained.getFirst());
    }
    if (constrained.isEmpty()) {
      look.set(Look.STACK);
    }
    following = false;
    if (model == null) {
      live.cancel();
      drawing.set(null);
    }
    submit();
  }

  private void onChannel() {
    if (!following && !samples().contains(sample.get())) {
      sample.set(TOTAL);
    }
    submit();
  }

  private void submit() {
    OpenModel model = models.chosenProperty().get();
    Values point = models.pointProperty().get();
    int at = channels().indexOf(channel.get());
    if (following || model == null || at < 0 || point.size() != model.model().parameters().size()) {
      return;
    }
    FitOutcome outcome = fit.outcomeProperty().get();
    boolean fitted =
        afterFit.get() && outcome != null && outcome.model().workspace().equals(model.workspace());
    Hesse hesse = fitted ? outcome.result().hesse() : null;
    live.submit(
        new ModelDrawing.Request(
            model,
            point,
            at,
            look.get(),
            indexOf(varied.get()),
            samples().indexOf(sample.get()) - 1,
            logContents.get(),
            hesse));
  }

  private int indexOf(String parameter) {
    List<FitParameter> all = parameters.parameters();
    return IntStream.range(0, all.size())
        .filter(k -> all.get(k).name().equals(parameter))
        .findFirst()
        .orElse(-1);
  }

  private void show(Shown<ModelDrawing> shown) {
    if (models.chosenProperty().get() != null) {
      drawing.set(shown.value());
      badge.set(shown.preview() ? "preview" : shown.value().remark());
    }
  }

  @Override
  public void close() {
    follow.unsubscribe();
    live.close();
    parameters.close();
  }
}
