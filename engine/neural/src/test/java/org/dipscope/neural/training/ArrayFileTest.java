package org.dipscope.neural.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dipscope.core.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArrayFileTest {
  @TempDir private Path folder;

  private byte[] written() throws IOException {
    Map<String, float[]> arrays = new LinkedHashMap<>();
    arrays.put("in", new float[] {1.5f, -2, Float.MIN_VALUE});
    arrays.put("out.bias", new float[0]);
    Path file = folder.resolve("a.dsn");
    new ArrayFile("{\"network\": \"dipscope\"}", arrays).write(file);
    return Files.readAllBytes(file);
  }

  private static ArrayFile read(byte[] bytes) {
    return ArrayFile.read(new ByteArrayInputStream(bytes), "a.dsn");
  }

  @Test
  void comesBackAsWritten() throws IOException {
    ArrayFile back = read(written());

    assertThat(back.description()).isEqualTo("{\"network\": \"dipscope\"}");
    assertThat(back.arrays().get("in")).containsExactly(1.5f, -2, Float.MIN_VALUE);
    assertThat(back.arrays().get("out.bias")).isEmpty();
  }

  @Test
  void everyCutIsNoticed() throws IOException {
    byte[] bytes = written();
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> read(cut)).isInstanceOf(ProblemException.class);
    }
  }

  @Test
  void everyFlippedByteIsNoticed() throws IOException {
    byte[] bytes = written();
    for (int i = 0; i < bytes.length; i++) {
      byte[] damaged = bytes.clone();
      damaged[i] ^= 0x41;
      assertThatThrownBy(() -> read(damaged)).isInstanceOf(ProblemException.class);
    }
  }

  @Test
  void aNewerVersionIsNamed() throws IOException {
    byte[] bytes = written();
    bytes[7] = 9;
    assertThatThrownBy(() -> read(bytes)).hasMessageContaining("newer version (format 9)");
  }

  @Test
  void aForeignFileIsNamed() {
    assertThatThrownBy(() -> read("PK\u0003\u0004 some archive".getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("is no network of Dipscope");
    assertThatThrownBy(() -> ArrayFile.read(folder.resolve("none.dsn")))
        .hasMessageContaining("does not exist");
  }
}
