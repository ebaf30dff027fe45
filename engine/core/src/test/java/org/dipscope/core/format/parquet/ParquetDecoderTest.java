package org.dipscope.core.format.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.stream.LongStream;
import org.dipscope.core.problem.ProblemException;
import org.junit.jupiter.api.Test;

/** Encodings that the other program of these tests does not write, and sizes that lie. */
class ParquetDecoderTest {
  private static final Place PLACE = new Place("made.parquet", "column \"x\"");

  private static PageBytes page(int... bytes) {
    byte[] page = new byte[bytes.length];
    for (int i = 0; i < page.length; i++) {
      page[i] = (byte) bytes[i];
    }
    return new PageBytes(page, 0, page.length, PLACE);
  }

  private static ParquetColumn column(Physical physical, int bytes, Meaning meaning, int scale) {
    return new ParquetColumn("x", 0, physical, bytes, meaning, scale, 0, 0, false);
  }

  private static double[] read(ValueReader reader, int count) {
    double[] values = new double[count];
    reader.read(values, 0, count);
    return values;
  }

  private static int[] read(RunReader reader, int count) {
    int[] numbers = new int[count];
    reader.read(numbers, 0, count);
    return numbers;
  }

  /** The example of the format's Encodings.md: 0 to 7 in three bits each. */
  @Test
  void packedNumbers() {
    assertThat(read(new RunReader(page(3, 0x88, 0xC6, 0xFA), 3), 8))
        .containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
    assertThat(read(RunReader.deprecated(page(0x05, 0x39, 0x77), 3, 8), 8))
        .containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
    assertThat(read(new RunReader(page(10, 2, 3, 0x01), 2), 6)).containsExactly(2, 2, 2, 2, 2, 1);
  }

  /** The second example of the format's Encodings.md: 7, 5, 3, 1, 2, 3, 4, 5. */
  @Test
  void differences() {
    DeltaReader deltas = new DeltaReader(page(8, 1, 8, 14, 3, 2, 0xC0, 0x3F));
    assertThat(LongStream.generate(deltas::next).limit(8).toArray())
        .containsExactly(7, 5, 3, 1, 2, 3, 4, 5);
    assertThatExceptionOfType(ProblemException.class).isThrownBy(deltas::next);
  }

  @Test
  void halfFloats() {
    ParquetColumn half = column(Physical.FIXED, 2, Meaning.HALF, 0);
    assertThat(read(new PlainValues(half, page(0x00, 0x3C, 0x00, 0xC1, 0xFF, 0x7B)), 3))
        .containsExactly(1, -2.5, 65504);
    assertThat(read(new SplitValues(half, page(0x00, 0x00, 0xFF, 0x3C, 0xC1, 0x7B)), 3))
        .containsExactly(1, -2.5, 65504);
  }

  @Test
  void decimalsThatShareTheirBeginning() {
    ParquetColumn decimal = column(Physical.BYTE_ARRAY, 0, Meaning.DECIMAL, 2);
    // Prefixes 0 and 1, lengths 2 and 1, then 0x0102 and, after the shared 0x01, 0x03.
    PageBytes in = page(8, 1, 2, 0, 2, 0, 8, 1, 2, 4, 1, 0, 0x01, 0x02, 0x03);
    assertThat(read(new DeltaBytes(decimal, in, true, 2), 2)).containsExactly(2.58, 2.59);
  }

  @Test
  void oldTimesCountNanosecondsSince1970() {
    byte[] bytes = new byte[12];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(1_000).putInt(2_440_589);
    ParquetColumn time = column(Physical.INT96, 12, Meaning.PLAIN, 0);
    assertThat(read(new PlainValues(time, new PageBytes(bytes, 0, 12, PLACE)), 1))
        .containsExactly(86_400_000_001_000.0);
  }

  @Test
  void sizesThatLieAreRefusedBeforeAnythingIsAllocated() {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> Codec.ZSTD.plain(new byte[40], 0, 40, Integer.MAX_VALUE, PLACE))
        .withMessageContaining("made.parquet: column \"x\"")
        .withMessageContaining("claims to hold 2147483647 bytes in 40");
    ParquetColumn decimal = column(Physical.BYTE_ARRAY, 0, Meaning.DECIMAL, 2);
    PageBytes many = page(8, 1, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F, 0, 0, 0);
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> new DeltaBytes(decimal, many, false, 100))
        .withMessageContaining("lengths for 100 values");
    byte[] list = {0x29, (byte) 0xFC, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x07, 0};
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> FooterReader.read(list, list.length, PLACE, 0))
        .withMessageContaining("at byte");
  }

  @Test
  void aDictionaryIsNotLeft() {
    ValueReader values =
        new ValueReader.FromDictionary(new double[] {5, 6}, new RunReader(page(2, 7), 3), PLACE);
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> read(values, 1))
        .withMessageContaining("value 7 of a dictionary of 2");
  }
}
