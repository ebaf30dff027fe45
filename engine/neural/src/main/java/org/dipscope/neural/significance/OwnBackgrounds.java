package org.dipscope.neural.significance;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dipscope.core.bump.generator.TemplateMother;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.format.Formats;
import org.dipscope.core.format.tree.Cursor;
import org.dipscope.core.histogram.Histogram;
import org.dipscope.core.histogram.Values;

/** Backgrounds fitted to the histograms of a user's files, to draw mothers from. */
final class OwnBackgrounds {
  private static final int LEAST_BINS = 10;

  private OwnBackgrounds() {}

  /**
   * Fits every histogram with one axis and at least ten bins, none of them negative.
   *
   * @param files a list of paths, relative to the configuration
   */
  static TemplateMother read(Cursor files, Path configuration, CancelToken token) {
    List<Values> templates = new ArrayList<>();
    for (Cursor file : files.items()) {
      Path path = path(file, configuration);
      for (Histogram found : Formats.inspect(path, false, token).histograms()) {
        double[] counts = found.contents().toArray();
        boolean usable = found.axes().size() == 1 && counts.length >= LEAST_BINS;
        for (double n : counts) {
          usable &= n >= 0;
        }
        if (usable) {
          templates.add(fitted(counts));
        }
      }
    }
    if (templates.isEmpty()) {
      throw files.problem(
          "no file holds a histogram of ten bins or more with contents that are not negative.",
          "Name files with mass spectra.");
    }
    return new TemplateMother(templates);
  }

  private static Path path(Cursor file, Path configuration) {
    try {
      return configuration.resolveSibling(file.text());
    } catch (InvalidPathException impossible) {
      throw file.problem("this is no path.", "Write the path of a file with spectra.");
    }
  }

  private static Values fitted(double[] counts) {
    PolynomialFits fits = new PolynomialFits(counts.length);
    fits.fitBackground(counts);
    return Values.of(fits.background.clone());
  }
}
