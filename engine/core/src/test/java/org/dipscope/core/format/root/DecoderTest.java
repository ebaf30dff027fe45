package org.dipscope.core.format.root;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecoderTest {
  private static final Place PLACE = new Place("test.root", "record", 0);

  private static RootObject array(double... values) {
    RootObject array = new RootObject("TArrayD", PLACE);
    array.put("fArray", values);
    return array;
  }

  /** A profile with two bins; the first is filled with y = 1, 2, 3, the second is empty. */
  private static RootObject profile(long errorMode) {
    RootObject axis = new RootObject("TAxis", PLACE);
    axis.put("fNbins", 2L);
    axis.put("fXmin", 0.0);
    axis.put("fXmax", 2.0);
    axis.put("fTitle", "x [GeV]");
    axis.put("fXbins", array());
    axis.put("fLabels", labels("low", "high"));
    RootObject profile = new RootObject("TProfile", PLACE);
    profile.put("fXaxis", axis);
    profile.put("fTitle", "mean y");
    profile.put("fArray", new double[] {0, 6, 0, 0});
    profile.put("fSumw2", array(0, 14, 0, 0));
    profile.put("fBinEntries", array(0, 3, 0, 0));
    profile.put("fBinSumw2", array());
    profile.put("fErrorMode", errorMode);
    profile.put("fEntries", 3.0);
    return profile;
  }

  private static RootObject labels(String... texts) {
    List<@Nullable Object> items = new ArrayList<>();
    for (int i = 0; i < texts.length; i++) {
      RootObject label = new RootObject("TObjString", PLACE);
      label.put("text", texts[i]);
      label.put("fUniqueID", i + 1L);
      items.add(label);
    }
    RootObject list = new RootObject("THashList", PLACE);
    list.put(RootObject.ITEMS, items);
    return list;
  }

  @ParameterizedTest(name = "error option {0}")
  @CsvSource({"0, 0.4714045207910317", "1, 0.816496580927726", "3, 0.5773502691896258"})
  void profilesShowMeansWithTheErrorTheyWereMadeWith(long mode, double error) {
    RootKey key = new RootKey("p", 1, "TProfile", "", 0);
    RootHistogram profile = HistogramDecoder.decode(key, profile(mode));
    assertThat(profile.content(1)).isEqualTo(2);
    assertThat(profile.error(1)).isCloseTo(error, within(1e-15));
    assertThat(profile.content(2)).isZero();
    assertThat(profile.error(2)).isZero();
    assertThat(profile.axes().getFirst().labels()).containsExactly("low", "high");
    assertThat(profile.toHistogram().axis().unit()).isEqualTo("GeV");
  }

  @Test
  void wholeNumbersInDoublePrecisionCount() {
    RootObject old = new RootObject("TBranch", PLACE);
    old.put("fEntries", 2304.0);
    old.put("fTotBytes", 0.5);
    assertThat(old.integer("fEntries")).isEqualTo(2304);
    assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> old.integer("fTotBytes"));
  }

  @Test
  void contentsMustFitTheAxes() {
    RootObject object = profile(0);
    object.put("fArray", new double[5]);
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> HistogramDecoder.decode(new RootKey("p", 1, "TProfile", "", 0), object))
        .withMessageContaining("5 contents for 4 bins");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [0,100]          | 4294967295 | 100
          [0,100,8]        | 128        | 50
          [-pi,pi,16]      | 32768      | 0
          [0,twopi/2,10]   | 512        | 1.5707963267948966
          [n][-1,1,12] pt  | 1024       | -0.5
          """)
  void packedRealsFollowTheRangeInTheComment(String title, long stored, double value) {
    PackedReal packed = PackedReal.of(title, false);
    byte[] bytes = new ByteSink().i32((int) stored).toArray();
    assertThat(packed.read(new RootBytes(bytes, PLACE))).isCloseTo(value, within(1e-12));
  }

  @Test
  void packedRealsWithoutRangeAreSingleOrTruncated() {
    byte[] single = new ByteSink().f32(1.25f).toArray();
    assertThat(PackedReal.of("energy", false).read(new RootBytes(single, PLACE))).isEqualTo(1.25);
    // Exponent 128 and mantissa 0b11 of ten bits: 2 × 1.75, negative by the bit above the mantissa.
    byte[] truncated = new ByteSink().u8(128).i16(0b11 << 8 | 1 << 11).toArray();
    PackedReal packed = PackedReal.of("[0,0,10]", false);
    assertThat(packed.read(new RootBytes(truncated, PLACE))).isEqualTo(-3.5);
  }

  @ParameterizedTest
  @CsvSource({"'', 2d06800538d394c2", "a, e6c632b61e964e1f", "abc, 78af5f94892f3950"})
  void xxh3AgreesWithItsReferenceForShortTexts(String text, String hash) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    assertThat(Long.toHexString(XxHash3.of(bytes, 0, bytes.length))).isEqualTo(hash);
  }

  @Test
  void xxHash64AgreesWithItsReference() {
    byte[] bytes = "abc".getBytes(StandardCharsets.US_ASCII);
    assertThat(Long.toHexString(XxHash64.of(bytes, 0, 3))).isEqualTo("44bc2cf5ad770999");
    assertThat(Long.toHexString(XxHash64.of(bytes, 0, 0))).isEqualTo("ef46db3751d8e999");
  }

  @Test
  void lz4BlocksAreBoundedByTheirTarget() {
    byte[] plain = new byte[5000];
    Arrays.fill(plain, 100, 4000, (byte) 3);
    byte[] block = Lz4Encoder.encode(plain);
    byte[] target = new byte[5000];
    assertThat(Lz4Block.decode(block, 0, block.length, target, 0, 5000)).isTrue();
    assertThat(target).isEqualTo(plain);
    assertThat(Lz4Block.decode(block, 0, block.length, target, 0, 4999)).isFalse();
    assertThat(Lz4Block.decode(block, 0, block.length - 1, target, 0, 5000)).isFalse();
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 2000; i++) {
      byte[] changed = block.clone();
      changed[random.nextInt(changed.length)] = (byte) random.nextInt();
      Lz4Block.decode(changed, 0, changed.length, target, 0, 5000);
    }
  }

  @Test
  void aRecordCannotClaimMoreThanCompressionAchieves() {
    byte[] bomb = new byte[100];
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> Compression.plain(bomb, 0, bomb.length, 2_000_000_000, PLACE))
        .withMessageContaining("2000000000 bytes in 100");
  }

  @Test
  void hostileNtuplePartsAreRefusedWithoutHarm() {
    SplittableRandom random = new SplittableRandom(11);
    byte[] schema = NtupleFixture.schema();
    for (int i = 0; i < 20_000; i++) {
      byte[] changed = schema.clone();
      for (int k = 0; k <= random.nextInt(4); k++) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt();
      }
      try {
        NtupleSchema read = new NtupleSchema();
        read.add(new LittleBytes(new RootBytes(changed, PLACE)));
        NtuplePlanner.plan("test.root", "events", read);
      } catch (ProblemException e) {
        assertThat(e.getMessage()).contains("test.root");
      }
    }
  }

  @Test
  void hostilePageListsAreRefusedWithoutHarm(@TempDir Path folder) throws IOException {
    Path path = folder.resolve("ntuple.root");
    byte[] pages = NtupleFixture.write(path);
    NtupleSchema schema = new NtupleSchema();
    schema.add(new LittleBytes(new RootBytes(NtupleFixture.schema(), PLACE)));
    Map<String, NtuplePlan> plans = NtuplePlanner.plan("test.root", "events", schema).plans();
    SplittableRandom random = new SplittableRandom(12);
    try (RootStorage storage = RootStorage.open(path)) {
      for (int i = 0; i < 3000; i++) {
        byte[] changed = pages.clone();
        for (int k = 0; k <= random.nextInt(4); k++) {
          changed[16 + random.nextInt(changed.length - 24)] = (byte) random.nextInt();
        }
        readAll(
            storage, new LittleBytes(new RootBytes(changed, 16, changed.length - 8, PLACE)), plans);
      }
    }
  }

  private static void readAll(
      RootStorage storage, LittleBytes pages, Map<String, NtuplePlan> plans) {
    NtupleClusters clusters = new NtupleClusters();
    try {
      clusters.add(pages);
    } catch (ProblemException e) {
      return;
    }
    int count = (int) Math.min(NtupleFixture.ENTRIES, clusters.entries());
    for (NtuplePlan plan : plans.values()) {
      try {
        NtupleColumnReader reader = new NtupleColumnReader(storage, clusters, plan, "events");
        assertThat(reader.read(0, count).entries()).isEqualTo(count);
        assertThat(count == 0 ? 1 : reader.batch(0)).isPositive();
      } catch (ProblemException e) {
        assertThat(e.getMessage()).contains("ntuple \"events\"");
      }
    }
  }
}
