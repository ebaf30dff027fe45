package org.dipscope.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.dipscope.core.event.Completion.Kind;
import org.dipscope.core.event.Completion.Suggestion;
import org.junit.jupiter.api.Test;

class CompletionTest {
  private static final List<EventColumn> COLUMNS =
      List.of(
          new EventColumn("m_tt [GeV]", "GeV", EventColumn.Type.NUMBER),
          new EventColumn("MET phi", "", EventColumn.Type.NUMBER),
          new EventColumn("x[0]", "", EventColumn.Type.NUMBER),
          new EventColumn("x[1]", "", EventColumn.Type.NUMBER),
          new EventColumn("Muon_pt", "GeV", EventColumn.Type.NUMBER, EventColumn.Shape.LIST),
          new EventColumn("Muon_eta", "", EventColumn.Type.NUMBER, EventColumn.Shape.LIST),
          new EventColumn("Muon_phi", "", EventColumn.Type.NUMBER, EventColumn.Shape.LIST),
          new EventColumn("trigger", "", EventColumn.Type.TRUTH),
          new EventColumn("process", "", EventColumn.Type.TEXT));

  private static List<String> texts(String text) {
    return Completion.at(text, text.length(), COLUMNS).suggestions().stream()
        .map(Suggestion::text)
        .toList();
  }

  @Test
  void wordsAreCompletedWhereTheyStand() {
    Completion completion = Completion.at("sqrt(m_t) > 2", 8, COLUMNS);
    assertThat(completion.from()).isEqualTo(5);
    assertThat(completion.to()).isEqualTo(8);
    assertThat(completion.suggestions().getFirst())
        .isEqualTo(new Suggestion(Kind.COLUMN, "m_tt", "m_tt [GeV]", "A number, in GeV."));
    assertThat(texts("Mu")).startsWith("Muon_pt", "Muon_eta", "Muon_phi", "Muon");
    assertThat(texts("met")).containsExactly("\"MET phi\"");
    assertThat(texts("x")).startsWith("x[0]", "x[1]", "x");
    assertThat(texts("proc")).isEmpty();
    assertThat(texts("ma")).contains("max(", "mass(");
    assertThat(texts("_p")).contains("Muon_pt", "Muon_phi");
  }

  @Test
  void whatMayFollowIsSuggested() {
    assertThat(texts("trigger ")).contains("&&", "==", "[").doesNotContain("Muon_pt");
    assertThat(texts("count(Muon_pt)")).contains(">");
    assertThat(texts("trigger and ")).contains("Muon_pt", "not ").doesNotContain("&&");
    assertThat(texts("mass(")).startsWith("Muon");
    assertThat(texts("mass(Muon[0], ")).startsWith("Muon");
    assertThat(texts("")).startsWith("m_tt").contains("pi", "sqrt(");
    assertThat(texts("2 ")).contains("+");
    assertThat(texts("2.")).isEmpty();
  }

  @Test
  void quotedNamesAreCompletedWithTheirQuotes() {
    Completion completion = Completion.at("2 * 'MET' + 1", 8, COLUMNS);
    assertThat(completion.from()).isEqualTo(4);
    assertThat(completion.to()).isEqualTo(9);
    assertThat(completion.suggestions().getFirst().text()).isEqualTo("\"MET phi\"");
  }

  @Test
  void functionsSayHowTheyAreUsed() {
    Suggestion max =
        Completion.at("max", 3, COLUMNS).suggestions().stream()
            .filter(suggestion -> suggestion.kind() == Kind.FUNCTION)
            .findFirst()
            .orElseThrow();
    assertThat(max.label()).startsWith("max(list)");
    assertThat(FunctionHelp.all())
        .allSatisfy(
            function -> {
              assertThat(function.signature()).startsWith(function.name() + "(");
              assertThat(function.description()).endsWith(".").hasSizeLessThan(80);
              assertThat(Function.of(function.name())).isPresent();
            });
  }

  @Test
  void suggestedColumnsAndObjectsCanBeRead() {
    for (Suggestion suggestion : Completion.at("", 0, COLUMNS).suggestions()) {
      if (suggestion.kind() == Kind.COLUMN) {
        assertThat(Expression.number(suggestion.text(), COLUMNS).columns()).isNotEmpty();
      } else if (suggestion.kind() == Kind.OBJECT) {
        assertThat(Expression.number("pt(" + suggestion.text() + ")", COLUMNS).columns())
            .isNotEmpty();
      }
    }
  }

  @Test
  void anyTextAndCaretWillDo() {
    SplittableRandom random = new SplittableRandom(2);
    String letters = "xM(_)[]'\"` &|<>=!,.09mπé\n\\";
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(15); i > 0; i--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      int caret = random.nextInt(20) - 2;
      Completion completion = Completion.at(text.toString(), caret, COLUMNS);
      assertThat(completion.from()).isBetween(0, completion.to());
      assertThat(completion.to()).isBetween(completion.from(), text.length());
    }
  }
}
