package org.dipscope.app.inference;

import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.dipscope.app.support.SliderScale;
import org.dipscope.core.fit.Estimate;
import org.dipscope.core.fit.FitParameter;
import org.dipscope.core.fit.FitPoint;
import org.dipscope.core.fit.FitProblem;
import org.dipscope.core.fit.Prior;
import org.jspecify.annotations.Nullable;

/** Along which parameter is scanned, from where to where, at how many values. */
final class ScanAxis {
  /** How far a suggested range goes, in errors. */
  private static final double REACH = 3.5;

  /** Minima higher than this above the best one do not widen a suggested range. */
  private static final double DEEP = 9;

  private final int mostPoints;
  private final ObjectProperty<String> parameter =
      new SimpleObjectProperty<>(this, "parameter", "");
  private final StringProperty low = new SimpleStringProperty(this, "low", "");
  private final StringProperty high = new SimpleStringProperty(this, "high", "");
  private final StringProperty points = new SimpleStringProperty(this, "points", "");

  /**
   * What is typed, understood.
   *
   * @param k the position of the parameter
   * @param values ascending
   */
  record Grid(int k, double[] values) {}

  ScanAxis(int points, int mostPoints) {
    this.mostPoints = mostPoints;
    this.points.set(Integer.toString(points));
  }

  ObjectProperty<String> parameterProperty() {
    return parameter;
  }

  StringProperty lowProperty() {
    return low;
  }

  StringProperty highProperty() {
    return high;
  }

  StringProperty pointsProperty() {
    return points;
  }

  /** Chooses a range in which the likelihood changes, with all minima of use. */
  void suggest(FitOutcome outcome) {
    int k = index(outcome);
    if (k < 0) {
      return;
    }
    FitProblem problem = outcome.result().problem();
    FitParameter p = problem.parameters().get(k);
    Estimate estimate = outcome.result().estimates().get(k);
    double up = reach(estimate.errorHigh(), estimate, p);
    double down = reach(estimate.errorLow(), estimate, p);
    double from = estimate.value() - down;
    double to = estimate.value() + up;
    double best = outcome.result().best().twiceNll();
    for (FitPoint minimum : outcome.result().minima()) {
      if (minimum.twiceNll() - best < DEEP) {
        double there = p.external(minimum.x()[k]);
        from = Math.min(from, there - 0.3 * down);
        to = Math.max(to, there + 0.3 * up);
      }
    }
    low.set(SliderScale.text(rounded(Math.max(p.low(), from))));
    high.set(SliderScale.text(rounded(Math.min(p.high(), to))));
  }

  private static double reach(double oneSided, Estimate estimate, FitParameter p) {
    Prior prior = p.prior();
    double other = Math.max(zeroIfNaN(estimate.errorLow()), zeroIfNaN(estimate.errorHigh()));
    double sigma =
        oneSided > 0
            ? oneSided
            : other > 0
                ? other
                : estimate.error() > 0
                    ? estimate.error()
                    : prior != null ? prior.width() : 0.1 * (p.high() - p.low());
    return REACH * sigma;
  }

  private static double zeroIfNaN(double error) {
    return Double.isNaN(error) ? 0 : error;
  }

  private static double rounded(double value) {
    return Double.parseDouble(String.format(Locale.ROOT, "%.3g", value));
  }

  private int index(FitOutcome outcome) {
    return outcome.model().parameterNames().indexOf(parameter.get());
  }

  /** What is typed; null if it cannot be understood, see {@link #complaint}. */
  @Nullable Grid grid(FitOutcome outcome) {
    if (!complaint(outcome).isEmpty()) {
      return null;
    }
    double from = number(low.get());
    double to = number(high.get());
    double[] values = new double[(int) number(points.get())];
    for (int i = 0; i < values.length; i++) {
      values[i] = i == values.length - 1 ? to : from + (to - from) * i / (values.length - 1);
    }
    return new Grid(index(outcome), values);
  }

  /** What is wrong with what is typed, in a sentence; empty if nothing is. */
  String complaint(FitOutcome outcome) {
    int k = index(outcome);
    if (k < 0) {
      return "Choose a parameter.";
    }
    FitParameter p = outcome.model().model().parameters().get(k);
    double from = number(low.get());
    double to = number(high.get());
    if (!(from < to)) {
      return "The range of " + p.name() + " needs two rising numbers.";
    }
    if (p.power() != 1 && from < 0) {
      return p.name() + " enters with a root: scan from 0 on.";
    }
    double count = number(points.get());
    return count == Math.rint(count) && count >= 2 && count <= mostPoints
        ? ""
        : "Scan 2 to " + mostPoints + " points.";
  }

  private static double number(String typed) {
    try {
      double number = Double.parseDouble(typed.strip().replace(',', '.').replace('−', '-'));
      return Double.isFinite(number) ? number : Double.NaN;
    } catch (NumberFormatException notANumber) {
      return Double.NaN;
    }
  }
}
