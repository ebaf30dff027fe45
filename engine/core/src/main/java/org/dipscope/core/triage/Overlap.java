package org.dipscope.core.triage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.event.EventSource;
import org.dipscope.core.selection.MassWindow;
import org.dipscope.core.selection.SelectedHistograms;
import org.dipscope.core.selection.SelectionProgress;
import org.dipscope.core.selection.SharedEvents;

/**
 * Which flagged candidates stand on the same events: those within 2σ of the mass of each. Two flags
 * that share events fluctuate together; only flags that share none count as two.
 *
 * @param flags the candidates, the most significant first
 * @param events their windows in the same order
 */
public record Overlap(List<Candidate> flags, SharedEvents events) {
  /** From this share on a pair is called dependent. */
  public static final double DEPENDENT = 0.1;

  private static final int MOST_FLAGS = 200;
  private static final int MOST_NAMED = 2;
  private static final double WINDOW = 2;

  /**
   * Two flags with events in common.
   *
   * @param one the more significant
   * @param other the less significant
   * @param events how many they share
   * @param share {@link SharedEvents#correlation}
   */
  public record Pair(Candidate one, Candidate other, long events, double share) {
    boolean isInOneCategory() {
      return one.category().equals(other.category());
    }

    String words() {
      return String.format(
          Locale.ROOT,
          "%s and %s in %s share %.0f %%",
          name(one),
          name(other),
          isInOneCategory() ? one.category() : one.category() + " and " + other.category(),
          100 * share);
    }
  }

  /** Copies the list. */
  public Overlap {
    flags = List.copyOf(flags);
  }

  /**
   * Counts in one pass over the events.
   *
   * @param found the selection that gave the candidates
   * @param candidates all of them; of those that the rule flags the 200 most significant count
   * @throws org.dipscope.core.problem.ProblemException if the table cannot be read
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static Overlap count(
      EventSource source,
      SelectedHistograms found,
      List<Candidate> candidates,
      TriageRule rule,
      Workers workers,
      SelectionProgress progress,
      CancelToken token) {
    List<Candidate> flags =
        candidates.stream()
            .filter(candidate -> Math.abs(candidate.z()) >= rule.flagZ())
            .sorted(Comparator.comparingDouble((Candidate c) -> Math.abs(c.z())).reversed())
            .limit(MOST_FLAGS)
            .toList();
    List<MassWindow> windows =
        flags.stream()
            .map(
                flag ->
                    new MassWindow(
                        flag.id(),
                        flag.massGeV() - WINDOW * flag.widthGeV(),
                        flag.massGeV() + WINDOW * flag.widthGeV()))
            .toList();
    return new Overlap(flags, SharedEvents.count(source, found, windows, workers, progress, token));
  }

  /** A candidate in few words. */
  static String name(Candidate candidate) {
    return String.format(Locale.ROOT, "%s %.4g GeV", candidate.combination(), candidate.massGeV());
  }

  /** All pairs that share events, the largest share first. */
  public List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < flags.size(); i++) {
      for (int j = i + 1; j < flags.size(); j++) {
        if (events.shared(i, j) > 0) {
          pairs.add(
              new Pair(flags.get(i), flags.get(j), events.shared(i, j), events.correlation(i, j)));
        }
      }
    }
    pairs.sort(Comparator.comparingDouble(Pair::share).reversed());
    return pairs;
  }

  /** How many flags there are and which pairs are not independent. */
  public String words() {
    if (flags.size() < 2) {
      return flags.isEmpty()
          ? "No candidate is flagged."
          : "One candidate is flagged, so there is no pair to compare.";
    }
    List<Pair> dependent = pairs().stream().filter(pair -> pair.share() >= DEPENDENT).toList();
    String first =
        "%d flags in %s%s. "
            .formatted(
                flags.size(),
                categories() == 1 ? "one category" : categories() + " categories",
                across());
    if (dependent.isEmpty()) {
      return first + "No pair shares a tenth of its events.";
    }
    StringBuilder words = new StringBuilder(first).append("Not independent: ");
    int named = Math.min(MOST_NAMED, dependent.size());
    for (int i = 0; i < named; i++) {
      words.append(i == 0 ? "" : ", ").append(dependent.get(i).words());
    }
    int more = dependent.size() - named;
    return words
        .append(
            more == 0 ? "" : more == 1 ? ", and one more pair" : ", and " + more + " more pairs")
        .append('.')
        .toString();
  }

  private long categories() {
    return flags.stream().map(Candidate::category).distinct().count();
  }

  /**
   * Whether flags of different categories are independent, as a combination over categories needs
   * it; begins with a semicolon, or is empty if the flags lie in one category.
   */
  public String across() {
    if (categories() < 2) {
      return "";
    }
    return pairs().stream()
        .filter(pair -> !pair.isInOneCategory())
        .findFirst()
        .map(pair -> "; not independent: " + pair.words())
        .orElse("; flags of different categories share no event");
  }

  /** With which flags a candidate shares most of its events; empty if there is none. */
  public String about(String id) {
    List<Pair> dependent =
        pairs().stream()
            .filter(pair -> pair.share() >= DEPENDENT)
            .filter(pair -> pair.one().id().equals(id) || pair.other().id().equals(id))
            .toList();
    if (dependent.isEmpty()) {
      return "";
    }
    Pair most = dependent.getFirst();
    String others =
        dependent.size() == 1 ? "" : " and with %d more".formatted(dependent.size() - 1);
    return String.format(
        Locale.ROOT,
        "Not independent: shares %.0f %% of its events with %s%s.",
        100 * most.share(),
        name(most.one().id().equals(id) ? most.other() : most.one()),
        others);
  }
}
