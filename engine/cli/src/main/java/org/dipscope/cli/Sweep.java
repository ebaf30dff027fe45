package org.dipscope.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A parameter of a scan as given: one value, or a range of them.
 *
 * @param low the value, or the lower end
 * @param high the upper end
 * @param count how many points, 1 for a single value
 */
record Sweep(double low, double high, int count) {

  boolean isRange() {
    return count > 1;
  }

  /** V or LO:HI:N. */
  static final class Converter implements ITypeConverter<Sweep> {
    @Override
    public Sweep convert(String text) {
      if (text.indexOf(':') < 0) {
        double value = NumberText.number(text);
        return new Sweep(value, value, 1);
      }
      double[] grid = NumberText.grid(text);
      return new Sweep(grid[0], grid[grid.length - 1], grid.length);
    }
  }

  /** V, LO:HI:N or the word physical, which is null. */
  static final class WidthConverter implements ITypeConverter<WidthSweep> {
    @Override
    public WidthSweep convert(String text) {
      if (text.equals("physical")) {
        return new WidthSweep(null);
      }
      try {
        return new WidthSweep(new Converter().convert(text));
      } catch (TypeConversionException e) {
        throw new TypeConversionException(e.getMessage() + " and not the word physical");
      }
    }
  }

  /**
   * A width as given.
   *
   * @param sweep null for the physical width
   */
  record WidthSweep(@Nullable Sweep sweep) {}
}
