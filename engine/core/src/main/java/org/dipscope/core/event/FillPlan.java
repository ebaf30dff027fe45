package org.dipscope.core.event;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dipscope.core.histogram.Axis;
import org.jspecify.annotations.Nullable;

/** What several histograms of one table need: each expression and each column once. */
final class FillPlan {
  private final List<EventColumn> columns;
  private final List<Expression> expressions = new ArrayList<>();
  private final List<Integer> wanted = new ArrayList<>();
  private final List<Entry> entries = new ArrayList<>();

  /**
   * One histogram.
   *
   * @param places of its expressions among all: of the coordinates, then of the weight, then of the
   *     cut, as far as there are any
   */
  record Entry(HistogramRequest request, List<Integer> places) {
    /** Where the weight is among the places, or −1. */
    int weight() {
      return request.weight() == null ? -1 : request.coordinates().size();
    }

    /** Where the cut is among the places, or −1. */
    int cut() {
      return request.cut() == null ? -1 : places.size() - 1;
    }
  }

  FillPlan(List<EventColumn> columns, List<HistogramRequest> requests) {
    this.columns = columns;
    Map<String, Integer> known = new LinkedHashMap<>();
    for (HistogramRequest request : requests) {
      entries.add(entry(request, known));
    }
    for (Expression expression : expressions) {
      for (int column : expression.columns()) {
        if (!wanted.contains(column)) {
          wanted.add(column);
        }
      }
    }
  }

  private Entry entry(HistogramRequest request, Map<String, Integer> known) {
    List<Expression> own = new ArrayList<>();
    for (HistogramRequest.Coordinate coordinate : request.coordinates()) {
      own.add(Expression.number(coordinate.column(), columns));
    }
    boolean lists = own.stream().anyMatch(Expression::isList);
    @Nullable String weight = request.weight();
    if (weight != null) {
      Expression expression = Expression.number(weight, columns);
      own.add(lists ? expression : expression.requireSingle("the weight"));
    }
    @Nullable String cut = request.cut();
    if (cut != null) {
      Expression expression = Expression.condition(cut, columns);
      own.add(lists ? expression : expression.requireSingle("the cut"));
    }
    List<Integer> places = new ArrayList<>();
    for (Expression expression : own) {
      places.add(
          known.computeIfAbsent(
              expression.text(),
              text -> {
                expressions.add(expression);
                return expressions.size() - 1;
              }));
    }
    return new Entry(request, List.copyOf(places));
  }

  List<Expression> expressions() {
    return expressions;
  }

  List<Entry> entries() {
    return entries;
  }

  /** Positions in the table of the columns to read. */
  List<Integer> wanted() {
    return wanted;
  }

  List<FillTarget> targets() {
    return entries.stream().map(entry -> new FillTarget(entry.request())).toList();
  }

  /** The histogram of an entry. */
  FilledHistogram result(int entry, FillTarget target) {
    Entry filled = entries.get(entry);
    List<Axis> axes = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < filled.request().coordinates().size(); i++) {
      Expression expression = expressions.get(filled.places().get(i));
      Optional<EventColumn> plain = expression.asColumn().map(columns::get);
      axes.add(
          new Axis(
              plain.map(EventColumn::shortName).orElse(expression.text()),
              plain.map(EventColumn::unit).orElse(""),
              filled.request().coordinates().get(i).binning()));
      names.add(expression.text());
    }
    return target.result(String.join(", ", names), axes);
  }
}
