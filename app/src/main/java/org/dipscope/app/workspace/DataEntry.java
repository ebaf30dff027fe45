package org.dipscope.app.workspace;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dipscope.core.analysis.TopPairComparison;
import org.dipscope.core.histogram.CountSpectrum;
import org.dipscope.core.histogram.Spectrum;
import org.dipscope.core.project.SpectrumEntry;
import org.jspecify.annotations.Nullable;

/**
 * A spectrum of the project, loaded.
 *
 * @param entry the spectrum in the document, with its masks
 * @param spectrum the numbers
 * @param energyTeV √S of its collisions, or null if nothing tells it
 * @param luminosityInvFb its integrated luminosity if it is counted and known, or null
 */
public record DataEntry(
    SpectrumEntry entry,
    Spectrum spectrum,
    @Nullable Double energyTeV,
    @Nullable Double luminosityInvFb) {
  private static final Pattern ENERGY = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*TeV");

  /**
   * A spectrum as the screens need it. Pseudo-data know their collisions; of other data the name or
   * the source usually tells, such as {@code 8 TeV}.
   */
  static DataEntry of(SpectrumEntry entry, Spectrum spectrum) {
    Double luminosity = spectrum instanceof CountSpectrum counts ? counts.luminosityInvFb() : null;
    if (entry.data() instanceof SpectrumEntry.Embedded embedded && embedded.generation() != null) {
      return new DataEntry(entry, spectrum, embedded.generation().truth().energyTeV(), luminosity);
    }
    Matcher matcher = ENERGY.matcher(spectrum.name() + " " + spectrum.source());
    Double energy = matcher.find() ? Double.valueOf(matcher.group(1)) : null;
    return new DataEntry(entry, spectrum, energy, luminosity);
  }

  /** Unique in the project. */
  public String id() {
    return entry.id();
  }

  /** Why it is not compared with top pairs, in a sentence; empty if it is. */
  public String absence(double topMassGeV) {
    return TopPairComparison.absence(entry, spectrum, topMassGeV);
  }

  /** Whether events were counted, so that the luminosity matters. */
  public boolean isCounted() {
    return spectrum instanceof CountSpectrum;
  }

  /** Whether detector and selection were corrected for down to the top quarks themselves. */
  public boolean isAtPartonLevel() {
    return (spectrum.name() + " " + spectrum.source()).contains("parton level");
  }

  /** Energy and, for counts, luminosity, as above a figure, as far as they are known. */
  String conditions() {
    String energy =
        energyTeV == null ? "" : String.format(Locale.ROOT, "√s = %s TeV", shortest(energyTeV));
    if (!isCounted() || luminosityInvFb == null) {
      return energy;
    }
    return energy + (energy.isEmpty() ? "" : ", ") + shortest(luminosityInvFb) + " fb^{−1}";
  }

  private static String shortest(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
