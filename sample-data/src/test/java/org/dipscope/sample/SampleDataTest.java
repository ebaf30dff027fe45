package org.dipscope.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleDataTest {

  private static byte[] bytes(String name) throws IOException {
    try (InputStream stream = SampleData.open(name)) {
      return stream.readAllBytes();
    }
  }

  @Test
  void everyFileHasTheBytesOfItsChecksum() throws IOException, NoSuchAlgorithmException {
    List<String> names = new ArrayList<>();
    String sums = new String(bytes("SHA256SUMS"), StandardCharsets.UTF_8);
    for (String line : sums.lines().toList()) {
      String name = line.substring(66);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes(name));
      assertThat(HexFormat.of().formatHex(digest)).as(name).isEqualTo(line.substring(0, 64));
      names.add(name);
    }
    assertThat(names)
        .containsExactlyInAnyOrderElementsOf(
            SampleData.spectra().stream().map(SampleSpectrum::file).toList());
  }

  @Test
  void provenanceNamesEveryFileAndItsPaper() throws IOException {
    String provenance = new String(bytes("PROVENANCE.md"), StandardCharsets.UTF_8);
    assertThat(provenance).contains("CC0");
    for (SampleSpectrum spectrum : SampleData.spectra()) {
      assertThat(provenance).contains(spectrum.file());
      assertThat(provenance)
          .contains(spectrum.reference().substring(0, "arXiv:1708.00727".length()));
      assertThat(SampleData.find(spectrum.file())).isPresent();
    }
  }

  @Test
  void unknownFilesAreNotFound() {
    assertThat(SampleData.find("absent.csv")).isEmpty();
    assertThatThrownBy(() -> SampleData.open("absent.csv"))
        .isInstanceOf(FileNotFoundException.class)
        .hasMessageContaining("absent.csv");
  }
}
