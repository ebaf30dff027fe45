package org.dipscope.app;

import org.dipscope.app.inference.InferenceBench;
import org.dipscope.app.inference.ModelPreset;

/** What a photographer does on the intervals screen. */
final class InferencePhotos {
  private InferencePhotos() {}

  static void empty(Composition parts) {
    parts.frame().screenProperty().set(Composition.INTERVALS);
  }

  private static void open(Composition parts, ModelPreset preset, String page) {
    empty(parts);
    if (!parts.inference().models().nameProperty().get().equals(preset.title())) {
      parts.inference().models().open(preset);
    }
    parts.inference().pageProperty().set(page);
  }

  static void stack(Composition parts) {
    open(parts, ModelPreset.PURE_DIP, "Model");
  }

  static void variation(Composition parts) {
    open(parts, ModelPreset.PEAK_DIP_SYSTEMATICS, "Model");
    InferenceBench.vary(parts.inference(), "mass slope");
  }

  static void pulls(Composition parts) {
    open(parts, ModelPreset.PEAK_DIP_SYSTEMATICS, "Fit");
    InferenceBench.figure(parts.inference(), "PULLS");
  }

  static void correlations(Composition parts) {
    open(parts, ModelPreset.PEAK_DIP_SYSTEMATICS, "Fit");
    InferenceBench.figure(parts.inference(), "CORRELATIONS");
  }

  static void profile(Composition parts) {
    open(parts, ModelPreset.PEAK_DIP_SYSTEMATICS, "Fit");
    InferenceBench.figure(parts.inference(), "SCAN");
  }

  static void surface(Composition parts) {
    open(parts, ModelPreset.PEAK_DIP_SYSTEMATICS, "Fit");
    InferenceBench.figure(parts.inference(), "SURFACE");
  }

  static void fitted(Composition parts) {
    open(parts, ModelPreset.PEAK_DIP_SYSTEMATICS, "Model");
    InferenceBench.showFitted(parts.inference());
  }

  static void degenerate(Composition parts) {
    open(parts, ModelPreset.DEGENERATE, "Fit");
    InferenceBench.figure(parts.inference(), "SCAN");
  }

  static void minima(Composition parts) {
    open(parts, ModelPreset.DEGENERATE_RATE, "Fit");
    InferenceBench.figure(parts.inference(), "SCAN");
  }

  static boolean isAtRest(Composition parts) {
    if (!parts.jobs().active().isEmpty()) {
      return false;
    }
    return !InferenceBench.startsScan(parts.inference());
  }
}
