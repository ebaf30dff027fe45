package org.dipscope.core.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.neyman.FocusShape;
import org.junit.jupiter.api.Test;

class UnblindingTest {
  private static final Unblinding FOCUSED =
      new Unblinding(
          "dip.json",
          "mu",
          FocusShape.GAUSSIAN,
          Values.of(1, 0.5),
          Values.of(0.6827, 0.9545),
          "neyman",
          40_000,
          7,
          "2026-11-25T21:30:15Z",
          false);

  @Test
  void aProjectFileKeepsItInTheseWords() {
    Workspace workspace =
        Workspace.EMPTY.edit().results(List.of(FOCUSED.result("unblinding-1"))).done();
    String written = ProjectFile.write(workspace);
    assertThat(written.replaceAll("\\s+", " "))
        .contains(
            """
            { "id" : "unblinding-1", "kind" : "unblinding", "createdAt" : "2026-11-25T21:30:15Z", \
            "seed" : 7, "output" : { "model" : "dip.json", "poi" : "mu", "focus" : { \
            "shape" : "gaussian", "numbers" : [ 1.0, 0.5 ] }, "levels" : [ 0.6827, 0.9545 ], \
            "method" : "neyman", "toys" : 40000, "dataSeenBefore" : false } }\
            """);
    Workspace opened = ProjectFile.read("project", written);
    assertThat(Unblinding.in(opened, "dip.json", "mu")).containsExactly(FOCUSED);
    assertThat(Unblinding.in(opened, "dip.json", "other")).isEmpty();
  }

  @Test
  void otherResultsAreNone() {
    Workspace workspace =
        Workspace.EMPTY
            .edit()
            .results(
                List.of(
                    new StoredResult("scan-1", "scan", "", 0, "{}"),
                    new StoredResult("unblinding-1", "unblinding", "", 0, "not JSON")))
            .done();
    assertThat(Unblinding.in(workspace, "", "")).isEmpty();
  }
}
