package org.dipscope.app.likelihood;

import org.dipscope.core.analysis.BlindSpotFigure;
import org.dipscope.core.analysis.BlindSpotMap;
import org.dipscope.core.analysis.BlindSpots;
import org.dipscope.core.figure.FigureSpec;
import org.jspecify.annotations.Nullable;

/**
 * A map of blind spots, or why there is none.
 *
 * @param request what it belongs to
 * @param spots makes finer maps, or null
 * @param map the map, or null
 * @param drawing the map drawn, or null
 * @param absence why there is none, in a sentence; else empty
 */
record BlindSpotResult(
    BlindSpotRequest request,
    @Nullable BlindSpots spots,
    @Nullable BlindSpotMap map,
    @Nullable BlindSpotFigure drawing,
    String absence) {

  static BlindSpotResult of(BlindSpotRequest request, BlindSpots spots, BlindSpotMap map) {
    return new BlindSpotResult(request, spots, map, BlindSpotFigure.of(map), "");
  }

  static BlindSpotResult none(BlindSpotRequest request, String absence) {
    return new BlindSpotResult(request, null, null, null, absence);
  }

  /** The map with the sliders at a point, or null if there is none. */
  @Nullable FigureSpec figure(double hereX, double hereY) {
    if (map == null || drawing == null) {
      return null;
    }
    String hunter = map.hunt().name();
    String fixed = request.fixed();
    return FigureSpec.of(
        "Blind spots of a bump hunt (%s) for %s. %s"
            .formatted(hunter, fixed, BlindSpotWords.of(map.search())),
        drawing.column("Bump hunt: " + hunter, fixed, hereX, hereY));
  }
}
