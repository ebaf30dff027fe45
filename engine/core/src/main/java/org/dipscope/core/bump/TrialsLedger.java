package org.dipscope.core.bump;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every histogram that was looked at, because each look is a chance for background to deceive.
 * Immutable.
 */
public final class TrialsLedger {
  /** Nothing has been looked at. */
  public static final TrialsLedger EMPTY = new TrialsLedger(null, null, 0, 1);

  private final @Nullable TrialsLedger before;
  private final @Nullable Look last;
  private final int count;
  private final double least;

  private TrialsLedger(
      @Nullable TrialsLedger before, @Nullable Look last, int count, double least) {
    this.before = before;
    this.last = last;
    this.count = count;
    this.least = least;
  }

  /**
   * One histogram looked at with one estimator.
   *
   * @param id of the histogram
   * @param estimator its name
   * @param globalP the probability that background alone looks as significant somewhere in it; NaN
   *     if it is not known
   */
  public record Look(String id, String estimator, double globalP) {}

  /** The ledger with one look more. */
  public TrialsLedger with(Look look) {
    double smallest = look.globalP() < least ? look.globalP() : least;
    return new TrialsLedger(this, look, count + 1, smallest);
  }

  /** How many looks there were. */
  public int count() {
    return count;
  }

  /** All looks in the order in which they were made. */
  public List<Look> looks() {
    List<Look> looks = new ArrayList<>(count);
    for (TrialsLedger ledger = this;
        ledger != null && ledger.last != null;
        ledger = ledger.before) {
      looks.add(ledger.last);
    }
    Collections.reverse(looks);
    return looks;
  }

  /**
   * The probability that the smallest global p of as many independent looks is as small as the
   * smallest here; 1 if there is none.
   */
  public double p() {
    return GlobalSignificance.ofLooks(least, Math.max(1, count));
  }
}
