package org.dipscope.core.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dipscope.core.histogram.Values;
import org.dipscope.core.problem.ProblemException;
import org.junit.jupiter.api.Test;

class SelectionJsonTest {

  @Test
  void settingsSurviveWritingAndReading() {
    String json = SelectionJson.write(SelectionSettings.STANDARD);

    assertThat(SelectionJson.read(json, "test")).isEqualTo(SelectionSettings.STANDARD);
  }

  @Test
  void whatIsLeftOutKeepsItsStandardValue() {
    SelectionSettings read =
        SelectionJson.read(
            """
            {"jet": {"ptGeV": 30}, "categories": {"missingEdgesGeV": [50, 100.5]}}
            """,
            "test");

    assertThat(read.jet()).isEqualTo(new ObjectCuts(30, 2.8));
    assertThat(read.categories().missingEdgesGeV()).isEqualTo(Values.of(50, 100.5));
    assertThat(read.bins()).isEqualTo(SelectionSettings.STANDARD.bins());
  }

  @Test
  void whatIsWrongIsNamed() {
    assertRefused("{\"jets\": {}}", "jets is no setting");
    assertRefused("{\"jet\": {\"pt\": 30}}", "jet.pt is no setting; there are ptGeV, absEta");
    assertRefused("{\"jet\": {\"ptGeV\": \"30\"}}", "jet.ptGeV is \"30\"");
    assertRefused("{\"jet\": 30}", "jet is 30");
    assertRefused("{\"keep\": {\"fewestBins\": 2.5}}", "keep.fewestBins is 2.5");
    assertRefused("{\"split\": {\"part\": \"HALF\"}}", "HALF");
    assertRefused("{\"jet\": {\"ptGeV\": -1}}", "The smallest p_T of an object is -1.0 GeV.");
    assertRefused("{\"jetMasses\": {\"topGeV\": 20}}", "bounds of the jet mass");
    assertRefused("{\"combinations\": {\"mostObjects\": 40}}", "combined objects is 40");
    assertRefused("[1]", "it is no JSON object");
    assertRefused("{", "test");
  }

  private static void assertRefused(String json, String part) {
    assertThatThrownBy(() -> SelectionJson.read(json, "test"))
        .isInstanceOf(ProblemException.class)
        .hasMessageStartingWith("test: ")
        .hasMessageContaining(part);
  }
}
