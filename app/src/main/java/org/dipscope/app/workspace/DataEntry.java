package org.dipscope.app.workspace;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dipscope.core.histogram.CountSpectrum;
import org.dipscope.core.histogram.Spectrum;
import org.dipscope.core.project.SpectrumEntry;
import org.jspecify.annotations.Nullable;

/**
 * A spectrum of the project, loaded.
 *
 * @param id unique in the project
 * @param spectrum the numbers
 * @param energyTeV √S of its collisions
 * @param luminosityInvFb its integrated luminosity if it is counted and known, or null
 */
public record DataEntry(
    String id, Spectrum spectrum, double energyTeV, @Nullable Double luminosityInvFb) {
  private static final Pattern ENERGY = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*TeV");
  private static final double USUAL_ENERGY_TEV = 13;

  /**
   * A spectrum as the screens need it. Pseudo-data know their collisions; of other data the name or
   * the source usually tells, such as {@code 8 TeV}.
   */
  static DataEntry of(SpectrumEntry entry, Spectrum spectrum) {
    Double luminosity = spectrum instanceof CountSpectrum counts ? counts.luminosityInvFb() : null;
    if (entry.data() instanceof SpectrumEntry.Embedded embedded && embedded.generation() != null) {
      return new DataEntry(
          entry.id(), spectrum, embedded.generation().truth().energyTeV(), luminosity);
    }
    Matcher matcher = ENERGY.matcher(spectrum.name() + " " + spectrum.source());
    double energy = matcher.find() ? Double.parseDouble(matcher.group(1)) : USUAL_ENERGY_TEV;
    return new DataEntry(entry.id(), spectrum, energy, luminosity);
  }

  /** Whether events were counted, so that the luminosity matters. */
  public boolean isCounted() {
    return spectrum instanceof CountSpectrum;
  }

  /** Whether detector and selection were corrected for down to the top quarks themselves. */
  public boolean isAtPartonLevel() {
    return (spectrum.name() + " " + spectrum.source()).contains("parton level");
  }

  /** Energy and, for counts, luminosity, as above a figure. */
  String conditions() {
    String energy = String.format(Locale.ROOT, "√s = %s TeV", shortest(energyTeV));
    return isCounted() && luminosityInvFb != null
        ? energy + ", " + shortest(luminosityInvFb) + " fb^{−1}"
        : energy;
  }

  private static String shortest(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
