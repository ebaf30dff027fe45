package org.dipscope.app.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.format.AtomicFile;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.dipscope.neural.significance.CurveFile;
import org.dipscope.neural.significance.Performance;
import org.dipscope.neural.significance.SignificanceTraining;
import org.dipscope.neural.significance.TrainingConfig;
import org.dipscope.neural.significance.TrainingCurve;
import org.dipscope.neural.significance.TrainingListener;
import org.dipscope.neural.significance.TrainingProgress;
import org.dipscope.neural.training.ComputeDevice;
import org.dipscope.neural.training.TrainingControl;

/** Trains with the engine, as the command line does. */
final class NetworkTrainer implements Trainer {
  /** The configuration in the folder of a training. */
  static final String CONFIGURATION = "configuration.json";

  private final int threads;

  /**
   * A trainer.
   *
   * @param threads that it may keep busy with steps, and as many with drawing
   */
  NetworkTrainer(int threads) {
    this.threads = threads;
  }

  @Override
  public void train(Order order, TrainingControl control, CancelToken token, Watcher watcher)
      throws IOException {
    Path folder = order.folder();
    refuseToOverwrite(order);
    Files.createDirectories(folder);
    Path file = folder.resolve(CONFIGURATION);
    String text =
        order.resume() && Files.exists(file) ? Files.readString(file) : order.configuration();
    TrainingConfig config = TrainingConfig.parse(text, file, token);
    ComputeDevice device = ComputeDevice.choose(order.device(), threads);
    AtomicFile.write(file, writer -> writer.write(text));
    try (SignificanceTraining training =
        new SignificanceTraining(config, folder, order.resume(), device, threads, token)) {
      Path curveFile = folder.resolve(CurveFile.NAME);
      TrainingCurve before =
          order.resume() && Files.exists(curveFile)
              ? TrainingCurve.read(folder, token).upTo(training.step())
              : TrainingCurve.EMPTY;
      try (CurveFile curve = CurveFile.open(curveFile, training.step())) {
        watcher.begun(
            new Begin(
                text,
                device.words(),
                training.parameterCount(),
                training.step(),
                config.rate().steps(),
                before));
        training.run(control, new Recorder(curve, watcher));
      }
    }
  }

  private static void refuseToOverwrite(Order order) {
    if (!order.resume() && Files.exists(order.folder().resolve(SignificanceTraining.CHECKPOINT))) {
      throw new ProblemException(
          Problem.usage(
              order.folder() + " already holds a training.",
              "Resume it, or choose another folder."));
    }
  }

  private record Recorder(CurveFile curve, Watcher watcher) implements TrainingListener {
    @Override
    public void progress(TrainingProgress progress) {
      curve.add(CurveFile.line(progress));
      watcher.progress(progress);
    }

    @Override
    public void validated(long step, List<Performance> results) {
      curve.add(CurveFile.line(step, results));
      watcher.validated(step, results);
    }
  }
}
