package org.dipscope.core.bump;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.math.Normal;
import org.dipscope.core.problem.ProblemException;

/**
 * Whether a bump or dip survives other bins: its z with two and three bins joined from every
 * beginning, and with bins left out at the ends.
 *
 * <p>How much z may change follows from what the variants share. Where the full data give a signal
 * the strength A with all their information, a variant that sees less gives A + independent noise
 * (J. A. Hausman, Econometrica 46 (1978) 1251). With &rho; the overlap of both templates over the
 * background, &kappa; the freedom of the background ({@link ZCurve#kappa()}) and c = z/(A &radic;I)
 * of the definition, a variant is expected at z &rho; c_v/c with the variance c_v&sup2; [1/(1
 * &minus; &kappa;_v) &minus; &rho;&sup2;/(1 &minus; &kappa;)]. A real Gaussian signal of the
 * assumed width stays there; a fluctuation of one bin, or a signal that bins have made, does not.
 *
 * @param shown the spectrum as it is
 * @param error one standard deviation that an unknown background adds to its z
 * @param variants all others
 * @param note the width that was looked for, if the definition knows only some; may be empty
 */
public record Stability(Variant shown, double error, List<Variant> variants, String note) {
  /**
   * A variant farther from its expectation than this many spreads is unstable. Of 300 fluctuating
   * signals of 6 standard deviations and 1 or 2 bins none (known background), 1 % (profile) and 2
   * to 5 % (joint fit) are called so with the right background family given; where BIC chooses the
   * order, 2 % (profile) and, at 1 bin, 6 % (joint fit).
   */
  public static final double LIMIT = 3;

  /** Smaller spreads than this are not believed: z is the largest of a few bins. */
  private static final double LEAST_SPREAD = 0.3;

  private static final double MOST_FREEDOM = 0.99;

  /** Copies the variants. */
  public Stability {
    variants = List.copyOf(variants);
  }

  /**
   * One variant.
   *
   * @param name what was done, in a few words
   * @param mass the centre of the bin with that z, near the chosen place
   * @param z signed; NaN if the place is not in these data, or they allow no answer
   * @param expected z that the shown spectrum lets expect
   * @param spread its standard deviation
   */
  public record Variant(String name, double mass, double z, double expected, double spread) {
    /** The deviation from the expectation in units of its spread. */
    public double pull() {
      return (z - expected) / Math.max(LEAST_SPREAD, spread);
    }

    /** Whether z is where a signal would have left it. */
    public boolean isStable() {
      return !(Math.abs(pull()) > LIMIT);
    }
  }

  /** What one variant finds near the place. */
  private record Look(
      Rebinned how, Binning binning, int bin, double z, double error, double kappa, double width) {
    double mass() {
      return binning.centre(bin);
    }
  }

  /**
   * Looks at one place in all variants.
   *
   * @param mass of the place, in the unit of the axis, inside it
   * @param width of the signal, in the unit of the axis; of windows their width
   * @param deficit whether it is a dip
   * @param onVariant is told of each variant that is done
   * @throws ProblemException if the shown spectrum allows no answer
   * @throws java.util.concurrent.CancellationException if the token was cancelled
   */
  public static Stability of(
      BumpData data,
      AnyWidth definition,
      double mass,
      double width,
      boolean deficit,
      IntConsumer onVariant,
      CancelToken token) {
    List<Rebinned> all = Rebinned.of(data.bins());
    Place place = new Place(definition, mass, width, deficit);
    ZCurve curve = place.scan(data);
    Look shown = place.look(all.getFirst(), data, curve);
    onVariant.accept(0);
    Expectation expectation = new Expectation(data, curve.background(), definition, shown);
    List<Variant> variants = new ArrayList<>();
    for (int i = 1; i < all.size(); i++) {
      token.throwIfCancelled();
      variants.add(variant(data, all.get(i), place, expectation));
      onVariant.accept(i);
    }
    return new Stability(
        new Variant(all.getFirst().name(), shown.mass(), shown.z(), shown.z(), 0),
        shown.error(),
        variants,
        note(definition, shown));
  }

  private static Variant variant(
      BumpData data, Rebinned how, Place place, Expectation expectation) {
    try {
      BumpData joined = how.of(data);
      if (joined.binning().indexOf(place.mass()) < 0) {
        return absent(how);
      }
      return expectation.of(place.look(how, joined, place.scan(joined)));
    } catch (ProblemException tooFewBins) {
      return absent(how);
    }
  }

  private static Variant absent(Rebinned how) {
    return new Variant(how.name(), Double.NaN, Double.NaN, Double.NaN, Double.NaN);
  }

  private static String note(AnyWidth definition, Look shown) {
    return switch (definition.kind()) {
      case UNBIASED, PROFILED, PULLED -> "σ is the same mass in all bins.";
      case NETWORK ->
          String.format(
              Locale.ROOT,
              "The network knows σ of 1 to 4 bins: in each row the nearest, here %.0f.",
              shown.width() / shown.binning().width(shown.bin()));
      case WINDOWS -> "Windows of the nearest whole number of bins.";
    };
  }

  /** Where is looked, and for what. */
  private record Place(AnyWidth definition, double mass, double width, boolean deficit) {

    ZCurve scan(BumpData data) {
      int bin = data.binning().indexOf(mass);
      double used = definition.used(width, data.binning(), bin);
      return definition.worker(used, data.binning(), bin, deficit).scan(data);
    }

    /** The most significant bin that lies within &sigma; of the place. */
    Look look(Rebinned how, BumpData data, ZCurve curve) {
      Binning binning = data.binning();
      int here = binning.indexOf(mass);
      double used = definition.used(width, binning, here);
      double reach = definition.sigma(used);
      double sign = deficit ? -1 : 1;
      int best = here;
      for (int i = 0; i < binning.count(); i++) {
        boolean isNear = Math.abs(binning.centre(i) - mass) <= reach;
        best = isNear && sign * curve.z().get(i) > sign * curve.z().get(best) ? i : best;
      }
      return new Look(
          how,
          binning,
          best,
          curve.z().get(best),
          curve.error().get(best),
          Math.min(MOST_FREEDOM, curve.kappa().get(best)),
          used);
    }
  }

  /** What the shown spectrum lets expect of a variant. */
  private record Expectation(BumpData data, Values background, AnyWidth definition, Look shown) {

    Variant of(Look found) {
      double overlap = overlap(found);
      double scale = definition.kind().scale(found.kappa());
      double expected = shown.z() * overlap * scale / definition.kind().scale(shown.kappa());
      double variance = 1 / (1 - found.kappa()) - overlap * overlap / (1 - shown.kappa());
      double spread = scale * Math.sqrt(Math.max(0, variance));
      return new Variant(found.how().name(), found.mass(), found.z(), expected, spread);
    }

    /** &rho; = &Sigma; s t/b over &radic;(&Sigma; s&sup2;/b &Sigma; t&sup2;/b). */
    private double overlap(Look found) {
      double[] full = signal(data.binning(), shown.mass(), definition.sigma(shown.width()));
      double[] seen = signal(found.binning(), found.mass(), definition.sigma(found.width()));
      double[] joined = found.how().of(Values.of(full));
      double[] rate = found.how().of(background);
      double information = 0;
      double shared = 0;
      double own = 0;
      for (int i = 0; i < full.length; i++) {
        information += part(full[i] * full[i], background.get(i));
      }
      for (int k = 0; k < seen.length; k++) {
        shared += part(seen[k] * joined[k], rate[k]);
        own += part(seen[k] * seen[k], rate[k]);
      }
      return shared > 0 ? Math.min(1, shared / Math.sqrt(information * own)) : 0;
    }

    private static double part(double square, double rate) {
      return rate > 0 ? square / rate : 0;
    }

    private static double[] signal(Binning binning, double mass, double sigma) {
      double[] signal = new double[binning.count()];
      for (int i = 0; i < signal.length; i++) {
        signal[i] =
            Normal.between((binning.low(i) - mass) / sigma, (binning.high(i) - mass) / sigma);
      }
      return signal;
    }
  }

  /** The variant farthest from its expectation, if there is any with an answer. */
  public Optional<Variant> worst() {
    return variants.stream()
        .filter(variant -> Double.isFinite(variant.pull()))
        .max(Comparator.comparingDouble(variant -> Math.abs(variant.pull())));
  }

  /** Whether every variant is where a signal would have left it. */
  public boolean isStable() {
    return variants.stream().allMatch(Variant::isStable);
  }

  /** In a line whether and why. */
  public String verdict() {
    Optional<Variant> worst = worst();
    if (worst.isEmpty()) {
      return "No other bins to compare with.";
    }
    Variant most = worst.get();
    if (!most.isStable()) {
      boolean falls = Math.abs(most.z()) < Math.abs(shown.z());
      return String.format(
              Locale.ROOT,
              "Unstable: z %s from %+.1f to %+.1f for “%s”, where a signal would give %+.1f ±"
                  + " %.1f.",
              falls ? "falls" : "goes",
              shown.z(),
              most.z(),
              most.name(),
              most.expected(),
              Math.max(LEAST_SPREAD, most.spread()))
          .replace('-', '−');
    }
    double low = variants.stream().mapToDouble(Variant::z).filter(Double::isFinite).min().orElse(0);
    double high =
        variants.stream().mapToDouble(Variant::z).filter(Double::isFinite).max().orElse(0);
    return String.format(
            Locale.ROOT,
            "Stable: z from %+.1f to %+.1f, all within %.1f times the spread that a signal has.",
            Math.min(low, shown.z()),
            Math.max(high, shown.z()),
            Math.max(1, Math.ceil(10 * Math.abs(most.pull())) / 10))
        .replace('-', '−');
  }
}
