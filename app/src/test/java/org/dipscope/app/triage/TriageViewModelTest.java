package org.dipscope.app.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dipscope.app.support.Job;
import org.dipscope.app.support.JobList;
import org.dipscope.app.support.ViewThread;
import org.dipscope.app.workspace.OpenFiles;
import org.dipscope.app.workspace.ProjectPlace;
import org.dipscope.app.workspace.WorkspaceModel;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.format.Formats;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.project.Workspace;
import org.dipscope.core.selection.SelectionJson;
import org.dipscope.core.selection.SelectionSettings;
import org.dipscope.core.selection.Split;
import org.dipscope.core.selection.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without a window: everything happens at once on the thread of the test. */
class TriageViewModelTest {
  private static final int EVENTS = 20_000;

  @TempDir private Path folder;
  private final List<String> problems = new ArrayList<>();
  private final ViewThread viewThread =
      new ViewThread(Runnable::run, (origin, failure) -> problems.add(failure.getMessage()));
  private final WorkspaceModel workspace = new WorkspaceModel(Workspace.EMPTY);
  private final ProjectPlace place =
      new ProjectPlace(workspace, Runnable::run, viewThread, (delay, action) -> () -> {});
  private final JobList jobs = new JobList(Runnable::run, viewThread, System::nanoTime);
  private final OpenFiles files = new OpenFiles(workspace, place, jobs, Runnable::run, viewThread);
  private final TriageViewModel model =
      new TriageViewModel(files, jobs, viewThread, Formats::events, Workers.callerOnly());

  @BeforeEach
  void openEvents() throws IOException {
    files.open(ToyEvents.write(folder.resolve("events.csv"), EVENTS, 0.03), file -> true);
  }

  @AfterEach
  void close() {
    model.close();
    files.close();
    place.close();
    jobs.close();
  }

  private Row best() {
    return model.candidates().all().stream()
        .max(Comparator.comparingDouble(row -> Math.abs(row.candidate().z())))
        .orElseThrow();
  }

  @Test
  void tablesWithObjectsAreOffered() {
    assertThat(model.events().allProperty().get().stream().map(EventFile::words))
        .containsExactly("events.csv · events");
    assertThat(model.events().chosenProperty().get()).isNotNull();
  }

  @Test
  void aSearchFindsTheResonance() {
    model.search().run();

    assertThat(problems).isEmpty();
    assertThat(model.runningProperty().get()).isFalse();
    assertThat(model.search().cutFlowProperty().get().at(Stage.EVENTS)).isEqualTo(EVENTS);
    assertThat(model.search().cutFlowProperty().get().at(Stage.KEPT))
        .isEqualTo(model.candidates().all().size());
    assertThat(best().candidate().massGeV()).isCloseTo(700, within(40.0));
    assertThat(best().candidate().z()).isGreaterThan(5);
    assertThat(best().q()).isLessThan(0.01);
    assertThat(model.search().statusProperty().get()).contains("histograms").contains("5σ needs");
  }

  @Test
  void aChosenLineIsDrawnWithItsStrip() {
    model.search().run();
    model.candidates().selectedProperty().set(best());

    FigureSpec figure = model.spectrum().figureProperty().get();
    assertThat(figure.description()).isEqualTo(best().candidate().id());
    assertThat(figure.columns().getFirst().panels()).hasSize(2);
  }

  @Test
  void aCutThatIsChangedActs() {
    model.search().run();
    long before = model.search().cutFlowProperty().get().at(Stage.JETS);

    assertThat(model.cuts().change("jet.ptGeV", "60")).isEmpty();
    assertThat(model.cuts().change("jet.ptGeV", "sixty")).isPresent();
    assertThat(model.cuts().change("jet.ptGeV", "-1")).contains("Give 0 or a positive number.");
    assertThat(model.cuts().cutsProperty().get().selection().jet().ptGeV()).isEqualTo(60);
    model.search().run();

    assertThat(model.search().cutFlowProperty().get().at(Stage.JETS))
        .isPositive()
        .isLessThan(before);
  }

  @Test
  void everyCutOnTheScreenIsASettingAndTakesItsOwnValue() {
    Cuts before = model.cuts().cutsProperty().get();
    for (Setting setting : Setting.ALL) {
      String value = before.get(setting.place());
      assertThat(value).as(setting.place()).isNotEmpty();
      assertThat(model.cuts().change(setting, setting.shown(value))).as(setting.place()).isEmpty();
      assertThat(value.equals("true") || value.equals("false"))
          .as(setting.place())
          .isEqualTo(setting.kind() == Setting.Kind.SWITCH);
    }
    assertThat(model.cuts().cutsProperty().get()).isEqualTo(before);
    assertThat(model.cuts().undoableProperty().get()).isFalse();
  }

  @Test
  void everySettingOfTheFileIsOnTheScreen() {
    List<String> places = Setting.ALL.stream().map(Setting::place).toList();
    for (String line : SelectionJson.write(SelectionSettings.STANDARD).split("\n", -1)) {
      String name = line.strip().replaceAll("^\"(\\w+)\" : [^{]*$", "$1");
      boolean isSetting = !name.equals(line.strip());
      // the part is chosen on the page of exploring and confirming
      assertThat(
              !isSetting || name.equals("part") || places.stream().anyMatch(p -> p.endsWith(name)))
          .as(line)
          .isTrue();
    }
  }

  @Test
  void cutsHaveAWayBack() {
    CutsModel cuts = model.cuts();
    assertThat(cuts.change("categories.missingEdgesGeV", "50, 100")).isEmpty();
    assertThat(cuts.change("bins.jet.noise", "2,5")).isEmpty();
    assertThat(cuts.change("rule.flagZ", "4")).isEmpty();
    assertThat(cuts.cutsProperty().get().selection().categories().missingEdgesGeV())
        .isEqualTo(Values.of(50, 100));
    assertThat(cuts.cutsProperty().get().selection().bins().jet().noise()).isEqualTo(2.5);
    assertThat(cuts.cutsProperty().get().rule().flagZ()).isEqualTo(4);

    cuts.undo();
    assertThat(cuts.cutsProperty().get().rule().flagZ()).isEqualTo(3);
    cuts.redo();
    assertThat(cuts.cutsProperty().get().rule().flagZ()).isEqualTo(4);
    cuts.reset();
    assertThat(cuts.cutsProperty().get()).isEqualTo(Cuts.STANDARD);
    cuts.undo();
    assertThat(cuts.cutsProperty().get().rule().flagZ()).isEqualTo(4);

    assertThat(cuts.change("categories.missingEdgesGeV", "100 50"))
        .contains("Give them in increasing order.");
    assertThat(cuts.change("categories.fewestEvents", "1.5")).contains("Give a whole number.");
    assertThat(cuts.change("rule.flagZ", "-1")).isPresent();
    assertThat(cuts.redoableProperty().get()).isTrue();
  }

  @Test
  void aChoiceStaysWithItsHistogramWhileLinesArrive() {
    model.search().run();
    List<Row> all = List.copyOf(model.candidates().all());
    CandidateRows rows = new CandidateRows();
    List<Boolean> changes = new ArrayList<>();
    rows.changingProperty().addListener((source, before, now) -> changes.add(now));
    rows.add(all.subList(0, 2));
    rows.selectedProperty().set(all.get(1));

    rows.add(all.subList(2, all.size()));
    assertThat(rows.selectedProperty().get()).isSameAs(all.get(1));
    rows.set(all.reversed());
    assertThat(rows.selectedProperty().get()).isSameAs(all.get(1));
    rows.replace(row -> row.confirmed(1));
    assertThat(rows.selectedProperty().get()).isEqualTo(all.get(1).confirmed(1));
    rows.clear();
    assertThat(rows.selectedProperty().get()).isNull();
    assertThat(changes).hasSize(10);
  }

  @Test
  void flagsThatShareEventsAreSaidNotToBeIndependent() {
    model.cuts().change("keep.fewestBins", "15");
    model.search().run();

    assertThat(problems).isEmpty();
    assertThat(model.shared().wordsProperty().get())
        .contains("flags in")
        .contains("flags of different categories share no event")
        .contains("Not independent: ");
    assertThat(model.shared().figureProperty().get().columns()).hasSize(2);
    assertThat(model.coherent().wordsProperty().get())
        .contains("flags of different categories share no event");
    assertThat(model.shared().words(0.5, 0.5)).contains("shared: ");
    model.candidates().selectedProperty().set(best());
    assertThat(model.spectrum().wordsProperty().get()).contains("Repeats: ");
  }

  @Test
  void aSearchBeforeTheCutsChangedSaysSo() {
    model.search().run();
    model.cuts().change("rule.flagZ", "4");

    assertThat(model.search().statusProperty().get()).startsWith("cuts changed since: ");
    model.cuts().undo();
    assertThat(model.search().statusProperty().get()).doesNotContain("since");
  }

  @Test
  void whatHasArrivedSurvivesACancel() {
    model
        .candidates()
        .all()
        .addListener(
            (javafx.collections.ListChangeListener<Row>)
                change -> {
                  if (!change.getList().isEmpty()) {
                    List.copyOf(jobs.active()).forEach(Job::cancel);
                  }
                });
    model.cuts().change("keep.fewestBins", "5");
    model.search().run();

    assertThat(problems).isEmpty();
    assertThat(model.candidates().all()).isNotEmpty();
    assertThat(model.runningProperty().get()).isFalse();
    assertThat((long) model.candidates().all().size())
        .isLessThan(model.search().cutFlowProperty().get().at(Stage.KEPT));
    assertThat(model.search().statusProperty().get()).contains(" of ");
  }

  @Test
  void whatIsExploredCanBeConfirmedOnce() {
    model.cuts().use(Split.Part.EXPLORE);
    model.cuts().change("split.exploreShare", "0.5");
    model.cuts().change("keep.fewestBins", "20");
    model.search().run();
    assertThat(model.split().confirmableProperty().get()).isTrue();
    assertThat(model.split().wordsProperty().get()).contains("A signal needs");
    int frozen = model.split().flags().size();

    model.split().confirm();

    assertThat(problems).isEmpty();
    assertThat(model.split().confirmableProperty().get()).isFalse();
    assertThat(model.split().wordsProperty().get()).startsWith(frozen + " flags were frozen");
    Double z = best().confirmedZ();
    assertThat(z).isNotNull();
    assertThat(z == null ? 0 : z).isGreaterThan(3);
  }

  @Test
  void shownLinesAreExported() throws IOException {
    model.search().run();
    Path file = folder.resolve("candidates.csv");

    model.export(file, model.candidates().all().stream());

    assertThat(Files.readAllLines(file)).hasSize(model.candidates().all().size() + 1);
  }

  @Test
  void linesAreFilteredByWordsMassesAndMarks() {
    model.cuts().change("keep.fewestBins", "5");
    model.search().run();

    assertThat(model.candidates().all().filtered(RowFilter.of("j0j1 e1m0", false)))
        .isNotEmpty()
        .allMatch(row -> row.candidate().category().contains("e1m0"));
    assertThat(model.candidates().all().filtered(RowFilter.of("650-750", false)))
        .isNotEmpty()
        .allMatch(row -> Math.abs(row.candidate().massGeV() - 700) <= 50);
    assertThat(model.candidates().all().filtered(RowFilter.of("", true)))
        .allMatch(row -> row.candidate().quality().isEmpty());
  }
}
