package org.dipscope.core.figure.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.dipscope.core.figure.canvas.Flattening;
import org.dipscope.core.figure.canvas.Path;
import org.dipscope.core.figure.canvas.Pen;
import org.junit.jupiter.api.Test;

class RasteriserTest {
  private static final int SIDE = 40;

  @Test
  void aRectangleCoversEachPixelByItsShare() {
    double[][] share = fill(new Path().rectangle(2.25, 3.5, 5.75, 5.0));
    assertThat(share[3][2]).isCloseTo(0.75 * 0.5, within(1e-6));
    assertThat(share[3][3]).isCloseTo(0.5, within(1e-6));
    assertThat(share[4][3]).isCloseTo(1, within(1e-6));
    assertThat(share[4][5]).isCloseTo(0.75, within(1e-6));
    assertThat(share[5][3]).isZero();
    assertThat(sum(share)).isCloseTo(3.5 * 1.5, within(1e-5));
  }

  @Property(tries = 300)
  void aTriangleCoversItsArea(@ForAll @Size(6) List<@DoubleRange(min = 1, max = 39) Double> p) {
    Path path =
        new Path().moveTo(p.get(0), p.get(1)).lineTo(p.get(2), p.get(3)).lineTo(p.get(4), p.get(5));
    double area =
        Math.abs(
                (p.get(2) - p.get(0)) * (p.get(5) - p.get(1))
                    - (p.get(4) - p.get(0)) * (p.get(3) - p.get(1)))
            / 2;
    assertThat(sum(fill(path.close()))).isCloseTo(area, within(1e-3));
  }

  @Test
  void overlapsCountOnceWhicheverWayTheyTurn() {
    Path same = new Path().rectangle(2, 2, 12, 12).rectangle(6.5, 6.5, 16, 16);
    double union = 100 + 9.5 * 9.5 - 5.5 * 5.5;
    assertThat(sum(fill(same))).isCloseTo(union, within(1e-4));
    Path hole = new Path().rectangle(2, 2, 12, 12);
    hole.moveTo(4, 4).lineTo(4, 8).lineTo(8, 8).lineTo(8, 4).close();
    assertThat(sum(fill(hole))).isCloseTo(100 - 16, within(1e-4));
  }

  @Test
  void crossingEdgesAreCutExactly() {
    Path bow = new Path().moveTo(5, 5).lineTo(15, 15).lineTo(15, 5).lineTo(5, 15).close();
    assertThat(sum(fill(bow))).isCloseTo(50, within(1e-4));
    Path star = new Path();
    for (int i = 0; i < 5; i++) {
      double angle = 4 * Math.PI * i / 5;
      double x = 20 + 15 * Math.sin(angle);
      double y = 20 - 15 * Math.cos(angle);
      if (i == 0) {
        star.moveTo(x, y);
      } else {
        star.lineTo(x, y);
      }
    }
    double pentagram =
        15 * 15 * 10 * Math.tan(Math.PI / 10) / (3 - Math.pow(Math.tan(Math.PI / 10), 2));
    assertThat(sum(fill(star.close()))).isCloseTo(pentagram, within(1e-3));
  }

  @Test
  void partsOutsideAreCutOff() {
    assertThat(sum(fill(new Path().rectangle(-50, -50, 10, 10)))).isCloseTo(100, within(1e-4));
    assertThat(sum(fill(new Path().rectangle(30, 30, 500, 500)))).isCloseTo(100, within(1e-4));
    assertThat(sum(fill(new Path().rectangle(-9, 50, 500, 80)))).isZero();
    Path diamond = new Path().moveTo(0, -20).lineTo(20, 0).lineTo(0, 20).lineTo(-20, 0).close();
    assertThat(sum(fill(diamond))).isCloseTo(200, within(1e-3));
  }

  @Test
  void tanglesAreSampledFinely() {
    Path fan = new Path();
    for (int i = 0; i < 400; i++) {
      double x = 2 + 36.0 * i / 400;
      fan.rectangle(x, 4, x + 0.2, 36);
      fan.moveTo(2, 4 + i * 0.08)
          .lineTo(38, 4 + i * 0.08)
          .lineTo(38, 4.1 + i * 0.08)
          .lineTo(2, 4.1 + i * 0.08)
          .close();
    }
    assertThat(sum(fill(fan))).isCloseTo(36 * 32, within(10.0));
  }

  @Test
  void aCircleHasItsArea() {
    assertThat(sum(fill(new Path().circle(20, 20, 15)))).isCloseTo(Math.PI * 225, within(1.0));
  }

  @Test
  void strokesAreAsWideAsThePen() {
    Path line = new Path().moveTo(5, 5).lineTo(29, 23);
    assertThat(sum(stroke(line, 2.5, false))).isCloseTo(30 * 2.5, within(1e-3));
    assertThat(sum(stroke(line, 2, true))).isCloseTo(30 * 2 + Math.PI, within(0.2));
  }

  @Test
  void mitredCornersAreFull() {
    Path frame = new Path().rectangle(10, 10, 30, 25);
    assertThat(sum(stroke(frame, 2, false))).isCloseTo(22 * 17 - 18 * 13, within(1e-3));
    Path corner = new Path().moveTo(5, 20).lineTo(20, 20).lineTo(20, 35);
    assertThat(sum(stroke(corner, 2, false))).isCloseTo(15 * 2 + 15 * 2, within(1e-3));
  }

  @Test
  void manyShortPiecesAreAsSmoothAsOne() {
    Path pieces = new Path().moveTo(5, 5.3);
    for (int i = 1; i <= 300; i++) {
      pieces.lineTo(5 + 0.1 * i, 5.3 + 0.04 * i);
    }
    Path one = new Path().moveTo(5, 5.3).lineTo(35, 17.3);
    double[][] a = stroke(pieces, 1.5, true);
    double[][] b = stroke(one, 1.5, true);
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        assertThat(a[y][x]).isCloseTo(b[y][x], within(0.07));
      }
    }
  }

  @Test
  void dashesLeaveGaps() {
    Path line = new Path().moveTo(2, 10).lineTo(38, 10);
    Rasteriser rasteriser = new Rasteriser(0, 0, SIDE, SIDE);
    Stroker.stroke(line, new Pen(-1, 2, new double[] {4, 2}, false), 1, rasteriser);
    assertThat(sum(shares(rasteriser))).isCloseTo(24 * 2, within(1e-3));
  }

  private static double[][] fill(Path path) {
    Rasteriser rasteriser = new Rasteriser(0, 0, SIDE, SIDE);
    path.walk(new Flattening(rasteriser, 0.01));
    return shares(rasteriser);
  }

  private static double[][] stroke(Path path, double width, boolean round) {
    Rasteriser rasteriser = new Rasteriser(0, 0, SIDE, SIDE);
    Stroker.stroke(path, new Pen(-1, width, new double[0], round), 1, rasteriser);
    return shares(rasteriser);
  }

  private static double[][] shares(Rasteriser rasteriser) {
    double[][] shares = new double[SIDE][SIDE];
    rasteriser.sweep(
        (y, from, to, share) -> {
          for (int x = from; x < to; x++) {
            shares[y][x] = share[x - from];
          }
        });
    return shares;
  }

  private static double sum(double[][] shares) {
    double sum = 0;
    for (double[] row : shares) {
      for (double share : row) {
        sum += share;
      }
    }
    return sum;
  }
}
