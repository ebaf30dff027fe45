package org.dipscope.app.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobListTest {
  private final VirtualTime time = new VirtualTime();
  private final List<String> problems = new ArrayList<>();
  private final ViewThread viewThread =
      new ViewThread(time.pulse, (origin, failure) -> problems.add(origin + ": " + failure));
  private final JobList jobs = new JobList(time.worker, viewThread, time::nanos);
  private final List<String> results = new ArrayList<>();

  @Test
  void progressCarriesAnHonestEstimate() {
    List<String> texts = new ArrayList<>();
    Job job =
        jobs.start(
            "coverage map",
            progress -> {
              for (int i = 1; i <= 10; i++) {
                time.advance(Duration.ofSeconds(30));
                progress.report(i / 10.0, "toys");
              }
              return "map";
            },
            results::add);
    job.statusProperty().subscribe(status -> texts.add(status.text()));
    assertThat(jobs.active()).containsExactly(job);

    time.advance(Duration.ofMinutes(10));
    assertThat(texts)
        .startsWith("waiting", "0 %", "10 %, 5 min left")
        .contains("80 %, 60 s left")
        .endsWith("done");
    assertThat(results).containsExactly("map");
    assertThat(jobs.active()).isEmpty();
    assertThat(jobs.lastMessageProperty().get()).isEqualTo("coverage map: done");
  }

  @Test
  void aJobThatKeepsWhatItHasEndsWithAResultWhenItIsCancelled() {
    boolean[] stopping = new boolean[1];
    Job job =
        jobs.start(
            time.worker,
            "training",
            progress -> {
              int steps = 0;
              while (!stopping[0] && steps < 100) {
                steps++;
                time.advance(Duration.ofSeconds(1));
                progress.report(steps / 100.0, "", Duration.ofMinutes(7));
              }
              return "after " + steps;
            },
            () -> stopping[0] = true,
            results::add);
    List<String> texts = new ArrayList<>();
    job.statusProperty().subscribe(status -> texts.add(status.text()));
    time.at(Duration.ofMillis(4500), job::cancel);
    time.advance(Duration.ofMinutes(10));
    assertThat(results).containsExactly("after 5");
    assertThat(texts).contains("4 %, 7 min left").endsWith("done");
  }

  @Test
  void aCancelledJobStopsAndHasNoResult() {
    List<Integer> steps = new ArrayList<>();
    Job job =
        jobs.start(
            "scan",
            progress -> {
              for (int i = 0; i < 100; i++) {
                steps.add(i);
                time.advance(Duration.ofSeconds(1));
                progress.report(i / 100.0, "");
              }
              return "surface";
            },
            results::add);
    time.at(Duration.ofMillis(5500), job::cancel);
    time.advance(Duration.ofMinutes(5));
    assertThat(steps).hasSize(6);
    assertThat(results).isEmpty();
    assertThat(job.statusProperty().get().state()).isEqualTo(JobStatus.State.CANCELLED);
    assertThat(problems).isEmpty();
  }

  @Test
  void aFailedJobIsReportedAndTheNextOneRuns() {
    Job failing =
        jobs.<String>start(
            "open",
            progress -> {
              throw new IOException("disk full");
            },
            results::add);
    jobs.start("scan", progress -> "surface", results::add);
    time.advance(Duration.ofMinutes(1));
    assertThat(failing.statusProperty().get().state()).isEqualTo(JobStatus.State.FAILED);
    assertThat(problems).containsExactly("open: java.io.IOException: disk full");
    assertThat(results).containsExactly("surface");
  }

  @Test
  void noResultArrivesAfterClose() {
    jobs.start(
        "scan",
        progress -> {
          time.advance(Duration.ofSeconds(5));
          return "surface";
        },
        results::add);
    time.at(Duration.ofSeconds(2), jobs::close);
    time.advance(Duration.ofMinutes(1));
    assertThat(results).isEmpty();
    assertThat(jobs.start("late", progress -> "late", results::add).statusProperty().get().isOver())
        .isTrue();
  }
}
