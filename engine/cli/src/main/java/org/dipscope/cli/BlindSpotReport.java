package org.dipscope.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.dipscope.core.analysis.BlindSpotMap;
import org.dipscope.core.likelihood.ParameterGrid;
import org.jspecify.annotations.Nullable;

/**
 * A map of blind spots as printed. Entry [i][j] belongs to value i of the first axis and value j of
 * the second; it is null where no spectrum can be computed.
 */
record BlindSpotReport(
    String hunter,
    String definition,
    double[][] expectedZ,
    double[][] bumpZ,
    double[][] bumpMass,
    double[][] dipZ,
    boolean[][] blind,
    double searchFrom,
    double searchTo,
    double spuriousZ,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> huntWarnings) {

  /** Beside the likelihood of data. */
  record Beside(@JsonUnwrapped SurfaceReport surface, @JsonUnwrapped BlindSpotReport map) {}

  /** Without data. */
  record Alone(List<SurfaceReport.AxisReport> axes, @JsonUnwrapped BlindSpotReport map) {
    Alone(String nameX, String nameY, ParameterGrid grid, BlindSpotReport map) {
      this(
          List.of(
              SurfaceReport.AxisReport.of(nameX, grid.x()),
              SurfaceReport.AxisReport.of(nameY, grid.y())),
          map);
    }
  }

  static BlindSpotReport of(BlindSpotMap map) {
    boolean[][] blind = new boolean[map.grid().x().count()][map.grid().y().count()];
    for (int i = 0; i < blind.length; i++) {
      for (int j = 0; j < blind[i].length; j++) {
        blind[i][j] = map.at(i, j).isBlind();
      }
    }
    BlindSpotMap.Search search = map.search();
    return new BlindSpotReport(
        map.hunt().name(),
        map.hunt().bumps().definition(),
        numbers(map, BlindSpotMap.Point::expectedZ),
        numbers(map, BlindSpotMap.Point::bumpZ),
        numbers(map, BlindSpotMap.Point::bumpMass),
        numbers(map, BlindSpotMap.Point::dipZ),
        blind,
        search.low(),
        search.high(),
        search.spuriousZ(),
        search.warnings().isEmpty() ? null : search.warnings());
  }

  private static double[][] numbers(BlindSpotMap map, ToDoubleFunction<BlindSpotMap.Point> number) {
    double[][] values = new double[map.grid().x().count()][map.grid().y().count()];
    for (int i = 0; i < values.length; i++) {
      for (int j = 0; j < values[i].length; j++) {
        values[i][j] = number.applyAsDouble(map.at(i, j));
      }
    }
    return values;
  }
}
