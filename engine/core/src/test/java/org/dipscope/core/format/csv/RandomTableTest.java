package org.dipscope.core.format.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.format.ColumnType;
import org.dipscope.core.format.MemoryBudget;
import org.dipscope.core.histogram.CountSpectrum;
import org.dipscope.core.histogram.Spectrum;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random tables in random dialects, damaged files, and files of great length. */
class RandomTableTest {

  private static List<TextTable> read(String text, Charset charset) {
    return TextTable.readAll("table.csv", new ByteArrayInputStream(text.getBytes(charset)));
  }

  private static String number(SplittableRandom random, double value, boolean comma) {
    String text =
        switch (random.nextInt(4)) {
          case 0 -> Double.toString(value);
          case 1 -> String.format(Locale.ROOT, "%.17e", value);
          case 2 -> new BigDecimal(value).toPlainString();
          default -> (value >= 0 ? "+" : "") + Double.toString(value).replace('E', 'e');
        };
    return comma ? text.replace('.', ',') : text;
  }

  private static double random(SplittableRandom random) {
    return switch (random.nextInt(5)) {
      case 0 -> random.nextInt(-1000, 1000);
      case 1 -> random.nextDouble() * 1e-3;
      case 2 -> Math.exp(100 * random.nextDouble() - 50);
      case 3 -> -random.nextDouble() * 1e6;
      default -> Math.rint(random.nextDouble() * 1e6) / 100;
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "  ", " ", ", ", " ; "})
  void everyDialectReadsBackExactly(String separator) {
    SplittableRandom random = new SplittableRandom(separator.hashCode());
    for (int round = 0; round < 60; round++) {
      boolean comma = !separator.contains(",") && random.nextInt(2) == 0;
      String end = random.nextInt(2) == 0 ? "\r\n" : "\n";
      int columns = 2 + random.nextInt(6);
      int rows = 2 + random.nextInt(30);
      StringBuilder text =
          new StringBuilder(random.nextInt(2) == 0 ? "# made by a test" + end : "");
      List<String> names = new ArrayList<>();
      for (int i = 0; i < columns; i++) {
        names.add("name" + i + (random.nextInt(2) == 0 ? "_GeV" : ""));
      }
      text.append(String.join(separator, names)).append(end);
      double[][] expected = new double[columns][rows];
      for (int r = 0; r < rows; r++) {
        List<String> cells = new ArrayList<>();
        for (int c = 0; c < columns; c++) {
          expected[c][r] = random(random);
          cells.add(number(random, expected[c][r], comma));
        }
        text.append(String.join(separator, cells)).append(end);
      }
      TextTable table = read(text.toString(), StandardCharsets.UTF_8).getFirst();
      assertThat(table.header().columns()).isEqualTo(names);
      for (int c = 0; c < columns; c++) {
        assertThat(table.columns().get(c).numbers().toArray())
            .as(text.toString())
            .containsExactly(expected[c]);
      }
    }
  }

  @Test
  void quotedTextKeepsItsSigns() {
    TextTable table =
        read("\"a, b\",\"say \"\"x\"\"\"\n\"1,5\",2\n\" # \",3\n", StandardCharsets.UTF_8)
            .getFirst();
    assertThat(table.header().columns()).containsExactly("a, b", "say \"x\"");
    assertThat(table.columns().get(0).texts()).containsExactly("1,5", " # ");
    assertThat(table.columns().get(1).type()).isEqualTo(ColumnType.INTEGER);
  }

  @Test
  void everyEncodingOfTheOfficeIsRead() {
    String text = "größe,µ\n1,2\n3,4\n";
    for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1)) {
      assertThat(read(text, charset).getFirst().header().columns()).containsExactly("größe", "µ");
    }
    for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      assertThat(read("\uFEFF" + text, charset).getFirst().header().columns())
          .containsExactly("größe", "µ");
    }
  }

  @Test
  void numbersAreTheNearestDoubles() {
    SplittableRandom random = new SplittableRandom(17);
    NumberCell cell = new NumberCell(false);
    for (int round = 0; round < 300_000; round++) {
      StringBuilder text = new StringBuilder(random.nextInt(2) == 0 ? "-" : "");
      int digits = 1 + random.nextInt(20);
      int point = random.nextInt(-1, digits + 1);
      for (int i = 0; i < digits; i++) {
        text.append(i == point ? "." : "").append((char) ('0' + random.nextInt(10)));
      }
      if (random.nextInt(3) == 0) {
        text.append("eEdD".charAt(random.nextInt(4))).append(random.nextInt(-330, 320));
      }
      char[] characters = text.toString().toCharArray();
      assertThat(cell.read(characters, 0, characters.length)).isTrue();
      double expected = Double.parseDouble(text.toString().replaceAll("[dD]", "e"));
      if (Double.doubleToRawLongBits(cell.value()) != Double.doubleToRawLongBits(expected)) {
        Assertions.assertEquals(expected, cell.value(), text.toString());
      }
    }
    for (String word : "1e 1e+ e5 . - +. 0x10 1_0 1.2.3 1f 12d3x NaNs --1 1-".split(" ", -1)) {
      boolean missing = word.equals("-");
      char[] characters = word.toCharArray();
      assertThat(cell.read(characters, 0, characters.length)).as(word).isEqualTo(missing);
    }
  }

  @Test
  void damagedFilesEndWithAProblemOrASpectrum() {
    byte[] good =
        """
        # ATLAS, in pb/GeV, 3.2 fb-1
        m_low_GeV,m_high_GeV,value,err_low,err_high,stat,sys_low,sys_high,lumi
        225,345,0.0494593,0.008298358,0.008148934,0.00082349734,0.0081949114,0.008043566,0.00101
        345,420,0.288504,0.03491067,0.03249859,0.0021205044,0.034340631,0.031885462,0.005914332
        420,500,0.289676,0.03606181,0.03416383,0.0020827704,0.035508484,0.033579242,0.005938358
        """
            .getBytes(StandardCharsets.UTF_8);
    byte[] junk = " ,;\t\n\r\"'#:/%-+.eEx0123456789[]\u00ff\u0001".getBytes(StandardCharsets.UTF_8);
    SplittableRandom random = new SplittableRandom(99);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          int spectra = 0;
          for (int round = 0; round < 20_000; round++) {
            byte[] bytes = Arrays.copyOf(good, 1 + random.nextInt(good.length + 200));
            Arrays.fill(bytes, Math.min(bytes.length, good.length), bytes.length, (byte) '1');
            for (int change = random.nextInt(8); change > 0; change--) {
              bytes[random.nextInt(bytes.length)] = junk[random.nextInt(junk.length)];
            }
            spectra += reads(bytes) ? 1 : 0;
          }
          assertThat(spectra).isBetween(100, 19_900);
        });
  }

  private static boolean reads(byte[] bytes) {
    try {
      Spectrum spectrum = SpectrumCsv.read("damaged.csv", new ByteArrayInputStream(bytes));
      for (int i = 0; i < spectrum.values().size(); i++) {
        assertThat(spectrum.values().get(i)).isFinite();
      }
      return true;
    } catch (ProblemException e) {
      Problem problem = e.problem();
      assertThat(problem.kind()).isEqualTo(Problem.Kind.BAD_INPUT);
      assertThat(problem.file()).isEqualTo("damaged.csv");
      assertThat(problem.message()).hasSizeLessThan(1000);
      assertThat(problem.hint()).isNotEmpty();
      return false;
    }
  }

  /** Rows made on the fly, so that the test itself holds nothing. */
  private static InputStream rows(long count) {
    byte[] header = "low,high,count\n".getBytes(StandardCharsets.UTF_8);
    return new InputStream() {
      private byte[] chunk = header;
      private int at;
      private long row;

      @Override
      public int read() {
        return fill() ? chunk[at++] : -1;
      }

      @Override
      public int read(byte[] into, int offset, int length) {
        if (!fill()) {
          return -1;
        }
        int copied = Math.min(length, chunk.length - at);
        System.arraycopy(chunk, at, into, offset, copied);
        at += copied;
        return copied;
      }

      private boolean fill() {
        if (at == chunk.length && row < count) {
          StringBuilder text = new StringBuilder();
          for (int i = 0; i < 10_000 && row < count; i++, row++) {
            text.append(row).append(',').append(row + 1).append(',').append(row % 977).append('\n');
          }
          chunk = text.toString().getBytes(StandardCharsets.UTF_8);
          at = 0;
        }
        return at < chunk.length;
      }
    };
  }

  @Test
  void aMillionBinsTakeNoTime() {
    Assertions.assertTimeout(
        Duration.ofSeconds(10), // about half a second on an idle core; the machine may be busy
        () -> {
          CountSpectrum spectrum = (CountSpectrum) SpectrumCsv.read("m.csv", rows(1_000_000));
          assertThat(spectrum.binning().count()).isEqualTo(1_000_000);
          assertThat(spectrum.counts().get(976)).isEqualTo(976);
        });
  }

  @Test
  void endlessTablesAreScannedInConstantMemory() {
    long[] rows = {0};
    TableSink counter =
        new TableSink() {
          @Override
          public void begin(TableHeader header) {
            assertThat(header.columns()).hasSize(3);
          }

          @Override
          public void row(int line, double[] numbers, @Nullable String[] texts) {
            rows[0]++;
          }

          @Override
          public void end(List<ColumnType> types) {
            assertThat(types).containsOnly(ColumnType.INTEGER);
          }
        };
    TableScan.scan("long.csv", rows(3_000_000), counter, new CancelToken());
    assertThat(rows[0]).isEqualTo(3_000_000);
  }

  @Test
  void tablesLargerThanTheBudgetAreRefused() {
    MemoryBudget budget = new MemoryBudget("big.csv", 1 << 20);
    Assertions.assertThrows(ProblemException.class, () -> budget.take(2 << 20));
  }
}
