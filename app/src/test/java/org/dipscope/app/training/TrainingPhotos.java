package org.dipscope.app.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.dipscope.neural.significance.EvaluationFigure;
import org.dipscope.neural.significance.NetworkKind;
import org.dipscope.neural.significance.Performance;
import org.dipscope.neural.significance.TrainingCurve;
import org.dipscope.neural.significance.TrainingCurve.Validation;
import org.dipscope.neural.significance.TrainingProgress;

/** What a photographer does on the screen of networks. */
public final class TrainingPhotos {
  private static final int STRETCH = 50;

  private static boolean training;

  private TrainingPhotos() {}

  /** A curve that looks like that of a training. */
  static TrainingCurve curve(long seed, int steps, int reached, boolean mixed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<TrainingProgress> progress = new ArrayList<>();
    List<Validation> validations = new ArrayList<>();
    for (int step = STRETCH; step <= reached; step += STRETCH) {
      double fallen = 1 / (1 + step / 400.0);
      double loss = (0.42 + 0.7 * fallen) * (1 + 0.05 * random.nextGaussian());
      progress.add(
          new TrainingProgress(
              step,
              steps,
              loss,
              0.85 + 0.15 * fallen + 0.02 * random.nextGaussian(),
              0.6,
              0.003,
              1900,
              (steps - step) / 15.0,
              0.12,
              311_000_000));
      if (step % 2000 == 0) {
        double width = 0.5 + 0.4 * fallen + 0.01 * random.nextGaussian();
        List<Performance> results = new ArrayList<>();
        results.add(new Performance("width 1", 2000, -0.05 * fallen, 0.7, width, 1.1, 0.001));
        if (mixed) {
          results.add(
              new Performance("widths 1-4", 2000, -0.2 * fallen, 1.2, 1.9 * width, 1.2, 0.002));
        }
        validations.add(new Validation(step, results));
      }
    }
    return new TrainingCurve(progress, validations);
  }

  /** One training that is done and one on its way. */
  public static void compare(TrainingViewModel model) {
    model.pageProperty().set(TrainingViewModel.Page.CURVES);
    model.curves().show(Path.of("bumpnet-2026-11-20-101500"), curve(1, 36_000, 36_000, false));
    model.curves().show(Path.of("dipscope-2026-11-21-090000"), curve(2, 36_000, 21_500, true));
  }

  /** Both axes of the losses turned over. */
  public static void turnAxes(TrainingViewModel model) {
    model.curves().logStepsProperty().set(true);
    model.curves().logLossProperty().set(false);
  }

  /** A real evaluation of the network that ships, beside the classical estimators. */
  public static void evaluate(TrainingViewModel model) {
    model.pageProperty().set(TrainingViewModel.Page.EVALUATION);
    model.evaluation().histogramsProperty().set(500);
    model.evaluation().evaluate();
  }

  /** Another sample, divided by the number of bins. */
  public static void divide(TrainingViewModel model) {
    model.pageProperty().set(TrainingViewModel.Page.EVALUATION);
    model.evaluation().selectedProperty().set(model.evaluation().rows().get(6));
    model.evaluation().byProperty().set(EvaluationFigure.By.WIDTH);
  }

  /** What is learnt from. */
  public static void examples(TrainingViewModel model) {
    model.pageProperty().set(TrainingViewModel.Page.EXAMPLES);
  }

  /** The form as JSON, with something wrong. */
  public static void json(TrainingViewModel model) {
    model.pageProperty().set(TrainingViewModel.Page.CONFIGURATION);
    model.setup().form().number("batchSize").set("many");
  }

  /** A real training of a small network, laid over the curves that are there. */
  public static void train(TrainingViewModel model, Path folder) {
    training = true;
    TrainingForm form = model.setup().form();
    form.networkProperty().set(NetworkKind.DIPSCOPE);
    form.number("channels").set("8");
    form.number("batches").set("1000000");
    form.number("batchSize").set("4");
    model.folderProperty().set(folder.toString());
    if (model.trainableBinding().get()) {
      model.train();
    } else {
      model.trainableBinding().subscribe(now -> model.train());
    }
  }

  /** Whether what was asked for is on the screen. */
  public static boolean isAtRest(TrainingViewModel model) {
    return switch (model.running().phaseProperty().get()) {
      case IDLE ->
          !training
              && !model.evaluation().runningProperty().get()
              && model.setup().examplesProperty().get() != null
              && (model.curves().runs().isEmpty() || model.figure().isPresent());
      case STARTING, ENDING -> false;
      case RUNNING, PAUSED -> model.running().statusProperty().get().contains("histograms/s");
    };
  }
}
