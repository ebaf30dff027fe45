package org.dipscope.app.inference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.dipscope.core.analysis.CorrelationFigure;
import org.dipscope.core.fit.FitResult;
import org.dipscope.core.fit.Hesse;

/**
 * The correlations of a fit, of the parameters that have one above a threshold. Belongs to the view
 * thread.
 */
final class CorrelationViewModel implements AutoCloseable {
  private static final int MOST_SHOWN = 36;

  private final DoubleProperty threshold = new SimpleDoubleProperty(this, "threshold", 0);
  private final ObjectProperty<Order> order =
      new SimpleObjectProperty<>(this, "order", Order.MODEL);
  private final FittedFigure shown;

  /** How parameters follow each other. */
  enum Order {
    MODEL("as in the model"),
    NAME("by name"),
    POI("by correlation with the parameter"),
    STRONGEST("strongest first");

    private final String words;

    Order(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  CorrelationViewModel(FitViewModel fit) {
    shown = new FittedFigure(fit, this::draw, List.of(threshold, order));
  }

  /** The figure, its correlations as numbers, and how many parameters are left out. */
  FittedFigure shown() {
    return shown;
  }

  /** Parameters whose largest correlation is below are left out. */
  DoubleProperty thresholdProperty() {
    return threshold;
  }

  ObjectProperty<Order> orderProperty() {
    return order;
  }

  private FittedFigure.Drawn draw(FitOutcome now) {
    FitResult result = now.result();
    List<Integer> free =
        IntStream.range(0, result.problem().size())
            .filter(k -> !result.problem().parameters().get(k).fixed())
            .boxed()
            .toList();
    List<Integer> drawn =
        new ArrayList<>(
            free.stream()
                .filter(k -> largest(result, free, k) >= threshold.get())
                .sorted(strongestFirst(result, free))
                .limit(MOST_SHOWN)
                .sorted()
                .toList());
    sort(drawn, result, free);
    int left = free.size() - drawn.size();
    List<String> names =
        drawn.stream().map(k -> result.problem().parameters().get(k).name()).toList();
    double[][] matrix = new double[drawn.size()][drawn.size()];
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix.length; j++) {
        matrix[i][j] = result.hesse().correlation(drawn.get(i), drawn.get(j));
      }
    }
    return new FittedFigure.Drawn(
        drawn.isEmpty() ? null : CorrelationFigure.of(names, matrix),
        table(names, matrix),
        left == 0 ? "" : left + " of " + free.size() + " parameters left out");
  }

  private void sort(List<Integer> shown, FitResult result, List<Integer> free) {
    Hesse hesse = result.hesse();
    int poi = result.problem().poi();
    switch (order.get()) {
      case MODEL -> {}
      case NAME ->
          shown.sort(Comparator.comparing(k -> result.problem().parameters().get(k).name()));
      case POI -> {
        if (poi >= 0) {
          shown.sort(
              Comparator.<Integer>comparingDouble(k -> size(hesse.correlation(poi, k))).reversed());
        }
      }
      case STRONGEST -> shown.sort(strongestFirst(result, free));
    }
  }

  private static Comparator<Integer> strongestFirst(FitResult result, List<Integer> free) {
    return Comparator.<Integer>comparingDouble(k -> largest(result, free, k)).reversed();
  }

  private static double size(double correlation) {
    return Double.isNaN(correlation) ? 0 : Math.abs(correlation);
  }

  private static double largest(FitResult result, List<Integer> free, int k) {
    return free.stream()
        .filter(l -> l != k)
        .mapToDouble(l -> size(result.hesse().correlation(k, l)))
        .max()
        .orElse(1);
  }

  private static Sheet table(List<String> names, double[][] matrix) {
    List<String> columns = new ArrayList<>(List.of("parameter"));
    columns.addAll(names);
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < matrix.length; i++) {
      List<Object> row = new ArrayList<>(List.of(names.get(i)));
      for (double correlation : matrix[i]) {
        row.add(correlation);
      }
      rows.add(row);
    }
    return new Sheet(columns, rows);
  }

  @Override
  public void close() {
    shown.close();
  }
}
