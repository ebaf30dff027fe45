package org.dipscope.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files made to hang, to fill the memory or to reach other files are answered soon and plainly. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileFilesTest {
  private static final String LHE_HEAD =
      """
      <LesHouchesEvents version="1.0">
      <init>
      2212 2212 6500 6500 0 0 0 0 3 1
      1 1 1 1
      </init>
      """;
  private static final String COUNTER =
      """
      BEGIN YODA_COUNTER_V2 /a
      Path: /a
      ---
      1 1 1
      END YODA_COUNTER_V2
      """;

  @TempDir private Path folder;

  private Run inspect(String name, byte[] bytes) throws IOException {
    return inspect(Files.write(folder.resolve(name), bytes));
  }

  private Run inspect(String name, String text) throws IOException {
    return inspect(name, text.getBytes(UTF_8));
  }

  private static Run inspect(Path file) {
    Run run = Run.of("inspect", file.toString(), "--statistics");
    assertThat(run.status()).as(run.out()).isIn(0, 3);
    if (run.status() == 3) {
      assertThat(run.message()).contains(String.valueOf(file.getFileName())).endsWith(".");
      assertThat(run.hint()).isNotBlank();
    }
    return run;
  }

  @Test
  void pipesDevicesAndFoldersAreNoFiles() throws Exception {
    Path pipe = folder.resolve("pipe.csv");
    int made = new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
    assumeTrue(made == 0, "no pipes here");
    assertThat(inspect(pipe).message()).contains("pipe.csv is a pipe or a device");
    assertThat(inspect(Path.of("/dev/zero")).message()).contains("zero is a pipe or a device");
    for (String extension : new String[] {"root", "yaml", "npy", "json", "lhe", "yoda"}) {
      Path link = folder.resolve("link." + extension);
      Files.createSymbolicLink(link, Path.of("/dev/zero"));
      assertThat(inspect(link).message()).contains("is a pipe or a device");
    }
    assertThat(inspect(Files.createDirectory(folder.resolve("sub.root"))).message())
        .contains("sub.root is a folder without submission.yaml");
    Run events = Run.of("histogram", pipe.toString(), "--column", "x", "--edges", "0,1");
    assertThat(events.status()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "csv", "tsv", "txt", "dat", "root", "yaml", "yml", "json", "yoda", "yoda.gz", "lhe",
        "lhe.gz", "hepmc", "npy", "npz", "gz", "h5", "hdf5", "parquet", ""
      })
  void emptyFilesAreCalledEmpty(String extension) throws IOException {
    Run run = inspect("nothing." + extension, new byte[0]);
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.message()).contains("empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lhe.gz", "yoda.gz", "hepmc.gz", "csv.gz", "gz"})
  void manyEmptyMembersAreNoDeepRecursion(String extension) throws IOException {
    byte[] member = gzip(new byte[0], 1);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < 200_000; i++) {
      all.write(member);
    }
    assertThat(inspect("members." + extension, all.toByteArray()).status()).isEqualTo(3);
  }

  @Test
  void membersOfGzipFollowOneAnother() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(gzip(COUNTER.getBytes(UTF_8), 1));
    all.write(gzip(new byte[0], 1));
    all.write(gzip(COUNTER.replace("/a", "/b").getBytes(UTF_8), 1));
    assertThat(inspect("two.gz", all.toByteArray()).json().path("tables").size()).isEqualTo(2);
  }

  @Test
  void compressedDataThatExpandBeyondBeliefAreRefused() throws IOException {
    byte[] zeros = new byte[1 << 20];
    assertThat(inspect("bomb.lhe.gz", gzip(zeros, 100)).status()).isEqualTo(3);
    assertThat(inspect("bomb.yoda.gz", gzip(zeros, 100)).status()).isEqualTo(3);
    assertThat(inspect("bomb.csv.gz", gzip(zeros, 100)).message()).contains("compressed");
    byte[] line = "\n".repeat(1 << 20).getBytes(UTF_8);
    assertThat(inspect("lines.hepmc.gz", gzip(line, 100)).status()).isEqualTo(3);
    byte[] rows = ("BEGIN YODA_HISTO1D /a\n" + "1 2 3 4 5 6 7\n".repeat(1 << 16)).getBytes(UTF_8);
    inspect("rows.yoda.gz", gzip(rows, 4));
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(zip)) {
      out.putNextEntry(new ZipEntry("a.npy"));
      out.write(npy("(1000000000000,)"));
      out.write(zeros);
    }
    assertThat(inspect("bomb.npz", zip.toByteArray()).status()).isEqualTo(3);
  }

  @Test
  void namesInsideArchivesOpenNothing() throws IOException {
    Files.write(folder.resolve("secret.npy"), npy("(1,)"));
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(zip)) {
      out.putNextEntry(new ZipEntry("../secret.npy"));
      out.write(npy("(2,)"));
      out.write(new byte[16]);
    }
    assertThat(inspect("path.npz", zip.toByteArray()).json().at("/tables/0/rows").asInt())
        .isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../secret.yaml", "/etc/passwd", "/dev/zero", "secret/../../x", "."})
  void submissionsReadOnlyTheirOwnFolder(String target) throws IOException {
    Run run = inspect("submission.yaml", "name: T\ndata_file: " + target + "\n");
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.message()).containsAnyOf("outside the folder", "is not there");
  }

  @Test
  void nestingIsBounded() throws IOException {
    for (String json : new String[] {"[", "{\"a\":", "{\"channels\":[", "{\"axes\":[{\"edges\":"}) {
      assertThat(inspect("deep.json", json.repeat(100_000)).message()).contains("nested deeper");
    }
    for (String yaml : new String[] {"[", "- ", "{a: ", "? "}) {
      assertThat(inspect("deep.yaml", yaml.repeat(50_000)).status()).isEqualTo(3);
    }
    String header = "{'descr': " + "[(".repeat(20_000);
    assertThat(inspect("deep.npy", npyHeader(header)).status()).isEqualTo(3);
  }

  @Test
  void announcedCountsAreNotBelieved() throws IOException {
    String event =
        """
        <event>
        1000000000 1 1 1 1 1
         21 -1 0 0 0 0 0 0 0 0 0 0 0
        </event>
        """;
    assertThat(inspect("many.lhe", LHE_HEAD + event + "</LesHouchesEvents>\n").out())
        .contains("announced 1000000000, found 1");
    String hepmc =
        """
        HepMC::Version 3.02.05
        HepMC::Asciiv3-START_EVENT_LISTING
        E 0 2000000000 2000000000
        U GEV MM
        HepMC::Asciiv3-END_EVENT_LISTING
        """;
    assertThat(inspect("many.hepmc", hepmc).out()).contains("announced 2000000000, found 0");
    for (String shape :
        new String[] {"(4611686018427387904,)", "(1099511627776, 1099511627776)", "(-5,)"}) {
      assertThat(inspect("huge.npy", npy(shape)).status()).isEqualTo(3);
    }
    assertThat(inspect("wide.npy", npy("(0, 1000000000)")).status()).isEqualTo(3);
    String edges = "Edges(A1): [" + "1, ".repeat(200_000) + "2]\n";
    String yoda = "BEGIN YODA_HISTO2D_V3 /a\n---\n" + edges + edges.replace("A1", "A2");
    assertThat(inspect("bins.yoda", yoda + "1 2 3\nEND YODA_HISTO2D_V3\n").status()).isEqualTo(3);
  }

  @Test
  void endlessLinesAndColumnsAreRefused() throws IOException {
    assertThat(inspect("line.csv", "a,b\n" + "1".repeat(30 << 20)).message()).contains("line 2");
    assertThat(inspect("line.lhe", LHE_HEAD + "1".repeat(30 << 20)).status()).isEqualTo(3);
    assertThat(inspect("line.yoda", "BEGIN YODA_HISTO1D /a\n" + "1".repeat(30 << 20)).status())
        .isEqualTo(3);
    assertThat(inspect("columns.csv", "a,".repeat(1_000_000) + "b\n").message()).contains("line 1");
    assertThat(inspect("quote.csv", "a,b\n\"" + "x".repeat(3_000_000)).status()).isEqualTo(3);
  }

  @Test
  void equalNamesTakeNoQuadraticTime() throws IOException {
    Run columns = inspect("columns.csv", "a,".repeat(30_000) + "a\n" + "1,".repeat(30_000) + "1\n");
    assertThat(columns.json().at("/tables/0/columns/30000/name").asString()).isEqualTo("a (30001)");
    assertThat(inspect("tables.csv", "a,b\n1,2\n\n".repeat(60_000)).message())
        .contains("more than 10000 tables");
  }

  @Test
  void zeroBytesInTextAreFound() throws IOException {
    assertThat(inspect("early.csv", "a,b\n1,\0\n").message()).contains("byte 7 is zero");
    assertThat(inspect("late.csv", "a,b\n" + "1,2\n".repeat(50_000) + "1,\0\n").message())
        .contains("line 50002");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void textIsToldByWhatItHolds(String lineEnd) throws IOException {
    String lhe = (LHE_HEAD + "</LesHouchesEvents>\n").replace("\n", lineEnd);
    assertThat(format("a.lhe", "\uFEFF" + lhe)).isEqualTo("lhe");
    assertThat(format("a.dat", "<?xml version=\"1.0\"?>" + lineEnd + lhe)).isEqualTo("lhe");
    assertThat(format("a.lhe", "<!-- made by hand -->" + lineEnd + lhe)).isEqualTo("lhe");
    assertThat(format("a", "\uFEFF" + COUNTER.replace("\n", lineEnd))).isEqualTo("yoda");
    assertThat(format("a.yoda", "# a comment" + lineEnd + COUNTER)).isEqualTo("yoda");
    assertThat(format("a.json", "\uFEFF{\"edges\":[0,1],\"counts\":[1]}")).isEqualTo("json");
    Run table =
        inspect("wide.csv", "low,high,count\n0,1,5\n".replace("\n", lineEnd).getBytes(UTF_16));
    assertThat(table.json().at("/histograms/0/contents/0").asInt()).isEqualTo(5);
  }

  private String format(String name, String text) throws IOException {
    Run run = inspect(name, text);
    assertThat(run.status()).as(run.out()).isZero();
    return run.json().get("format").asString();
  }

  @Test
  void theExtensionIsNamedWhereItIsWrong() throws IOException {
    assertThat(inspect("table.root", COUNTER).json().at("/problems/0/message").asString())
        .contains("looks like YODA", "extension .root");
    assertThat(inspect("text.root", "low,high,count\n0,1,5\n").message())
        .contains("text.root is not a ROOT file");
  }

  private static byte[] gzip(byte[] plain, int times) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out =
        new GZIPOutputStream(bytes) {
          {
            def.setLevel(Deflater.BEST_COMPRESSION);
          }
        }) {
      for (int i = 0; i < times; i++) {
        out.write(plain);
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] npy(String shape) throws IOException {
    return npyHeader("{'descr': '<f8', 'fortran_order': False, 'shape': " + shape + ", }");
  }

  private static byte[] npyHeader(String header) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write("\u0093NUMPY\u0001\u0000".getBytes(ISO_8859_1));
    byte[] text = (header + "\n").getBytes(ISO_8859_1);
    out.write(text.length & 0xFF);
    out.write(text.length >> 8);
    out.write(text);
    return out.toByteArray();
  }
}
