package org.dipscope.core.histfactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.dipscope.core.problem.ProblemException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** interpolation.json holds the vectors of code 4 computed for this project. */
class InterpolationTest {

  @Test
  void codeFourAgreesWithTheVectors() {
    double[] out = new double[3];
    for (JsonNode vector : TestModels.json("interpolation.json").get("vectors")) {
      Factor factor =
          Factor.SixthOrder.of(vector.get("up").asDouble(), vector.get("down").asDouble());
      for (Map.Entry<String, JsonNode> value : vector.get("values").properties()) {
        factor.evaluate(Double.parseDouble(value.getKey()), out, 0);
        assertThat(out[0]).isCloseTo(value.getValue().asDouble(), within(1e-14));
      }
    }
  }

  @Property(tries = 200)
  void derivativesOfFactorsAreThoseOfTheValue(
      @ForAll @DoubleRange(min = 0.3, max = 3) double high,
      @ForAll @DoubleRange(min = 0.3, max = 3) double low,
      @ForAll @DoubleRange(min = -3, max = 3) double x) {
    compare(Factor.SixthOrder.of(high, low)::evaluate, x);
    if (Math.abs(x) > 1e-3) {
      compare(new Factor.Exponential(Math.log(high), Math.log(low))::evaluate, x);
      compare((at, out, i) -> ShapeShift.evaluate(false, at, out, i), x);
    }
    compare((at, out, i) -> ShapeShift.evaluate(true, at, out, i), x);
    compare(new Factor.Power(4)::evaluate, 3 + x);
  }

  private interface Curve {
    void evaluate(double x, double[] out, int at);
  }

  private static void compare(Curve curve, double x) {
    double h = 1e-4;
    double[] below = new double[3];
    double[] here = new double[3];
    double[] above = new double[3];
    curve.evaluate(x - h, below, 0);
    curve.evaluate(x, here, 0);
    curve.evaluate(x + h, above, 0);
    double size = 1 + Math.abs(here[0]) + Math.abs(here[1]) + Math.abs(here[2]);
    assertThat(here[1]).isCloseTo((above[0] - below[0]) / (2 * h), within(1e-5 * size));
    assertThat(here[2]).isCloseTo((above[1] - below[1]) / (2 * h), within(1e-2 * size));
  }

  @Test
  void bothCodesMeetTheVariationsAtPlusAndMinusOne() {
    double[] out = new double[3];
    for (Factor factor :
        new Factor[] {
          Factor.SixthOrder.of(1.3, 0.8), new Factor.Exponential(Math.log(1.3), Math.log(0.8))
        }) {
      factor.evaluate(1, out, 0);
      assertThat(out[0]).isCloseTo(1.3, within(1e-15));
      factor.evaluate(-1, out, 0);
      assertThat(out[0]).isCloseTo(0.8, within(1e-15));
    }
    ShapeShift shift = ShapeShift.of(new double[] {10}, new double[] {9}, new double[] {14});
    for (boolean isSmooth : new boolean[] {true, false}) {
      ShapeShift.evaluate(isSmooth, 1, out, 0);
      assertThat(shift.symmetric()[0] + out[0] * shift.asymmetric()[0]).isEqualTo(4);
      ShapeShift.evaluate(isSmooth, -1, out, 0);
      assertThat(-shift.symmetric()[0] + out[0] * shift.asymmetric()[0]).isEqualTo(-1);
    }
  }

  @Test
  void piecewiseCodesHaveTwoSlopesAtZero() {
    double[] out = new double[3];
    Factor factor = new Factor.Exponential(Math.log(1.1), Math.log(0.8));
    factor.evaluate(0.0, out, 0);
    assertThat(out[1]).isCloseTo(Math.log(1.1), within(1e-15));
    factor.evaluate(-0.0, out, 0);
    assertThat(out[1]).isCloseTo(-Math.log(0.8), within(1e-15));
  }

  @Test
  void codesAreGivenByName() {
    assertThat(Interpolation.parse("code4,code4p")).isEqualTo(Interpolation.SMOOTH);
    assertThat(Interpolation.parse("0,1")).isEqualTo(Interpolation.PIECEWISE);
    assertThat(Interpolation.parse("code1,code4p")).isEqualTo(new Interpolation(false, true));
    for (String bad : new String[] {"", "code4", "code4,code1", "code4,code4", "2,0", "4,4p,0"}) {
      assertThatThrownBy(() -> Interpolation.parse(bad))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("\"" + bad + "\"");
    }
  }
}
