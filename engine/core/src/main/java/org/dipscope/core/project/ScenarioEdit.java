package org.dipscope.core.project;

import org.dipscope.core.physics.spectrum.EfficiencyModel;
import org.jspecify.annotations.Nullable;

/** Collects changes to a {@link Scenario}; {@link #done()} gives the changed copy. */
public final class ScenarioEdit {
  private Scalar scalar;
  private @Nullable Scalar second;
  private double signalStrength;
  private double topMassGeV;
  private double energyTeV;
  private String pdfSet;
  private int pdfMember;
  private String scale;
  private double kBorn;
  private double kSignal;
  private @Nullable Double kInterference;
  private EfficiencyModel efficiency;
  private double resolution;
  private double luminosityInvFb;

  ScenarioEdit(Scenario from) {
    scalar = from.scalar();
    second = from.second();
    signalStrength = from.signalStrength();
    topMassGeV = from.topMassGeV();
    energyTeV = from.energyTeV();
    pdfSet = from.pdfSet();
    pdfMember = from.pdfMember();
    scale = from.scale();
    kBorn = from.kBorn();
    kSignal = from.kSignal();
    kInterference = from.kInterference();
    efficiency = from.efficiency();
    resolution = from.resolution();
    luminosityInvFb = from.luminosityInvFb();
  }

  /** Sets the scalar under study. */
  public ScenarioEdit scalar(Scalar value) {
    scalar = value;
    return this;
  }

  /** Sets or, with null, removes the other scalar. */
  public ScenarioEdit second(@Nullable Scalar value) {
    second = value;
    return this;
  }

  /** Sets μ. */
  public ScenarioEdit signalStrength(double value) {
    signalStrength = value;
    return this;
  }

  /** Sets m_t in GeV. */
  public ScenarioEdit topMassGeV(double value) {
    topMassGeV = value;
    return this;
  }

  /** Sets √S in TeV. */
  public ScenarioEdit energyTeV(double value) {
    energyTeV = value;
    return this;
  }

  /** Sets the parton distributions. */
  public ScenarioEdit pdf(String set, int member) {
    pdfSet = set;
    pdfMember = member;
    return this;
  }

  /** Sets the member of the parton distributions. */
  public ScenarioEdit pdfMember(int value) {
    pdfMember = value;
    return this;
  }

  /** Sets the factorisation and renormalisation scale as on the command line. */
  public ScenarioEdit scale(String value) {
    scale = value;
    return this;
  }

  /** Sets K_B. */
  public ScenarioEdit kBorn(double value) {
    kBorn = value;
    return this;
  }

  /** Sets K_S. */
  public ScenarioEdit kSignal(double value) {
    kSignal = value;
    return this;
  }

  /** Sets K_I; null for √(K_B K_S). */
  public ScenarioEdit kInterference(@Nullable Double value) {
    kInterference = value;
    return this;
  }

  /** Sets the selection. */
  public ScenarioEdit efficiency(EfficiencyModel value) {
    efficiency = value;
    return this;
  }

  /** Sets the relative mass resolution. */
  public ScenarioEdit resolution(double value) {
    resolution = value;
    return this;
  }

  /** Sets the integrated luminosity in fb⁻¹. */
  public ScenarioEdit luminosityInvFb(double value) {
    luminosityInvFb = value;
    return this;
  }

  /** The changed copy. */
  public Scenario done() {
    return new Scenario(
        scalar,
        second,
        signalStrength,
        topMassGeV,
        energyTeV,
        pdfSet,
        pdfMember,
        scale,
        kBorn,
        kSignal,
        kInterference,
        efficiency,
        resolution,
        luminosityInvFb);
  }
}
