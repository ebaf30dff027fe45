package org.dipscope.core.format.lhe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.format.FileContents;
import org.dipscope.core.format.SharedManifest;
import org.dipscope.core.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(value = 5, unit = TimeUnit.SECONDS)
class LheBadFilesTest {

  private static FileContents inspect(String name) {
    return LheInspection.inspect(SharedManifest.path("bad/" + name), true, new CancelToken());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lhe_50pct.lhe | 22 | file ends inside event 23 "
            + "| </event> or </LesHouchesEvents> missing",
        "lhe_gzip_short.lhe.gz | 15 | compressed data ends early (truncated gzip) | event 16",
        "lhe_two_particles_missing.lhe | 58 | line 376 (event header) | announced 6, found 4"
      })
  void damageIsToldAndTheOtherEventsAreGiven(String name, int events, String one, String other) {
    FileContents contents = inspect(name);
    assertThat(SharedManifest.table(contents, "events").rows()).isEqualTo(events);
    assertThat(contents.problems()).hasSize(1);
    assertThat(contents.problems().getFirst().message()).contains(name, one, other);
  }

  @Test
  void aWeightThatIsNoNumberIsRefused() {
    Path file = SharedManifest.path("bad/lhe_weight_not_number.lhe");
    assertThatThrownBy(() -> LheInspection.inspect(file, true, new CancelToken()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContainingAll("event 2", "line 352", "weight", "abc");
  }

  @Test
  void zerosInGzipAreNoEvents() {
    Path file = SharedManifest.path("bad/gzip_bomb_50MB.lhe.gz");
    assertThatThrownBy(() -> LheInspection.inspect(file, true, new CancelToken()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContainingAll("no <LesHouchesEvents> in the file", "not an LHE file");
  }
}
