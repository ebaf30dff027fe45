package org.dipscope.core.project;

import org.dipscope.core.histogram.Spectrum;
import org.jspecify.annotations.Nullable;

/**
 * One spectrum of the project.
 *
 * @param id unique in the project
 * @param data the numbers, or where they lie
 */
public record SpectrumEntry(String id, Data data) {

  /** The numbers of a spectrum, or where they lie. */
  public sealed interface Data permits Embedded, FileReference {}

  /**
   * A spectrum inside the project file.
   *
   * @param spectrum the numbers
   * @param generation how it was generated, or null if it was measured or is not known
   */
  public record Embedded(Spectrum spectrum, @Nullable Generation generation) implements Data {}

  /**
   * A spectrum in a file beside the project.
   *
   * @param path relative to the folder of the project, with forward slashes
   * @param sha256 checksum of the bytes, in hexadecimal, lower case
   */
  public record FileReference(String path, String sha256) implements Data {}

  /**
   * How pseudo-data came to be, so that it can be made again.
   *
   * @param truth the model that was injected
   * @param seed seed of the random generator
   * @param algorithm the random generator
   */
  public record Generation(Scenario truth, long seed, String algorithm) {}
}
