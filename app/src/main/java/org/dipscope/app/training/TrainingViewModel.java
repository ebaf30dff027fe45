package org.dipscope.app.training;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.dipscope.app.support.JobList;
import org.dipscope.app.support.LiveComputation;
import org.dipscope.app.support.ViewThread;
import org.dipscope.app.training.RunningViewModel.Phase;
import org.dipscope.app.training.Trainer.Order;
import org.dipscope.app.workspace.OpenFile;
import org.dipscope.app.workspace.OpenFiles;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.neural.training.ComputeDevice;

/** The screen of networks: what to train, the training that runs, and curves to compare. */
public final class TrainingViewModel implements AutoCloseable {
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss");

  private final OpenFiles files;
  private final Path networks;
  private final Supplier<LocalDateTime> clock;
  private final SetupViewModel setup;
  private final CurvesViewModel curves;
  private final RunningViewModel running;
  private final EvaluationViewModel evaluation;
  private final StringProperty folder = new SimpleStringProperty(this, "folder", "");
  private final ReadOnlyStringWrapper folderComplaint =
      new ReadOnlyStringWrapper(this, "folderComplaint", "");
  private final ObjectProperty<ComputeDevice.Choice> device =
      new SimpleObjectProperty<>(this, "device", ComputeDevice.Choice.AUTO);
  private final ObjectProperty<Page> page = new SimpleObjectProperty<>(this, "page", Page.CURVES);
  private final BooleanBinding trainable;

  /** What stands beside the form. */
  enum Page {
    /** How trainings go. */
    CURVES,
    /** How good networks are. */
    EVALUATION,
    /** What is learnt from. */
    EXAMPLES,
    /** The form as JSON. */
    CONFIGURATION
  }

  TrainingViewModel(
      OpenFiles files,
      JobList jobs,
      ViewThread viewThread,
      LiveComputation live,
      Trainer trainer,
      Evaluator evaluator,
      Executor training,
      Path networks,
      Supplier<LocalDateTime> clock) {
    this.files = files;
    this.networks = networks;
    this.clock = clock;
    setup = new SetupViewModel(jobs, live);
    curves = new CurvesViewModel(jobs, live);
    running = new RunningViewModel(trainer, jobs, training, viewThread, curves, setup::adopt);
    evaluation = new EvaluationViewModel(evaluator, jobs, viewThread);
    trainable =
        Bindings.createBooleanBinding(
            () ->
                running.phaseProperty().get() == Phase.IDLE
                    && setup.complaintProperty().get().isEmpty(),
            running.phaseProperty(),
            setup.complaintProperty());
  }

  /**
   * The screen of a document.
   *
   * @param training the thread of trainings
   * @param cores of this machine; one is left for what is drawn
   * @param networks where trainings go that the user gives no folder
   */
  public static TrainingViewModel of(
      OpenFiles files,
      JobList jobs,
      ViewThread viewThread,
      LiveComputation live,
      Executor training,
      int cores,
      Path networks) {
    return new TrainingViewModel(
        files,
        jobs,
        viewThread,
        live,
        new NetworkTrainer(Math.max(1, cores - 1)),
        Evaluator::networks,
        training,
        networks,
        () -> LocalDateTime.now(ZoneId.systemDefault()));
  }

  /** What to train. */
  SetupViewModel setup() {
    return setup;
  }

  /** How trainings go. */
  CurvesViewModel curves() {
    return curves;
  }

  /** The training that runs. */
  RunningViewModel running() {
    return running;
  }

  /** How good networks are. */
  EvaluationViewModel evaluation() {
    return evaluation;
  }

  /** What stands beside the form. */
  ObjectProperty<Page> pageProperty() {
    return page;
  }

  /** Where the next training goes; empty for a new folder among the user's data. */
  StringProperty folderProperty() {
    return folder;
  }

  /** What is wrong with the folder, or empty. */
  ReadOnlyStringProperty folderComplaintProperty() {
    return folderComplaint.getReadOnlyProperty();
  }

  /** What to train on. */
  ObjectProperty<ComputeDevice.Choice> deviceProperty() {
    return device;
  }

  /** Whether a training can start. */
  BooleanBinding trainableBinding() {
    return trainable;
  }

  /** Where trainings go that the user gives no folder. */
  Path networks() {
    return networks;
  }

  /** The evaluation, or else the curves, as a figure, if there are any. */
  public Optional<FigureSpec> figure() {
    return Optional.ofNullable(
        page.get() == Page.EVALUATION
            ? evaluation.figureProperty().get()
            : curves.figureProperty().get());
  }

  /** The files of the project that hold histograms. */
  List<Path> spectrumFiles() {
    return files.filesProperty().get().stream()
        .filter(file -> file.contents() != null && !file.contents().histograms().isEmpty())
        .map(OpenFile::path)
        .toList();
  }

  /** Begins a training of what is filled in. */
  void train() {
    if (trainable.get()) {
      chosenFolder().ifPresent(place -> start(place, false));
    }
  }

  /** Goes on with the training of a folder. */
  void resume(Path place) {
    if (running.phaseProperty().get() == Phase.IDLE) {
      start(place.toAbsolutePath().normalize(), true);
    }
  }

  /** The training that was drawn last and does not run. */
  Optional<Path> resumable() {
    return running.phaseProperty().get() == Phase.IDLE && !curves.runs().isEmpty()
        ? Optional.of(curves.runs().getLast().folder())
        : Optional.empty();
  }

  private void start(Path place, boolean resume) {
    page.set(Page.CURVES);
    running.start(new Order(setup.textProperty().get(), place, resume, device.get()));
  }

  private Optional<Path> chosenFolder() {
    folderComplaint.set("");
    String typed = folder.get().strip();
    if (typed.isEmpty()) {
      String network = setup.form().networkProperty().get().name().toLowerCase(Locale.ROOT);
      return Optional.of(networks.resolve(network + "-" + STAMP.format(clock.get())));
    }
    try {
      return Optional.of(Path.of(typed).toAbsolutePath().normalize());
    } catch (InvalidPathException wrong) {
      folderComplaint.set("This is no path of this system: " + wrong.getReason() + ".");
      return Optional.empty();
    }
  }

  /** Nothing is drawn for a hidden screen; a training goes on. */
  public void setVisible(boolean visible) {
    curves.setVisible(visible);
  }

  @Override
  public void close() {
    running.close();
    evaluation.close();
    trainable.dispose();
    setup.close();
    curves.close();
  }
}
