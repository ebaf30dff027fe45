package org.dipscope.neural.significance;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.commons.rng.UniformRandomProvider;
import org.dipscope.core.bump.generator.GeneratorSettings;
import org.dipscope.core.bump.generator.HistogramGenerator;
import org.dipscope.neural.training.Adam;
import org.dipscope.neural.training.ComputeDevice;
import org.dipscope.neural.training.Parameters;
import org.dipscope.neural.training.Precision;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Histograms of 65 bins per second on two cores: the published architecture as few wide matrix
 * products, beside the same as it is usually written (four convolutions, joined, and convolutions
 * of width one); our own network with its fits; a matrix product of 2048 &times; 2048 for the
 * limit.
 */
@BenchmarkMode(org.openjdk.jmh.annotations.Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@State(Scope.Benchmark)
public class NetworkBenchmark {
  private static final int BATCH = 128;
  private static final int BINS = 65;
  private static final int[] KERNELS = {3, 9, 15, 25};
  private static final int[] WIDTHS = {257, 128, 64, 32, 1};

  private final ComputeDevice device = ComputeDevice.choose(ComputeDevice.Choice.CPU, 2);
  private final NDManager manager = NDManager.newBaseManager(device.device(), "PyTorch");
  private final Parameters wide = new Parameters(manager, 1, Map.of(), true, Precision.SINGLE);
  private final PublishedLayers published = new PublishedLayers(wide, 1);
  private final Adam wideAdam = new Adam(wide, manager);
  private final Parameters plain = new Parameters(manager, 1, Map.of(), true, Precision.SINGLE);
  private final List<NDArray> plainKernels = new ArrayList<>();
  private final List<NDArray> plainDense = new ArrayList<>();
  private final Adam plainAdam;
  private final Encoder encoder = new Encoder(NetworkKind.BUMPNET);
  private final float[] contents = new float[BATCH * BINS];
  private final SignificanceNetwork own = SignificanceNetwork.of(Networks.usual(), "usual", device);
  private final List<double[]> counts = new ArrayList<>();
  private final NDArray matrix = manager.randomNormal(new Shape(2048, 2048));

  /** Draws the histograms. */
  public NetworkBenchmark() {
    for (int kernel : KERNELS) {
      plainKernels.add(plain.weight("kernel" + kernel, kernel, 1.4, 64, 1, kernel));
    }
    for (int k = 0; k + 1 < WIDTHS.length; k++) {
      plainDense.add(plain.weight("dense" + k, WIDTHS[k], 1.4, WIDTHS[k + 1], WIDTHS[k], 1));
    }
    plainAdam = new Adam(plain, manager);
    HistogramGenerator generator = new HistogramGenerator(GeneratorSettings.functions(1.0));
    UniformRandomProvider random = HistogramGenerator.block(1, 1);
    for (int h = 0; h < BATCH; h++) {
      counts.add(generator.next(BINS, random).counts());
      for (int i = 0; i < BINS; i++) {
        contents[h * BINS + i] = (float) random.nextDouble();
      }
    }
  }

  private NDArray plainForward(NDArray x) {
    NDList joined = new NDList();
    for (NDArray kernel : plainKernels) {
      joined.add(convolved(x, kernel).getNDArrayInternal().relu());
    }
    joined.add(x);
    NDArray y = NDArrays.concat(joined, 1);
    for (int k = 0; k < plainDense.size(); k++) {
      y = convolved(y, plainDense.get(k));
      y = k + 1 < plainDense.size() ? y.getNDArrayInternal().relu() : y;
    }
    return y;
  }

  private static NDArray convolved(NDArray x, NDArray weight) {
    long reach = weight.getShape().get(2) / 2;
    NDArray bias = x.getManager().zeros(new Shape(weight.getShape().get(0)));
    return x.getNDArrayInternal()
        .convolution(x, weight, bias, new Shape(1), new Shape(reach), new Shape(1), 1)
        .singletonOrThrow();
  }

  private interface Forward {
    NDArray of(NDArray x);
  }

  private NDArray windows(NDManager scratch) {
    EncodedBatch batch = Encoder.batch(NetworkKind.BUMPNET, Mode.NARROW, BATCH, BINS);
    for (int h = 0; h < BATCH; h++) {
      encoder.write(counts.get(h), batch, h);
    }
    return scratch.create(batch.features(), new Shape(BATCH, batch.featureCount(), BINS));
  }

  private NDArray input(NDManager scratch) {
    return scratch.create(contents, new Shape(BATCH, 1, BINS));
  }

  private float predicted(Function<NDManager, NDArray> input, Forward forward) {
    try (NDManager scratch = manager.newSubManager()) {
      NDArray x = input.apply(scratch);
      return forward.of(x).toFloatArray()[0];
    }
  }

  private double trained(Function<NDManager, NDArray> input, Forward forward, Adam adam) {
    try (NDManager scratch = manager.newSubManager();
        GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
      NDArray x = input.apply(scratch);
      collector.backward(forward.of(x).square().mean());
    }
    return adam.step(1e-4, 5);
  }

  /** The published architecture, predicted. */
  @Benchmark
  @OperationsPerInvocation(BATCH)
  public float publishedPredicted() {
    return predicted(this::windows, published::forward);
  }

  /** The same as usually written. */
  @Benchmark
  @OperationsPerInvocation(BATCH)
  public float plainPredicted() {
    return predicted(this::input, this::plainForward);
  }

  /** The published architecture, one step of training. */
  @Benchmark
  @OperationsPerInvocation(BATCH)
  public double publishedTrained() {
    return trained(this::windows, published::forward, wideAdam);
  }

  /** One step of training as usually written. */
  @Benchmark
  @OperationsPerInvocation(BATCH)
  public double plainTrained() {
    return trained(this::input, this::plainForward, plainAdam);
  }

  /** Our own network, fits included, by one thread beside those of the matrix products. */
  @Benchmark
  @OperationsPerInvocation(BATCH)
  public Significance ownPredicted() {
    return own.significance(counts, Mode.NARROW).getLast();
  }

  /** Our own network for a single histogram. */
  @Benchmark
  public Significance ownOne() {
    return own.significance(counts.subList(0, 1), Mode.NARROW).getLast();
  }

  /** A matrix product of 17.2 GFLOP: the limit. */
  @Benchmark
  public float matrixProduct() {
    try (NDArray product = matrix.matMul(matrix)) {
      return product.getFloat(0, 0);
    }
  }

  /** Frees everything. */
  @TearDown
  public void close() {
    own.close();
    manager.close();
  }
}
