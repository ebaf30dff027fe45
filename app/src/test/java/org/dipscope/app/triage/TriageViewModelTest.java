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
import org.dipscope.core.project.Workspace;
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
    return model.rows().stream()
        .max(Comparator.comparingDouble(row -> Math.abs(row.candidate().z())))
        .orElseThrow();
  }

  @Test
  void tablesWithObjectsAreOffered() {
    assertThat(model.sourcesProperty().get().stream().map(EventFile::words))
        .containsExactly("events.csv · events");
    assertThat(model.sourceProperty().get()).isNotNull();
  }

  @Test
  void aSearchFindsTheResonance() {
    model.run();

    assertThat(problems).isEmpty();
    assertThat(model.runningProperty().get()).isFalse();
    assertThat(model.cutFlowProperty().get().at(Stage.EVENTS)).isEqualTo(EVENTS);
    assertThat(model.cutFlowProperty().get().at(Stage.KEPT)).isEqualTo(model.rows().size());
    assertThat(best().candidate().massGeV()).isCloseTo(700, within(40.0));
    assertThat(best().candidate().z()).isGreaterThan(5);
    assertThat(best().q()).isLessThan(0.01);
    assertThat(model.statusProperty().get()).contains("histograms").contains("5σ needs");
  }

  @Test
  void aChosenLineIsDrawnWithItsStrip() {
    model.run();
    model.selectedProperty().set(best());

    FigureSpec figure = model.spectrumProperty().get();
    assertThat(figure.description()).isEqualTo(best().candidate().id());
    assertThat(figure.columns().getFirst().panels()).hasSize(2);
  }

  @Test
  void aCutThatIsChangedActs() {
    model.run();
    long before = model.cutFlowProperty().get().at(Stage.JETS);

    assertThat(model.change("jet.ptGeV", "60")).isEmpty();
    assertThat(model.change("jet.ptGeV", "sixty")).isPresent();
    assertThat(model.change("jet.ptGeV", "-1")).contains("Give 0 or a positive number.");
    assertThat(model.settingsProperty().get().jet().ptGeV()).isEqualTo(60);
    model.run();

    assertThat(model.cutFlowProperty().get().at(Stage.JETS)).isPositive().isLessThan(before);
  }

  @Test
  void everyCutOnTheScreenIsASetting() {
    for (Setting setting : Setting.ALL) {
      String value =
          org.dipscope.core.selection.SelectionJson.get(
              model.settingsProperty().get(), setting.place());
      assertThat(model.change(setting.place(), value)).as(setting.place()).isEmpty();
      assertThat(value.equals("true") || value.equals("false"))
          .as(setting.place())
          .isEqualTo(setting.isSwitch());
    }
  }

  @Test
  void whatHasArrivedSurvivesACancel() {
    model
        .rows()
        .addListener(
            (javafx.collections.ListChangeListener<Row>)
                change -> {
                  if (!change.getList().isEmpty()) {
                    List.copyOf(jobs.active()).forEach(Job::cancel);
                  }
                });
    model.change("keep.fewestBins", "5");
    model.run();

    assertThat(problems).isEmpty();
    assertThat(model.rows()).isNotEmpty();
    assertThat(model.runningProperty().get()).isFalse();
    assertThat((long) model.rows().size()).isLessThan(model.cutFlowProperty().get().at(Stage.KEPT));
    assertThat(model.statusProperty().get()).contains(" of ");
  }

  @Test
  void whatIsExploredCanBeConfirmedOnce() {
    model.change("split.part", "\"EXPLORE\"");
    model.change("split.exploreShare", "0.5");
    model.change("keep.fewestBins", "20");
    model.run();
    assertThat(model.confirmableProperty().get()).isTrue();
    assertThat(model.splitWordsProperty().get()).contains("A signal needs");
    int frozen = model.flags().size();

    model.confirm();

    assertThat(problems).isEmpty();
    assertThat(model.confirmableProperty().get()).isFalse();
    assertThat(model.splitWordsProperty().get()).startsWith(frozen + " flags were frozen");
    Double z = best().confirmedZ();
    assertThat(z).isNotNull();
    assertThat(z == null ? 0 : z).isGreaterThan(3);
  }

  @Test
  void shownLinesAreExported() throws IOException {
    model.run();
    Path file = folder.resolve("candidates.csv");

    model.export(file, model.rows().stream());

    assertThat(Files.readAllLines(file)).hasSize(model.rows().size() + 1);
  }

  @Test
  void linesAreFilteredByWordsMassesAndMarks() {
    model.change("keep.fewestBins", "5");
    model.run();

    assertThat(model.rows().filtered(RowFilter.of("j0j1 e1m0", false)))
        .isNotEmpty()
        .allMatch(row -> row.candidate().category().contains("e1m0"));
    assertThat(model.rows().filtered(RowFilter.of("650-750", false)))
        .isNotEmpty()
        .allMatch(row -> Math.abs(row.candidate().massGeV() - 700) <= 50);
    assertThat(model.rows().filtered(RowFilter.of("", true)))
        .allMatch(row -> row.candidate().quality().isEmpty());
  }
}
