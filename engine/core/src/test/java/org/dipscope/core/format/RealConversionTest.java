package org.dipscope.core.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.histogram.Axis;
import org.dipscope.core.histogram.Histogram;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of other programs through every format and back. */
class RealConversionTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "root-hist/hepdata-full.root",
        "root-hist/histfactory-example.root",
        "root-hist/testSF2d.histo.root",
        "root-hist/uproot-histograms.root",
        "root-hist/uproot-issue38c.root",
        "yoda/hepdata-full.yoda",
        "yoda/test.yoda",
        "yoda/test.yoda.gz",
        "yoda/test_histo1d_v3.yoda",
        "rivet-ref/ATLAS_2016_I1419070.yoda",
        "rivet-ref/CDF_2008_S7540469.yoda",
        "hepdata-yaml/full",
        "hepdata-csv/Table3.csv",
        "hepdata-json/full-data3.json",
        "pyhf-json/2-bin_1-channel.json",
        "pyhf-json/sbottom-RegionB-BkgOnly.json",
        "pyhf-json/xmlimport_input_bkg.json"
      })
  void contentsSurviveEveryFormat(String file) {
    List<AnnotatedHistogram> original = read(SharedFiles.format("files/" + file));
    assertThat(original).isNotEmpty();
    assertThat(through(original, "out.csv")).isEqualTo(original);
    assertThat(through(original, "out.json")).isEqualTo(original);
    for (String target : List.of("out.yoda", "out.yoda.gz", "out.yaml", "out.root", "out.jsonl")) {
      List<AnnotatedHistogram> fitting =
          original.stream().filter(h -> h.histogram().axes().size() <= mostAxes(target)).toList();
      if (!fitting.isEmpty()) {
        List<AnnotatedHistogram> once = through(fitting, target);
        compare(fitting, once);
        List<AnnotatedHistogram> again = through(through(once, "between.json"), target);
        assertThat(byName(again)).as(target).isEqualTo(byName(once));
      }
    }
  }

  private static int mostAxes(String target) {
    return target.endsWith("root") ? 2 : target.endsWith("jsonl") ? 1 : 9;
  }

  private static void compare(List<AnnotatedHistogram> before, List<AnnotatedHistogram> after) {
    Map<String, AnnotatedHistogram> found = byName(after);
    assertThat(found).hasSize(before.size());
    for (AnnotatedHistogram annotated : before) {
      Histogram histogram = annotated.histogram();
      // ROOT has no first slash and no empty name
      AnnotatedHistogram other =
          Stream.of(histogram.name(), histogram.name().replaceFirst("^/", ""), "h")
              .filter(found::containsKey)
              .findFirst()
              .map(found::get)
              .orElseThrow();
      assertThat(other.histogram().contents()).isEqualTo(histogram.contents());
      assertThat(other.histogram().axes())
          .extracting(Axis::binning)
          .isEqualTo(histogram.axes().stream().map(Axis::binning).toList());
    }
  }

  private static Map<String, AnnotatedHistogram> byName(List<AnnotatedHistogram> histograms) {
    return histograms.stream()
        .collect(Collectors.toMap(h -> h.histogram().name(), Function.identity()));
  }

  private List<AnnotatedHistogram> through(List<AnnotatedHistogram> histograms, String name) {
    Path file = folder.resolve(name);
    HistogramFormat.of(file).write(file, histograms);
    return read(file);
  }

  private static List<AnnotatedHistogram> read(Path file) {
    return Formats.inspect(file, false, new CancelToken()).annotated();
  }
}
