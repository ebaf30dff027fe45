package org.dipscope.app.inference;

import org.dipscope.app.inference.FitFiguresView.Kind;

/** Reaches into the intervals screen for tests and photographers. */
public final class InferenceBench {
  private InferenceBench() {}

  /** Shows the variation of a parameter on the page of the model. */
  public static void vary(Inference inference, String parameter) {
    inference.modelPage().model().vary(parameter);
  }

  /** Shows a picture on the page of the fit. */
  public static void figure(Inference inference, String kind) {
    inference.fitPage().figures().kindProperty().set(Kind.valueOf(kind));
  }

  /** Shows the stack at the best fit with the uncertainties of the fit. */
  public static void showFitted(Inference inference) {
    ModelViewModel model = inference.modelPage().model();
    model.lookProperty().set(ModelDrawing.Look.STACK);
    model.afterFitProperty().set(true);
    model.showBestFit();
  }

  /** Starts the scan that belongs to the picture, if there is none yet; whether it did. */
  public static boolean startsScan(Inference inference) {
    FitFiguresView figures = inference.fitPage().figures();
    boolean isFitted = inference.fit().outcomeProperty().get() != null;
    if (!isFitted || !inference.pageProperty().get().equals("Fit")) {
      return false;
    }
    return switch (figures.kindProperty().get()) {
      case SURFACE -> {
        boolean isMissing = figures.surface().figureProperty().get() == null;
        if (isMissing) {
          figures.surface().run();
        }
        yield isMissing;
      }
      case PULLS, CORRELATIONS, SCAN -> false;
    };
  }

  /** Whether there is a profile. */
  public static boolean isScanned(Inference inference) {
    return inference.fitPage().figures().scan().figureProperty().get() != null;
  }
}
