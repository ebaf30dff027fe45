package org.dipscope.core.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.dipscope.core.problem.ProblemException;
import org.junit.jupiter.api.Test;

class MassIntervalTest {
  @Test
  void whatOverlapsOrTouchesBecomesOne() {
    assertThat(
            MassInterval.joined(
                List.of(
                    new MassInterval(500, 600),
                    new MassInterval(400, 450),
                    new MassInterval(450, 520),
                    new MassInterval(700, 800))))
        .containsExactly(new MassInterval(400, 600), new MassInterval(700, 800));
  }

  @Test
  void aBinBesideAMaskIsNotInside() {
    MassInterval mask = new MassInterval(400, 500);
    assertThat(mask.overlaps(350, 400)).isFalse();
    assertThat(mask.overlaps(350, 401)).isTrue();
    assertThat(mask.overlaps(500, 550)).isFalse();
    assertThat(mask.overlaps(420, 430)).isTrue();
  }

  @Test
  void anEmptyIntervalIsRefused() {
    assertThatThrownBy(() -> new MassInterval(500, 500)).isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> new MassInterval(Double.NaN, 1)).isInstanceOf(ProblemException.class);
  }
}
