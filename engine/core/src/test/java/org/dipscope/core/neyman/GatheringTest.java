package org.dipscope.core.neyman;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GatheringTest {
  @Test
  void anyFirstPartOfTheOrderSpreadsOverAllRows() {
    for (int count : new int[] {1, 2, 3, 31, 61, 64, 65}) {
      int[] order = Gathering.coarseFirst(count);
      assertThat(order).hasSize(count).doesNotHaveDuplicates().contains(0, count - 1);
    }
    int[] order = Gathering.coarseFirst(61);
    assertThat(order[0]).isZero();
    assertThat(List.of(order[1], order[2])).containsExactlyInAnyOrder(32, 60);
    for (int done = 5; done <= 61; done++) {
      int[] rows = java.util.Arrays.copyOf(order, done);
      java.util.Arrays.sort(rows);
      int widest = 0;
      for (int i = 1; i < done; i++) {
        widest = Math.max(widest, rows[i] - rows[i - 1]);
      }
      assertThat(widest).as("%s rows", done).isLessThanOrEqualTo(2 * 64 / (done - 1));
    }
  }

  @Test
  void whatIsThereCanBeSeenAtAnyTime() {
    List<String> seen = new ArrayList<>();
    Gathering<String, String> gathering =
        new Gathering<>(
            3,
            "-",
            rows -> String.join("", rows),
            (share, soFar) -> seen.add(Math.round(100 * share) + " " + soFar.get()));
    gathering.put(2, "c");
    gathering.put(0, "a");
    gathering.put(1, "b");
    assertThat(seen).containsExactly("33 --c", "67 a-c", "100 abc");
  }
}
