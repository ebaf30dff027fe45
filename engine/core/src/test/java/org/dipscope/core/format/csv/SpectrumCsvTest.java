package org.dipscope.core.format.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.dipscope.core.format.AnnotatedHistogram;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.CountSpectrum;
import org.dipscope.core.histogram.Histogram;
import org.dipscope.core.histogram.MeasuredSpectrum;
import org.dipscope.core.histogram.Spectrum;
import org.dipscope.core.histogram.SplitErrors;
import org.dipscope.core.histogram.TotalErrors;
import org.dipscope.core.histogram.Values;
import org.junit.jupiter.api.Test;

class SpectrumCsvTest {

  private static Spectrum read(String text) {
    return SpectrumCsv.read(
        "spectrum.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static MeasuredSpectrum measured(String file) throws IOException {
    try (InputStream stream = SpectrumCsvTest.class.getResourceAsStream(file)) {
      assertThat(stream).isNotNull();
      return (MeasuredSpectrum) SpectrumCsv.read(file, stream);
    }
  }

  @Test
  void atlas13TeVComesWithAllItsErrors() throws IOException {
    MeasuredSpectrum atlas = measured("atlas_mtt_13tev_3.2fb_1708.00727.csv");
    assertThat(atlas.binning().edges())
        .containsExactly(225, 345, 420, 500, 590, 685, 790, 910, 1040, 1175, 1320, 3000);
    assertThat(atlas.valueUnit()).isEqualTo("pb/GeV");
    assertThat(atlas.normalised()).isFalse();
    assertThat(atlas.axis().title()).isEqualTo("m_tt [GeV]");
    assertThat(atlas.values().get(2)).isEqualTo(0.289676);
    SplitErrors errors = (SplitErrors) atlas.errors();
    assertThat(errors.systematicLow().get(10)).isEqualTo(0.00014639093);
    // the published totals are the quadratic sums of the published parts
    assertThat(errors.low().get(0)).isCloseTo(0.008298358, within(1e-8));
    assertThat(errors.high().get(9)).isCloseTo(0.0008119391, within(1e-9));
    assertThat(atlas.source()).contains("1708.00727");
  }

  @Test
  void atlas8TeVComesWithAllItsErrors() throws IOException {
    MeasuredSpectrum atlas = measured("atlas_mtt_8tev_20.3fb_1511.04716.csv");
    assertThat(atlas.errors()).isInstanceOf(SplitErrors.class);
    assertThat(atlas.errors().low().get(5)).isCloseTo(0.003799548, within(1e-8));
  }

  @Test
  void cmsIsNormalisedWithTotalErrors() throws IOException {
    MeasuredSpectrum cms = measured("cms_mtt_8tev_19.7fb_1505.04480_partonlevel.csv");
    assertThat(cms.normalised()).isTrue();
    assertThat(cms.valueUnit()).isEqualTo("1/GeV");
    assertThat(cms.errors()).isInstanceOf(TotalErrors.class);
    assertThat(cms.binning()).isEqualTo(Binning.of(345, 400, 470, 550, 650, 800, 1100, 1600));
  }

  @Test
  void countsInEveryDialect() {
    Values counts = Values.of(5, 7.5, 9);
    Binning binning = Binning.of(0, 10, 20, 35);
    for (String text :
        new String[] {
          "low,high,count\n0,10,5\n10,20,7.5\n20,35,9\n",
          "\uFEFFlow,high,count\r\n0,10,5\r\n10,20,7.5\r\n20,35,9",
          "low;high;count\n0;10;5\n10;20;7,5\n20;35;9\n",
          "# low high count\n 0 10 5\n 10  20  7.5\n20\t35 9\n",
          "low\thigh\tcount\n0\t10\t5\n10\t20\t7.5\n20\t35\t9\n",
          """
          % a comment
          // another
          x low  x high  my count
          ----  ----  ----
          0  10  5
          10  20  7.5
          20  35  9
          """,
          "\"low\",\"high\",\"count\"\n\"0\",\"10\",\"5\"\n10,20,7.5\n20,35,9,\n",
          "0 10 5\n10 20 7.5\n20 35 9\n",
          "edge,count\n0,5\n10,7.5\n20,9\n35,\n",
          "left_edge,counts\r0,5\r10,7.5\r20,9\r35,-\r",
          "xmin,xmax,n,err\n0,10,5,2.23607\n10,20,7.5,2.73861\n20,35,9,3\n",
          "bin,binLow,binHigh,events\n1,0,1e1,5\n2,10,20,7.5D0\n3,20,35,9\n",
          "m [GeV],width [GeV],count\n5,10,5\n15,10,7.5\n27.5,15,9\n",
        }) {
      CountSpectrum spectrum = (CountSpectrum) read(text);
      assertThat(spectrum.binning()).as(text).isEqualTo(binning);
      assertThat(spectrum.counts()).as(text).isEqualTo(counts);
    }
  }

  @Test
  void equallySpacedCentresGiveTheirEdges() {
    assertThat(read("mass,count\n305,1\n315,2\n325,3\n").binning())
        .isEqualTo(Binning.of(300, 310, 320, 330));
  }

  @Test
  void roundedEdgesJoin() {
    assertThat(read("low,high,count\n985.981,1018.891,104\n1018.890,1052.900,84\n").binning())
        .isEqualTo(Binning.of(985.981, 1018.89, 1052.9));
  }

  @Test
  void oneBinIsEnough() {
    CountSpectrum spectrum = (CountSpectrum) read("low,high,count\n300,400,12\n");
    assertThat(spectrum.counts()).isEqualTo(Values.of(12));
  }

  @Test
  void unitsAndLuminosityAreFound() {
    CountSpectrum spectrum =
        (CountSpectrum)
            read("# pseudo-data, 140 fb-1\nm_tt_low_TeV,m_tt_high_TeV,count\n0.3,0.4,2\n");
    assertThat(spectrum.axis().label()).isEqualTo("m_tt");
    assertThat(spectrum.axis().unit()).isEqualTo("TeV");
    assertThat(spectrum.luminosityInvFb()).isEqualTo(140.0);
  }

  @Test
  void hepDataTablesKeepEverySource() {
    MeasuredSpectrum spectrum =
        (MeasuredSpectrum)
            read(
                """
                #: name: Table 3
                #: description: sigma
                continues here without a mark
                #: data_file: data3.yaml
                #: RE,,,P P --> TOP TOPBAR X
                M [GEV],M [GEV] LOW,M [GEV] HIGH,D(SIG)/DM [PB/GEV],stat +,stat -,"sys,lumi +",\
                "sys,lumi -","sys,b tag +","sys,b tag -","sys,jets +","sys,jets -"
                350,300,400,2,0.1,-0.1,0.2,-0.2,0.3,-0.4,0.4,-0.3
                450,400,500,1,0.1,-0.1,0.1,-0.1,0.3,-0.4,0.4,-0.3
                """);
    assertThat(spectrum.name()).isEqualTo("Table 3");
    assertThat(spectrum.valueUnit()).isEqualTo("pb/GeV");
    assertThat(spectrum.axis().unit()).isEqualTo("GeV");
    SplitErrors errors = (SplitErrors) spectrum.errors();
    assertThat(errors.statistical()).isEqualTo(Values.of(0.1, 0.1));
    assertThat(errors.luminosity()).isEqualTo(Values.of(0.2, 0.1));
    assertThat(errors.systematicHigh().get(0)).isCloseTo(0.5, within(1e-15));
    assertThat(errors.systematicLow().get(0)).isCloseTo(0.5, within(1e-15));
  }

  @Test
  void tablesOfEventsAreNoHistograms() {
    for (String text :
        new String[] {
          "pt,eta,phi,m\n1,2,3,4\n2,3,4,5\n", "run,event,x,y,z\n1,2,3,4,5\n", "1 2\n3 4\n5 6\n"
        }) {
      TextTable table =
          TextTable.readAll(
                  "events.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
              .getFirst();
      assertThat(SpectrumCsv.histograms("events.csv", table)).as(text).isEmpty();
    }
  }

  @Test
  void severalValueColumnsAreSeveralHistograms() {
    String text = "low,high,data,stat,mc,stat\n0,1,4,2,5,0.5\n1,2,9,3,8,0.6\n";
    TextTable table =
        TextTable.readAll(
                "both.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
            .getFirst();
    assertThat(SpectrumCsv.histograms("both.csv", table))
        .extracting(AnnotatedHistogram::histogram)
        .extracting(Histogram::name, histogram -> histogram.errorsLow().get(1))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("both/data", 3.0),
            org.assertj.core.groups.Tuple.tuple("both/mc", 0.6));
  }
}
