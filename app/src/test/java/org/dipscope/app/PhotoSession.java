package org.dipscope.app;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.dipscope.app.data.BuilderViewModel;
import org.dipscope.app.data.DataPhotos;
import org.dipscope.app.data.DataViewModel;
import org.dipscope.app.histogram.Inspector;
import org.dipscope.app.histogram.SpectrumViewModel;
import org.dipscope.app.histogram.StripViewModel;
import org.dipscope.app.inference.Inference;
import org.dipscope.app.inference.StudyPhotos;
import org.dipscope.app.interference.InterferenceViewModel;
import org.dipscope.app.interference.StateKind;
import org.dipscope.app.interference.WidthMode;
import org.dipscope.app.likelihood.BlindSpotViewModel;
import org.dipscope.app.likelihood.Hunter;
import org.dipscope.app.training.TrainingPhotos;
import org.dipscope.app.training.TrainingViewModel;
import org.dipscope.app.triage.ToyEvents;
import org.dipscope.app.triage.TriagePhotos;
import org.dipscope.app.workspace.DataEntry;
import org.dipscope.app.workspace.DefaultProject;
import org.dipscope.app.workspace.Edits;
import org.dipscope.core.figure.Theme;
import org.dipscope.core.histogram.Axis;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.CountSpectrum;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.project.ScanParameter;
import org.dipscope.core.project.SpectrumEntry;
import org.dipscope.core.project.StripDefinition;
import org.dipscope.core.project.ViewSettings.ContentScale;
import org.dipscope.core.project.ViewSettings.LowerPanel;

/**
 * Takes pictures of the real window on the default project: into a folder, or one for the README
 * into a file that ends in .png.
 */
public final class PhotoSession extends Application {
  private static final int PULSES_AT_REST = 12;

  private final Deque<Shot> shots = new ArrayDeque<>();
  private List<Path> files = List.of();

  private record Shot(Path file, double width, double height, Theme theme, Step step) {}

  /** What is done before a picture. */
  @FunctionalInterface
  private interface Step {
    void prepare(Composition parts);
  }

  /** Made by JavaFX. */
  public PhotoSession() {}

  @Override
  public void start(Stage stage) throws IOException {
    Path target = Path.of(getParameters().getRaw().getFirst());
    plan(target);
    Composition parts = new Composition(DefaultProject.open(), 2, Files.createTempDirectory("ds"));
    new WorkbenchMenus(parts, stage).install();
    stage.setScene(parts.scene());
    stage.setWidth(shots.getFirst().width());
    stage.setHeight(shots.getFirst().height());
    stage.show();
    parts.finishStart(List.of());
    files = PhotoFiles.in(Files.createTempDirectory("ds"));
    new Photographer(stage, parts).start();
  }

  private void plan(Path target) throws IOException {
    if (target.toString().endsWith(".png")) {
      shots.add(new Shot(target, 1400, 900, Theme.LIGHT, PhotoSession::nearBestFit));
      return;
    }
    Files.createDirectories(target);
    // From large to small: the headless screen cannot let a window grow.
    add(target, "large", 2560, 1440, Theme.LIGHT, parts -> {});
    add(target, "light", 1400, 900, Theme.LIGHT, parts -> {});
    add(target, "dark", 1400, 900, Theme.DARK, PhotoSession::pseudoData);
    add(target, "mixed", 1400, 900, Theme.LIGHT, PhotoSession::mixed);
    add(target, "width-plane", 1400, 900, Theme.LIGHT, PhotoSession::widthPlane);
    add(target, "data-empty", 1400, 900, Theme.LIGHT, PhotoSession::data);
    add(target, "data-files", 1400, 900, Theme.LIGHT, this::openFiles);
    add(target, "data-overlay", 1400, 900, Theme.LIGHT, parts -> select(parts, "m_tt", "m_tt_up"));
    add(target, "data-map", 1400, 900, Theme.DARK, parts -> select(parts, "eta_phi"));
    add(target, "data-table", 1400, 900, Theme.LIGHT, parts -> select(parts, "events"));
    add(target, "data-column", 1400, 900, Theme.DARK, parts -> select(parts, "m_tt [GeV]"));
    add(target, "data-build", 1400, 900, Theme.LIGHT, PhotoSession::build);
    add(target, "data-build-dark", 1400, 900, Theme.DARK, PhotoSession::misspell);
    inference(target);
    add(target, "triage-empty", 1400, 900, Theme.LIGHT, PhotoSession::triage);
    add(target, "triage-events", 1400, 900, Theme.LIGHT, this::openEvents);
    add(target, "triage", 1400, 900, Theme.LIGHT, PhotoSession::searched);
    add(
        target,
        "triage-best",
        1400,
        900,
        Theme.LIGHT,
        parts -> TriagePhotos.selectBest(parts.triage()));
    add(
        target,
        "triage-dark",
        1400,
        900,
        Theme.DARK,
        parts -> TriagePhotos.coherent(parts.triage()));
    add(
        target,
        "triage-small",
        1200,
        700,
        Theme.LIGHT,
        parts -> TriagePhotos.split(parts.triage()));
    add(
        target,
        "triage-small-dark",
        1200,
        700,
        Theme.DARK,
        parts -> TriagePhotos.selectBest(parts.triage()));
    add(
        target,
        "triage-shared",
        1400,
        900,
        Theme.LIGHT,
        parts -> TriagePhotos.shared(parts.triage()));
    add(
        target,
        "triage-shared-small-dark",
        1200,
        700,
        Theme.DARK,
        parts -> TriagePhotos.shared(parts.triage()));
    add(
        target,
        "triage-cuts",
        1200,
        700,
        Theme.LIGHT,
        parts -> TriagePhotos.lastCuts(parts.triage()));
    add(target, "intervals-first", 1400, 900, Theme.LIGHT, study(StudyPhotos::first));
    add(target, "intervals-ratio", 1400, 900, Theme.LIGHT, study(StudyPhotos::ratio));
    add(target, "intervals-hidden", 1400, 900, Theme.DARK, study(StudyPhotos::hidden));
    add(target, "intervals-both", 1400, 900, Theme.DARK, study(StudyPhotos::both));
    add(target, "coverage", 1400, 900, Theme.LIGHT, study(StudyPhotos::coverage));
    add(target, "toys", 1400, 900, Theme.LIGHT, study(StudyPhotos::toys));
    add(target, "toy", 1400, 900, Theme.DARK, study(StudyPhotos::toy));
    add(target, "summaries", 1400, 900, Theme.LIGHT, study(s -> StudyPhotos.summaries(s, false)));
    add(
        target,
        "summaries-small",
        1200,
        700,
        Theme.DARK,
        study(s -> StudyPhotos.summaries(s, true)));
    add(target, "intervals-small", 1200, 700, Theme.LIGHT, study(StudyPhotos::both));
    add(target, "intervals-running", 1200, 700, Theme.LIGHT, study(StudyPhotos::running));
    add(target, "intervals-partial", 1200, 700, Theme.DARK, study(StudyPhotos::cancelled));
    add(target, "coverage-small", 1200, 700, Theme.DARK, study(StudyPhotos::coverage));
    add(target, "toys-small", 1200, 700, Theme.LIGHT, study(StudyPhotos::toys));
    add(target, "networks-empty", 1400, 900, Theme.LIGHT, networks(model -> {}));
    add(target, "networks-two", 1400, 900, Theme.LIGHT, networks(TrainingPhotos::compare));
    add(target, "networks-examples", 1400, 900, Theme.DARK, networks(TrainingPhotos::examples));
    add(target, "evaluation", 1400, 900, Theme.LIGHT, networks(TrainingPhotos::evaluate));
    add(target, "evaluation-dark", 1400, 900, Theme.DARK, networks(TrainingPhotos::divide));
    add(target, "evaluation-small", 1200, 700, Theme.LIGHT, networks(TrainingPhotos::divide));
    add(target, "small", 1200, 700, Theme.LIGHT, PhotoSession::interference);
    add(target, "pinned", 1200, 700, Theme.DARK, PhotoSession::pinAndMove);
    add(target, "pull", 1200, 700, Theme.LIGHT, PhotoSession::pulls);
    add(target, "masked", 1200, 700, Theme.LIGHT, PhotoSession::masked);
    add(target, "zoomed", 1200, 700, Theme.DARK, PhotoSession::zoomed);
    add(target, "overlaid", 1200, 700, Theme.LIGHT, PhotoSession::overlaid);
    add(target, "alone", 1200, 700, Theme.LIGHT, PhotoSession::alone);
    add(target, "strip", 1400, 900, Theme.LIGHT, parts -> strip(parts, false));
    add(target, "strip-network", 1400, 900, Theme.DARK, PhotoSession::network);
    add(target, "strip-injected", 1400, 900, Theme.LIGHT, PhotoSession::inject);
    add(target, "blind-spots", 1400, 900, Theme.LIGHT, parts -> blindSpots(parts, Hunter.NETWORK));
    add(target, "blind-spots-dark", 1400, 900, Theme.DARK, PhotoSession::blindWidths);
    add(target, "blind-spots-small", 1200, 700, Theme.LIGHT, PhotoSession::blindWindows);
    add(target, "strip-alone", 1200, 700, Theme.DARK, parts -> strip(parts, true));
    add(target, "strip-small", 1200, 700, Theme.LIGHT, parts -> strip(parts, false));
    add(target, "inspector-dark", 1200, 700, Theme.DARK, PhotoSession::inspectNetwork);
    add(target, "inspector", 1200, 700, Theme.LIGHT, PhotoSession::inspectAlone);
    add(target, "inspector-small", 1200, 700, Theme.LIGHT, parts -> inspect(parts, 800, 600));
    add(target, "strip-none", 1200, 700, Theme.LIGHT, PhotoSession::measured);
    add(target, "data-small", 1200, 700, Theme.LIGHT, PhotoSession::build);
    add(target, "data-adding", 1200, 700, Theme.DARK, PhotoSession::ask);
    add(target, "data-search", 1200, 700, Theme.LIGHT, PhotoSession::search);
    add(target, "data-error", 1200, 700, Theme.LIGHT, this::breakFiles);
    add(target, "networks-json", 1200, 700, Theme.LIGHT, networks(TrainingPhotos::json));
    add(target, "networks-training", 1200, 700, Theme.DARK, networks(this::train));
    List<String> wanted = getParameters().getRaw();
    shots.removeIf(shot -> wanted.size() > 1 && !wanted.contains(name(shot.file())));
  }

  private void inference(Path target) {
    add(target, "models-empty", 1400, 900, Theme.LIGHT, InferencePhotos::empty);
    add(target, "model-stack", 1400, 900, Theme.LIGHT, InferencePhotos::stack);
    add(target, "model-variation", 1400, 900, Theme.DARK, InferencePhotos::variation);
    add(target, "fit-pulls", 1400, 900, Theme.LIGHT, InferencePhotos::pulls);
    add(target, "fit-correlations", 1400, 900, Theme.DARK, InferencePhotos::correlations);
    add(target, "fit-profile", 1400, 900, Theme.LIGHT, InferencePhotos::profile);
    add(target, "fit-surface", 1400, 900, Theme.DARK, InferencePhotos::surface);
    add(target, "fit-surface-light", 1400, 900, Theme.LIGHT, parts -> {});
    add(target, "model-fitted", 1200, 700, Theme.LIGHT, InferencePhotos::fitted);
    add(target, "fit-small", 1200, 700, Theme.DARK, InferencePhotos::degenerate);
    add(target, "fit-minima", 1200, 700, Theme.LIGHT, InferencePhotos::minima);
    add(target, "fit-small-pulls", 1200, 700, Theme.LIGHT, InferencePhotos::pulls);
  }

  private void add(Path folder, String name, double width, double height, Theme theme, Step step) {
    shots.add(new Shot(folder.resolve(name + ".png"), width, height, theme, step));
  }

  /** The pseudo-data of the project, if it has any. */
  static void pseudoData(Composition parts) {
    parts
        .workspace()
        .edit(
            "Show",
            w ->
                w.spectra().stream()
                    .flatMap(entry -> parts.workspace().entry(entry).stream())
                    .filter(DataEntry::isCounted)
                    .findFirst()
                    .map(entry -> Edits.select(w, entry))
                    .orElse(w));
  }

  private static void nearBestFit(Composition parts) {
    pseudoData(parts);
    parts.spectrum().model().pin();
    parts.interference().model().first().massProperty().set(530);
    parts.interference().model().first().tanBetaProperty().set(1.1);
  }

  private static void pinAndMove(Composition parts) {
    parts.interference().model().reset();
    parts.likelihood().model().settings().xParameterProperty().set(ScanParameter.MASS);
    parts.spectrum().model().pin();
    parts.interference().model().first().massProperty().set(700);
    parts.interference().model().first().tanBetaProperty().set(0.7);
  }

  private static void mixed(Composition parts) {
    parts.interference().model().first().kindProperty().set(StateKind.MIXED);
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName()).replace(".png", "");
  }

  private static void pulls(Composition parts) {
    parts.interference().model().reset();
    parts.likelihood().model().settings().xParameterProperty().set(ScanParameter.MASS);
    pseudoData(parts);
    SpectrumViewModel spectrum = parts.spectrum().model();
    spectrum.lowerPanelProperty().set(LowerPanel.PULL);
    spectrum.mergeBinsProperty().set(2);
    spectrum.contentScaleProperty().set(ContentScale.PER_BIN);
  }

  private static void masked(Composition parts) {
    pseudoData(parts);
    parts.spectrum().model().resetView();
    parts.spectrum().model().masks().add(500, 600);
    parts.spectrum().model().masks().add(900, 950);
  }

  private static void zoomed(Composition parts) {
    Node pointer = parts.scene().getRoot().lookup("#spectrum-plot .plot-pointer");
    for (int notch = 0; notch < 4; notch++) {
      Event.fireEvent(
          pointer,
          new ScrollEvent(
              ScrollEvent.SCROLL,
              420,
              200,
              420,
              200,
              false,
              false,
              false,
              false,
              false,
              false,
              0,
              40,
              0,
              0,
              ScrollEvent.HorizontalTextScrollUnits.NONE,
              0,
              ScrollEvent.VerticalTextScrollUnits.NONE,
              0,
              0,
              null));
    }
  }

  private static void overlaid(Composition parts) {
    parts.workspace().edit("Show", w -> w.edit().view(w.view().withSpectrum("spectrum-1")).done());
    parts.spectrum().model().masks().clear();
    parts.spectrum().model().candidatesProperty().get().stream()
        .filter(candidate -> candidate.name().contains("8 TeV"))
        .forEach(candidate -> parts.spectrum().model().setOverlay(candidate, true));
  }

  /** A falling spectrum of photon pairs that runs out of events. */
  private static void alone(Composition parts) {
    Binning bins = Binning.uniform(60, 500, 1700);
    double[] counts = new double[bins.count()];
    for (int i = 0; i < counts.length; i++) {
      counts[i] =
          Math.floor(
              400 * Math.exp(-(bins.centre(i) - 500) / 130) * (1 + 0.3 * Math.sin(7.0 * i))
                  + 0.4 * (i % 3));
    }
    CountSpectrum photons =
        new CountSpectrum(
            "two photons", new Axis("m_γγ", "GeV", bins), Values.of(counts), 138.0, "");
    SpectrumEntry entry = new SpectrumEntry("photons", new SpectrumEntry.Embedded(photons, null));
    parts
        .workspace()
        .edit(
            "Add",
            w ->
                w.edit()
                    .spectrum(entry)
                    .view(w.view().withSpectrum("photons").withOverlays(List.of()))
                    .done());
  }

  private static void strip(Composition parts, boolean alone) {
    interference(parts);
    if (alone) {
      alone(parts);
    } else {
      pseudoData(parts);
    }
    StripViewModel strip = parts.spectrum().model().strip();
    strip.injection().clear();
    if (!alone) {
      parts.spectrum().inspector().close();
    }
    strip.manyWidthsProperty().set(true);
    strip.definitionProperty().set(alone ? StripDefinition.JOINT_FIT : StripDefinition.KNOWN);
  }

  private static void network(Composition parts) {
    strip(parts, false);
    parts.spectrum().model().strip().definitionProperty().set(StripDefinition.NETWORK);
  }

  private static void inject(Composition parts) {
    strip(parts, false);
    parts.spectrum().model().masks().add(900, 950);
    StripViewModel strip = parts.spectrum().model().strip();
    strip.definitionProperty().set(StripDefinition.PROFILE);
    strip.injection().activeProperty().set(true);
    strip.injection().place(700);
    strip.injection().zProperty().set(-5);
  }

  private static void blindSpots(Composition parts, Hunter hunter) {
    interference(parts);
    parts.interference().model().reset();
    pseudoData(parts);
    parts.spectrum().model().strip().definitionProperty().set(StripDefinition.OFF);
    parts.likelihood().model().settings().xParameterProperty().set(ScanParameter.MASS);
    parts.likelihood().model().settings().systematicsProperty().set(false);
    BlindSpotViewModel spots = parts.likelihood().model().blindSpots();
    spots.hunterProperty().set(hunter);
    spots.onProperty().set(true);
  }

  private static void blindWidths(Composition parts) {
    blindSpots(parts, Hunter.PROFILE);
    parts.likelihood().model().blindSpots().manyWidthsProperty().set(true);
  }

  private static void blindWindows(Composition parts) {
    blindSpots(parts, Hunter.KNOWN);
    parts.likelihood().model().settings().systematicsProperty().set(true);
    parts.likelihood().model().blindSpots().manyWidthsProperty().set(false);
  }

  private static void inspect(Composition parts, double width, double height) {
    strip(parts, false);
    StripViewModel strip = parts.spectrum().model().strip();
    strip.manyWidthsProperty().set(false);
    Inspector inspector = parts.spectrum().inspector();
    inspector.open(parts.scene().getWindow());
    inspector.window().orElseThrow().setWidth(width);
    inspector.window().orElseThrow().setHeight(height);
  }

  private static void inspectNetwork(Composition parts) {
    inspect(parts, 1000, 720);
    parts.spectrum().model().strip().definitionProperty().set(StripDefinition.NETWORK);
  }

  private static void inspectAlone(Composition parts) {
    inspect(parts, 1000, 720);
    strip(parts, true);
    parts.spectrum().model().strip().manyWidthsProperty().set(false);
  }

  private static void measured(Composition parts) {
    strip(parts, false);
    parts.likelihood().model().blindSpots().onProperty().set(false);
    parts.workspace().edit("Show", w -> w.edit().view(w.view().withSpectrum("spectrum-1")).done());
  }

  private static void interference(Composition parts) {
    parts.frame().screenProperty().set(Composition.INTERFERENCE);
  }

  private static Step study(Consumer<Inference> step) {
    return parts -> {
      parts.frame().screenProperty().set(Composition.INTERVALS);
      step.accept(parts.inference());
    };
  }

  private static void data(Composition parts) {
    parts.frame().screenProperty().set(Composition.DATA);
  }

  private static Step networks(Consumer<TrainingViewModel> step) {
    return parts -> {
      parts.frame().screenProperty().set(Composition.NETWORKS);
      step.accept(parts.training().model());
    };
  }

  private void train(TrainingViewModel model) {
    TrainingPhotos.compare(model);
    TrainingPhotos.turnAxes(model);
    TrainingPhotos.train(model, files.getFirst().resolveSibling("small"));
  }

  private void openFiles(Composition parts) {
    parts.opener().open(files);
  }

  private static void triage(Composition parts) {
    parts.frame().screenProperty().set(Composition.TRIAGE);
  }

  private void openEvents(Composition parts) {
    try {
      Path events = Files.createTempDirectory("ds").resolve("events.csv");
      parts.opener().open(List.of(ToyEvents.write(events, 60_000, 0.02)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void searched(Composition parts) {
    triage(parts);
    TriagePhotos.search(parts.triage());
  }

  private static void select(Composition parts, String... names) {
    data(parts);
    parts.data().model().modeProperty().set(DataViewModel.Mode.PREVIEW);
    DataPhotos.select(parts.data().model(), names);
  }

  private static void build(Composition parts) {
    select(parts, "m_tt [GeV]");
    parts.data().model().build();
    BuilderViewModel builder = parts.data().model().builder();
    while (builder.cuts().size() < 3) {
      builder.addCut();
    }
    builder.weightProperty().set("weight");
    builder.cuts().get(1).textProperty().set("jets > 4");
    builder.cuts().get(2).textProperty().set("jets > 4 && abs(eta) < 1");
  }

  private static void misspell(Composition parts) {
    build(parts);
    parts.data().model().builder().cuts().get(2).textProperty().set("jets > 4 && abs(etta) < 1");
  }

  private static void ask(Composition parts) {
    select(parts, "m_tt");
    parts.data().model().add();
  }

  private static void search(Composition parts) {
    parts.data().model().adding().cancel();
    parts.data().model().browser().searchProperty().set("m_tt");
  }

  private void breakFiles(Composition parts) {
    parts.data().model().browser().searchProperty().set("");
    PhotoFiles.damage(files);
    parts.files().check();
    parts.opener().open(List.of(files.getFirst().resolveSibling("broken.root")));
  }

  private static void widthPlane(Composition parts) {
    InterferenceViewModel model = parts.interference().model();
    model.reset();
    model.first().widthModeProperty().set(WidthMode.FREE);
    model.first().widthProperty().set(15);
    parts.likelihood().model().settings().xParameterProperty().set(ScanParameter.WIDTH);
  }

  private final class Photographer extends AnimationTimer {
    private final Stage stage;
    private final Composition parts;
    private boolean prepared;
    private int quiet;

    Photographer(Stage stage, Composition parts) {
      this.stage = stage;
      this.parts = parts;
    }

    @Override
    public void handle(long now) {
      Shot shot = shots.peek();
      if (shot == null) {
        stop();
        parts.close();
        stage.close();
        return;
      }
      if (!prepared) {
        prepare(shot);
      }
      String screen = parts.frame().screenProperty().get();
      boolean ready =
          switch (screen) {
            case Composition.INTERVALS ->
                InferencePhotos.isAtRest(parts)
                    && StudyPhotos.isAtRest(
                        parts.inference(), name(shot.file()).endsWith("running"));
            case Composition.NETWORKS -> TrainingPhotos.isAtRest(parts.training().model());
            case Composition.INTERFERENCE ->
                parts.results().isSettled()
                    && parts.spectrum().model().strip().isSettled()
                    && parts.likelihood().model().blindSpots().isSettled()
                    && parts.spectrum().inspector().model().stream().allMatch(m -> m.isSettled())
                    && parts.results().spectrumProperty().get() != null
                    && (parts.results().surfaceProperty().get() != null
                        || !parts.likelihood().model().absenceProperty().get().isEmpty());
            default ->
                DataPhotos.isAtRest(parts.data().model())
                    && TriagePhotos.isAtRest(parts.triage())
                    && parts.jobs().active().isEmpty();
          };
      quiet = ready ? quiet + 1 : 0;
      if (quiet >= PULSES_AT_REST) {
        Scene seen =
            name(shot.file()).startsWith("inspector")
                ? parts.spectrum().inspector().window().orElseThrow().getScene()
                : parts.scene();
        save(seen.snapshot(null), shot.file());
        shots.remove();
        prepared = false;
      }
    }

    private void prepare(Shot shot) {
      prepared = true;
      quiet = 0;
      stage.setWidth(shot.width());
      stage.setHeight(shot.height());
      parts.appearance().themeProperty().set(shot.theme());
      shot.step().prepare(parts);
    }
  }

  private static void save(WritableImage image, Path file) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    picture.setRGB(0, 0, width, height, pixels, 0, width);
    try {
      ImageIO.write(picture, "png", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    System.out.println(file);
  }
}
