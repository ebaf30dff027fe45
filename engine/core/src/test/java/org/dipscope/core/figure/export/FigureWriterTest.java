package org.dipscope.core.figure.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.dipscope.core.figure.Axis;
import org.dipscope.core.figure.Column;
import org.dipscope.core.figure.ExampleFigures;
import org.dipscope.core.figure.FigureJson;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.figure.HeatMap;
import org.dipscope.core.figure.Panel;
import org.dipscope.core.figure.Theme;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class FigureWriterTest {
  private static final Map<String, FigureSpec> FIGURES =
      Map.of(
          "spectrum", ExampleFigures.spectrum(),
          "surface-dark", ExampleFigures.surface().withTheme(Theme.DARK),
          "curves", ExampleFigures.curves(),
          "notes", ExampleFigures.notes());

  @TempDir Path folder;

  /**
   * Golden bytes, looked at before they were committed. After an intended change of the drawing
   * look at the new pictures and replace the files by those the failure message names.
   */
  @Test
  void svgIsTheSameToTheByte() throws Exception {
    for (Map.Entry<String, FigureSpec> entry : FIGURES.entrySet()) {
      String name = entry.getKey() + ".svg";
      Path written = Path.of("target", "golden-figures", name);
      Files.createDirectories(written.toAbsolutePath().getParent());
      FigureWriter.write(entry.getValue(), written);
      try (var golden = FigureWriterTest.class.getResourceAsStream(name)) {
        assertThat(golden).as("golden file " + name).isNotNull();
        String expected = new String(golden.readAllBytes(), StandardCharsets.UTF_8);
        assertThat(Files.readString(written).equals(expected))
            .as("%s differs from its golden file; the new one is %s", name, written)
            .isTrue();
      }
    }
  }

  @Test
  void svgIsWellFormedAndKeepsItsText() throws Exception {
    Path file = folder.resolve("notes.svg");
    FigureWriter.write(ExampleFigures.notes(), file);
    Document document =
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    assertThat(document.getDocumentElement().getTextContent())
        .contains("DISC <&> \"quoted\"", "Notes & <symbols>", "Γ/M = 2.5 %");
  }

  @Test
  void theFormatFollowsTheExtension() throws Exception {
    assertThat(start("figure.svg")).startsWith("<?xml");
    assertThat(start("figure.PDF")).startsWith("%PDF-1.7");
    assertThat(start("figure.png")).startsWith("\u0089PNG");
    assertThat(start("figure.csv")).startsWith("column,panel,mark");
    assertThat(start("figure.json")).startsWith("{\n  \"kind\"");
    assertThat(FigureJson.read(folder.resolve("figure.json"))).isEqualTo(ExampleFigures.curves());
  }

  private String start(String name) throws Exception {
    Path file = folder.resolve(name);
    FigureWriter.write(ExampleFigures.curves(), file);
    String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    FigureWriter.write(ExampleFigures.curves(), file);
    assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
        .as("the same figure gives the same file")
        .isEqualTo(text);
    return text;
  }

  @Test
  void unknownExtensionsAndFoldersAreProblems() {
    assertThatThrownBy(
            () -> FigureWriter.write(ExampleFigures.curves(), folder.resolve("figure.gif")))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().kind()).isEqualTo(Problem.Kind.USAGE);
              assertThat(e.problem().hint()).contains("svg, pdf, png, csv or json");
            });
    assertThatThrownBy(
            () -> FigureWriter.write(ExampleFigures.curves(), folder.resolve("no/such/f.svg")))
        .isInstanceOf(ProblemException.class);
    assertThatThrownBy(
            () -> FigureWriter.write(ExampleFigures.curves(), folder.resolve("f.png"), 1000))
        .isInstanceOf(ProblemException.class);
    assertThatThrownBy(
            () -> FigureWriter.write(ExampleFigures.curves(), folder.resolve("f.png"), Double.NaN))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void nothingIsLeftBesideTheFile() throws Exception {
    FigureWriter.write(ExampleFigures.curves(), folder.resolve("figure.svg"));
    assertThatThrownBy(
            () -> {
              Files.createDirectory(folder.resolve("taken.svg"));
              Files.createFile(folder.resolve("taken.svg/file"));
              FigureWriter.write(ExampleFigures.curves(), folder.resolve("taken.svg"));
            })
        .isInstanceOf(ProblemException.class);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("figure.svg", "taken.svg");
    }
  }

  @Test
  void pngShowsTheFigure() throws Exception {
    Path file = folder.resolve("surface.png");
    FigureSpec figure = ExampleFigures.surface().withTheme(Theme.DARK);
    FigureWriter.write(figure, file, 1.5);
    DecodedPng png = DecodedPng.of(Files.readAllBytes(file));
    assertThat(png.width()).isEqualTo(720);
    assertThat(png.height()).isEqualTo(600);
    assertThat(png.at(2, 2)).isEqualTo(0x14171c);
    long colours = java.util.Arrays.stream(png.rgb()).distinct().count();
    assertThat(colours).isGreaterThan(1000);
  }

  @Test
  void cellsMeetWithoutSeams() {
    double[] edges = {0, 0.37, 1.41, 2, 3.3, 4};
    double[][] z = new double[5][5];
    ColourScaleFixture.fill(z, 1);
    FigureSpec figure =
        FigureSpec.of(
                "",
                Column.of(
                    Axis.linear("", ""),
                    Panel.of(
                        Axis.linear("", ""),
                        HeatMap.of(edges, edges, z, ColourScaleFixture.of(0, 2)))))
            .withSize(203, 187);
    RasterCanvas canvas = RasterCanvas.draw(figure, 203, 187, 1);
    int middle = ColourScaleFixture.of(0, 2).argb(0.5);
    long same = java.util.Arrays.stream(canvas.pixels()).filter(pixel -> pixel == middle).count();
    var box = org.dipscope.core.figure.layout.FigureLayout.of(figure).frames().getFirst().box();
    assertThat((double) same).isCloseTo(box.width() * box.height(), within(0.1 * same));
    int y = (int) (box.top() + box.height() / 2) + 7;
    for (int x = (int) box.left() + 12; x < box.right() - 12; x++) {
      assertThat(canvas.pixels()[y * 203 + x]).isEqualTo(middle);
    }
  }

  @Test
  void pdfObjectsAreWhereTheTableSays() {
    for (FigureSpec figure : FIGURES.values()) {
      String pdf = new String(PdfCanvas.write(figure), StandardCharsets.ISO_8859_1);
      int table =
          Integer.parseInt(pdf.substring(pdf.indexOf("startxref\n") + 10, pdf.indexOf("\n%%EOF")));
      assertThat(pdf.startsWith("xref\n", table)).isTrue();
      Matcher entries = Pattern.compile("(\\d{10}) 00000 n \n").matcher(pdf.substring(table));
      int number = 0;
      while (entries.find()) {
        number++;
        assertThat(pdf.startsWith(number + " 0 obj\n", Integer.parseInt(entries.group(1))))
            .isTrue();
      }
      assertThat(pdf).contains("/Size " + (number + 1));
    }
  }

  @Test
  void csvHasARowPerValue() {
    List<String> lines = CsvTable.write(ExampleFigures.curves()).lines().toList();
    assertThat(lines).hasSize(1 + 2 + 2 * 400 + 1 + 5);
    assertThat(lines)
        .allMatch(line -> line.replaceAll("\"[^\"]*\"", "").split(",", -1).length == 14);
    assertThat(lines)
        .contains(
            "2,1,steps,Signal + interference,m_{tt̄} [GeV],Expected"
                + " events,,300.0,,400.0,,12000.0,,");
    assertThat(CsvTable.write(ExampleFigures.notes())).contains("\"DISC <&> \"\"quoted\"\"\"");
  }
}
