package org.dipscope.core.physics.parton;

import java.util.List;

/** One member of an LHAPDF6 set: subgrids in increasing Q, a coupling, and a positivity rule. */
final class GridPdf implements PartonDistribution {
  private final String name;
  private final String description;
  private final List<KnotGrid> grids;
  private final Coupling coupling;
  private final Positivity positivity;

  /** How LHAPDF6 treats negative values (key ForcePositive). */
  enum Positivity {
    /** 0: values as they are. */
    AS_IS(Double.NEGATIVE_INFINITY),
    /** 1: not below zero. */
    NOT_NEGATIVE(0),
    /** 2: not below 1e-10. */
    ABOVE_ZERO(1e-10);

    private final double floor;

    Positivity(double floor) {
      this.floor = floor;
    }

    double apply(double value) {
      return Math.max(value, floor);
    }
  }

  GridPdf(
      String name,
      String description,
      List<KnotGrid> grids,
      Coupling coupling,
      Positivity positivity) {
    this.name = name;
    this.description = description;
    this.grids = List.copyOf(grids);
    this.coupling = coupling;
    this.positivity = positivity;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  public double alphaS(double qGeV) {
    PartonDomain.requireScale(qGeV);
    return coupling.at(qGeV);
  }

  @Override
  public PartonsAtScale atScale(double qGeV) {
    PartonDomain.requireScale(qGeV);
    return new GridAtScale(qGeV, this, GridProfile.at(grids, 2 * Math.log(qGeV)), positivity);
  }
}
