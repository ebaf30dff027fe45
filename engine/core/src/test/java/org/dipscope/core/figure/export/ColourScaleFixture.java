package org.dipscope.core.figure.export;

import java.util.Arrays;
import org.dipscope.core.figure.Axis;
import org.dipscope.core.figure.ColourMap;
import org.dipscope.core.figure.ColourScale;

/** Colour scales for tests. */
final class ColourScaleFixture {
  private ColourScaleFixture() {}

  static ColourScale of(double low, double high) {
    return new ColourScale(Axis.linear("z", "").range(low, high), ColourMap.VIRIDIS, false);
  }

  static void fill(double[][] z, double value) {
    for (double[] row : z) {
      Arrays.fill(row, value);
    }
  }
}
