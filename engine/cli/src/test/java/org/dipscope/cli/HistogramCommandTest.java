package org.dipscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dipscope.core.event.FunctionHelp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class HistogramCommandTest {
  @TempDir private Path folder;

  private Run histogram(String text, String... options) throws IOException {
    Path file = Files.writeString(folder.resolve("events.csv"), text);
    String[] arguments = new String[options.length + 4];
    arguments[0] = "histogram";
    arguments[1] = file.toString();
    arguments[2] = "--table";
    arguments[3] = "events";
    System.arraycopy(options, 0, arguments, 4, options.length);
    return Run.of(arguments);
  }

  @Test
  void weightsAndCutsAreExpressions() throws IOException {
    JsonNode report =
        histogram(
                "pt,x[0],x[1]\n10,1,2\n20,3,4\n30,5,6\n",
                "--column",
                "sum(x)",
                "--weight",
                "pt",
                "--cut",
                "x[0] < 5",
                "--bins",
                "2,0,8")
            .json();
    assertThat(report.path("contents").toString()).isEqualTo("[10.0,20.0]");
    assertThat(report.path("read").intValue()).isEqualTo(3);
    assertThat(report.path("passed").intValue()).isEqualTo(2);
    assertThat(report.has("problems")).isFalse();
  }

  @Test
  void aSecondColumnMakesASecondAxis() throws IOException {
    JsonNode report =
        histogram(
                "x,y\n0.5,10\n1.5,10\n1.5,20\n9,10\n",
                "--column",
                "x",
                "--edges",
                "0,1,2",
                "--y-column",
                "y",
                "--y-bins",
                "2,5,25")
            .json();
    assertThat(report.path("contents").toString()).isEqualTo("[[1.0,0.0],[1.0,1.0]]");
    assertThat(report.path("axes").get(1).path("label").asString()).isEqualTo("y");
    assertThat(report.path("overflow").doubleValue()).isEqualTo(1);
    Run noBins = histogram("x,y\n1,2\n", "--column", "x", "--edges", "0,1", "--y-column", "y");
    assertThat(noBins.status()).isEqualTo(2);
    assertThat(noBins.hint()).contains("--y-bins");
    Run noColumn = histogram("x,y\n1,2\n", "--column", "x", "--edges", "0,1", "--y-edges", "0,1");
    assertThat(noColumn.status()).isEqualTo(2);
    assertThat(noColumn.hint()).contains("--y-column");
  }

  @Test
  void theNumberOfThreadsChangesNothing() throws IOException {
    StringBuilder text = new StringBuilder("x,w\n");
    for (int i = 0; i < 5000; i++) {
      text.append(i % 97).append(',').append(0.1 * (i % 13)).append('\n');
    }
    String[] options = {"--column", "x", "--weight", "w", "--bins", "20,0,97", "--threads", "1"};
    Run one = histogram(text.toString(), options);
    options[7] = "4";
    assertThat(histogram(text.toString(), options).out()).isEqualTo(one.out());
    assertThat(one.status()).isZero();
  }

  @Test
  void eventsThatTheFileCutsAreSaid() throws IOException {
    Path file = folder.resolve("cut.hepmc");
    Files.writeString(
        file,
        """
        HepMC::Version 3.02.05
        HepMC::Asciiv3-START_EVENT_LISTING
        E 1 0 1
        U GEV MM
        P 1 0 22 3 4 0 5 0 1
        E 2 0 2
        U GEV MM
        P 1 0 22 3 4 0 5 0 1
        """);
    JsonNode report =
        Run.of(
                "histogram",
                file.toString(),
                "--table",
                "events",
                "--column",
                "particles",
                "--bins",
                "3,0,3")
            .json();
    assertThat(report.path("problems").size()).isPositive();
    assertThat(report.path("read").intValue()).isEqualTo(1);
  }

  @Test
  void helpListsTheFunctions() {
    String help = Run.line("histogram --help").out();
    for (FunctionHelp function : FunctionHelp.all()) {
      assertThat(help).contains(function.name() + "(");
    }
  }
}
