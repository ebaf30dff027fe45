package org.dipscope.core.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FigureJsonTest {
  @TempDir Path folder;

  @Test
  void figuresSurviveTheRoundTrip() {
    for (FigureSpec figure :
        List.of(
            ExampleFigures.spectrum(),
            ExampleFigures.surface().withTheme(Theme.DARK),
            ExampleFigures.curves(),
            ExampleFigures.notes())) {
      String json = FigureJson.write(figure);
      assertThat(FigureJson.read(json, "figure")).isEqualTo(figure);
      assertThat(FigureJson.write(FigureJson.read(json, "figure"))).isEqualTo(json);
    }
  }

  @Test
  void absentFieldsTakeTheirDefaults() {
    FigureSpec figure =
        read(
            "{\"columns\":[{\"panels\":[{\"marks\":[{\"mark\":\"line\",\"x\":[1,null],\"y\":[2,\"NaN\"]}]}]}]}");
    Line line = (Line) figure.columns().getFirst().panels().getFirst().marks().getFirst();
    assertThat(figure.widthPt()).isEqualTo(480);
    assertThat(line.stroke()).isEqualTo(Stroke.DEFAULT);
    assertThat(line.x()).isEqualTo(Values.of(1, Double.NaN));
    assertThat(line.y()).isEqualTo(Values.of(2, Double.NaN));
  }

  @Test
  void infinitiesSurvive() {
    Line line = new Line("", Values.of(1, 2), Values.of(-1 / 0.0, 1 / 0.0), Stroke.DEFAULT);
    FigureSpec figure =
        FigureSpec.of("", Column.of(Axis.linear("", ""), Panel.of(Axis.linear("", ""), line)));
    assertThat(FigureJson.read(FigureJson.write(figure), "figure")).isEqualTo(figure);
  }

  @Test
  void brokenSyntaxIsReportedWithItsLine() {
    Problem problem =
        problemOf("{\n\"kind\": \"figure\",\n\"schemaVersion\": 1,\n\"figure\": {]}\n}");
    assertThat(problem.line()).isEqualTo(4);
    assertThat(problem.message()).startsWith("plot.json, line 4, is not valid JSON");
    assertThat(problem.hint()).isNotEmpty();
    assertThat(problem.kind()).isEqualTo(Problem.Kind.BAD_INPUT);
  }

  @Test
  void wrongValuesAreReportedWithTheirPlace() {
    assertThat(
            messageOf(
                "{\"columns\":[{\"panels\":[{},{\"marks\":[{\"mark\":\"steps\",\"edges\":[1,3,2],\"contents\":[1,1]}]}]}]}"))
        .contains("columns[0].panels[1].marks[0]")
        .contains("\"edges\" must be finite and increasing, but entry 3 is 2.0");
    assertThat(
            messageOf(
                "{\"columns\":[{\"panels\":[{\"marks\":[{\"mark\":\"steps\",\"edges\":[1,2],\"contents\":[1,1]}]}]}]}"))
        .contains("\"contents\" has 2 values for 1 bins");
    assertThat(messageOf("{\"columns\":[{\"panels\":[{\"marks\":[{\"mark\":\"steps\"}]}]}]}"))
        .contains("\"edges\" is missing");
    assertThat(messageOf("{\"columns\":[{\"panels\":[{\"marks\":[null]}]}]}"))
        .contains("\"marks[0]\" is missing");
    assertThat(messageOf("{\"width\":3}")).contains("width");
    assertThat(messageOf("{\"widthPt\":-3}")).contains("must be a positive number");
    assertThat(messageOf("{\"theme\":\"pink\"}")).contains("theme").contains("pink");
    assertThat(messageOf("{\"columns\":[{\"panels\":[{\"marks\":[{\"mark\":\"pie\"}]}]}]}"))
        .contains("pie");
    assertThat(
            messageOf(
                "{\"columns\":[{\"panels\":[{\"marks\":[{\"mark\":\"points\",\"x\":[1],\"y\":[1],\"colour\":\"red\"}]}]}]}"))
        .contains("\"red\" is not a colour");
  }

  @Test
  void messagesNameNoClasses() {
    assertThat(messageOf("{\"columns\":7}"))
        .doesNotContain("dipscope.core")
        .doesNotContain("java.");
  }

  @Test
  void otherDocumentsAreRefused() {
    assertThat(problemOf("{\"kind\":\"project\",\"schemaVersion\":1}").message())
        .contains("is not a figure");
    assertThat(problemOf("[]").message()).contains("is not a figure");
    assertThat(problemOf("{\"kind\":\"figure\",\"schemaVersion\":2,\"figure\":{}}").hint())
        .contains("newer Dipscope");
    assertThat(problemOf("{\"kind\":\"figure\",\"figure\":{}}").message())
        .contains("schemaVersion");
    assertThat(problemOf("{\"kind\":\"figure\",\"schemaVersion\":1}").message())
        .contains("\"figure\"");
    assertThat(problemOf("").message()).isNotEmpty();
    assertThat(FigureJson.isFigure("{\"kind\":\"figure\"}")).isTrue();
    assertThat(FigureJson.isFigure("\u0000PNG")).isFalse();
  }

  @Test
  void filesThatAreMissingOrBinaryAreReported() throws Exception {
    Path missing = folder.resolve("missing.json");
    assertThatThrownBy(() -> FigureJson.read(missing)).isInstanceOf(ProblemException.class);
    Path binary = folder.resolve("binary.json");
    Files.write(binary, new byte[] {0, 1, 2, (byte) 0xff, 9});
    assertThatThrownBy(() -> FigureJson.read(binary)).isInstanceOf(ProblemException.class);
    Path nested = folder.resolve("nested.json");
    Files.writeString(nested, "[".repeat(100_000));
    assertThatThrownBy(() -> FigureJson.read(nested)).isInstanceOf(ProblemException.class);
  }

  @Property(tries = 60)
  void everyTruncationIsAProblem(@ForAll @DoubleRange(min = 0, max = 0.99) double share) {
    String json = FigureJson.write(ExampleFigures.curves());
    String cut = json.substring(0, (int) (share * (json.length() - 2)));
    assertThatThrownBy(() -> FigureJson.read(cut, "cut")).isInstanceOf(ProblemException.class);
  }

  private static FigureSpec read(String figure) {
    return FigureJson.read(document(figure), "plot.json");
  }

  private static String document(String figure) {
    return "{\"kind\":\"figure\",\"schemaVersion\":1,\"figure\":" + figure + "}";
  }

  private static String messageOf(String figure) {
    return problemOf(document(figure)).message();
  }

  private static Problem problemOf(String json) {
    try {
      FigureJson.read(json, "plot.json");
    } catch (ProblemException e) {
      return e.problem();
    }
    throw new AssertionError("no problem found in " + json);
  }
}
