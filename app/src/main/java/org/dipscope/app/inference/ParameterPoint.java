package org.dipscope.app.inference;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.util.Subscription;
import org.dipscope.app.support.SliderScale;
import org.dipscope.core.fit.FitParameter;
import org.dipscope.core.fit.Prior;
import org.dipscope.core.histogram.Values;
import org.jspecify.annotations.Nullable;

/** A property per parameter of the chosen model: together they are the point of the sliders. */
final class ParameterPoint implements AutoCloseable {
  /** How far the slider of a constrained parameter goes, in widths of its constraint. */
  private static final double REACH = 5;

  private static final double WIDEST = 5;
  private static final double STEPS = 100;

  private final ModelsViewModel models;
  private final List<DoubleProperty> values = new ArrayList<>();
  private final Subscription follow;
  private List<FitParameter> parameters = List.of();
  private boolean following;

  ParameterPoint(ModelsViewModel models) {
    this.models = models;
    follow =
        Subscription.combine(
            models.chosenProperty().subscribe(this::setModel),
            models.pointProperty().subscribe(this::show));
  }

  List<FitParameter> parameters() {
    return parameters;
  }

  DoubleProperty value(int parameter) {
    return values.get(parameter);
  }

  private void setModel(@Nullable OpenModel model) {
    parameters = model == null ? List.of() : model.model().parameters();
    values.clear();
    for (FitParameter p : parameters) {
      DoubleProperty value = new SimpleDoubleProperty(this, p.name());
      value.addListener((source, before, now) -> moved());
      values.add(value);
    }
    show(models.pointProperty().get());
  }

  private void show(Values point) {
    if (point.size() == values.size() && !following) {
      following = true;
      for (int k = 0; k < values.size(); k++) {
        values.get(k).set(point.get(k));
      }
      following = false;
    }
  }

  private void moved() {
    if (!following) {
      following = true;
      models
          .pointProperty()
          .set(Values.of(values.stream().mapToDouble(DoubleProperty::get).toArray()));
      following = false;
    }
  }

  /** Back to where fits start. */
  void reset() {
    OpenModel model = models.chosenProperty().get();
    if (model != null) {
      models.pointProperty().set(ModelsViewModel.initialPoint(model));
    }
  }

  /** How a slider covers a parameter: its constraint, or its bounds as far as they are of use. */
  static SliderScale scale(FitParameter p) {
    double low = p.low();
    double high = p.high();
    Prior prior = p.prior();
    if (prior != null) {
      low = Math.max(low, prior.centre() - REACH * prior.width());
      high = Math.min(high, prior.centre() + REACH * prior.width());
    } else if (high - low > 2 * WIDEST) {
      double centre = Math.clamp(p.initial(), low, high);
      low = Math.max(low, centre - WIDEST);
      high = Math.min(high, centre + WIDEST);
    }
    if (!(low < high)) {
      low = p.initial() - 1;
      high = p.initial() + 1;
    }
    double standard = Math.clamp(p.initial(), low, high);
    double step = Math.pow(10, Math.floor(Math.log10((high - low) / STEPS)));
    return SliderScale.linear(low, high, standard, step);
  }

  @Override
  public void close() {
    follow.unsubscribe();
  }
}
