package org.dipscope.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListExpressionTest {
  private static final EventColumn.Type NUMBER = EventColumn.Type.NUMBER;

  private static EventColumn list(String name) {
    return new EventColumn(name, "", NUMBER, EventColumn.Shape.LIST);
  }

  private static EventColumn single(String name) {
    return new EventColumn(name, "", NUMBER);
  }

  private static Values v(double... values) {
    return Values.of(values);
  }

  /** Three events: three jets, none, one. */
  private static final EventTable EVENTS =
      EventTable.ofLists(
          "events",
          List.of(
              list("jet_pt"),
              list("jet_eta"),
              list("jet_phi"),
              list("jet_m"),
              new EventColumn("tight", "", EventColumn.Type.TRUTH, EventColumn.Shape.LIST),
              list("mu_pt"),
              single("met"),
              single("x[0]"),
              single("x[1]"),
              single("x[2]"),
              single("h_T [GeV]")),
          List.of(
              List.of(v(50, 40, 20), v(), v(30)),
              List.of(v(1, -2, 3), v(), v(0)),
              List.of(v(0, 3, -3), v(), v(1)),
              List.of(v(5, 4, 3), v(), v(0)),
              List.of(v(1, 0, 1), v(), v(0)),
              List.of(v(10), v(11, 12), v()),
              List.of(v(100), v(200), v(300)),
              List.of(v(1), v(2), v(3)),
              List.of(v(4), v(5), v(6)),
              List.of(v(7), v(8), v(9)),
              List.of(v(-1), v(-2), v(-3))));

  /** The values of all events, flattened. */
  static double[] values(EventSource table, String text) {
    Expression expression = Expression.number(text, table.columns());
    Evaluator evaluator = expression.evaluator();
    List<Double> values = new ArrayList<>();
    long[] first = {0};
    table.read(
        expression.columns(),
        batch -> {
          EventValues found = evaluator.evaluate(batch, first[0]);
          assertThat(found.offsets() != null).as("list").isEqualTo(expression.isList());
          for (int i = 0; i < found.length(); i++) {
            values.add(found.values()[i]);
          }
          first[0] += batch.size();
        },
        new CancelToken());
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "jet_pt * 2                         ; 100 80 40 60",
        "jet_pt + jet_eta                   ; 51 38 23 30",
        "jet_pt + met                       ; 150 140 120 330",
        "met - jet_pt                       ; 50 60 80 270",
        "-jet_eta                           ; -1 2 -3 0",
        "abs(jet_eta)                       ; 1 2 3 0",
        "jet_pt > 30                        ; 1 1 0 0",
        "jet_pt > 30 && met > 50            ; 1 1 0 0",
        "10 < jet_pt <= 30                  ; 0 0 1 1",
        "!tight                             ; 0 1 0 1",
        "max(jet_pt)                        ; 50 NaN 30",
        "min(jet_pt)                        ; 20 NaN 30",
        "sum(jet_pt)                        ; 110 0 30",
        "mean(jet_pt)                       ; 36.666666666666664 NaN 30",
        "count(jet_pt)                      ; 3 0 1",
        "length(jet_pt > 30)                ; 3 0 1",
        "count(jet_pt > 30)                 ; 2 0 0",
        "count(tight && abs(jet_eta) < 2.5) ; 1 0 0",
        "any(tight)                         ; 1 0 0",
        "all(tight)                         ; 0 1 0",
        "all(jet_pt > 10)                   ; 1 1 1",
        "argmax(jet_eta)                    ; 2 NaN 0",
        "argmin(jet_eta)                    ; 1 NaN 0",
        "jet_eta[argmax(jet_pt)]            ; 1 NaN 0",
        "sort(jet_eta)                      ; 3 1 -2 0",
        "sort(jet_eta)[0]                   ; 3 NaN 0",
        "jet_pt[0]                          ; 50 NaN 30",
        "jet_pt[-1]                         ; 20 NaN 30",
        "jet_pt[1]                          ; 40 NaN NaN",
        "jet_pt[0.5]                        ; NaN NaN NaN",
        "jet_pt[met / 100 - 1]              ; 50 NaN NaN",
        "jet_pt[abs(jet_eta) < 2.5]         ; 50 40 30",
        "max(jet_pt[jet_eta > 1])           ; 20 NaN NaN",
        "sum(jet_pt[tight][jet_pt[tight]>9]); 70 0 0",
        "max(jet_pt, 35)                    ; 50 40 35 35",
        "max(1, 3, met / 100)               ; 3 3 3",
        "max(jet_pt[0], mu_pt[0])           ; 50 NaN NaN",
        "isnan(jet_pt[1])                   ; 0 1 1",
        "x[1]                               ; 4 5 6",
        "'x[1]'                             ; 4 5 6",
        "x                                  ; 1 4 7 2 5 8 3 6 9",
        "sum(x)                             ; 12 15 18",
        "x[met / 100]                       ; 4 8 NaN",
        "x[-1] + x[ 0 ]                     ; 8 10 12",
        "h_T + 1                            ; 0 -1 -2",
        "h_T [GeV] + 1                      ; 0 -1 -2",
        "pt(jet)                            ; 50 40 20 30",
        "mass(jet)                          ; 5 4 3 0",
        "count(jet)                         ; 3 0 1",
        "count(jet[pt(jet) > 30])           ; 2 0 0",
        "eta(jet[1])                        ; -2 NaN NaN",
        "pt(sum(jet[tight]) + jet[1] + jet[0]) > 0 ; 1 0 0",
        "deltaPhi(jet[1], jet[2])           ; -0.2831853071795862 NaN NaN",
      })
  void listsFollowTheirRules(String text, String expected) {
    double[] wanted =
        Arrays.stream(expected.strip().split(" ")).mapToDouble(Double::parseDouble).toArray();
    double[] found = values(EVENTS, text.strip());
    assertThat(found).as(Arrays.toString(found)).hasSize(wanted.length);
    for (int i = 0; i < wanted.length; i++) {
      if (Double.isNaN(wanted[i])) {
        assertThat(found[i]).as(Arrays.toString(found)).isNaN();
      } else {
        assertThat(found[i]).as(Arrays.toString(found)).isCloseTo(wanted[i], within(1e-12));
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "max(met)            ; 5  ; max takes a list              ; max(list)",
        "met[0]              ; 4  ; has no elements               ; Only lists",
        "jet_pt[jet_eta]     ; 8  ; a list, where a position      ; Pick an element",
        "jet_pt[met > 1]     ; 12 ; one condition per event       ; cut",
        "any(jet_pt)         ; 5  ; a list of numbers stands      ; Compare",
        "jet + 1             ; 1  ; a list of objects, not a number ; pt(",
        "jet * jet           ; 1  ; a list of objects, not a number ; mass(",
        "jet[0]              ; 1  ; an object, not a number       ; mass(",
        "!jet                ; 2  ; a list of objects stands      ; quantities",
        "pt(jet_pt)          ; 4  ; a list of numbers, but pt     ; ptetaphim",
        "deltaR(jet[0], met) ; 16 ; a number, but deltaR          ; pxpypze",
        "deltaR(jet[0])      ; 1  ; takes 2 arguments, 1 given    ; deltaR(object1",
        "deltaR(1, 2)        ; 1  ; 2 objects or 4 angles         ; deltaR(object1",
        "mass(met)           ; 1  ; objects or 8 numbers          ; mass(object",
        "sum(met)            ; 5  ; sum takes a list              ; sum(list)",
        "sort(jet)           ; 6  ; a list of objects, not        ; pt(",
        "mean(jet)           ; 6  ; a list of objects, not        ; pt(",
        "jet_pt[0            ; 7  ; never closed                  ; ]",
        "ptetaphim(1, 2)     ; 1  ; takes 4 arguments             ; ptetaphim(pt, eta",
        "jett_pt[0]          ; 1  ; no column                     ; Did you mean jet_pt",
      })
  void mistakesAreShownAtTheirCharacter(String text, int character, String message, String hint) {
    ProblemException thrown =
        catchThrowableOfType(ProblemException.class, () -> values(EVENTS, text.strip()));
    assertThat(thrown).as(text).isNotNull();
    assertThat(thrown.problem().kind()).isEqualTo(Problem.Kind.USAGE);
    assertThat(thrown).hasMessageContaining("character " + character + ":");
    assertThat(thrown).hasMessageContaining(message);
    assertThat(thrown.problem().hint()).contains(hint);
  }

  @Test
  void listsOfDifferentLengthNameTheEvent() {
    assertThatThrownBy(() -> values(EVENTS, "met + (jet_pt + mu_pt)[0]"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().kind()).isEqualTo(Problem.Kind.BAD_INPUT))
        .hasMessageContaining("character 15")
        .hasMessageContaining("event 0 (the first is 0) has 3 elements on one side and 1 on");
    assertThatThrownBy(() -> values(EVENTS, "jet_pt[mu_pt > 1]"))
        .hasMessageContaining("has 3 elements on one side and 1 on the other");
  }

  @Test
  void cutsOnSingleValuesMustNotBeLists() {
    Expression cut = Expression.condition("jet_pt > 1", EVENTS.columns());
    assertThatThrownBy(() -> cut.requireSingle("the cut"))
        .hasMessageContaining("character 8: the cut is a list")
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().hint()).contains("any"));
    Expression value = Expression.number("jet_pt", EVENTS.columns());
    assertThatThrownBy(() -> value.requireSingle("the weight"))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().hint()).contains("[0]"));
  }

  @Test
  void lawsOfListsHoldForRandomEvents() {
    SplittableRandom random = new SplittableRandom(5);
    int rows = 2 * EventBatch.LARGEST + 17;
    List<List<Values>> cells = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int i = 0; i < rows; i++) {
      double[] a = random.doubles(random.nextInt(5)).toArray();
      double[] b = random.doubles(a.length).toArray();
      cells.get(0).add(Values.of(a));
      cells.get(1).add(Values.of(b));
      cells.get(2).add(Values.of(random.nextDouble()));
    }
    EventTable table = EventTable.ofLists("t", List.of(list("a"), list("b"), single("s")), cells);
    assertThat(values(table, "a + b")).isEqualTo(values(table, "b + a"));
    assertThat(values(table, "a * s")).isEqualTo(values(table, "s * a"));
    assertThat(values(table, "count(a > b)")).isEqualTo(values(table, "length(a) - count(a <= b)"));
    assertThat(values(table, "length(a[a > b]) + length(a[!(a > b)])"))
        .isEqualTo(values(table, "count(a)"));
    assertThat(values(table, "sort(a)[0]")).isEqualTo(values(table, "max(a)"));
    assertThat(values(table, "sort(a)[-1]")).isEqualTo(values(table, "min(a)"));
    assertThat(values(table, "a[argmax(a)]")).isEqualTo(values(table, "max(a)"));
    assertThat(values(table, "any(a > s)")).isEqualTo(values(table, "max(a) > s"));
    assertThat(values(table, "all(a > s)")).isEqualTo(values(table, "!any(a <= s)"));
  }

  @Test
  void randomTextNeverCrashes() {
    String[] words = {
      "jet",
      "jet_pt",
      "mu_pt",
      "met",
      "tight",
      "x",
      "x[0]",
      "h_T [GeV]",
      "[",
      "]",
      "(",
      ")",
      "+",
      "-",
      "*",
      "^",
      "<",
      "==",
      "&&",
      "!",
      "not",
      "max(",
      "sum(",
      "count(",
      "any(",
      "sort(",
      "argmax(",
      "mass(",
      "deltaR(",
      "pt(",
      "ptetaphim(",
      "pxpypze(",
      ",",
      "0",
      "1",
      "-1",
      "2.5",
      "'jet_pt'",
      "\"",
      "pi",
      "true",
      "é",
      "[0]",
      ")"
    };
    SplittableRandom random = new SplittableRandom(12);
    int read = 0;
    for (int round = 0; round < 30_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int word = random.nextInt(10); word >= 0; word--) {
        text.append(words[random.nextInt(words.length)]).append(random.nextBoolean() ? " " : "");
      }
      try {
        values(EVENTS, text.toString());
        read++;
      } catch (ProblemException e) {
        assertThat(e.problem().message()).contains("character");
      }
    }
    assertThat(read).isGreaterThan(100);
  }

  @Test
  void manyObjectsFromFewWordsAreRefused() {
    String sum = "(jet" + "+jet".repeat(200) + ")" + "[tight]".repeat(60);
    assertThatThrownBy(() -> values(EVENTS, "mass(" + sum + ")"))
        .hasMessageContaining("more than 2000 steps");
    assertThat(values(EVENTS, "pt(jet[0]" + "+jet[0]".repeat(40) + ")")[0])
        .isCloseTo(41 * 50, within(1e-9));
    assertThat(values(EVENTS, "jet_pt[1]" + "+0".repeat(300))[0]).isEqualTo(40);
  }
}
