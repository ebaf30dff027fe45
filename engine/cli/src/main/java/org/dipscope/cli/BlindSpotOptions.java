package org.dipscope.cli;

import java.util.Locale;
import org.dipscope.core.analysis.BlindSpotMap;
import org.dipscope.core.analysis.BlindSpots;
import org.dipscope.core.analysis.BumpHunt;
import org.dipscope.core.bump.BackgroundOnlyEstimator;
import org.dipscope.core.bump.BumpHunter;
import org.dipscope.core.bump.JointEstimator;
import org.dipscope.core.bump.KnownEstimator;
import org.dipscope.core.bump.ProfileEstimator;
import org.dipscope.core.bump.SignalWidths;
import org.dipscope.core.bump.SignificanceEstimator;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.histogram.Axis;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.CountSpectrum;
import org.dipscope.core.histogram.Spectrum;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.likelihood.SurfaceScan;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.dipscope.neural.significance.NetworkEstimator;
import org.dipscope.neural.significance.Networks;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whether a scan also tells which scalars a bump hunt would miss. */
final class BlindSpotOptions {
  private static final int MOST_POINTS = 4096;

  @Option(
      names = "--blind-spots",
      paramLabel = "HUNTER",
      converter = EstimatorOptions.NameConverter.class,
      description = {
        "Also compare the expected Z of every point with what a bump hunt finds in the same"
            + " expected spectrum B + S + I: 'expectedZ', 'bumpZ' at 'bumpMass', 'dipZ', and"
            + " 'blind' where Z is above 3 and bumpZ below 2. HUNTER is an estimator of 'bumps';"
            + " known-background is given B, the others begin at 'searchFrom', where they find no"
            + " |z| above 1.5 in B alone ('spuriousZ' is left).",
        "Without --data it needs --edges or --bins, and prints no likelihood."
      })
  private EstimatorOptions.@Nullable Name hunter;

  @Option(
      names = "--widths",
      paramLabel = "W1,...",
      description =
          "Widths sigma of the bumps in bins (default: 1); for bumphunter widths of the window"
              + " (default: 1 to half of the bins).")
  private @Nullable NumberList widths;

  @Mixin private BinningOptions binning = new BinningOptions();

  boolean isAsked() {
    return hunter != null;
  }

  /** Refuses options that mean nothing here. */
  void requireUse(boolean hasData) {
    if (hunter == null && (widths != null || binning.given())) {
      throw usage(
          (widths != null ? "--widths" : "--edges and --bins") + " need --blind-spots.",
          "Name who hunts for bumps with --blind-spots, or leave it out.");
    }
    if (hasData && binning.given()) {
      throw usage(
          "--data and the option " + binning.asOption() + " exclude each other.",
          "The bins are those of the data.");
    }
  }

  /** Bins without any data. */
  Spectrum bins() {
    Binning given = binning.binning();
    return new CountSpectrum(
        "expected", new Axis("m_tt", "GeV", given), Values.constant(given.count(), 0), null, "");
  }

  /**
   * The map on the points of a scan.
   *
   * @param fitted whether there are data that fix the nuisances
   */
  BlindSpotReport report(SurfaceScan scan, boolean fitted, Workers workers, Session session) {
    SignificanceEstimator bumps = estimator(false);
    boolean once =
        hunter != EstimatorOptions.Name.BUMPHUNTER
            && (widths == null || widths.values().length == 1);
    BumpHunt hunt =
        new BumpHunt(
            bumps.id(),
            bumps,
            once ? bumps : estimator(true),
            hunter == EstimatorOptions.Name.KNOWN_BACKGROUND);
    try {
      BlindSpots spots = BlindSpots.of(scan, hunt, fitted, session.cancel());
      session
          .progress()
          .say(
              String.format(
                  Locale.ROOT, "Hunting for bumps from %.0f GeV on.", spots.search().low()));
      BlindSpotMap map = spots.map(MOST_POINTS, workers, session.cancel(), part -> {});
      return BlindSpotReport.of(map);
    } finally {
      close(hunt.bumps());
      close(hunt.dips());
    }
  }

  private static void close(SignificanceEstimator estimator) {
    if (estimator instanceof NetworkEstimator network) {
      network.close();
    }
  }

  private SignificanceEstimator estimator(boolean deficit) {
    Values given = widths == null ? Values.EMPTY : Values.of(widths.values());
    SignalWidths signal = new SignalWidths(widths == null ? Values.of(1) : given, true, deficit);
    return switch (hunter) {
      case PROFILE -> new ProfileEstimator(signal, null);
      case JOINT_FIT -> new JointEstimator(signal, null);
      case KNOWN_BACKGROUND -> new KnownEstimator(signal);
      case BACKGROUND_ONLY -> new BackgroundOnlyEstimator(signal, null);
      case BUMPHUNTER -> new BumpHunter(given, deficit, false, null);
      case BUMPNET -> new NetworkEstimator(Networks.usual(), signal);
      case null -> throw new IllegalStateException("no hunt was asked for");
    };
  }

  private static ProblemException usage(String message, String hint) {
    return new ProblemException(Problem.usage(message, hint));
  }
}
