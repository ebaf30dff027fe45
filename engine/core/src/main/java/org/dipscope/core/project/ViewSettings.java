package org.dipscope.core.project;

import org.jspecify.annotations.Nullable;

/**
 * What the screen shows.
 *
 * @param spectrumId the selected spectrum, or empty
 * @param modelId the selected model, or empty
 * @param logContents whether the axis of contents is logarithmic
 * @param logMass whether the mass axis is logarithmic
 * @param mergeBins how many bins are drawn as one
 * @param lowerPanel what stands below the spectrum
 * @param massLowGeV left end of the mass axis, or null for all
 * @param massHighGeV right end of the mass axis, or null for all
 */
public record ViewSettings(
    String spectrumId,
    String modelId,
    boolean logContents,
    boolean logMass,
    int mergeBins,
    LowerPanel lowerPanel,
    @Nullable Double massLowGeV,
    @Nullable Double massHighGeV) {

  /** What stands below the spectrum. */
  public enum LowerPanel {
    /** Data over background, and (S+I)/B. */
    RATIO,
    /** Data minus prediction in units of the error. */
    PULL
  }

  /** The view of a fresh project. */
  public static final ViewSettings DEFAULT =
      new ViewSettings("", "model-1", true, false, 1, LowerPanel.RATIO, null, null);

  /** The same view of another spectrum. */
  public ViewSettings withSpectrum(String id) {
    return new ViewSettings(
        id, modelId, logContents, logMass, mergeBins, lowerPanel, massLowGeV, massHighGeV);
  }

  /** The same view of another model. */
  public ViewSettings withModel(String id) {
    return new ViewSettings(
        spectrumId, id, logContents, logMass, mergeBins, lowerPanel, massLowGeV, massHighGeV);
  }

  /** The same view with other kinds of axes. */
  public ViewSettings withLogarithms(boolean contents, boolean mass) {
    return new ViewSettings(
        spectrumId, modelId, contents, mass, mergeBins, lowerPanel, massLowGeV, massHighGeV);
  }

  /** The same view with other bins. */
  public ViewSettings withMergeBins(int merge) {
    return new ViewSettings(
        spectrumId, modelId, logContents, logMass, merge, lowerPanel, massLowGeV, massHighGeV);
  }

  /** The same view with another lower panel. */
  public ViewSettings withLowerPanel(LowerPanel panel) {
    return new ViewSettings(
        spectrumId, modelId, logContents, logMass, mergeBins, panel, massLowGeV, massHighGeV);
  }

  /** The same view of another mass range; null for all. */
  public ViewSettings withMassRange(@Nullable Double lowGeV, @Nullable Double highGeV) {
    return new ViewSettings(
        spectrumId, modelId, logContents, logMass, mergeBins, lowerPanel, lowGeV, highGeV);
  }
}
