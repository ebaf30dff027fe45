package org.dipscope.core.project;

import java.util.List;
import org.dipscope.core.histogram.Spectrum;
import org.jspecify.annotations.Nullable;

/**
 * One spectrum of the project.
 *
 * @param id unique in the project
 * @param data the numbers, or where they lie
 * @param comparison what the numbers are compared with
 * @param masks parts of the mass axis that take no part in a fit; increasing, without overlaps
 */
public record SpectrumEntry(String id, Data data, Comparison comparison, List<MassInterval> masks) {

  /** Joins masks that overlap. */
  public SpectrumEntry {
    masks = MassInterval.joined(masks);
  }

  /** A spectrum without masks that is compared with what it says it is. */
  public SpectrumEntry(String id, Data data) {
    this(id, data, Comparison.AUTOMATIC, List.of());
  }

  /** What a spectrum is compared with. */
  public enum Comparison {
    /** Top pairs if the spectrum says that it counts them, else nothing. */
    AUTOMATIC,
    /** Top pairs, because the user says so. */
    TOP_PAIRS,
    /** Nothing: the data stand alone. */
    NONE
  }

  /** The same spectrum compared with something else. */
  public SpectrumEntry with(Comparison other) {
    return new SpectrumEntry(id, data, other, masks);
  }

  /** The same spectrum with other masks. */
  public SpectrumEntry withMasks(List<MassInterval> others) {
    return new SpectrumEntry(id, data, comparison, others);
  }

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
