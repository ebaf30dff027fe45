package org.dipscope.neural.significance;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.dipscope.neural.training.ArrayFile;
import org.dipscope.neural.training.ComputeDevice;
import org.dipscope.neural.training.Parameters;
import org.dipscope.neural.training.Precision;

/** A network that gives the significance of every bin of a histogram. Close it. For one thread. */
public final class SignificanceNetwork implements AutoCloseable {
  private static final int BATCH = 64;

  private final NDManager manager;
  private final NetworkInfo info;
  private final Layers layers;
  private final Encoder encoder;

  private SignificanceNetwork(
      NDManager manager, NetworkInfo info, Map<String, float[]> values, String name) {
    this.manager = manager;
    this.info = info;
    Parameters parameters = new Parameters(manager, info.seed(), values, false, Precision.SINGLE);
    layers = layers(info.kind(), info.channels(), parameters);
    for (String key : parameters.arrays().keySet()) {
      if (!values.containsKey(key)) {
        throw new ProblemException(
            Problem.badInput(
                "The network file " + name + " does not hold the parameter " + key + ".",
                "Choose a network of this version."));
      }
    }
    encoder = new Encoder(info.kind());
  }

  /** Layers with fresh parameters. */
  static Layers layers(NetworkKind kind, int channels, Parameters parameters) {
    return switch (kind) {
      case BUMPNET -> new PublishedLayers(parameters, 1);
      case ZNET3 -> new PublishedLayers(parameters, 2);
      case DIPSCOPE ->
          new DipscopeLayers(parameters, Encoder.features(kind), channels, Mode.MIXED.outputs());
    };
  }

  /**
   * Opens a network.
   *
   * @throws ProblemException if the file is foreign, newer or damaged
   */
  public static SignificanceNetwork open(Path file, ComputeDevice device) {
    return of(ArrayFile.read(file), String.valueOf(file.getFileName()), device);
  }

  /** A network from what was read. */
  public static SignificanceNetwork of(ArrayFile content, String name, ComputeDevice device) {
    NetworkInfo info = NetworkInfo.parse(content.description(), name);
    NDManager manager = NDManager.newBaseManager(device.device(), "PyTorch");
    try {
      return new SignificanceNetwork(manager, info, content.arrays(), name);
    } catch (RuntimeException failure) {
      manager.close();
      throw failure;
    }
  }

  /** What is known of it. */
  public NetworkInfo info() {
    return info;
  }

  /**
   * Significances of histograms, in their order.
   *
   * @param counts contents per bin; at least five bins
   * @param mode widths of the signal; must be one of the training
   */
  public List<Significance> significance(List<double[]> counts, Mode mode) {
    return significance(counts, mode, mode.widths(), false);
  }

  /**
   * The same for some of the widths, or for dips.
   *
   * @param widths those that count; all widths of the mode use what the network learnt for the
   *     largest of them
   * @param deficit whether the smallest z counts instead
   */
  public List<Significance> significance(
      List<double[]> counts, Mode mode, Values widths, boolean deficit) {
    if (!info.modes().contains(mode)) {
      throw new ProblemException(
          Problem.usage(
              "This network was not trained for signals of these widths.",
              "Use widths of " + info.modes().getFirst().widths() + " bins."));
    }
    Significance[] results = new Significance[counts.size()];
    Map<Integer, List<Integer>> byBins = new HashMap<>();
    for (int i = 0; i < counts.size(); i++) {
      byBins.computeIfAbsent(counts.get(i).length, bins -> new ArrayList<>()).add(i);
    }
    byBins.forEach(
        (bins, places) -> {
          for (int first = 0; first < places.size(); first += BATCH) {
            List<Integer> part = places.subList(first, Math.min(first + BATCH, places.size()));
            predict(counts, part, bins, mode, new Choice(widths, deficit), results);
          }
        });
    return Arrays.asList(results);
  }

  /** Which of the widths count, and whether dips are looked for. */
  private record Choice(Values widths, boolean deficit) {
    boolean contains(double width) {
      return Arrays.stream(widths.toArray()).anyMatch(w -> w == width);
    }
  }

  private void predict(
      List<double[]> counts,
      List<Integer> places,
      int bins,
      Mode mode,
      Choice choice,
      Significance[] results) {
    EncodedBatch batch = Encoder.batch(info.kind(), mode, places.size(), bins);
    List<Values> backgrounds = new ArrayList<>();
    for (int h = 0; h < places.size(); h++) {
      encoder.write(counts.get(places.get(h)), batch, h);
      backgrounds.add(encoder.background());
    }
    float[][] out = forward(batch);
    for (int h = 0; h < places.size(); h++) {
      results[places.get(h)] = result(batch, out, h, choice, backgrounds.get(h));
    }
  }

  private float[][] forward(EncodedBatch batch) {
    return forward(info.kind(), layers, manager, batch);
  }

  /** Significances of a batch, and their errors where the network knows them. */
  static float[][] forward(NetworkKind kind, Layers layers, NDManager manager, EncodedBatch batch) {
    try (NDManager scratch = manager.newSubManager()) {
      NDArray x =
          scratch.create(
              batch.features(), new Shape(batch.size(), batch.featureCount(), batch.bins()));
      NDArray y = layers.forward(x);
      float[] z = SignificanceLoss.mean(kind, y, batch.outputs()).toFloatArray();
      for (int i = 0; i < z.length; i++) {
        z[i] += batch.base()[i];
      }
      float[] error =
          kind == NetworkKind.DIPSCOPE
              ? SignificanceLoss.logSigma(y, batch.outputs()).exp().toFloatArray()
              : new float[0];
      return new float[][] {z, error};
    }
  }

  private static Significance result(
      EncodedBatch batch, float[][] out, int h, Choice choice, Values background) {
    int bins = batch.bins();
    int first = h * batch.outputs();
    int all = first + batch.outputs() - 1;
    boolean isAll = !choice.deficit() && choice.widths().equals(batch.mode().widths());
    double[] z = new double[bins];
    double[] error = new double[out[1].length == 0 ? 0 : bins];
    double[] width = new double[bins];
    for (int i = 0; i < bins; i++) {
      int best = best(batch, out[0], first, i, choice);
      int row = isAll || batch.outputs() == 1 ? all : first + best;
      z[i] = out[0][row * bins + i];
      if (error.length > 0) {
        error[i] = out[1][row * bins + i];
      }
      width[i] = batch.mode().widths().get(best);
    }
    return new Significance(Values.of(z), Values.of(error), Values.of(width), background);
  }

  /** The width with the largest z in a bin, or of dips the smallest. */
  private static int best(EncodedBatch batch, float[] z, int first, int bin, Choice choice) {
    int best = -1;
    for (int k = 0; k < batch.outputs() - 1; k++) {
      if (choice.contains(batch.mode().widths().get(k))) {
        float own = z[(first + k) * batch.bins() + bin];
        float other = best < 0 ? 0 : z[(first + best) * batch.bins() + bin];
        best = best < 0 || (choice.deficit() ? own < other : own > other) ? k : best;
      }
    }
    return Math.max(0, best);
  }

  @Override
  public void close() {
    manager.close();
  }
}
