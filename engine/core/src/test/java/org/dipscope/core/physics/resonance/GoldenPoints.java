package org.dipscope.core.physics.resonance;

import org.dipscope.core.physics.amplitude.CpParity;
import org.dipscope.core.physics.amplitude.GoldenTable;

/** The benchmark points P1 to P10. */
public final class GoldenPoints {
  private static final GoldenTable TABLE = GoldenTable.read(GoldenPoints.class, "points.csv");

  private GoldenPoints() {}

  /** All rows of points.csv. */
  static GoldenTable table() {
    return TABLE;
  }

  /** The resonance of a point. */
  public static Resonance resonance(String point, WidthScheme scheme) {
    return TABLE.rows().stream()
        .filter(row -> row.text("point").equals(point))
        .map(row -> resonance(row, scheme))
        .findFirst()
        .orElseThrow();
  }

  static CpParity parity(GoldenTable.Row row) {
    return row.text("cp").equals("H") ? CpParity.EVEN : CpParity.ODD;
  }

  static Resonance resonance(GoldenTable.Row row, WidthScheme scheme) {
    Couplings couplings =
        Couplings.pure(parity(row), row.number("xi_t"), row.number("xi_b"), row.number("xi_tau"));
    return new Resonance(couplings, row.number("M_GeV"), row.number("Gamma_tot_GeV"), scheme);
  }
}
