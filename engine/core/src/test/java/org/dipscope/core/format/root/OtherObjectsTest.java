package org.dipscope.core.format.root;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.format.AnnotatedHistogram;
import org.dipscope.core.format.FileContents;
import org.dipscope.core.histogram.Histogram;
import org.dipscope.core.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Objects beside plain histograms and trees: read where they hold histograms, named otherwise. */
class OtherObjectsTest {
  private static final String PROFILE =
      """
      TProfile2D 7 00000001
       0 TH2D 4 7fba82f0 2-Dim histogram
       62 fBinEntries TArrayD number of entries per bin
       3 fErrorMode EErrorType option of the errors
      """;

  @TempDir Path folder;

  private FileContents inspect(RootLayout layout) throws IOException {
    List<HistogramStreamers.Layout> layouts = new ArrayList<>(HistogramStreamers.layouts());
    layouts.addAll(HistogramStreamers.parse(PROFILE));
    Path file = Files.write(folder.resolve("other.root"), layout.bytes(layouts));
    return RootInspection.inspect(file, true, new CancelToken());
  }

  private static byte[] list(List<String> classes, List<byte[]> objects) {
    ByteSink out = new ByteSink();
    int part = out.begin(5);
    StreamerInfoWriter.object(out, 0x0200_0000);
    out.text("").i32(objects.size());
    for (int i = 0; i < objects.size(); i++) {
      int start = out.position();
      out.i32(0).i32(-1).terminated(classes.get(i)).bytes(objects.get(i));
      out.patch(start, 0x4000_0000 | (out.position() - start - 4));
      out.text("");
    }
    out.end(part);
    return out.toArray();
  }

  @Test
  void histogramsInCollectionsCarryTheNameOfTheCollection() throws IOException {
    Histogram first = RootWriterTest.counts("first");
    byte[] one = HistogramEncoder.encode(AnnotatedHistogram.bare(first));
    byte[] two = HistogramEncoder.encode(AnnotatedHistogram.bare(RootWriterTest.map("second")));
    byte[] inner = list(List.of("TH2D"), List.of(two));
    RootLayout layout = new RootLayout("other.root");
    layout.add("dir/all", "TList", list(List.of("TH1D", "TList"), List.of(one, inner)));
    FileContents contents = inspect(layout);
    assertThat(contents.histograms())
        .extracting(Histogram::name)
        .containsExactly("dir/all/first", "dir/all/TList/second");
    assertThat(contents.histograms().getFirst().contents()).isEqualTo(first.contents());
    assertThat(contents.problems()).isEmpty();
  }

  @Test
  void profilesOfTwoAxesGiveTheirMeans() throws IOException {
    ByteSink out = new ByteSink();
    int part = out.begin(7);
    out.bytes(HistogramEncoder.encode(AnnotatedHistogram.bare(RootWriterTest.map("mean"))));
    double[] entries = new double[20];
    Arrays.fill(entries, 2);
    out.array(entries).i32(0);
    out.end(part);
    RootLayout layout = new RootLayout("other.root");
    layout.add("mean", "TProfile2D", out.toArray());
    FileContents contents = inspect(layout);
    assertThat(contents.problems()).isEmpty();
    assertThat(contents.histograms().getFirst().contents().toArray())
        .containsExactly(0.5, 1, 1.5, 2, 2.5, 3);
  }

  @Test
  void whatIsNotReadIsNamedByClass() throws IOException {
    RootLayout layout = new RootLayout("other.root");
    layout.add("dir/eff", "TEfficiency", new byte[10]);
    layout.add("pad", "TCanvas", new byte[10]);
    layout.add("eff", "TEfficiency", new byte[10]);
    layout.add("ProcessID0", "TProcessID", new byte[10]);
    assertThat(inspect(layout).problems())
        .extracting(Problem::message)
        .containsExactlyInAnyOrder(
            "other.root: pad;1 of class TCanvas: objects of this class are not read.",
            "other.root: eff;1, dir/eff;1 of class TEfficiency: objects of this class are not"
                + " read.");
  }
}
