package org.dipscope.app.triage;

import org.dipscope.core.triage.Candidate;
import org.dipscope.core.triage.Scanned;
import org.jspecify.annotations.Nullable;

/**
 * One line of the table.
 *
 * @param scanned the histogram
 * @param q rate of false discoveries at which it still counts; NaN while others are missing
 * @param partners flags of other categories at its mass, or −1 if it is no flag or others are
 *     missing
 * @param confirmedZ the significance in the other events, or null before they were looked at
 */
public record Row(Scanned scanned, double q, int partners, @Nullable Double confirmedZ) {

  static Row of(Scanned scanned) {
    return new Row(scanned, Double.NaN, -1, null);
  }

  /** The most significant bin. */
  public Candidate candidate() {
    return scanned.candidate();
  }

  Row confirmed(double z) {
    return new Row(scanned, q, partners, z);
  }
}
