package org.dipscope.app.likelihood;

import java.util.Locale;
import org.dipscope.app.figure.Readout;
import org.dipscope.app.workspace.SurfaceResult;
import org.dipscope.core.analysis.BlindSpotMap;
import org.dipscope.core.likelihood.LikelihoodSurface;
import org.dipscope.core.project.ScanParameter;

/** The words beside the pointer on the Likelihood screen. */
final class SurfaceWords {
  private SurfaceWords() {}

  /** The parameters and the likelihood at a point of the surface. */
  static String onSurface(SurfaceResult now, Readout place) {
    return point(now, place)
        + "\n−2Δ ln L = "
        + number(between(now.surface(), place.x(), place.y()));
  }

  /** The parameters and what is expected at a point of the map of blind spots. */
  static String onMap(SurfaceResult now, BlindSpotMap map, Readout place) {
    return point(now, place) + "\n" + BlindSpotWords.of(map.between(place.x(), place.y()));
  }

  /** The parameter and the likelihood on the profile below the surface. */
  static String onProfile(SurfaceResult now, Readout place) {
    return parameter(now.axes().horizontal().parameter(), place.x())
        + ", −2Δ ln L = "
        + number(place.y());
  }

  private static String point(SurfaceResult now, Readout place) {
    return parameter(now.axes().horizontal().parameter(), place.x())
        + ", "
        + parameter(now.axes().vertical().parameter(), place.y());
  }

  private static String parameter(ScanParameter parameter, double value) {
    String unit = parameter.unit().isEmpty() ? "" : " " + parameter.unit();
    String digits = Math.abs(value) >= 100 ? "%.0f" : "%.3g";
    return parameter.label() + " = " + String.format(Locale.ROOT, digits, value) + unit;
  }

  private static String number(double value) {
    return Double.isFinite(value)
        ? String.format(Locale.ROOT, "%.2f", value).replace('-', '−')
        : "–";
  }

  /** The value between the four points around; NaN outside. */
  private static double between(LikelihoodSurface surface, double x, double y) {
    double u = surface.grid().x().position(x);
    double v = surface.grid().y().position(y);
    int columns = surface.grid().x().count();
    int rows = surface.grid().y().count();
    if (!(u >= 0 && u <= columns - 1 && v >= 0 && v <= rows - 1)) {
      return Double.NaN;
    }
    int ix = Math.min(columns - 2, (int) u);
    int iy = Math.min(rows - 2, (int) v);
    double right = u - ix;
    double up = v - iy;
    return (1 - up) * ((1 - right) * surface.delta(ix, iy) + right * surface.delta(ix + 1, iy))
        + up * ((1 - right) * surface.delta(ix, iy + 1) + right * surface.delta(ix + 1, iy + 1));
  }
}
