package org.dipscope.app.training;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.dipscope.neural.significance.Performance;
import org.dipscope.neural.significance.TrainingCurve;
import org.dipscope.neural.significance.TrainingCurve.Validation;

/** A training that is drawn: one that runs, or one of a folder. */
final class Run {
  private final Path folder;
  private final int colour;
  private final ObjectProperty<TrainingCurve> curve =
      new SimpleObjectProperty<>(this, "curve", TrainingCurve.EMPTY);

  Run(Path folder, int colour, TrainingCurve curve) {
    this.folder = folder;
    this.colour = colour;
    this.curve.set(curve);
  }

  Path folder() {
    return folder;
  }

  String name() {
    return String.valueOf(folder.getFileName());
  }

  /** The number of its series colour, from 1. */
  int colour() {
    return colour;
  }

  ObjectProperty<TrainingCurve> curveProperty() {
    return curve;
  }

  /** How far it came, in a few words. */
  static String words(TrainingCurve curve) {
    OptionalLong step = curve.lastStep();
    if (step.isEmpty()) {
      return "nothing yet";
    }
    StringBuilder words = new StringBuilder("step " + Words.grouped(step.getAsLong()));
    if (!curve.progress().isEmpty()) {
      words.append(String.format(Locale.ROOT, ", loss %.3g", curve.progress().getLast().loss()));
    }
    last(curve)
        .ifPresent(
            validation -> {
              for (Performance result : validation.results()) {
                words.append(
                    String.format(
                        Locale.ROOT,
                        ", %s: %.2f",
                        result.sample().replace("1-4", "1–4"),
                        result.halfWidth()));
              }
            });
    return words.toString();
  }

  private static Optional<Validation> last(TrainingCurve curve) {
    return curve.validations().isEmpty()
        ? Optional.empty()
        : Optional.of(curve.validations().getLast());
  }
}
