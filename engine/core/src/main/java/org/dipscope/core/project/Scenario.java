package org.dipscope.core.project;

import java.util.List;
import java.util.stream.Stream;
import org.dipscope.core.physics.amplitude.StandardModel;
import org.dipscope.core.physics.resonance.Couplings;
import org.dipscope.core.physics.resonance.Resonance;
import org.dipscope.core.physics.spectrum.EfficiencyModel;
import org.dipscope.core.physics.spectrum.Normalisation;
import org.jspecify.annotations.Nullable;

/**
 * Every setting of the Interference screen: the hypothesis and the conditions under which it is
 * observed.
 *
 * @param scalar the scalar under study
 * @param second another scalar beside it, or null
 * @param signalStrength μ in λ = μS + √μ I + B; 1 is the model itself
 * @param topMassGeV m_t
 * @param energyTeV √S of the proton collisions
 * @param pdfSet {@code builtin}, the name of an installed LHAPDF set, or a path to one
 * @param pdfMember its member, 0 is the central one
 * @param scale factorisation and renormalisation scale as on the command line: mt, mtt/2, GeV …
 * @param kBorn K_B
 * @param kSignal K_S
 * @param kInterference K_I, or null for √(K_B K_S)
 * @param efficiency selection
 * @param resolution relative mass resolution σ(m)/m
 * @param luminosityInvFb integrated luminosity of counted spectra, fb⁻¹
 */
public record Scenario(
    Scalar scalar,
    @Nullable Scalar second,
    double signalStrength,
    double topMassGeV,
    double energyTeV,
    String pdfSet,
    int pdfMember,
    String scale,
    double kBorn,
    double kSignal,
    @Nullable Double kInterference,
    EfficiencyModel efficiency,
    double resolution,
    double luminosityInvFb) {

  /** A pseudoscalar of 500 GeV in 140 fb⁻¹ at 13 TeV with 8 % resolution. */
  public static final Scenario DEFAULT =
      new Scenario(
          Scalar.DEFAULT,
          null,
          1,
          StandardModel.DEFAULT.topMassGeV(),
          13,
          "builtin",
          0,
          "mt",
          2,
          2,
          null,
          EfficiencyModel.PUBLISHED,
          0.08,
          140);

  /** The constants of the partonic cross-sections. */
  public StandardModel standardModel() {
    StandardModel usual = StandardModel.DEFAULT;
    return new StandardModel(
        topMassGeV,
        usual.bottomMassGeV(),
        usual.tauMassGeV(),
        usual.alphaS(),
        usual.fermiConstant());
  }

  /**
   * The resonances of the hypothesis. A state without a coupling to top quarks is no resonance of
   * top pairs, whatever its width, and is left out: that is the limit of the background alone.
   */
  public List<Resonance> resonances() {
    StandardModel model = standardModel();
    return Stream.of(scalar, second)
        .filter(state -> state != null && couplesToTop(state))
        .map(state -> state.resonance(model))
        .toList();
  }

  private static boolean couplesToTop(Scalar state) {
    Couplings couplings = state.coupling().couplings(state.cp());
    return couplings.topEven() != 0 || couplings.topOdd() != 0;
  }

  /** K_I as used. */
  public double interferenceFactor() {
    return kInterference == null ? Math.sqrt(kBorn * kSignal) : kInterference;
  }

  /**
   * Luminosity and K factors, with the signal strength in the latter: K_S μ and K_I √μ.
   *
   * @param luminosity in fb⁻¹
   */
  public Normalisation normalisation(double luminosity) {
    return new Normalisation(
        luminosity,
        kBorn,
        kSignal * signalStrength,
        interferenceFactor() * Math.sqrt(signalStrength));
  }

  /** Starts a changed copy. */
  public ScenarioEdit edit() {
    return new ScenarioEdit(this);
  }

  /** The same conditions for another hypothesis. */
  public Scenario withScalar(Scalar newScalar) {
    return edit().scalar(newScalar).done();
  }

  /** The same conditions with another signal strength. */
  public Scenario withSignalStrength(double strength) {
    return edit().signalStrength(strength).done();
  }

  /** The same scenario with one parameter of the scan changed. */
  public Scenario with(ScanParameter parameter, double value) {
    return parameter == ScanParameter.SIGNAL_STRENGTH
        ? withSignalStrength(value)
        : withScalar(scalar.with(parameter, value));
  }

  /** The value of a parameter of the scan. */
  public double value(ScanParameter parameter) {
    return parameter == ScanParameter.SIGNAL_STRENGTH
        ? signalStrength
        : scalar.value(parameter, standardModel());
  }
}
