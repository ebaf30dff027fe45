package org.dipscope.app.interference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dipscope.app.workspace.SpectrumResult;
import org.dipscope.app.workspace.SurfaceResult;
import org.dipscope.core.analysis.Derived;
import org.dipscope.core.analysis.Expectation;
import org.dipscope.core.likelihood.SurfaceMinimum;
import org.dipscope.core.project.ScanParameter;
import org.jspecify.annotations.Nullable;

/**
 * A number that follows from the sliders, in words.
 *
 * @param name what it is
 * @param value with its unit
 * @param explanation what it means, in a sentence
 * @param warning whether it asks for attention
 */
public record KeyNumber(String name, String value, String explanation, boolean warning) {

  static List<KeyNumber> of(@Nullable SpectrumResult spectrum, @Nullable SurfaceResult surface) {
    if (spectrum == null) {
      return List.of();
    }
    List<KeyNumber> all = new ArrayList<>();
    addWidths(spectrum.derived(), all);
    addFit(spectrum, all);
    if (surface != null) {
      surface.surface().best().ifPresent(best -> all.add(bestFit(surface, best)));
    }
    addTheory(spectrum.derived(), all);
    return List.copyOf(all);
  }

  private static void addWidths(Derived derived, List<KeyNumber> all) {
    all.add(plain("Γ", gev(derived.widthGeV()), "Total width of the scalar."));
    all.add(
        plain(
            "Γ/M",
            String.format(Locale.ROOT, "%.2g %%", 100 * derived.relativeWidth()),
            "Width relative to the mass."));
    all.add(
        plain(
            "ΣΓᵢ",
            gev(derived.partialWidths().total()),
            String.format(
                Locale.ROOT,
                "Sum of the partial widths: tt̄ %.3g, bb̄ %.3g, ττ %.3g, gg %.3g GeV.",
                derived.partialWidths().tt(),
                derived.partialWidths().bb(),
                derived.partialWidths().tautau(),
                derived.partialWidths().gg())));
    if (derived.unphysical()) {
      all.add(
          new KeyNumber(
              "unphysical",
              "Γ < ΣΓᵢ",
              "No state has a total width below the sum of its partial widths.",
              true));
    }
    if (derived.nonPerturbative()) {
      all.add(
          new KeyNumber(
              "not perturbative",
              "Γ/M > 30 %",
              "Leading-order resonance formulas lose their meaning for such a wide state.",
              true));
    }
  }

  private static void addFit(SpectrumResult spectrum, List<KeyNumber> all) {
    Expectation expected = spectrum.expected();
    if (expected == null) {
      all.add(plain("tt̄", "not compared", spectrum.absence()));
      return;
    }
    all.add(
        plain(
            "Z expected",
            String.format(Locale.ROOT, "%.2f", expected.prediction().expectedSignificance()),
            "Significance over the background with which data that agree with the prediction would"
                + " show this scalar, nuisances profiled."));
    all.add(
        plain(
            "−2Δ ln L vs background",
            signed(expected.prediction().twiceDeltaNll()),
            "Compared with top pairs alone; negative where the data prefer the scalar."));
  }

  private static KeyNumber bestFit(SurfaceResult surface, SurfaceMinimum best) {
    return plain(
        "best fit",
        parameter(surface.axes().horizontal().parameter(), best.x())
            + ", "
            + parameter(surface.axes().vertical().parameter(), best.y())
            + (best.isOnBorder() ? " (at the border)" : ""),
        "Lowest point of the likelihood surface among physical ones.");
  }

  private static void addTheory(Derived derived, List<KeyNumber> all) {
    if (Double.isFinite(derived.pureDipGeV())) {
      all.add(
          plain(
              "pure dip at",
              String.format(Locale.ROOT, "%.0f GeV", derived.pureDipGeV()),
              "A scalar of this mass shows as a dip without a peak."));
    }
    String alphaS =
        Double.isFinite(derived.alphaS())
            ? String.format(Locale.ROOT, ", αₛ(μ) = %.4f", derived.alphaS())
            : "";
    all.add(
        plain(
            "PDF",
            derived.pdfName() + alphaS + ", μ = " + derived.scaleLabel(),
            "Parton distributions, the strong coupling of the same set, and the scale of both."));
  }

  /** A parameter with its value, such as {@code tan β = 1.3}. */
  public static String parameter(ScanParameter parameter, double value) {
    String unit = parameter.unit().isEmpty() ? "" : " " + parameter.unit();
    String digits = Math.abs(value) >= 100 ? "%.0f" : "%.3g";
    return parameter.label() + " = " + String.format(Locale.ROOT, digits, value) + unit;
  }

  private static KeyNumber plain(String name, String value, String explanation) {
    return new KeyNumber(name, value, explanation, false);
  }

  private static String gev(double value) {
    return String.format(Locale.ROOT, value >= 100 ? "%.0f GeV" : "%.3g GeV", value);
  }

  private static String signed(double value) {
    return String.format(Locale.ROOT, "%+.2f", value).replace('-', '−');
  }
}
