package org.dipscope.core.format.particle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.event.EventSource;
import org.dipscope.core.event.FilledHistogram;
import org.dipscope.core.event.HistogramFill;
import org.dipscope.core.event.HistogramRequest;
import org.dipscope.core.format.Formats;
import org.dipscope.core.format.SharedFiles;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Histogram;
import org.dipscope.core.histogram.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Expressions choose among the particles of an event. */
class RecordListTest {
  @TempDir Path folder;

  private static Histogram fill(EventSource events, String column, Binning bins) {
    HistogramRequest request = new HistogramRequest(column, null, null, bins);
    FilledHistogram filled = HistogramFill.fill(events, request, new CancelToken());
    return filled.histogram();
  }

  @Test
  void chosenTopsAgreeWithTheDerivedColumn() {
    EventSource events =
        Formats.events(SharedFiles.format("files/lhe/mg5-ttbar-run01.lhe.gz"), "events");
    Binning bins = Binning.uniform(50, 300, 1300);
    Histogram derived = fill(events, "m_tt", bins);
    assertThat(derived.sumOfWeights()).isPositive();
    String tops = "mass(sum(particle[abs(particle_pdgId) == 6 && particle_status > 0]))";
    assertThat(fill(events, tops, bins).contents()).isEqualTo(derived.contents());
    Histogram relative = fill(events, tops + " / m_tt - 1", Binning.of(-1e-9, 1e-9));
    assertThat(relative.sumOfWeights()).isEqualTo(derived.sumOfWeights() + outside(derived));
    // from the transverse momenta and angles instead of the Cartesian components
    Histogram named = fill(events, "mass(top, antitop) / m_tt - 1", Binning.of(-1e-6, 1e-6));
    assertThat(named.sumOfWeights()).isEqualTo(relative.sumOfWeights());
    Histogram rapidity = fill(events, "rapidity(top + antitop) - y_tt", Binning.of(-1e-6, 1e-6));
    assertThat(rapidity.sumOfWeights()).isEqualTo(relative.sumOfWeights());
  }

  private static double outside(Histogram histogram) {
    return histogram.underflow() + histogram.overflow();
  }

  @Test
  void objectsOfDarkMachinesEventsAreListsByKind() throws IOException {
    Path file = folder.resolve("made.csv");
    Files.writeString(
        file,
        """
        1;x;1;1;0;j,100,60,0,0;b,50,50,0,1;e+,20,20,0,2;j,90,40,0,3.141592653589793;
        2;x;1;1;0;m-,20,20,0,2;
        3;x;1;1;0;j,70,70,0,0;
        """);
    EventSource events = Formats.events(file, "events");
    Binning counts = Binning.of(-0.5, 0.5, 1.5, 2.5);
    assertThat(fill(events, "count(jet)", counts).contents()).isEqualTo(Values.of(1, 1, 1));
    assertThat(fill(events, "count(bjet)", counts).contents()).isEqualTo(Values.of(2, 1, 0));
    assertThat(fill(events, "sum(electron_pdgId) + 12", Binning.of(0.5, 1.5)).contents())
        .isEqualTo(Values.of(1));
    // energies 100 and 90, momenta 60 and −40 along x
    Histogram mass = fill(events, "mass(jet[0], jet[1])", Binning.of(188.9, 189));
    assertThat(Math.sqrt(190 * 190 - 20 * 20)).isCloseTo(188.94, within(0.01));
    assertThat(mass.contents()).isEqualTo(Values.of(1));
    assertThat(mass.overflow() + mass.underflow()).isZero();
    assertThat(fill(events, "jet_pt", Binning.of(0, 50, 65, 80)).contents())
        .isEqualTo(Values.of(1, 1, 1));
  }

  @Test
  void manyParticlesPerEventMakeSmallerBatches() throws IOException {
    Path file = folder.resolve("made.csv");
    String event = "1;x;1;1;0;" + "j,100,60,0,0;".repeat(3000) + "\n";
    Files.writeString(file, event.repeat(500));
    EventSource events = Formats.events(file, "events");
    Histogram all = fill(events, "jet_pt", Binning.of(50, 70));
    assertThat(all.sumOfWeights()).isEqualTo(1_500_000);
    assertThat(fill(events, "jet_pt[2999]", Binning.of(50, 70)).sumOfWeights()).isEqualTo(500);
  }
}
