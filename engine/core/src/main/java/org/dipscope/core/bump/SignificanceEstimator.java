package org.dipscope.core.bump;

import java.util.List;

/**
 * Gives every bin of a spectrum a significance. What an implementation means by it, {@link
 * #definition()} says beside every plot. Implementations are immutable; {@link #worker()} gives
 * each thread its own memory.
 */
public interface SignificanceEstimator {

  /** The name on the command line and in results. */
  String id();

  /** In a sentence what its z means. */
  String definition();

  /** What one thread computes with; not thread-safe. */
  Worker worker();

  /** Computes curves one after the other. */
  interface Worker {

    /**
     * The significance of every bin.
     *
     * @throws org.dipscope.core.problem.ProblemException if the spectrum does not allow it
     */
    ZCurve scan(BumpData data);

    /** What a user should know before trusting the significance of this spectrum. */
    default List<String> warnings(BumpData data) {
      return List.of();
    }

    /** The most significant z alone, which may be faster. */
    default double peak(BumpData data, boolean deficit) {
      ZCurve curve = scan(data);
      return curve.z().get(curve.peak(deficit));
    }
  }
}
