package org.dipscope.sample;

/**
 * A top-pair mass spectrum that ships with Dipscope: measured, or pseudo-data.
 *
 * @param file the name of its CSV file, to be opened by {@link SampleData#open}
 * @param title what to call it on screen
 * @param energyTeV the centre-of-mass energy of the collisions in TeV
 * @param luminosityInvFb integrated luminosity in fb⁻¹
 * @param fiducial whether the values include the acceptance of the detector
 * @param normalised whether the values are divided by the total cross-section
 * @param reference arXiv number and HEPData record, or how pseudo-data were made
 */
public record SampleSpectrum(
    String file,
    String title,
    double energyTeV,
    double luminosityInvFb,
    boolean fiducial,
    boolean normalised,
    String reference) {

  /** ATLAS 13 TeV, the spectrum of the default project. */
  public static final SampleSpectrum ATLAS_13_TEV =
      new SampleSpectrum(
          "atlas_mtt_13tev_3.2fb_1708.00727.csv",
          "ATLAS 13 TeV, 3.2 fb⁻¹",
          13,
          3.2,
          true,
          false,
          "arXiv:1708.00727, doi:10.17182/hepdata.80041.v2/t23");

  /** Pseudo-data with a pseudoscalar of 550 GeV and tan β = 1.2, made by {@code generate}. */
  public static final SampleSpectrum PSEUDO_DATA =
      new SampleSpectrum(
          "pseudo_ttbar_13tev_140fb.csv",
          "Pseudo-data 13 TeV, 140 fb⁻¹",
          13,
          140,
          false,
          false,
          "dipscope generate, seed 2026");

  /** ATLAS 8 TeV. */
  public static final SampleSpectrum ATLAS_8_TEV =
      new SampleSpectrum(
          "atlas_mtt_8tev_20.3fb_1511.04716.csv",
          "ATLAS 8 TeV, 20.3 fb⁻¹",
          8,
          20.3,
          true,
          false,
          "arXiv:1511.04716, doi:10.17182/hepdata.84154.v2/t1");

  /** CMS 8 TeV at parton level, normalised. */
  public static final SampleSpectrum CMS_8_TEV =
      new SampleSpectrum(
          "cms_mtt_8tev_19.7fb_1505.04480_partonlevel.csv",
          "CMS 8 TeV, 19.7 fb⁻¹, parton level",
          8,
          19.7,
          false,
          true,
          "arXiv:1505.04480, HEPData");
}
