package org.dipscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class NumberTextTest {

  @Property
  boolean everyFiniteNumberSurvives(@ForAll double value) {
    return NumberText.number(Double.toString(value)) == value;
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "NaN", "Infinity", "1d", "0x1p3", "1,5", "1e999", "--1", " 1", "e5"})
  void anythingElseIsNoNumber(String text) {
    assertThatThrownBy(() -> NumberText.number(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("'" + text + "'");
  }

  @Test
  void listsNameTheOffendingElement() {
    assertThat(NumberText.list("400,-5e2,.5")).containsExactly(400, -500, 0.5);
    assertThatThrownBy(() -> NumberText.list("400,abc,600"))
        .hasMessage("element 2: 'abc' is not a number");
    assertThatThrownBy(() -> NumberText.list("400,")).hasMessage("element 2: '' is not a number");
  }

  @Test
  void gridsIncludeBothEnds() {
    assertThat(NumberText.list("400:500:3")).containsExactly(400, 450, 500);
    assertThat(NumberText.list("1:1:1")).containsExactly(1);
    assertThatThrownBy(() -> NumberText.list("400:500")).hasMessageContaining("LO:HI:N");
    assertThatThrownBy(() -> NumberText.list("500:400:3")).hasMessageContaining("upwards");
    assertThatThrownBy(() -> NumberText.list("400:500:2000000000")).hasMessageContaining("1000000");
  }

  @Test
  void binsAreEdges() {
    assertThat(NumberText.bins("2,300,500")).containsExactly(300, 400, 500);
    assertThatThrownBy(() -> NumberText.bins("0,300,500")).hasMessageContaining("0 bins");
    assertThatThrownBy(() -> NumberText.bins("2,500,300")).hasMessageContaining("above");
    assertThatThrownBy(() -> NumberText.bins("2,500")).hasMessageContaining("N,LO,HI");
  }
}
