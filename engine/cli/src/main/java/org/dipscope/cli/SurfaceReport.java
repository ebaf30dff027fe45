package org.dipscope.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dipscope.core.likelihood.Axis;
import org.dipscope.core.likelihood.Contour;
import org.dipscope.core.likelihood.LikelihoodSurface;
import org.dipscope.core.likelihood.PointStatus;
import org.dipscope.core.likelihood.Polyline;
import org.dipscope.core.likelihood.SurfaceMinimum;
import org.jspecify.annotations.Nullable;

/**
 * A likelihood surface as printed. Entry [i][j] belongs to value i of the first axis and value j of
 * the second; it is null where no spectrum can be computed.
 */
record SurfaceReport(
    List<AxisReport> axes,
    double[][] twiceDeltaNll,
    @JsonInclude(JsonInclude.Include.NON_NULL) boolean @Nullable [][] unphysical,
    double twiceNll,
    List<Map<String, Object>> minima,
    List<ContourReport> contours,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> warnings) {

  /** One axis with all its values. */
  record AxisReport(String name, String unit, double[] values) {
    static AxisReport of(String name, Axis axis) {
      double[] values = new double[axis.count()];
      for (int i = 0; i < values.length; i++) {
        values[i] = axis.value(i);
      }
      return new AxisReport(name, axis.unit(), values);
    }
  }

  /** The lines of one level, each a list of points. */
  record ContourReport(double level, List<double[][]> polylines) {
    static ContourReport of(Contour contour) {
      return new ContourReport(
          contour.level(), contour.lines().stream().map(ContourReport::points).toList());
    }

    /** The first point is repeated at the end of a closed line. */
    private static double[][] points(Polyline line) {
      int size = line.size() + (line.isClosed() && line.size() > 0 ? 1 : 0);
      double[][] points = new double[size][];
      for (int i = 0; i < size; i++) {
        points[i] = new double[] {line.x()[i % line.size()], line.y()[i % line.size()]};
      }
      return points;
    }
  }

  static SurfaceReport of(LikelihoodSurface surface, String nameX, String nameY) {
    return of(surface, nameX, nameY, surface.reference(), null);
  }

  /**
   * A surface of a fit.
   *
   * @param twiceNll &lambda; at the lowest minimum
   * @param warnings what a user should know; null leaves the key out
   */
  static SurfaceReport of(
      LikelihoodSurface surface,
      String nameX,
      String nameY,
      double twiceNll,
      @Nullable List<String> warnings) {
    Axis x = surface.grid().x();
    Axis y = surface.grid().y();
    double[][] delta = new double[x.count()][y.count()];
    boolean[][] unphysical = new boolean[x.count()][y.count()];
    boolean any = false;
    for (int i = 0; i < x.count(); i++) {
      for (int j = 0; j < y.count(); j++) {
        PointStatus status = surface.status(i, j);
        delta[i][j] = status == PointStatus.INCOMPUTABLE ? Double.NaN : surface.delta(i, j);
        unphysical[i][j] = status == PointStatus.UNPHYSICAL;
        any |= unphysical[i][j];
      }
    }
    List<Map<String, Object>> minima = new ArrayList<>();
    surface.minima().forEach(minimum -> minima.add(minimum(minimum, nameX, nameY)));
    return new SurfaceReport(
        List.of(AxisReport.of(nameX, x), AxisReport.of(nameY, y)),
        delta,
        any ? unphysical : null,
        twiceNll,
        minima,
        surface.contours().stream().map(ContourReport::of).toList(),
        warnings);
  }

  private static Map<String, Object> minimum(SurfaceMinimum minimum, String x, String y) {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put(x, minimum.x());
    report.put(y, minimum.y());
    report.put("twiceDeltaNll", minimum.delta());
    report.put("depth", minimum.depth());
    report.put("onBorder", minimum.isOnBorder());
    return report;
  }
}
