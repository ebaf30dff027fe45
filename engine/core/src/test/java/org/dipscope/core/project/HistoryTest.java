package org.dipscope.core.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HistoryTest {

  @Test
  void oneDragIsOneStep() {
    History<Integer> history = new History<>(0);
    for (int i = 1; i <= 50; i++) {
      int value = i;
      history.apply("Mass", "mass", old -> value);
    }
    history.apply("Width", "width", old -> 100);
    assertThat(history.undoNames()).containsExactly("Width", "Mass");
    history.undo();
    assertThat(history.current()).isEqualTo(50);
    history.undo();
    assertThat(history.current()).isZero();
    assertThat(history.redoName()).contains("Mass");
    history.redo();
    assertThat(history.current()).isEqualTo(50);
  }

  @Test
  void aSealedGestureDoesNotGrow() {
    History<Integer> history = new History<>(0);
    history.apply("Mass", "mass", old -> 1);
    history.seal();
    history.apply("Mass", "mass", old -> 2);
    history.undo();
    assertThat(history.current()).isEqualTo(1);
    history.apply("Mass", "mass", old -> 3);
    history.undo();
    assertThat(history.current()).isEqualTo(1);
  }

  @Test
  void editsWithoutEffectLeaveNoTrace() {
    History<Workspace> history = new History<>(Workspace.EMPTY);
    history.apply("Nothing", workspace -> workspace.edit().done());
    assertThat(history.undoName()).isEmpty();
    assertThat(history.undo()).isFalse();
    assertThat(history.redo()).isFalse();
    history.apply("Title", workspace -> workspace.edit().title("x").done());
    assertThat(history.undoName()).contains("Title");
    history.reset(Workspace.EMPTY);
    assertThat(history.undoName()).isEmpty();
  }

  @Test
  void everyStateComesBackInOrder() {
    SplittableRandom random = new SplittableRandom(5);
    History<Integer> history = new History<>(0);
    List<Integer> states = new ArrayList<>(List.of(0));
    int at = 0;
    for (int i = 0; i < 5000; i++) {
      switch (random.nextInt(3)) {
        case 0 -> {
          int value = i + 1;
          history.apply("Edit", old -> value);
          states = new ArrayList<>(states.subList(0, at + 1));
          states.add(value);
          at++;
        }
        case 1 -> at -= history.undo() ? 1 : 0;
        default -> at += history.redo() ? 1 : 0;
      }
      assertThat(history.current()).isEqualTo(states.get(at));
    }
  }

  @Test
  void whatIsAmendedHasAlwaysBeenSo() {
    History<String> history = new History<>("a");
    history.apply("First", old -> old + "b");
    history.apply("Second", old -> old + "c");
    history.undo();
    history.amend(old -> old + "!");
    assertThat(history.current()).isEqualTo("ab!");
    history.undo();
    assertThat(history.current()).isEqualTo("a!");
    history.redo();
    history.redo();
    assertThat(history.current()).isEqualTo("abc!");
    assertThat(history.undoNames()).containsExactly("Second", "First");
  }
}
