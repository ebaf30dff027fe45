package org.dipscope.app.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.dipscope.core.neyman.FocusShape;
import org.dipscope.core.project.Unblinding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IntervalsViewModelTest {
  private final StudyBench bench = new StudyBench();
  private final IntervalsViewModel model = new IntervalsViewModel(bench.parts);

  @AfterEach
  void close() {
    model.close();
    bench.close();
    assertThat(bench.problems).isEmpty();
  }

  private String description() {
    return java.util.Objects.requireNonNull(model.figureProperty().get()).description();
  }

  @Test
  void theStatisticOfTheDataIsThereAtOnceWithWhatWilksPromises() {
    bench.models.open(ModelPreset.DEGENERATE);
    assertThat(description()).isEqualTo("Test statistic of mu, observed");
    assertThat(StudyBench.numbers(model.tableProperty().get(), 3, "ratio", "Wilks", "68.27 %"))
        .isNotEmpty();
    assertThat(bench.waiting).isEmpty();
  }

  /** The exact sets of counting 8 events on 3, by enumeration of all outcomes. */
  @Test
  void countingGivesTheExactSetsOfBothStatistics() {
    bench.models.open(ModelPreset.COUNTING);
    bench.settings.gridProperty().set("0:4:801");
    bench.settings.statisticProperty().set(StatisticChoice.BOTH);
    model.unblind();
    model.calibrate();
    bench.work();
    Table table = model.tableProperty().get();
    expect(table, "ratio", "68.27 %", 0.461, 1.663);
    expect(table, "ratio", "95.45 %", 0.181, 2.471);
    expect(table, "focused", "68.27 %", 0.669, 1.431);
    expect(table, "focused", "95.45 %", 0.181, 2.324);
    assertThat(model.badgeProperty().get()).isEmpty();
    assertThat(table.text()).startsWith("statistic\tfrom\tlevel\tlow\thigh\tlength\nratio\tNeyman");
  }

  private static void expect(Table table, String statistic, String level, double low, double high) {
    List<double[]> found = StudyBench.numbers(table, 3, statistic, "Neyman", level);
    assertThat(found.getFirst()[0]).isCloseTo(low, within(0.006));
    assertThat(found.getLast()[1]).isCloseTo(high, within(0.006));
  }

  @Test
  void aFocusHidesTheDataUntilTheyAreUnblindedForGood() {
    bench.models.open(ModelPreset.DEGENERATE);
    bench.settings.statisticProperty().set(StatisticChoice.FOCUSED);
    bench.settings.focusProperty().set("1, 1");
    assertThat(bench.blinding.hiddenProperty().get()).isTrue();
    assertThat(description()).isEqualTo("Test statistic of mu, expected for μ = 1");
    assertThat(bench.blinding.lockedProperty().get()).isFalse();
    bench.settings.seedProperty().set("7");
    bench.document.edit("Title", w -> w.edit().title("before").done());
    model.unblind();
    assertThat(description()).isEqualTo("Test statistic of mu, observed");
    assertThat(bench.blinding.lockedProperty().get()).isTrue();
    bench.document.undo();
    assertThat(bench.blinding.hiddenProperty().get()).as("nothing is unseen again").isFalse();
    Unblinding kept = Unblinding.in(bench.document.document(), "Degenerate dip", "mu").getFirst();
    assertThat(kept.shape()).isEqualTo(FocusShape.GAUSSIAN);
    assertThat(kept.numbers().toArray()).containsExactly(1, 1);
    assertThat(kept.seed()).isEqualTo(7);
    assertThat(kept.toys()).isEqualTo(40_000);
    assertThat(kept.method()).isEqualTo("neyman");
    assertThat(kept.at()).isEqualTo("2026-11-25T21:30:15Z");
    assertThat(kept.seenBefore()).as("the likelihood ratio was shown first").isTrue();
    bench.models.open(ModelPreset.PURE_DIP);
    assertThat(bench.blinding.hiddenProperty().get()).isTrue();
    bench.settings.focusProperty().set("2, 0.3");
    bench.models.open(ModelPreset.DEGENERATE);
    assertThat(bench.settings.focusProperty().get()).isEqualTo("1, 1");
  }

  @Test
  void dataCanBeHiddenForTheLikelihoodRatioToo() {
    bench.blinding.blindProperty().set(true);
    bench.models.open(ModelPreset.BUMP);
    assertThat(description()).contains("expected for μ = 1");
    bench.blinding.expectedAtProperty().set("0.5");
    assertThat(description()).contains("expected for μ = 0.5");
    model.unblind();
    assertThat(description()).contains("observed");
    assertThat(Unblinding.in(bench.document.document(), "Bump", "mu").getFirst().seenBefore())
        .isFalse();
  }

  @Test
  void whatACancelledCalibrationHasFoundStays() {
    bench.models.open(ModelPreset.DEGENERATE);
    bench.settings.toysProperty().set("200");
    model.calibrate();
    assertThat(model.jobProperty().get()).isNotNull();
    bench
        .calibrations
        .changesProperty()
        .addListener(
            (source, before, now) -> {
              if (now.intValue() == 10) {
                model.cancel();
              }
            });
    bench.work();
    assertThat(model.jobProperty().get()).isNull();
    assertThat(model.badgeProperty().get()).startsWith("partial: 12 strengths");
    assertThat(
            StudyBench.numbers(
                model.tableProperty().get(), 3, "ratio", "Neyman, partial", "68.27 %"))
        .isNotEmpty();
    model.calibrate();
    bench.work();
    assertThat(model.badgeProperty().get()).isEmpty();
    bench.settings.seedProperty().set("2");
    assertThat(StudyBench.numbers(model.tableProperty().get(), 3, "ratio", "Neyman", "68.27 %"))
        .as("another seed is another calibration")
        .isEmpty();
    bench.settings.seedProperty().set("1");
    assertThat(StudyBench.numbers(model.tableProperty().get(), 3, "ratio", "Neyman", "68.27 %"))
        .as("but the first one is not forgotten")
        .isNotEmpty();
  }

  @Test
  void whatIsWrongIsSaidInASentence() {
    bench.models.open(ModelPreset.DEGENERATE);
    bench.settings.gridProperty().set("4:0:11");
    assertThat(bench.settings.complaintProperty().get())
        .isEqualTo("Tested strengths: 4:0:11 is no range. Give from:to:number, as 0:4:41.");
    bench.settings.gridProperty().set("");
    assertThat(bench.settings.complaintProperty().get()).isEmpty();
    bench.settings.levelsProperty().set("120 %");
    assertThat(bench.settings.complaintProperty().get()).contains("1.2 is no confidence level");
    bench.settings.levelsProperty().set("0.9");
    bench.settings.statisticProperty().set(StatisticChoice.FOCUSED);
    bench.settings.focusProperty().set("1");
    assertThat(bench.settings.complaintProperty().get()).contains("The focus has 1 numbers");
    bench.settings.focusProperty().set("1, x");
    assertThat(bench.settings.complaintProperty().get()).contains("“x” is no number");
    bench.settings.focusProperty().set("1, 1");
    assertThat(bench.settings.complaintProperty().get()).isEmpty();
  }
}
