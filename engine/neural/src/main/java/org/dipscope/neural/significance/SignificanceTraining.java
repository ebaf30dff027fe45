package org.dipscope.neural.significance;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dipscope.core.bump.generator.GeneratorSettings;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.dipscope.neural.training.Adam;
import org.dipscope.neural.training.ArrayFile;
import org.dipscope.neural.training.ComputeDevice;
import org.dipscope.neural.training.Parameters;
import org.dipscope.neural.training.TrainingControl;

/**
 * Trains a significance network: draws batches in threads of its own, steps, validates, and writes
 * {@code checkpoint.dsn} (parameters, optimiser, step) and {@code network.dsn} to its folder. Batch
 * k depends on the seed and k alone, so that a killed training goes on to the same curve. For one
 * thread; close it.
 */
public final class SignificanceTraining implements AutoCloseable {
  /** The trained network in the folder of a training. */
  public static final String NETWORK = "network.dsn";

  /** What a killed training goes on from. */
  public static final String CHECKPOINT = "checkpoint.dsn";

  private static final double LARGEST_GRADIENT = 5;
  private static final int STRETCH = 50;

  private final TrainingConfig config;
  private final Path folder;
  private final NDManager manager;
  private final Parameters parameters;
  private final Layers layers;
  private final Adam optimiser;
  private final Encoder encoder;
  private final BatchQueue batches;
  private final CancelToken token;
  private long step;
  private double best = Double.POSITIVE_INFINITY;
  private int withoutGain;

  /**
   * A training.
   *
   * @param folder an existing folder, for checkpoint and network
   * @param resume whether to go on from the checkpoint there
   * @param threads that draw histograms
   * @param token ends the training at the next step and throws away what came after the checkpoint
   * @throws ProblemException if there is no checkpoint to resume, or it belongs to another network
   */
  public SignificanceTraining(
      TrainingConfig config,
      Path folder,
      boolean resume,
      ComputeDevice device,
      int threads,
      CancelToken token) {
    this.config = config;
    this.folder = folder;
    this.token = token;
    manager = NDManager.newBaseManager(device.device(), "PyTorch");
    try {
      Map<String, float[]> stored = resume ? checkpointed() : Map.of();
      parameters = new Parameters(manager, config.seed(), stored, true, config.precision());
      layers = SignificanceNetwork.layers(config.network(), config.channels(), parameters);
      optimiser = new Adam(parameters, manager);
      encoder = new Encoder(config.network());
      if (resume) {
        resume(stored);
      }
      batches = new BatchQueue(config, threads, step);
    } catch (RuntimeException failure) {
      manager.close();
      throw failure;
    }
  }

  /** How many numbers it learns. */
  public long parameterCount() {
    return parameters.count();
  }

  /** Arrays that the engine keeps for it; constant while it learns. */
  int arrayCount() {
    return manager.getManagedArrays().size();
  }

  /** Steps done, from the checkpoint on if it was resumed. */
  public long step() {
    return step;
  }

  private Map<String, float[]> checkpointed() {
    Path file = folder.resolve(CHECKPOINT);
    if (!Files.exists(file)) {
      throw new ProblemException(
          Problem.badInput(
              "There is no " + CHECKPOINT + " in " + folder + " to go on from.",
              "Leave out --resume to begin anew."));
    }
    return ArrayFile.read(file).arrays();
  }

  private void resume(Map<String, float[]> arrays) {
    float[] state = arrays.getOrDefault("training", new float[0]);
    boolean isOurs = state.length == 4;
    for (Map.Entry<String, NDArray> entry : parameters.arrays().entrySet()) {
      for (String prefix : new String[] {"", "mean.", "square."}) {
        float[] values = arrays.get(prefix + entry.getKey());
        isOurs &= values != null && values.length == entry.getValue().size();
      }
    }
    if (!isOurs) {
      throw new ProblemException(
          Problem.badInput(
              "The checkpoint in " + folder + " belongs to another network.",
              "Use the configuration that it was begun with, or another folder."));
    }
    step = 1_000_000L * (long) state[0] + (long) state[1];
    best = state[2];
    withoutGain = (int) state[3];
    optimiser.restore(arrays, step);
  }

  /**
   * Goes on until all steps are done, patience is over, or the user stops it.
   *
   * @return the last validation
   * @throws java.util.concurrent.CancellationException if the token is cancelled
   */
  public List<Performance> run(TrainingControl control, TrainingListener listener) {
    Stretch stretch = new Stretch(config, step);
    boolean patient = true;
    while (step < config.rate().steps() && patient && control.goesOn()) {
      token.throwIfCancelled();
      learn(stretch);
      step++;
      if (step % STRETCH == 0) {
        listener.progress(stretch.end(step));
        stretch = new Stretch(config, step);
      }
      boolean validates = step % config.validateEvery() == 0;
      if (validates && step < config.rate().steps()) {
        List<Performance> found = validate();
        listener.validated(step, found);
        patient = keep(found);
        stretch = new Stretch(config, step);
      }
      if (validates || step % config.checkpointEvery() == 0) {
        checkpoint();
      }
    }
    List<Performance> last = validate();
    listener.validated(step, last);
    keep(last);
    checkpoint();
    write();
    return last;
  }

  private void learn(Stretch stretch) {
    long start = System.nanoTime();
    LearningBatch batch = batches.next();
    long got = System.nanoTime();
    double loss;
    double square;
    try (NDManager scratch = manager.newSubManager();
        GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
      EncodedBatch input = batch.input();
      NDArray features =
          scratch.create(
              input.features(), new Shape(input.size(), input.featureCount(), input.bins()));
      SignificanceLoss.Value value =
          SignificanceLoss.of(config.network(), layers.forward(features), batch);
      // Of one dimension: a single number times a double would become a double.
      collector.backward(value.loss().reshape(1).mul(config.precision().lossScale()));
      loss = value.loss().getFloat();
      square = value.square().getFloat();
    }
    if (!Double.isFinite(loss)) {
      throw new ProblemException(
          Problem.computation(
              "The loss became " + loss + " at step " + step + ".",
              "Use a smaller learning rate, and go on from the last checkpoint."));
    }
    double norm = optimiser.step(config.rate().at(step), LARGEST_GRADIENT);
    // A step that was left out, because half precision overflowed, counts as a large gradient.
    stretch.add(loss, square, Double.isFinite(norm) ? norm : LARGEST_GRADIENT, got - start);
  }

  /** Remembers the best validation; false once patience is over. */
  private boolean keep(List<Performance> found) {
    double score = found.stream().mapToDouble(Performance::halfWidth).average().orElse(0);
    if (score < best) {
      best = score;
      withoutGain = 0;
      write();
    } else {
      withoutGain++;
    }
    return config.patience() == 0 || withoutGain < config.patience();
  }

  /** How well it does now, in each mode. */
  List<Performance> validate() {
    List<Performance> found = new ArrayList<>();
    for (Mode mode : config.modes()) {
      GeneratorSettings settings =
          java.util.Objects.requireNonNull(config.generators().get(mode), "settings per mode");
      Evaluation.Predictor predictor = counts -> predict(counts, mode);
      String name = mode == Mode.NARROW ? "width 1" : "widths 1-4";
      found.add(
          Evaluation.performance(
              name,
              Evaluation.trials(
                  settings, config.validationHistograms(), config.seed(), predictor, token)));
    }
    return found;
  }

  private double[][][] predict(List<double[]> counts, Mode mode) {
    int bins = counts.getFirst().length;
    EncodedBatch batch = Encoder.batch(config.network(), mode, counts.size(), bins);
    for (int h = 0; h < counts.size(); h++) {
      encoder.write(counts.get(h), batch, h);
    }
    float[][] out = SignificanceNetwork.forward(config.network(), layers, manager, batch);
    double[][] z = new double[counts.size()][bins];
    double[][] error = new double[out[1].length == 0 ? 0 : counts.size()][bins];
    for (int h = 0; h < z.length; h++) {
      int row = (h * batch.outputs() + batch.outputs() - 1) * bins;
      for (int i = 0; i < bins; i++) {
        z[h][i] = out[0][row + i];
        if (error.length > 0) {
          error[h][i] = out[1][row + i];
        }
      }
    }
    return new double[][][] {z, error};
  }

  private void checkpoint() {
    Map<String, float[]> arrays = new LinkedHashMap<>(parameters.values());
    arrays.putAll(optimiser.state());
    arrays.put(
        "training",
        new float[] {Math.floorDiv(step, 1_000_000), step % 1_000_000, (float) best, withoutGain});
    new ArrayFile(info().json(), arrays).write(folder.resolve(CHECKPOINT));
  }

  private void write() {
    new ArrayFile(info().json(), parameters.values()).write(folder.resolve(NETWORK));
  }

  private NetworkInfo info() {
    GeneratorSettings any = config.generators().values().iterator().next();
    return new NetworkInfo(
        config.network(),
        config.channels(),
        config.modes(),
        config.seed(),
        step * config.batchSize(),
        any.leastBins(),
        any.mostBins(),
        config.contents().low(),
        config.contents().high());
  }

  @Override
  public void close() {
    batches.close();
    manager.close();
  }
}
