package org.dipscope.core.histogram;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/** An immutable row of numbers, such as the contents of the bins; compared by value. */
public final class Values {
  /** No numbers at all. */
  public static final Values EMPTY = new Values(new double[0]);

  private final double[] values;

  private Values(double[] values) {
    this.values = values;
  }

  /** The given numbers, copied. */
  public static Values of(double... values) {
    return new Values(values.clone());
  }

  /** The numbers of a JSON array, in which {@code null} stands for a gap (NaN). */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Values fromJson(@Nullable Double[] numbers) {
    double[] copy = new double[numbers.length];
    for (int i = 0; i < copy.length; i++) {
      Double number = numbers[i];
      copy[i] = number == null ? Double.NaN : number;
    }
    return new Values(copy);
  }

  /** {@code count} times the same number. */
  public static Values constant(int count, double value) {
    double[] filled = new double[count];
    Arrays.fill(filled, value);
    return new Values(filled);
  }

  /** How many numbers there are. */
  public int size() {
    return values.length;
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return values.length == 0;
  }

  /** The number at position i. */
  public double get(int i) {
    return values[i];
  }

  /** All numbers; a copy. */
  @JsonValue
  public double[] toArray() {
    return values.clone();
  }

  /** Every number through the function. */
  public Values map(DoubleUnaryOperator function) {
    double[] mapped = new double[values.length];
    for (int i = 0; i < mapped.length; i++) {
      mapped[i] = function.applyAsDouble(values[i]);
    }
    return new Values(mapped);
  }

  /** The sum, compensated after Neumaier so that its error does not grow with the length. */
  public double sum() {
    CompensatedSum sum = new CompensatedSum();
    for (double value : values) {
      sum.add(value);
    }
    return sum.value();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Values that && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    if (values.length <= 12) {
      return Arrays.toString(values);
    }
    return values.length + " values from " + values[0] + " to " + values[values.length - 1];
  }
}
