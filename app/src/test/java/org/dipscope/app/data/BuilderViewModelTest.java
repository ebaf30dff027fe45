package org.dipscope.app.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dipscope.app.data.BinningChoice.Kind;
import org.dipscope.app.data.DataViewModel.Mode;
import org.dipscope.app.workspace.DataEntry;
import org.dipscope.core.event.Completion;
import org.dipscope.core.figure.Mark;
import org.dipscope.core.figure.Steps;
import org.dipscope.core.format.Formats;
import org.dipscope.core.histogram.CountSpectrum;
import org.dipscope.core.histogram.Histogram;
import org.dipscope.core.histogram.MeasuredSpectrum;
import org.dipscope.core.project.SpectrumEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuilderViewModelTest {
  @TempDir private Path folder;
  private final DataBench bench = new DataBench();
  private final BuilderViewModel builder = bench.model.builder();

  @BeforeEach
  void openATable() throws IOException {
    bench.opener.open(List.of(DataBench.eventFile(folder)));
    bench.select("jets");
    bench.model.build();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private Histogram built() {
    return builder.first().orElseThrow();
  }

  /** Numbers of the first cut. */
  private List<String> numbers(String... columns) {
    return Stream.of(columns)
        .map(
            name ->
                builder.resultProperty().get().columns().stream()
                    .filter(column -> column.name().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .numbers()
                    .getFirst())
        .toList();
  }

  @Test
  void aColumnIsTheStart() {
    assertThat(bench.model.modeProperty().get()).isEqualTo(Mode.BUILD);
    assertThat(builder.xProperty().get()).isEqualTo("jets");
    assertThat(built().contents().toArray()).containsExactly(250, 250, 250, 250);
    assertThat(numbers("read", "passed", "entries", "mean", "under", "over"))
        .containsExactly("1\u202f000", "1\u202f000", "1\u202f000", "1.5", "0", "0");
    assertThat(builder.resultProperty().get().columns())
        .extracting(ResultTable.Column::name)
        .doesNotContain("NaN", "n_eff");
    assertThat(builder.resultProperty().get().remark()).startsWith("filled in ");
    assertThat(bench.model.drawnProperty().get()).isTrue();
  }

  @Test
  void everyCutIsAHistogramOfItsColour() {
    builder.cuts().getFirst().textProperty().set("jets > 1");
    builder.addCut();
    builder.addCut();
    builder.cuts().get(2).textProperty().set("jets == 3");
    builder.cuts().get(1).activeProperty().set(false);
    assertThat(
            builder.figureProperty().get().columns().getFirst().panels().getFirst().marks().stream()
                .filter(Steps.class::isInstance)
                .map(Mark::label))
        .containsExactly("jets == 3", "jets > 1");
    assertThat(builder.cuts()).extracting(Cut::colour).containsExactly(1, 2, 3);
    builder.removeCut(builder.cuts().getFirst());
    builder.addCut();
    assertThat(builder.cuts()).extracting(Cut::colour).containsExactly(2, 3, 1);
    assertThat(built().name()).isEqualTo("jets, jets == 3");
  }

  @Test
  void weightsAndTypedBinsAreUsed() {
    builder.weightProperty().set("weight");
    builder.form().xBins().kindProperty().set(Kind.UNIFORM);
    builder.form().xBins().countProperty().set("2");
    builder.form().xBins().lowProperty().set("0");
    builder.form().xBins().highProperty().set("4");
    assertThat(built().contents().toArray()).containsExactly(250, 250);
    assertThat(built().errorsHigh().get(0)).isEqualTo(Math.sqrt(125));
    builder.form().xBins().kindProperty().set(Kind.EDGES);
    builder.form().xBins().edgesProperty().set("0 1, 4");
    assertThat(built().contents().toArray()).containsExactly(125, 375);
  }

  @Test
  void whatIsWrongIsSaidWhereItStandsAndTheFigureStays() {
    Histogram before = built();
    builder.xProperty().set("jets + jetz");
    assertThat(builder.form().xComplaintProperty().get())
        .startsWith("Character 8: there is no column \"jetz\".")
        .contains("Did you mean");
    builder.cuts().getFirst().textProperty().set("jets +");
    assertThat(builder.cuts().getFirst().complaintProperty().get()).startsWith("Character 7:");
    assertThat(built()).isEqualTo(before);
    builder.xProperty().set("jets");
    builder.cuts().getFirst().textProperty().set("jets");
    assertThat(builder.cuts().getFirst().complaintProperty().get()).contains("not a condition");
    builder.cuts().getFirst().textProperty().set("");
    builder.form().xBins().kindProperty().set(Kind.UNIFORM);
    builder.form().xBins().countProperty().set("many");
    assertThat(builder.form().binsComplaintProperty().get()).contains("number of bins is “many”");
    assertThat(builder.form().xComplaintProperty().get()).isEmpty();
  }

  @Test
  void weightsAndMissingValuesHaveTheirNumbers() {
    builder.weightProperty().set("weight");
    builder.xProperty().set("\"mass [GeV]\"");
    builder.addCut();
    builder.cuts().get(1).textProperty().set("jets == 1");
    assertThat(numbers("read", "passed", "NaN", "sum", "n_eff"))
        .containsExactly("1\u202f000", "1\u202f000", "100", "450", "900");
    assertThat(builder.resultProperty().get().cuts())
        .extracting(BuildRequest.CutLine::label)
        .containsExactly("all events", "jets == 1");
    builder.yProperty().set("jets");
    assertThat(builder.resultProperty().get().columns())
        .extracting(ResultTable.Column::name)
        .containsExactly("read", "passed", "NaN");
  }

  @Test
  void anUnexpectedFailureIsReportedAndNobodyWaits() {
    Histogram before = built();
    bench.opening =
        (file, name) -> {
          throw new IllegalStateException("the disk is gone");
        };
    builder.xProperty().set("2*jets");
    assertThat(bench.problems).containsExactly("the disk is gone");
    assertThat(builder.workingProperty().get()).isFalse();
    assertThat(built()).isEqualTo(before);
    bench.opening = Formats::events;
    builder.xProperty().set("2*jets ");
    assertThat(builder.workingProperty().get()).isFalse();
    assertThat(built().name()).isEqualTo("2*jets");
  }

  @Test
  void namesAreProposed() {
    Completion completion = builder.completion("2*ma", 4);
    assertThat(completion.from()).isEqualTo(2);
    assertThat(completion.suggestions().getFirst().text()).isEqualTo("mass");
  }

  @Test
  void twoAxesMakeAMap() {
    builder.yProperty().set("weight");
    Histogram map = built();
    assertThat(map.axes()).hasSize(2);
    assertThat(map.sumOfWeights()).isEqualTo(1000);
    assertThat(bench.model.addableProperty().get()).isFalse();
    assertThat(builder.commandLine()).contains(" --y-column weight --y-bins=1,");
    builder.yProperty().set("");
    assertThat(built().axes()).hasSize(1);
  }

  @Test
  void theCommandLineFillsTheSame() {
    builder.xProperty().set("2*jets");
    builder.cuts().getFirst().textProperty().set("jets > 0 && weight < 1");
    builder.form().xBins().kindProperty().set(Kind.UNIFORM);
    builder.form().xBins().countProperty().set("4");
    builder.form().xBins().lowProperty().set("-1");
    builder.form().xBins().highProperty().set("7");
    assertThat(builder.commandLine())
        .startsWith("dipscope histogram ")
        .endsWith(" --column '2*jets' --cut 'jets > 0 && weight < 1' --bins=4,-1,7");
    assertThat(CommandLine.quoted("it's")).isEqualTo("'it'\\''s'");
  }

  @Test
  void aHistogramBecomesASpectrumOnceEverythingIsKnown() {
    builder.xProperty().set("\"mass [GeV]\"");
    bench.model.add();
    Adding adding = bench.model.adding();
    assertThat(adding.openProperty().get()).isTrue();
    assertThat(adding.countedProperty().get()).isTrue();
    adding.accept(true);
    assertThat(adding.complaintProperty().get()).contains("√s").contains("missing");
    adding.energyProperty().set("13");
    adding.luminosityProperty().set("-4");
    adding.accept(true);
    assertThat(adding.complaintProperty().get()).contains("luminosity is “-4”");
    adding.luminosityProperty().set("36.1");
    adding.accept(true);
    assertThat(adding.openProperty().get()).isFalse();
    assertThat(bench.seen).endsWith("spectra");
    SpectrumEntry entry = bench.workspace.document().spectra().getFirst();
    DataEntry data = bench.workspace.entry(entry).orElseThrow();
    assertThat(data.spectrum())
        .isInstanceOfSatisfying(
            CountSpectrum.class, counts -> assertThat(counts.luminosityInvFb()).isEqualTo(36.1));
    assertThat(data.energyTeV()).isEqualTo(13);
    assertThat(data.spectrum().source()).contains("events.csv");
    bench.workspace.undo();
    assertThat(bench.workspace.document().spectra()).isEmpty();
  }

  @Test
  void weightedContentsAreTakenWithTheirErrors() {
    builder.weightProperty().set("weight");
    builder.xProperty().set("\"mass [GeV]\"/1000");
    bench.model.add();
    Adding adding = bench.model.adding();
    adding.energyProperty().set("8");
    adding.countedProperty().set(false);
    adding.unitProperty().set("TeV");
    adding.accept(false);
    assertThat(adding.complaintProperty().get()).contains("density per TeV");
    adding.unitProperty().set("GeV");
    adding.valueUnitProperty().set("fb/GeV");
    adding.accept(false);
    assertThat(bench.seen).doesNotContain("spectra");
    SpectrumEntry entry = bench.workspace.document().spectra().getFirst();
    assertThat(bench.workspace.entry(entry).orElseThrow().spectrum())
        .isInstanceOfSatisfying(
            MeasuredSpectrum.class, m -> assertThat(m.valueUnit()).isEqualTo("fb/GeV"));
  }

  @Test
  void anotherTableStartsAfresh() throws IOException {
    builder.cuts().getFirst().textProperty().set("jets > 1");
    Path other =
        java.nio.file.Files.writeString(folder.resolve("other.csv"), "a,b,c,d,e,f\n1,2,3,4,5,6\n");
    bench.opener.open(List.of(other));
    bench.select("other");
    assertThat(builder.xProperty().get()).isEmpty();
    assertThat(builder.cuts())
        .singleElement()
        .satisfies(c -> assertThat(c.textProperty().get()).isEmpty());
    assertThat(builder.figureProperty().get()).isNull();
  }
}
