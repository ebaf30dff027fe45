package org.dipscope.app.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.dipscope.app.figure.ZoomHistory.Place;
import org.dipscope.app.figure.ZoomHistory.Range;
import org.dipscope.core.figure.Axis;
import org.dipscope.core.figure.Band;
import org.dipscope.core.figure.Column;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.figure.Panel;
import org.dipscope.core.figure.Points;
import org.dipscope.core.histogram.Values;
import org.junit.jupiter.api.Test;

class ZoomedFigureTest {
  private static final Values EDGES = Values.of(0, 1, 2);
  private static final Values ONE = Values.of(1, 1);

  private static Axis zoomedY(Panel panel) {
    ZoomHistory zoom = new ZoomHistory();
    zoom.zoom(new Place(0, 0), Optional.of(new Range(1, 2)), Optional.empty());
    FigureSpec figure = FigureSpec.of("", Column.of(Axis.linear("m", ""), panel));
    return ZoomedFigure.of(figure, zoom).columns().getFirst().panels().getFirst().y();
  }

  @Test
  void aRatioKeepsItsMiddleAndReachesAsFarAsWhatIsShown() {
    Panel ratio =
        Panel.of(
            Axis.linear("ratio", "").range(0.5, 1.5),
            new Band("", EDGES, ONE, ONE, null, null),
            Points.data("", Values.of(0.5, 1.5), Values.of(1.4, 0.98), ONE, ONE));
    Axis y = zoomedY(ratio);
    assertThat(y.low()).isCloseTo(0.975, within(1e-12));
    assertThat(y.high()).isCloseTo(1.025, within(1e-12));
  }

  @Test
  void otherFixedAxesStay() {
    Panel curves =
        Panel.of(
            Axis.linear("percent", "%").range(-10, 5),
            Points.data("", Values.of(0.5, 1.5), Values.of(1.4, 0.98), ONE, ONE));
    assertThat(zoomedY(curves).low()).isEqualTo(-10);
    assertThat(zoomedY(Panel.of(Axis.log("events", ""))).low()).isNull();
  }
}
