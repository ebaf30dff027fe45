package org.dipscope.app.likelihood;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.dipscope.app.workspace.SurfaceResult;
import org.dipscope.core.physics.amplitude.CpParity;
import org.dipscope.core.project.CouplingChoice;
import org.dipscope.core.project.Scalar;
import org.dipscope.core.project.ScanParameter;
import org.dipscope.core.project.Scenario;
import org.dipscope.core.project.WidthChoice;

/**
 * A map of blind spots that is asked for.
 *
 * @param surface whose spectra it uses
 * @param moving whether the surface is a preview and will be replaced
 * @param hunter who hunts
 * @param manyWidths for signals of one to four bins, or of one
 */
record BlindSpotRequest(SurfaceResult surface, boolean moving, Hunter hunter, boolean manyWidths) {

  /** What is the same all over the map, in a few words of rich text. */
  String fixed() {
    Scenario across = surface.across();
    StringBuilder text = new StringBuilder();
    Scalar scalar = across.scalar();
    text.append(
        scalar.coupling() instanceof CouplingChoice.Mixed
            ? "mixed"
            : scalar.cp() == CpParity.ODD ? "A" : "H");
    if (!surface.axes().horizontal().parameter().equals(ScanParameter.MASS)
        && !surface.axes().vertical().parameter().equals(ScanParameter.MASS)) {
      text.append(String.format(Locale.ROOT, " of %.0f GeV", scalar.massGeV()));
    }
    text.append(across.second() == null ? "" : " and a second scalar");
    text.append(scalar.width() instanceof WidthChoice.Physical ? ", physical Γ, " : ", ");
    text.append(shortest(100 * across.resolution())).append(" %, ");
    return text.append(shortest(across.luminosityInvFb())).append(" fb^{−1}").toString();
  }

  private static String shortest(double value) {
    return new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros().toPlainString();
  }
}
