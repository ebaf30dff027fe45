package org.dipscope.app.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.dipscope.app.figure.ZoomHistory.Place;
import org.dipscope.app.figure.ZoomHistory.Range;
import org.junit.jupiter.api.Test;

class ZoomHistoryTest {
  private static final Place SPECTRUM = new Place(0, 0);
  private static final Place RATIO = new Place(0, 1);

  private final ZoomHistory zoom = new ZoomHistory();

  private static Optional<Range> range(double a, double b) {
    return Optional.of(Range.between(a, b));
  }

  @Test
  void panelsShareTheirXRangeAndKeepTheirOwnYRange() {
    zoom.zoom(SPECTRUM, range(700, 400), range(0, 10));
    assertThat(zoom.x(0)).contains(new Range(400, 700));
    assertThat(zoom.y(SPECTRUM)).contains(new Range(0, 10));
    assertThat(zoom.y(RATIO)).isEmpty();

    zoom.zoom(RATIO, range(450, 600), Optional.empty());
    assertThat(zoom.x(0)).contains(new Range(450, 600));
    assertThat(zoom.y(SPECTRUM)).contains(new Range(0, 10));
    assertThat(zoom.x(1)).isEmpty();
  }

  @Test
  void everyZoomHasAWayBack() {
    zoom.zoom(SPECTRUM, range(400, 700), Optional.empty());
    zoom.zoom(SPECTRUM, range(450, 500), Optional.empty());
    zoom.back();
    assertThat(zoom.x(0)).contains(new Range(400, 700));
    zoom.back();
    assertThat(zoom.isZoomed()).isFalse();
    zoom.back();
    assertThat(zoom.isZoomed()).isFalse();
  }

  @Test
  void resetShowsTheWholeFigure() {
    zoom.zoom(SPECTRUM, range(400, 700), range(1, 2));
    zoom.reset();
    assertThat(zoom.isZoomed()).isFalse();
    zoom.back();
    assertThat(zoom.isZoomed()).isFalse();
  }

  @Test
  void emptyAndInfiniteRangesAreNotZoomedInto() {
    zoom.zoom(SPECTRUM, range(500, 500), range(1, Double.POSITIVE_INFINITY));
    zoom.zoom(SPECTRUM, range(Double.NaN, 500), Optional.empty());
    assertThat(zoom.isZoomed()).isFalse();
  }

  @Test
  void theWayBackCanBeTakenForwardAgain() {
    zoom.zoom(SPECTRUM, range(400, 700), Optional.empty());
    assertThat(zoom.hasPast()).isTrue();
    assertThat(zoom.hasFuture()).isFalse();
    zoom.back();
    assertThat(zoom.hasFuture()).isTrue();
    zoom.forward();
    assertThat(zoom.x(0)).contains(new Range(400, 700));
    zoom.back();
    zoom.zoom(SPECTRUM, range(100, 200), Optional.empty());
    zoom.forward();
    assertThat(zoom.x(0)).contains(new Range(100, 200));
  }

  @Test
  void turnsOfTheWheelAreOneStepBack() {
    zoom.zoom(SPECTRUM, range(300, 900), Optional.empty());
    zoom.step(SPECTRUM, range(400, 700), Optional.empty());
    zoom.step(SPECTRUM, range(450, 600), Optional.empty());
    zoom.stepOut(SPECTRUM);
    assertThat(zoom.isZoomed()).isFalse();
    zoom.back();
    assertThat(zoom.x(0)).contains(new Range(300, 900));
  }

  @Test
  void leavingAViewKeepsTheWayBackToIt() {
    zoom.zoom(SPECTRUM, range(400, 700), Optional.empty());
    zoom.leave();
    assertThat(zoom.isZoomed()).isFalse();
    zoom.back();
    assertThat(zoom.x(0)).contains(new Range(400, 700));
  }

  @Test
  void anotherQuantityOnTheVerticalAxisFollowsTheFigure() {
    zoom.zoom(SPECTRUM, range(400, 700), range(0, 10));
    zoom.releaseVertical();
    assertThat(zoom.y(SPECTRUM)).isEmpty();
    assertThat(zoom.x(0)).contains(new Range(400, 700));
    zoom.back();
    assertThat(zoom.isZoomed()).isFalse();
  }
}
