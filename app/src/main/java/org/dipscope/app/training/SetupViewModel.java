package org.dipscope.app.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.dipscope.app.support.JobList;
import org.dipscope.app.support.LiveComputation;
import org.dipscope.app.support.LiveQuantity;
import org.dipscope.app.support.Shown;
import org.dipscope.core.analysis.PseudoHistogramFigure;
import org.dipscope.core.bump.generator.GeneratorSettings;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.format.AtomicFile;
import org.dipscope.core.format.tree.TreeReader;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.dipscope.neural.significance.TrainingConfig;
import org.jspecify.annotations.Nullable;

/** What to train: a form and the same as JSON, checked while it is typed, with examples. */
final class SetupViewModel implements AutoCloseable {
  private static final Path PLACE = Path.of(NetworkTrainer.CONFIGURATION).toAbsolutePath();
  private static final int EXAMPLES = 4;
  private static final long MOST_BYTES = 1 << 20;

  private final JobList jobs;
  private final TrainingForm form = new TrainingForm();
  private final StringProperty text = new SimpleStringProperty(this, "text", "");
  private final ReadOnlyStringWrapper complaint = new ReadOnlyStringWrapper(this, "complaint", "");
  private final ReadOnlyObjectWrapper<@Nullable FigureSpec> examples =
      new ReadOnlyObjectWrapper<>(this, "examples");
  private final LiveQuantity<Asked, Checked> check;
  private long seed = 1;

  private record Asked(String text, long seed) {}

  /**
   * What is known of a text.
   *
   * @param complaint what is wrong with it; empty if nothing is
   * @param examples what it draws, if nothing is wrong
   */
  private record Checked(String text, String complaint, @Nullable FigureSpec examples) {}

  SetupViewModel(JobList jobs, LiveComputation live) {
    this.jobs = jobs;
    check = live.quantity("The configuration", SetupViewModel::checked, this::show);
    form.onChange(this::write);
    text.subscribe(now -> ask());
    write();
  }

  /** The configuration, field by field. */
  TrainingForm form() {
    return form;
  }

  /** The configuration as JSON; set it to change the form. */
  StringProperty textProperty() {
    return text;
  }

  /** What is wrong with the configuration, or empty. */
  ReadOnlyStringProperty complaintProperty() {
    return complaint.getReadOnlyProperty();
  }

  /** Histograms as they will be learnt from; null before the first are drawn. */
  ReadOnlyObjectProperty<@Nullable FigureSpec> examplesProperty() {
    return examples.getReadOnlyProperty();
  }

  /** Draws other examples. */
  void redraw() {
    seed++;
    ask();
  }

  private void write() {
    text.set(form.json());
  }

  private void ask() {
    check.submit(new Asked(text.get(), seed));
  }

  private static Checked checked(Asked asked, CancelToken token) {
    try {
      TrainingConfig config = TrainingConfig.parse(asked.text(), PLACE, token);
      GeneratorSettings widest = config.generators().get(config.modes().getLast());
      if (widest == null) {
        throw new IllegalStateException("every mode has a generator");
      }
      return new Checked(
          asked.text(), "", PseudoHistogramFigure.of(widest, EXAMPLES, asked.seed()));
    } catch (ProblemException wrong) {
      return new Checked(asked.text(), Words.complaint(wrong.problem()), null);
    }
  }

  private void show(Shown<Checked> shown) {
    Checked now = shown.value();
    complaint.set(now.complaint());
    if (now.examples() != null) {
      examples.set(now.examples());
      if (!now.text().equals(form.json()) && now.text().equals(text.get())) {
        fill(now.text(), PLACE);
      }
    }
  }

  private void fill(String json, Path place) {
    form.read(
        TreeReader.jsonText(NetworkTrainer.CONFIGURATION, json, new CancelToken()).getFirst(),
        place);
  }

  /** Shows the configuration of a training that goes on. */
  void adopt(String json) {
    fill(json, PLACE);
    write();
  }

  /** Opens a configuration of the command line; its paths become absolute. */
  void open(Path file) {
    jobs.start(
        "Open " + file.getFileName(),
        progress -> {
          String read = read(file);
          TrainingConfig.parse(read, file, progress.token());
          return read;
        },
        read -> {
          fill(read, file);
          write();
        });
  }

  private static String read(Path file) throws IOException {
    if (Files.size(file) > MOST_BYTES) {
      throw new ProblemException(
          Problem.badInput(
              file.getFileName() + " is too large for a configuration.",
              "Choose a configuration of a training."));
    }
    return Files.readString(file);
  }

  /** Saves the configuration for the command line. */
  void save(Path file) {
    String now = text.get();
    jobs.start(
        "Save " + file.getFileName(),
        progress -> {
          AtomicFile.write(file, writer -> writer.write(now));
          return file;
        },
        done -> {});
  }

  @Override
  public void close() {
    check.close();
  }
}
