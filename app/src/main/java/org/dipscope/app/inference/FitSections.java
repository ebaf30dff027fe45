package org.dipscope.app.inference;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.dipscope.app.shell.ChoiceField;
import org.dipscope.app.support.SliderField;
import org.dipscope.app.support.SliderScale;

/** Pulls with impacts, and correlations, with their controls. */
final class FitSections {
  private static final double THRESHOLD_WIDTH = 240;

  private FitSections() {}

  static FigureSection pulls(PageParts parts, PullsViewModel model) {
    FigureSection section = new FigureSection(parts, "pulls", model.shown().figureProperty());
    ChoiceField<PullsViewModel.Refit> refit =
        new ChoiceField<>(
            "Bars",
            model.refitProperty(),
            List.of(PullsViewModel.Refit.values()),
            PullsViewModel.Refit::words);
    ChoiceField<PullsViewModel.Order> order =
        new ChoiceField<>(
            "",
            model.orderProperty(),
            List.of(PullsViewModel.Order.values()),
            PullsViewModel.Order::words);
    order.setId("pulls-order");
    section.keep(refit::close);
    section.keep(order::close);
    return section
        .with(refit, order, remark(section, model.shown().remarkProperty()))
        .withTable(() -> model.shown().tableProperty().get());
  }

  static FigureSection correlations(PageParts parts, CorrelationViewModel model) {
    FigureSection section =
        new FigureSection(parts, "correlations", model.shown().figureProperty());
    ChoiceField<CorrelationViewModel.Order> order =
        new ChoiceField<>(
            "",
            model.orderProperty(),
            List.of(CorrelationViewModel.Order.values()),
            CorrelationViewModel.Order::words);
    SliderField threshold =
        new SliderField(
            "at least", "", SliderScale.linear(0, 0.99, 0, 0.01), model.thresholdProperty());
    threshold.setId("correlation-threshold");
    threshold.setPrefWidth(THRESHOLD_WIDTH);
    section.keep(order::close);
    section.keep(threshold::close);
    return section
        .with(order, threshold, remark(section, model.shown().remarkProperty()))
        .withTable(() -> model.shown().tableProperty().get());
  }

  private static Label remark(FigureSection section, ObservableValue<String> words) {
    Label remark = new Label();
    remark.getStyleClass().add("muted");
    remark.setMinWidth(Region.USE_PREF_SIZE);
    section.keep(words.subscribe(remark::setText));
    return remark;
  }
}
