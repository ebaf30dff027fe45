package org.dipscope.core.project;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the screen shows. Joining bins, scaling contents and overlays change the drawing only: the
 * likelihood keeps the bins of the spectrum.
 *
 * @param spectrumId the selected spectrum, or empty
 * @param modelId the selected model, or empty
 * @param logContents whether the axis of contents is logarithmic
 * @param logMass whether the mass axis is logarithmic
 * @param mergeBins how many bins are drawn as one
 * @param lowerPanel what stands below the spectrum
 * @param contentScale what contents are divided by
 * @param overlays ids of spectra drawn over the selected one
 * @param massLowGeV left end of the mass axis, or null for all
 * @param massHighGeV right end of the mass axis, or null for all
 * @param strip the significances below the spectrum
 */
public record ViewSettings(
    String spectrumId,
    String modelId,
    boolean logContents,
    boolean logMass,
    int mergeBins,
    LowerPanel lowerPanel,
    ContentScale contentScale,
    List<String> overlays,
    @Nullable Double massLowGeV,
    @Nullable Double massHighGeV,
    Strip strip) {

  /** Copies the overlays. */
  public ViewSettings {
    overlays = List.copyOf(overlays);
  }

  /** What stands below the spectrum. */
  public enum LowerPanel {
    /** Data over background, and (S+I)/B. */
    RATIO,
    /** Data minus prediction in units of the error. */
    PULL
  }

  /** What contents are divided by. */
  public enum ContentScale {
    /** Nothing: contents per bin. */
    PER_BIN,
    /** The width of the bin: contents per unit of mass. */
    PER_UNIT,
    /** The width of the bin and the sum of the data: the area under the data is one. */
    UNIT_AREA
  }

  /**
   * The strip of significances below the spectrum.
   *
   * @param definition what z means
   * @param manyWidths whether signals of one to four bins are looked for, or of one
   */
  public record Strip(StripDefinition definition, boolean manyWidths) {}

  /** The view of a fresh project. */
  public static final ViewSettings DEFAULT =
      new ViewSettings(
          "",
          "model-1",
          true,
          false,
          1,
          LowerPanel.RATIO,
          ContentScale.PER_UNIT,
          List.of(),
          null,
          null,
          new Strip(StripDefinition.OFF, false));

  /** The same view of another spectrum. */
  public ViewSettings withSpectrum(String id) {
    return new ViewSettings(
        id,
        modelId,
        logContents,
        logMass,
        mergeBins,
        lowerPanel,
        contentScale,
        overlays,
        massLowGeV,
        massHighGeV,
        strip);
  }

  /** The same view of another model. */
  public ViewSettings withModel(String id) {
    return new ViewSettings(
        spectrumId,
        id,
        logContents,
        logMass,
        mergeBins,
        lowerPanel,
        contentScale,
        overlays,
        massLowGeV,
        massHighGeV,
        strip);
  }

  /** The same view with other kinds of axes. */
  public ViewSettings withLogarithms(boolean contents, boolean mass) {
    return new ViewSettings(
        spectrumId,
        modelId,
        contents,
        mass,
        mergeBins,
        lowerPanel,
        contentScale,
        overlays,
        massLowGeV,
        massHighGeV,
        strip);
  }

  /** The same view with other bins. */
  public ViewSettings withMergeBins(int merge) {
    return new ViewSettings(
        spectrumId,
        modelId,
        logContents,
        logMass,
        merge,
        lowerPanel,
        contentScale,
        overlays,
        massLowGeV,
        massHighGeV,
        strip);
  }

  /** The same view with another lower panel. */
  public ViewSettings withLowerPanel(LowerPanel panel) {
    return new ViewSettings(
        spectrumId,
        modelId,
        logContents,
        logMass,
        mergeBins,
        panel,
        contentScale,
        overlays,
        massLowGeV,
        massHighGeV,
        strip);
  }

  /** The same view with contents divided by something else. */
  public ViewSettings withContentScale(ContentScale scale) {
    return new ViewSettings(
        spectrumId,
        modelId,
        logContents,
        logMass,
        mergeBins,
        lowerPanel,
        scale,
        overlays,
        massLowGeV,
        massHighGeV,
        strip);
  }

  /** The same view with other spectra over it. */
  public ViewSettings withOverlays(List<String> ids) {
    return new ViewSettings(
        spectrumId,
        modelId,
        logContents,
        logMass,
        mergeBins,
        lowerPanel,
        contentScale,
        ids,
        massLowGeV,
        massHighGeV,
        strip);
  }

  /** The same view of another mass range; null for all. */
  public ViewSettings withMassRange(@Nullable Double lowGeV, @Nullable Double highGeV) {
    return new ViewSettings(
        spectrumId,
        modelId,
        logContents,
        logMass,
        mergeBins,
        lowerPanel,
        contentScale,
        overlays,
        lowGeV,
        highGeV,
        strip);
  }

  /** The same view with another strip. */
  public ViewSettings withStrip(Strip other) {
    return new ViewSettings(
        spectrumId,
        modelId,
        logContents,
        logMass,
        mergeBins,
        lowerPanel,
        contentScale,
        overlays,
        massLowGeV,
        massHighGeV,
        other);
  }

  /** The standard view of the same spectrum and the same model, with the same strip. */
  public ViewSettings reset() {
    return DEFAULT.withSpectrum(spectrumId).withModel(modelId).withStrip(strip);
  }
}
