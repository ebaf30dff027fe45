package org.dipscope.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {
  private static final List<EventColumn> COLUMNS =
      List.of(
          new EventColumn("x", "", EventColumn.Type.NUMBER),
          new EventColumn("y", "", EventColumn.Type.NUMBER),
          new EventColumn("Jet.PT", "GeV", EventColumn.Type.NUMBER),
          new EventColumn("m_tt [GeV]", "GeV", EventColumn.Type.NUMBER),
          new EventColumn("good", "", EventColumn.Type.TRUTH),
          new EventColumn("process", "", EventColumn.Type.TEXT),
          new EventColumn("MET phi", "", EventColumn.Type.NUMBER));
  private static final double[] ROW = {3, -2, 45.5, 500, 1, Double.NaN, 0.5};

  private static double value(String text) {
    Expression expression = Expression.number(text, COLUMNS);
    double[][] columns = new double[expression.columns().size()][];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = new double[] {ROW[expression.columns().get(i)]};
    }
    return expression.evaluator().evaluate(new EventBatch(1, columns), 0).values()[0];
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "1 + 2 * 3               ; 7",
        "(1 + 2) * 3             ; 9",
        "2 ^ 3 ^ 2               ; 512",
        "2 ** -1                 ; 0.5",
        "-x ^ 2                  ; -9",
        "(-x) ^ 2                ; 9",
        "10 - 4 - 3              ; 3",
        "24 / 4 / 2              ; 3",
        "1e3 + .5 + 2.           ; 1002.5",
        "- - x                   ; 3",
        "x > 2 && y < 0          ; 1",
        "x > 2 and not y > 0     ; 1",
        "!(x > 2) || y == -2     ; 1",
        "not x > 5               ; 1",
        "1 < x <= 3              ; 1",
        "3 < x <= 3              ; 0",
        "(x > 2) * 7             ; 7",
        "good && x != 3          ; 0",
        "!good                   ; 0",
        "Jet.PT / 2              ; 22.75",
        "m_tt + 1                ; 501",
        "'m_tt [GeV]' + 1        ; 501",
        "`MET phi` * 2           ; 1",
        "~'MET phi'~             ; 0.5",
        "max(x, abs(y)) + min(1, 2) ; 4",
        "sqrt(16) + pow(2, 3)    ; 12",
        "floor(-1.5) + ceil(1.2) ; 0",
        "atan2(0, -1) - pi       ; 0",
        "log(exp(2)) + log10(100); 4",
        "isnan(0 / 0)            ; 1",
        "0 / 0 > 1               ; 0",
        "true && !false          ; 1",
      })
  void valuesFollowTheUsualRules(String text, double expected) {
    assertThat(value(text.replace("~", ""))).isCloseTo(expected, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "x +              ; 4  ; value is missing        ; Give a number",
        "x + * 2          ; 5  ; stands where a value    ; Give a number",
        "x @ 2            ; 3  ; not understood          ; Use numbers",
        "x = 2            ; 3  ; not understood          ; ==",
        "x > 1 & y > 1    ; 7  ; not understood          ; &&",
        "(x + 2           ; 1  ; never closed            ; Add a )",
        "'x               ; 1  ; never closed            ; Close it",
        "x 2              ; 3  ; not expected            ; operator",
        "jet.pt + 1       ; 1  ; no column \"jet.pt\"    ; Did you mean Jet.PT",
        "m_t + 1          ; 1  ; no column               ; ",
        "nothing_like_it  ; 1  ; no column               ; Columns: x, y",
        "process + 1      ; 1  ; holds text              ; numbers",
        "sqr(x)           ; 1  ; no function             ; Did you mean sqrt",
        "1 + System(x)    ; 5  ; no function             ; Functions:",
        "atan2(x)         ; 1  ; takes 2 arguments, 1    ; atan2(y, x)",
        "max(x)           ; 5  ; max takes a list         ; max(a, b",
        "x[1]             ; 2  ; has no elements          ; Only lists",
        "mass(x)          ; 1  ; takes objects or 8       ; mass(object",
        "pt(x)            ; 4  ; pt takes an object       ; ptetaphim",
        "x[1              ; 2  ; never closed             ; Add a ]",
        "x && y > 1       ; 1  ; number stands where a condition ; Compare",
        "!x               ; 2  ; number stands where a condition ; Compare",
        "1..2             ; 3  ; not expected            ; operator",
      })
  void mistakesAreShownAtTheirCharacter(String text, int character, String message, String hint) {
    ProblemException thrown =
        catchThrowableOfType(ProblemException.class, () -> value(text.strip()));
    assertThat(thrown).as(text).isNotNull();
    Problem problem = thrown.problem();
    assertThat(problem.kind()).isEqualTo(Problem.Kind.USAGE);
    assertThat(problem.message()).contains("character " + character + ":").contains(message);
    assertThat(problem.hint()).contains(hint == null ? "" : hint);
  }

  @Test
  void cutsMustBeConditions() {
    assertThat(
            catchThrowableOfType(ProblemException.class, () -> Expression.condition("x", COLUMNS)))
        .hasMessageContaining("not a condition");
    assertThat(Expression.condition("x > 1", COLUMNS).text()).isEqualTo("x > 1");
  }

  @Test
  void hostileExpressionsEndQuickly() {
    for (String text :
        new String[] {
          "(".repeat(5000),
          "-".repeat(9000) + "1",
          "!".repeat(9000),
          "x^".repeat(4000) + "x",
          "sqrt(".repeat(1500),
          "1" + "+1".repeat(20_000),
          "not ".repeat(2000),
          "1" + "+1".repeat(4000)
        }) {
      assertThat(catchThrowableOfType(ProblemException.class, () -> value(text)))
          .as(text.substring(0, 10))
          .isNotNull();
    }
    assertThat(value("1" + "+1".repeat(400))).isEqualTo(401);
  }

  @Test
  void randomTextNeverCrashes() {
    SplittableRandom random = new SplittableRandom(11);
    String[] words = {
      "x",
      "y",
      "good",
      "process",
      "(",
      ")",
      "+",
      "-",
      "*",
      "/",
      "^",
      "**",
      "<",
      "<=",
      "==",
      "&&",
      "||",
      "!",
      "not",
      "sqrt",
      "max",
      ",",
      "1",
      "2.5",
      "1e9",
      "'m_tt [GeV]'",
      "\"",
      "pi",
      " ",
      "é"
    };
    int read = 0;
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int word = random.nextInt(12); word >= 0; word--) {
        text.append(words[random.nextInt(words.length)]).append(' ');
      }
      try {
        value(text.toString());
        read++;
      } catch (ProblemException e) {
        assertThat(e.problem().kind()).isEqualTo(Problem.Kind.USAGE);
      }
    }
    assertThat(read).isPositive();
  }

  @Test
  void anglesWrapAround() {
    assertThat(value("deltaPhi(3.1, -3.1)")).isCloseTo(6.2 - 2 * Math.PI, within(1e-15));
    assertThat(value("deltaR(1, 3.1, 0, -3.1)"))
        .isCloseTo(Math.hypot(1, 6.2 - 2 * Math.PI), within(1e-15));
  }

  @Test
  void invariantMassAgreesWithFourVectors() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 200; i++) {
      double[] p = {
        1 + 100 * random.nextDouble(),
        4 * random.nextDouble() - 2,
        6 * random.nextDouble() - 3,
        50 * random.nextDouble(),
        1 + 100 * random.nextDouble(),
        4 * random.nextDouble() - 2,
        6 * random.nextDouble() - 3,
        50 * random.nextDouble()
      };
      DoubleBinaryOperator square = (a, b) -> a * a + b * b;
      double e1 = Math.sqrt(square.applyAsDouble(p[0] * Math.cosh(p[1]), p[3]));
      double e2 = Math.sqrt(square.applyAsDouble(p[4] * Math.cosh(p[5]), p[7]));
      double px = p[0] * Math.cos(p[2]) + p[4] * Math.cos(p[6]);
      double py = p[0] * Math.sin(p[2]) + p[4] * Math.sin(p[6]);
      double pz = p[0] * Math.sinh(p[1]) + p[4] * Math.sinh(p[5]);
      double expected = Math.sqrt((e1 + e2) * (e1 + e2) - px * px - py * py - pz * pz);
      double mass = Kinematics.mass(p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7]);
      assertThat(mass).isCloseTo(expected, within(1e-9 * expected));
    }
  }

  @Test
  void collinearMasslessParticlesLoseNoDigits() {
    // M² = pT² Δη² for Δη → 0
    assertThat(Kinematics.mass(50, 1, 2, 0, 50, 1 + 1e-9, 2, 0)).isCloseTo(5e-8, within(1e-14));
    assertThat(Kinematics.mass(50, 1, 2, 91.2, 0, 0, 0, 0)).isCloseTo(91.2, within(1e-12));
  }
}
