package org.dipscope.app.inference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import org.dipscope.core.analysis.ImpactFigure;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.fit.Impact;
import org.dipscope.core.fit.Pull;
import org.jspecify.annotations.Nullable;

/** Pulls and impacts, sorted. Belongs to the view thread. */
final class PullsViewModel implements AutoCloseable {
  private static final int MOST_ROWS = 30;

  private final ReadOnlyObjectWrapper<@Nullable FigureSpec> figure =
      new ReadOnlyObjectWrapper<>(this, "figure");
  private final ReadOnlyObjectWrapper<Sheet> table =
      new ReadOnlyObjectWrapper<>(this, "table", Sheet.EMPTY);
  private final ReadOnlyStringWrapper remark = new ReadOnlyStringWrapper(this, "remark", "");
  private final ObjectProperty<Refit> refit =
      new SimpleObjectProperty<>(this, "refit", Refit.OBSERVATION);
  private final ObjectProperty<Order> order =
      new SimpleObjectProperty<>(this, "order", Order.IMPACT);
  private final Subscription follow;
  private @Nullable FitOutcome outcome;

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
    follow =
        Subscription.combine(
            fit.outcomeProperty()
                .subscribe(
                    now -> {
                      outcome = now;
                      draw();
                    }),
            refit.subscribe(now -> draw()),
            order.subscribe(now -> draw()));
  }

  ReadOnlyObjectProperty<@Nullable FigureSpec> figureProperty() {
    return figure.getReadOnlyProperty();
  }

  /** All rows with the impacts by all definitions. */
  ReadOnlyObjectProperty<Sheet> tableProperty() {
    return table.getReadOnlyProperty();
  }

  /** How many rows are not drawn, or empty. */
  ReadOnlyStringProperty remarkProperty() {
    return remark.getReadOnlyProperty();
  }

  ObjectProperty<Refit> refitProperty() {
    return refit;
  }

  ObjectProperty<Order> orderProperty() {
    return order;
  }

  private void draw() {
    FitOutcome now = outcome;
    if (now == null) {
      figure.set(null);
      table.set(Sheet.EMPTY);
      remark.set("");
      return;
    }
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
    remark.set(hidden > 0 ? hidden + " more rows in the table" : "");
    String poi = now.impacts().isEmpty() ? "" : now.model().poi();
    figure.set(
        ImpactFigure.of(
            rows.subList(0, Math.min(MOST_ROWS, rows.size())), poi, refit.get().words()));
    table.set(table(rows, now.pulls(), impacts));
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
    follow.unsubscribe();
  }
}
