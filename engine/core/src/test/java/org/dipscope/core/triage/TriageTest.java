package org.dipscope.core.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.dipscope.core.bump.BackgroundFamily;
import org.dipscope.core.bump.JointEstimator;
import org.dipscope.core.bump.ProfileEstimator;
import org.dipscope.core.bump.SignalWidths;
import org.dipscope.core.bump.SignificanceEstimator;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.selection.MassHistogram;
import org.dipscope.core.triage.CoherentScan.Statistic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TriageTest {
  private static final SignificanceEstimator JOINT =
      new JointEstimator(SignalWidths.ONE_BIN, new BackgroundFamily.LogPolynomial(4));

  @TempDir private Path folder;

  private static List<Scanned> scan(List<MassHistogram> histograms) {
    return Triage.scan(
        histograms,
        JOINT,
        TriageRule.STANDARD,
        Workers.callerOnly(),
        Triage.Listener.NONE,
        new CancelToken());
  }

  @Test
  void bumpsAndDipsAreFoundWhereTheyAre() {
    Candidate bump = scan(Spectra.of(1, 3, 20, 160)).getFirst().candidate();
    Candidate dip = scan(Spectra.of(1, 3, 20, -250)).getFirst().candidate();

    assertThat(bump.z()).isGreaterThan(4);
    assertThat(bump.massGeV()).isCloseTo(Spectra.massOf(20), within(0.04 * Spectra.massOf(20)));
    assertThat(bump.quality()).isEmpty();
    assertThat(dip.z()).isLessThan(-4);
    assertThat(dip.isDip()).isTrue();
    assertThat(dip.massGeV()).isCloseTo(Spectra.massOf(20), within(0.04 * Spectra.massOf(20)));
  }

  @Test
  void theFirstTenthOfTheBinsIsIgnored() {
    for (Scanned scanned : scan(Spectra.of(30, 9, 2, 400))) {
      assertThat(scanned.candidate().massGeV()).isGreaterThan(Spectra.massOf(4));
    }
  }

  @Test
  void histogramsThatAllowNoResultAreMarked() {
    MassHistogram tiny =
        new MassHistogram("x", "c", "j0j1", 2, 5, Values.of(1, 2), Values.of(3), 0, 1);

    Candidate candidate = scan(List.of(tiny)).getFirst().candidate();

    assertThat(candidate.z()).isNaN();
    assertThat(candidate.quality())
        .containsExactlyInAnyOrder(Quality.NO_RESULT, Quality.FEW_BINS, Quality.FEW_ENTRIES);
  }

  @Test
  void resultsComeInBatchesAndDoNotDependOnTheNumberOfThreads() {
    List<MassHistogram> histograms = Spectra.of(100, 4, 20, 0);
    List<String> heard = Collections.synchronizedList(new ArrayList<>());
    ExecutorService executor = Executors.newFixedThreadPool(2);
    try {
      List<Scanned> together =
          Triage.scan(
              histograms,
              JOINT,
              TriageRule.STANDARD,
              Workers.of(executor, 3),
              (more, done, all) -> more.forEach(one -> heard.add(one.candidate().id())),
              new CancelToken());

      assertThat(together.stream().map(Scanned::candidate))
          .containsExactlyElementsOf(scan(histograms).stream().map(Scanned::candidate).toList());
      assertThat(heard)
          .containsExactlyInAnyOrderElementsOf(histograms.stream().map(MassHistogram::id).toList());
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void whatWasHandedOnBeforeACancelIsKept() {
    CancelToken token = new CancelToken();
    List<Scanned> heard = new ArrayList<>();

    assertThatThrownBy(
            () ->
                Triage.scan(
                    Spectra.of(100, 4, 20, 0),
                    JOINT,
                    TriageRule.STANDARD,
                    Workers.callerOnly(),
                    (more, done, all) -> {
                      heard.addAll(more);
                      token.cancel();
                    },
                    token))
        .isInstanceOf(CancellationException.class);
    assertThat(heard).hasSize(16);
  }

  @Test
  void theProbabilityOfAHistogramCountsItsLooks() {
    SignificanceEstimator profile =
        new ProfileEstimator(SignalWidths.ONE_BIN, new BackgroundFamily.LogPolynomial(4));
    List<Scanned> scanned =
        Triage.scan(
            Spectra.of(300, 12, 20, 0),
            profile,
            TriageRule.STANDARD,
            Workers.callerOnly(),
            Triage.Listener.NONE,
            new CancelToken());

    // 15 expected; one place per σ is a convention, so a factor of two either way is allowed
    long low = scanned.stream().filter(s -> s.candidate().histogramP() < 0.05).count();
    assertThat(low).isBetween(6L, 36L);
  }

  @Test
  void weakBumpsAtOneMassAddUpOverCategories() {
    List<Scanned> scanned = scan(Spectra.of(16, 21, 24, 40));
    CoherentScan scan =
        CoherentScan.of(scanned, TriageRule.STANDARD, Statistic.STOUFFER).getFirst();
    double best = scan.best(Statistic.STOUFFER, TriageRule.STANDARD);

    double mass = scan.massesGeV().get(scan.peak(Statistic.STOUFFER, TriageRule.STANDARD));
    assertThat(mass).isCloseTo(Spectra.massOf(24), within(0.05 * mass));
    assertThat(best).isGreaterThan(5);
    assertThat(CoherentScan.global(List.of(scan), Statistic.STOUFFER, TriageRule.STANDARD))
        .isBetween(3.0, best);
    CoherentToys toys =
        CoherentToys.draw(
            scanned,
            TriageRule.STANDARD,
            Statistic.STOUFFER,
            best,
            200,
            7,
            Workers.callerOnly(),
            done -> {},
            new CancelToken());
    assertThat(toys.asExtreme()).isZero();
    assertThat(toys.p()).isEqualTo(1.0 / 201);
  }

  @Test
  void toysOfABackgroundWithoutSignalAreOftenAsExtreme() {
    List<Scanned> scanned = scan(Spectra.of(8, 33, 24, 0));
    for (Statistic statistic : Statistic.values()) {
      double best =
          CoherentScan.of(scanned, TriageRule.STANDARD, statistic)
              .getFirst()
              .best(statistic, TriageRule.STANDARD);

      CoherentToys toys =
          CoherentToys.draw(
              scanned,
              TriageRule.STANDARD,
              statistic,
              best,
              200,
              7,
              Workers.callerOnly(),
              done -> {},
              new CancelToken());

      assertThat(toys.p()).isGreaterThan(0.02);
    }
  }

  @Test
  void frozenCandidatesAreConfirmedOnlyIfTheyAreReal() {
    List<MassHistogram> first = Spectra.of(20, 5, 22, 0);
    List<MassHistogram> second = new ArrayList<>(Spectra.of(20, 6, 22, 0));
    first.set(0, Spectra.of(1, 7, 22, 220).getFirst());
    second.set(0, Spectra.of(1, 8, 22, 220).getFirst());
    List<Candidate> frozen =
        scan(first).stream()
            .map(Scanned::candidate)
            .filter(candidate -> Math.abs(candidate.z()) > 2)
            .toList();

    List<Confirmation> confirmations = Confirmation.of(frozen, second, JOINT.worker());

    assertThat(frozen).isNotEmpty();
    for (Confirmation confirmation : confirmations) {
      boolean real = confirmation.frozen().category().equals("c0");
      assertThat(confirmation.adjustedP() < 1e-3).as(confirmation.toString()).isEqualTo(real);
      assertThat(confirmation.p()).isLessThanOrEqualTo(confirmation.adjustedP());
    }
  }

  @Test
  void flagsAtEqualMassInOtherCategoriesArePartners() {
    List<Candidate> candidates =
        scan(Spectra.of(6, 8, 22, 150)).stream().map(Scanned::candidate).toList();
    List<Candidate> withOne = new ArrayList<>(candidates);
    withOne.add(scan(Spectra.of(1, 40, 40, 150)).getFirst().candidate());

    List<Coincidences> all = Coincidences.of(withOne, TriageRule.STANDARD);

    assertThat(all.getFirst().partners()).isBetween(4, 6);
    assertThat(all.getFirst().p()).isLessThan(0.01);
    assertThat(all.getLast().isAlone()).isTrue();
    assertThat(all.getLast().p()).isEqualTo(1);
  }

  @Test
  void tablesAreWrittenAsCsvAndJson() throws IOException {
    List<Candidate> candidates =
        scan(Spectra.of(3, 8, 22, 150)).stream().map(Scanned::candidate).toList();
    Path csv = folder.resolve("t.csv");
    Path json = folder.resolve("t.json");

    CandidateTable.write(csv, candidates, JOINT.definition());
    CandidateTable.write(json, candidates, JOINT.definition());

    assertThat(Files.readAllLines(csv))
        .hasSize(4)
        .first()
        .asString()
        .startsWith("id,category,combination,z,");
    assertThat(Files.readAllLines(csv).get(1))
        .contains(Double.toString(candidates.getFirst().massGeV()));
    assertThat(Files.readString(json)).contains("\"definition\"").contains("\"c2\"");
  }
}
