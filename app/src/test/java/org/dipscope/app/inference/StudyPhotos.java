package org.dipscope.app.inference;

import org.dipscope.core.neyman.Calibration;

/** What a photographer does on the pages of intervals, coverage, toys and summaries. */
public final class StudyPhotos {
  private StudyPhotos() {}

  /** Whether nothing is computed, or a job that was left running has shown a part. */
  public static boolean isAtRest(Inference screen, boolean whileRunning) {
    StudyPages pages = screen.studies();
    return whileRunning
        ? pages.intervals().badgeProperty().get().startsWith("partial")
        : pages.isAtRest();
  }

  private static void show(Inference screen, String page, ModelPreset preset) {
    screen.models().open(preset);
    screen.pageProperty().set(page);
  }

  /** The first look: no critical values yet. */
  public static void first(Inference screen) {
    show(screen, "Intervals", ModelPreset.DEGENERATE);
    screen.studies().intervals().settings().statisticProperty().set(StatisticChoice.RATIO);
  }

  /** Calibrated likelihood ratio. */
  public static void ratio(Inference screen) {
    first(screen);
    IntervalsViewModel intervals = screen.studies().intervals();
    intervals.settings().toysProperty().set("3000");
    intervals.calibrate();
  }

  /** A focus is chosen, the data are hidden. */
  public static void hidden(Inference screen) {
    ratio(screen);
    IntervalsViewModel intervals = screen.studies().intervals();
    intervals.settings().statisticProperty().set(StatisticChoice.FOCUSED);
    intervals.settings().focusProperty().set("1, 1");
  }

  /** Both statistics of the data. */
  public static void both(Inference screen) {
    first(screen);
    IntervalsViewModel intervals = screen.studies().intervals();
    intervals.settings().statisticProperty().set(StatisticChoice.BOTH);
    intervals.unblind();
    intervals.settings().toysProperty().set("3000");
    intervals.calibrate();
  }

  /** A calibration that runs long. */
  public static void running(Inference screen) {
    show(screen, "Intervals", ModelPreset.PEAK_DIP_SYSTEMATICS);
    IntervalsViewModel intervals = screen.studies().intervals();
    intervals.settings().statisticProperty().set(StatisticChoice.RATIO);
    intervals.settings().methodProperty().set(Calibration.NEYMAN);
    intervals.settings().toysProperty().set("1000");
    intervals.calibrate();
  }

  /** The same, cancelled. */
  public static void cancelled(Inference screen) {
    screen.studies().intervals().cancel();
  }

  /** Coverage of both statistics. */
  public static void coverage(Inference screen) {
    show(screen, "Coverage", ModelPreset.DEGENERATE);
    StudyPages pages = screen.studies();
    pages.intervals().settings().statisticProperty().set(StatisticChoice.BOTH);
    pages.intervals().settings().toysProperty().set("3000");
    pages.coverage().truthsProperty().set("0:2:11");
    pages.coverage().experimentsProperty().set("600");
    pages.coverage().run();
  }

  /** Simulates toys. */
  public static void toys(Inference screen) {
    show(screen, "Toys", ModelPreset.DEGENERATE);
    StudyPages pages = screen.studies();
    pages.intervals().settings().statisticProperty().set(StatisticChoice.RATIO);
    pages.toys().truthProperty().set("1");
    pages.toys().run();
  }

  /** Looks at a toy whose set has several pieces. */
  public static void toy(Inference screen) {
    ToysViewModel toys = screen.studies().toys();
    toys.filterProperty().set(ToyFilter.SEVERAL_SEGMENTS);
    toys.chosenProperty().set(toys.listedProperty().get().getFirst());
  }

  /** The lesson, of what is expected or of the events. */
  public static void summaries(Inference screen, boolean ofEvents) {
    show(screen, "Summaries", ModelPreset.DEGENERATE);
    screen
        .studies()
        .summaries()
        .dataProperty()
        .set(ofEvents ? SummariesViewModel.Data.EVENTS : SummariesViewModel.Data.EXPECTED);
  }
}
