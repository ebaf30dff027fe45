package org.dipscope.app.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.dipscope.app.figure.Readout;
import org.dipscope.core.neyman.ToySummary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Coverage, toys and summaries. */
class StudyPagesViewModelTest {
  private final StudyBench bench = new StudyBench();
  private final CoverageViewModel coverage = new CoverageViewModel(bench.parts);
  private final ToysViewModel toys = new ToysViewModel(bench.parts);

  @AfterEach
  void close() {
    coverage.close();
    toys.close();
    bench.close();
  }

  @Test
  void coverageCalibratesFirstAndShowsWilksBesideIt() {
    bench.models.open(ModelPreset.DEGENERATE);
    bench.settings.levelsProperty().set("0.6827");
    bench.settings.toysProperty().set("2000");
    coverage.truthsProperty().set("0, 0.4, 1");
    coverage.experimentsProperty().set("800");
    coverage.run();
    bench.work();
    Table table = coverage.tableProperty().get();
    assertThat(coverage.badgeProperty().get()).isEmpty();
    assertThat(table.rows()).hasSize(6);
    assertThat(bench.calibrations.changesProperty().get()).isPositive();
    for (int i = 0; i < 3; i++) {
      List<String> calibrated = table.rows().get(i);
      assertThat(calibrated.getFirst()).isEqualTo("LR, neyman");
      assertThat(Double.parseDouble(calibrated.get(3))).isCloseTo(0.6827, within(0.075));
    }
    // Naive thresholds cover .65, .57 and .81 of the degenerate model (20 000 toys each).
    double[] wilks = {0.65, 0.57, 0.81};
    for (int i = 0; i < 3; i++) {
      List<String> row = table.rows().get(3 + i);
      assertThat(row.getFirst()).isEqualTo("Wilks");
      assertThat(Double.parseDouble(row.get(3))).isCloseTo(wilks[i], within(0.075));
    }
    assertThat(bench.problems).isEmpty();
  }

  @Test
  void truthsThatAreDoneSurviveACancelAndOthersAreRefused() {
    bench.models.open(ModelPreset.BUMP);
    bench.settings.toysProperty().set("200");
    coverage.truthsProperty().set("0:1:5");
    coverage.experimentsProperty().set("50");
    coverage.run();
    coverage
        .badgeProperty()
        .subscribe(
            badge -> {
              if (badge.startsWith("partial: 2")) {
                coverage.cancel();
              }
            });
    bench.work();
    assertThat(coverage.badgeProperty().get()).isEqualTo("partial: 2 of 5 true strengths");
    assertThat(coverage.tableProperty().get().rows()).hasSize(2 * 4);
    coverage.truthsProperty().set("900");
    coverage.run();
    bench.work();
    assertThat(bench.problems.getLast()).contains("900.0 lies outside the tested ones");
  }

  @Test
  void anyToyCanBeLookedAt() {
    bench.models.open(ModelPreset.DEGENERATE);
    toys.toysProperty().set("300");
    toys.run();
    bench.work();
    assertThat(toys.listedProperty().get()).hasSize(300);
    assertThat(toys.badgeProperty().get()).isEmpty();
    assertThat(toys.summaryProperty().get()).contains("300 toys", "asymptotic", "failed 0");
    toys.filterProperty().set(ToyFilter.SEVERAL_SEGMENTS);
    List<ToySummary> several = toys.listedProperty().get();
    assertThat(several).isNotEmpty().allMatch(toy -> toy.segments() > 1);
    assertThat(several.size()).isLessThan(300);
    ToySummary wanted = several.getLast();
    toys.pick(new Readout(0, 1, wanted.statistic(), wanted.bestStrength()));
    assertThat(toys.chosenProperty().get()).isEqualTo(wanted);
    assertThat(toys.detailWordsProperty().get())
        .startsWith("Toy " + wanted.toy() + ":")
        .contains("∪");
    assertThat(toys.detailProperty().get()).isNotNull();
    bench.models.open(ModelPreset.BUMP);
    assertThat(toys.figureProperty().get()).isNull();
    assertThat(bench.problems).isEmpty();
  }

  @Test
  void toysOfAModelWithNuisancesShowWhatWasDrawn() {
    bench.models.open(ModelPreset.PEAK_DIP_SYSTEMATICS);
    toys.toysProperty().set("20");
    toys.run();
    bench.work();
    toys.chosenProperty().set(toys.listedProperty().get().getFirst());
    assertThat(toys.detailWordsProperty().get()).contains("drawn");
    assertThat(bench.problems).isEmpty();
  }

  @Test
  void aSummaryOfTheMassAloneHasASecondSegmentThatTheAngleRemoves() {
    SummariesViewModel summaries = new SummariesViewModel(bench.parts.page().live());
    assertThat(summaries.figureProperty().get()).as("nothing before it is seen").isNull();
    summaries.setVisible(true);
    List<List<String>> rows = summaries.tableProperty().get().rows();
    assertThat(rows.get(1).getFirst()).isEqualTo("mass and angle");
    assertThat(rows.get(1).getLast()).doesNotContain("∪").startsWith("[0.000, 0.0");
    assertThat(rows.get(3).getLast()).contains("∪ [2.91").contains("4.12");
    summaries.dataProperty().set(SummariesViewModel.Data.EVENTS);
    assertThat(summaries.tableProperty().get().rows().get(6).getLast())
        .isEqualTo("[0.084, 0.671] ∪ [1.095, 2.484]");
    summaries.close();
    assertThat(bench.problems).isEmpty();
  }
}
