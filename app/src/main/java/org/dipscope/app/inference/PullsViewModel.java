package org.dipscope.app.inference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.dipscope.core.analysis.ImpactFigure;
import org.dipscope.core.fit.Impact;
import org.dipscope.core.fit.Pull;
import org.jspecify.annotations.Nullable;

/** Pulls and impacts, sorted. Belongs to the view thread. */
final class PullsViewModel implements AutoCloseable {
  private static final int MOST_ROWS = 30;

  private final ObjectProperty<Refit> refit =
      new SimpleObjectProperty<>(this, "refit", Refit.OBSERVATION);
  private final ObjectProperty<Order> order =
      new SimpleObjectProperty<>(this, "order", Order.IMPACT);
  private final FittedFigure shown;

  /** How an impact with two ends is defined. */
  enum Refit {
    /** The auxiliary measurement comes out one width away. */
    OBSERVATION("auxiliary measurement moved, refit"),
    /** The parameter is held one error after the fit away. */
    POSTFIT("held at error after fit, refit"),
    /** The parameter is held one error before the fit away. */
    PREFIT("held at error before fit, refit");

    private final String words;

    Refit(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }

    double high(Impact impact) {
      return switch (this) {
        case OBSERVATION -> impact.shiftedHigh();
        case POSTFIT -> impact.postfitHigh();
        case PREFIT -> impact.prefitHigh();
      };
    }

    double low(Impact impact) {
      return switch (this) {
        case OBSERVATION -> impact.shiftedLow();
        case POSTFIT -> impact.postfitLow();
        case PREFIT -> impact.prefitLow();
      };
    }
  }

  /** What stands on top. */
  enum Order {
    IMPACT("by impact"),
    PULL("by pull"),
    MODEL("as in the model");

    private final String words;

    Order(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  PullsViewModel(FitViewModel fit) {
    shown = new FittedFigure(fit, this::draw, List.of(refit, order));
  }

  /** The figure, all rows with the impacts by all definitions, and how many rows are not drawn. */
  FittedFigure shown() {
    return shown;
  }

  ObjectProperty<Refit> refitProperty() {
    return refit;
  }

  ObjectProperty<Order> orderProperty() {
    return order;
  }

  private FittedFigure.Drawn draw(FitOutcome now) {
    Map<String, Impact> impacts = new HashMap<>();
    now.impacts().forEach(impact -> impacts.put(impact.name(), impact));
    List<ImpactFigure.Row> rows = new ArrayList<>();
    for (Pull pull : now.pulls()) {
      rows.add(row(pull, impacts.get(pull.name())));
    }
    switch (order.get()) {
      case IMPACT -> rows.sort(Comparator.comparingDouble(ImpactFigure.Row::size).reversed());
      case PULL ->
          rows.sort(
              Comparator.<ImpactFigure.Row>comparingDouble(r -> Math.abs(r.shift())).reversed());
      case MODEL -> {}
    }
    int hidden = rows.size() - MOST_ROWS;
    String poi = now.impacts().isEmpty() ? "" : now.model().poi();
    return new FittedFigure.Drawn(
        ImpactFigure.of(
            rows.subList(0, Math.min(MOST_ROWS, rows.size())), poi, refit.get().words()),
        table(rows, now.pulls(), impacts),
        hidden > 0 ? hidden + " more rows in the table" : "");
  }

  private ImpactFigure.Row row(Pull pull, @Nullable Impact impact) {
    return new ImpactFigure.Row(
        pull.name(),
        pull.shift(),
        pull.constraint(),
        impact == null ? Double.NaN : refit.get().high(impact),
        impact == null ? Double.NaN : refit.get().low(impact),
        impact == null ? Double.NaN : impact.othersHeld());
  }

  private static Sheet table(
      List<ImpactFigure.Row> rows, List<Pull> pulls, Map<String, Impact> impacts) {
    Map<String, Pull> pullOf = new HashMap<>();
    pulls.forEach(pull -> pullOf.put(pull.name(), pull));
    List<List<Object>> cells = new ArrayList<>();
    for (ImpactFigure.Row row : rows) {
      List<Object> line = new ArrayList<>(List.of(row.name(), row.shift(), row.constraint()));
      Pull pull = pullOf.get(row.name());
      line.add(pull == null ? Double.NaN : pull.pull());
      Impact impact = impacts.get(row.name());
      if (impact != null) {
        line.add(impact.othersHeld());
        for (Refit one : Refit.values()) {
          line.add(one.high(impact));
          line.add(one.low(impact));
        }
      } else {
        line.addAll(Collections.nCopies(1 + 2 * Refit.values().length, Double.NaN));
      }
      cells.add(line);
    }
    List<String> names =
        List.of(
            "parameter",
            "shift in errors before the fit",
            "error after over before",
            "pull in errors after the fit",
            "impact, others held",
            "impact, measurement +1σ",
            "impact, measurement −1σ",
            "impact, after fit +1σ",
            "impact, after fit −1σ",
            "impact, before fit +1σ",
            "impact, before fit −1σ");
    return new Sheet(names, cells);
  }

  @Override
  public void close() {
    shown.close();
  }
}
