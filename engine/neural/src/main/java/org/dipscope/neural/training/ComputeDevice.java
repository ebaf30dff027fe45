package org.dipscope.neural.training;

import ai.djl.Device;
import ai.djl.engine.Engine;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * What a network runs on, and why.
 *
 * @param device of the engine
 * @param words such as {@code CPU only, because no GPU was found}
 */
public record ComputeDevice(Device device, String words) {
  private static final String THREADS = "ai.djl.pytorch.num_threads";

  /** What the user asked for. */
  public enum Choice {
    /** A GPU where there is one. */
    AUTO,
    /** The processor. */
    CPU,
    /** A GPU, or an error. */
    GPU
  }

  /**
   * Loads the engine if need be, which takes seconds, and chooses.
   *
   * @param threads how many threads a matrix product may keep busy on the processor; the first call
   *     of a process decides
   * @throws ProblemException if a GPU was asked for and there is none, or the engine cannot be
   *     loaded
   */
  public static ComputeDevice choose(Choice choice, int threads) {
    Engine engine = engine(threads);
    int gpus = choice == Choice.CPU ? 0 : engine.getGpuCount();
    if (gpus > 0) {
      return new ComputeDevice(Device.gpu(), "GPU, the first of " + gpus);
    }
    if (choice == Choice.GPU) {
      throw new ProblemException(
          Problem.usage(
              "There is no GPU that the engine can use.",
              "Set PYTORCH_LIBRARY_PATH to a PyTorch for CUDA, or use --device cpu."));
    }
    return new ComputeDevice(
        Device.cpu(),
        choice == Choice.CPU ? "CPU, as asked" : "CPU only, because no GPU was found");
  }

  /** The engine, loaded at the first call. */
  public static Engine engine(int threads) {
    if (System.getProperty(THREADS) == null) {
      System.setProperty(THREADS, String.valueOf(Math.max(1, threads)));
    }
    System.setProperty("ai.djl.offline", System.getProperty("ai.djl.offline", "true"));
    System.setProperty("OPT_OUT_TRACKING", "true");
    FreedMemory.keep();
    try {
      return Engine.getEngine("PyTorch");
    } catch (RuntimeException | UnsatisfiedLinkError failure) {
      throw new ProblemException(
          Problem.computation(
              "The engine for networks cannot be loaded.",
              "Check that the temporary and home folders can be written, and that this is one of"
                  + " the platforms of the installer."),
          failure);
    }
  }
}
