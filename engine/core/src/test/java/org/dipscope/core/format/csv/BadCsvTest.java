package org.dipscope.core.format.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadCsvTest {

  private static Problem problemOf(InputStream stream) {
    ProblemException thrown =
        catchThrowableOfType(ProblemException.class, () -> SpectrumCsv.read("bad.csv", stream));
    assertThat(thrown).isNotNull();
    assertThat(thrown.problem().kind()).isEqualTo(Problem.Kind.BAD_INPUT);
    assertThat(thrown.problem().file()).isEqualTo("bad.csv");
    assertThat(thrown.problem().hint()).isNotBlank();
    assertThat(thrown.problem().message()).contains("bad.csv");
    return thrown.problem();
  }

  private static Problem problemOf(String text) {
    return problemOf(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "bin goes down      | low,high,count;0,10,5;10,20,7;20,30,9;30,25,4 | 5 | edges must"
            + " increase; 30 ;25",
        "overlap            | low,high,count;0,10,5;8,20,7    | 3 | edges must"
            + " increase;overlaps;8;10",
        "gap                | low,high,count;0,10,5;12,20,7   | 3 | gap;10;12",
        "empty bin          | low,high,count;5,5,1            | 2 | edges must increase",
        "no bins            | low,high,count                  | 1 | no bins",
        "negative count     | low,high,count;0,1,-3           | 2 | column count;-3",
        "count is NaN       | low,high,count;0,1,2;1,2,nan    | 3 | column count;missing or not a"
            + " number",
        "count is missing   | low,high,count;0,1,2;1,2,       | 3 | column count;missing",
        "count is infinite  | low,high,count;0,1,inf          | 2 | column count;infinite",
        "edge is NaN        | low,high,count;nan,1,2          | 2 | column low;bin edge",
        "edge is infinite   | low,high,count;0,1,2;1,inf,2    | 3 | column high;infinite",
        "short row          | low,high,count;0,1,2;1,2        | 3 | 2 cells, expected 3",
        "long row           | low,high,count;0,1,2;1,2,3,4    | 3 | 4 cells, expected 3",
        "text cell          | low,high,count;0,1,2;1,2,12_5x  | 3 | column count;12_5x",
        "error is negative  | low,high,value,err;0,1,2,-1     | 2 | column err;-1",
        "error is missing   | low,high,value,err;0,1,2,       | 2 | column err;missing",
        "no errors          | low,high,xs [pb/GeV];0,1,2      | 1 | no errors",
        "uneven centres     | m,count;1,5;2,5;4,5             | 3 | not equally spaced",
        "one centre         | m,count;1,5                     | 2 | single bin",
        "centres decrease   | m,count;3,5;2,5;1,5             | 3 | edges must increase",
        "edges without end  | edge,count;1,5;2,5              | 3 | upper edge;missing",
        "words only         | apples,pears;red,green          | 1 | no columns for bins",
        "open quote         | low,high,count;0,1,\"2          | 2 | never closes",
        "comments only      | # nothing;# here                | 0 | no table",
        "blank lines only   | ;;                              | 0 | no table",
      })
  void everyFaultIsNamedWithItsPlace(String name, String text, int line, String expected) {
    Problem problem = problemOf(text.strip().replace(';', '\n') + "\n");
    assertThat(problem.line()).isEqualTo(line);
    for (String part : expected.split(";", -1)) {
      assertThat(problem.message()).contains(part.strip());
    }
    if (line > 0) {
      assertThat(problem.message()).contains("line " + line);
    }
  }

  @Test
  void emptyFile() {
    assertThat(problemOf("").message()).contains("file is empty");
  }

  @Test
  void binaryFilesAreRecognised() {
    assertThat(problemOf("PAR1\0\0\0\0").message()).contains("Parquet");
    assertThat(problemOf("root\0\0\1\2").message()).contains("ROOT");
    assertThat(problemOf("low,high\0\0\0").message()).contains("byte 9 is zero");
    String late = "low,high,count\n" + "0,1,2\n".repeat(20_000) + "1,2\0,3\n";
    assertThat(problemOf(late).message()).contains("zero byte");
  }

  @Test
  void anEndlessLineIsRefusedInBoundedMemory() {
    InputStream endless =
        new InputStream() {
          private long left = 200_000_000;

          @Override
          public int read() {
            return left-- > 0 ? '1' : -1;
          }

          @Override
          public int read(byte[] bytes, int offset, int length) {
            if (left <= 0) {
              return -1;
            }
            Arrays.fill(bytes, offset, offset + length, (byte) '1');
            left -= length;
            return length;
          }
        };
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> assertThat(problemOf(endless).message()).contains("line 1 is longer than"));
  }

  @Test
  void missingFileAndFolder(@org.junit.jupiter.api.io.TempDir java.nio.file.Path folder) {
    for (java.nio.file.Path path : List.of(folder, folder.resolve("absent.csv"))) {
      ProblemException thrown =
          catchThrowableOfType(ProblemException.class, () -> SpectrumCsv.read(path));
      assertThat(thrown.problem().kind()).isEqualTo(Problem.Kind.BAD_INPUT);
    }
  }

  @Test
  void moreColumnsThanAnyTableHas() throws IOException {
    assertThat(problemOf("1,".repeat(300_000)).message()).contains("cells");
  }
}
