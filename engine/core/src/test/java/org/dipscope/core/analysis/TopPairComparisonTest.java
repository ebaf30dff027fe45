package org.dipscope.core.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dipscope.core.histogram.Axis;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.CountSpectrum;
import org.dipscope.core.histogram.Spectrum;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.project.MassInterval;
import org.dipscope.core.project.Scenario;
import org.dipscope.core.project.SpectrumEntry;
import org.dipscope.core.project.SpectrumEntry.Comparison;
import org.dipscope.core.project.SpectrumEntry.Embedded;
import org.dipscope.core.project.SpectrumEntry.Generation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopPairComparisonTest {
  private static Spectrum spectrum(String name, String label, String unit, double... edges) {
    return new CountSpectrum(
        name,
        new Axis(label, unit, Binning.of(edges)),
        Values.constant(edges.length - 1, 5),
        null,
        "");
  }

  private static SpectrumEntry entry(Spectrum spectrum) {
    return new SpectrumEntry("s", new Embedded(spectrum, null));
  }

  private static String absence(Spectrum spectrum) {
    return TopPairComparison.absence(entry(spectrum), spectrum, 172.5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "m_tt",
        "m_{tt̄}",
        "mtt",
        "M_ttbar",
        "m(t#bar{t})",
        "mass of the top pair",
        "m_{t\\bar{t}}"
      })
  void aLabelThatNamesTopPairsIsEnough(String label) {
    assertThat(absence(spectrum("a", label, "GeV", 350, 400, 450))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "cms_dijet_137fb, m, 1530, 2000",
    "cms_diphoton_EBEB_138fb, mass, 500, 700",
    "atlas_dilepton_139fb, '', 225, 600",
    "attention, m_jj, 350, 600",
    "cms_fourjet, m_4j, 1530, 2000",
  })
  void otherSpectraStandAlone(String name, String label, double low, double high) {
    assertThat(absence(spectrum(name, label, "GeV", low, 350 + low, 350 + low + high)))
        .contains("Neither label, name nor source");
  }

  @Test
  void theUserHasTheLastWordWhereItMakesSense() {
    Spectrum dijet = spectrum("dijet", "m_jj", "GeV", 400, 500, 600);
    SpectrumEntry wanted = entry(dijet).with(Comparison.TOP_PAIRS);
    assertThat(TopPairComparison.absence(wanted, dijet, 172.5)).isEmpty();
    Spectrum top = spectrum("tops", "m_tt", "GeV", 400, 500, 600);
    assertThat(TopPairComparison.absence(entry(top).with(Comparison.NONE), top, 172.5))
        .contains("without a prediction");
    Spectrum photons = spectrum("hgg", "m_tt", "GeV", 100, 130, 160);
    assertThat(TopPairComparison.absence(entry(photons).with(Comparison.TOP_PAIRS), photons, 172.5))
        .contains("345 GeV");
    Spectrum tera = spectrum("tera", "m_tt", "TeV", 400, 500);
    assertThat(absence(tera)).contains("TeV");
  }

  @Test
  void generatedTopPairsNeedNoLabel() {
    Spectrum bare = spectrum("pseudo", "m", "GeV", 350, 400, 500);
    SpectrumEntry generated =
        new SpectrumEntry("s", new Embedded(bare, new Generation(Scenario.DEFAULT, 1, "x")));
    assertThat(TopPairComparison.absence(generated, bare, 172.5)).isEmpty();
  }

  @Test
  void withEveryFittedBinMaskedThereIsNothingToFit() {
    Spectrum top = spectrum("tops", "m_tt", "GeV", 300, 345, 500);
    SpectrumEntry masked = entry(top).withMasks(List.of(new MassInterval(400, 410)));
    assertThat(TopPairComparison.absence(masked, top, 172.5)).contains("masked");
  }
}
