package org.dipscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Every damaged file of the shared collection is explained as its manifest asks. */
class BadFilesTest {

  /** Name of the file, exit status, and what the message and its hint mention, separated by ~. */
  private static final String MENTIONS =
      """
      csv_edges_decrease.csv             | 3 | line 5~edges must increase~30~25
      csv_short_row_line10.csv           | 3 | line 10~5 cells, expected 14
      csv_text_cell_line42.csv           | 3 | line 42~column pt1~12_5x
      empty.csv                          | 3 | file is empty
      gzip_bomb_50MB.lhe.gz              | 3 | no <LesHouchesEvents> in the file~not an LHE file
      hdf5_missing_dataset.hdf5          | 3 | particles~events, init, procInfo, version
      hdf5_signature.hdf5                | 3 | HDF5~signature
      hepdata_alias_bomb.yaml            | 3 | too many aliases~expands beyond the limit
      hepdata_alias_self.yaml            | 3 | recursive alias~line 3
      hepdata_lengths_differ.json        | 3 | column Data~11 values, expected 12
      hepdata_missing_data_file.yaml     | 3 | not_there.yaml~Table 1
      hepmc2_90pct.hepmc                 | 0 | line 2475~event 1 incomplete~end marker missing
      hepmc3_header_broken.hepmc         | 3 | Asciiv9~not a known HepMC version
      lhe_50pct.lhe                      | 0 | ends inside event 23~</event> or </LesHouchesEvents> missing~22
      lhe_gzip_short.lhe.gz              | 0 | compressed data ends early (truncated gzip)~complete events before
      lhe_two_particles_missing.lhe      | 0 | event 3~announced 6, found 4~line 376 (event header)
      lhe_weight_not_number.lhe          | 3 | event 2~line 352~weight~abc
      npy_10pct_header_ok.npy            | 3 | expected 10128 bytes, found 1012
      npy_object_pickle.npy              | 3 | object arrays (pickle) are not read~no code is run
      parquet_50pct.parquet              | 3 | PAR1~truncated
      pyhf_nan.json                      | 3 | line 6~NaN
      pyhf_patch_bad_path.json           | 3 | /channels/99/samples/0~patch patch_channel1_signal_syst1
      root_10pct.root                    | 3 | truncated~5389 bytes~538
      root_basket_flipped.root           | 0 | Jet_Px~checksum~at byte 126890
      root_magic_flipped.root            | 3 | not a ROOT file~first bytes
      root_tree_90pct.root               | 3 | truncated~286260 bytes~257634
      wrong_extension_is_parquet.root    | 0 | looks like Parquet~extension .root
      yoda_no_end.yoda                   | 3 | BEGIN YODA_HISTO1D_V3 on line 1 has no END
      yoda_row_missing.yoda              | 3 | object /~12 rows expected, 11 found
      zeros_1k.root                      | 3 | not a ROOT file~zero bytes
      """;

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = MENTIONS)
  @Timeout(value = 5, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void isExplained(String name, int status, String mentions) {
    Path file = SharedManifest.file("bad/" + name);
    Run run = Run.of("inspect", file.toString(), "--statistics");
    assertThat(run.status()).as(run.out()).isEqualTo(status);
    assertThat(run.err()).doesNotContain("\tat ");
    List<JsonNode> problems =
        status == 3 ? List.of(run.error()) : run.json().get("problems").valueStream().toList();
    assertThat(problems).isNotEmpty();
    String said = "";
    for (JsonNode problem : problems) {
      String message = problem.get("message").asString();
      assertThat(message).contains(name).doesNotContain("\n", "Exception").endsWith(".");
      assertThat(problem.get("hint").asString()).isNotBlank().endsWith(".");
      assertThat(problem.get("file").asString()).contains(name);
      said += message + " " + problem.get("hint").asString() + "\n";
    }
    assertThat(said).contains(mentions.split("~"));
  }

  @Test
  void theListIsComplete() {
    List<String> listed =
        MENTIONS.lines().map(line -> line.substring(0, line.indexOf('|')).strip()).toList();
    List<String> given =
        SharedManifest.read("bad/MANIFEST.json")
            .valueStream()
            .map(entry -> entry.get("file").asString())
            .toList();
    assertThat(listed).containsExactlyElementsOf(given);
    assertThat(Arrays.asList(SharedManifest.file("bad").toFile().list())).containsAll(listed);
  }
}
