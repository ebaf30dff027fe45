package org.dipscope.cli;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.dipscope.core.physics.amplitude.CpParity;
import org.dipscope.core.physics.resonance.WidthScheme;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.dipscope.core.project.CouplingChoice;
import org.dipscope.core.project.Scalar;
import org.dipscope.core.project.ScanParameter;
import org.dipscope.core.project.WidthChoice;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A scalar whose parameters may be values or ranges. */
final class HypothesisOptions {
  private static final String COUPLINGS =
      "Give --tan-beta, --coupling, or --coupling-even and --coupling-odd.";

  @Option(
      names = "--cp",
      paramLabel = "H|A",
      converter = CouplingOptions.Cp.class,
      description = "CP-even (H) or CP-odd (A) (default: A).")
  private CpParity cp = CpParity.ODD;

  @Option(
      names = "--mass",
      paramLabel = "GEV|LO:HI:N",
      converter = Sweep.Converter.class,
      required = true,
      description = "Mass of the resonance.")
  private @Nullable Sweep mass;

  @Option(
      names = "--tan-beta",
      paramLabel = "T|LO:HI:N",
      converter = Sweep.Converter.class,
      description = "Couplings of the type-II model in the alignment limit.")
  private @Nullable Sweep tanBeta;

  @Option(
      names = {"--coupling", "--xi-t"},
      paramLabel = "G|LO:HI:N",
      converter = Sweep.Converter.class,
      description =
          "Top coupling in units of m/v, other couplings being --xi-b and --xi-tau; with"
              + " --coupling-even and --coupling-odd the size of both together.")
  private @Nullable Sweep coupling;

  @Option(names = "--xi-b", paramLabel = "Y", description = "Bottom coupling (default: 0).")
  private double bottom;

  @Option(names = "--xi-tau", paramLabel = "W", description = "Tau coupling (default: 0).")
  private double tau;

  @Option(
      names = "--coupling-even",
      paramLabel = "C",
      description = "CP-even coupling of a CP-mixed state that couples to top quarks only.")
  private @Nullable Double even;

  @Option(names = "--coupling-odd", paramLabel = "C", description = "Its CP-odd coupling.")
  private @Nullable Double odd;

  @Option(
      names = "--width",
      paramLabel = "GEV|LO:HI:N|physical",
      converter = Sweep.WidthConverter.class,
      description = "Total width (default: physical).")
  private Sweep.WidthSweep width = new Sweep.WidthSweep(null);

  @Option(
      names = "--relative-width",
      paramLabel = "X|LO:HI:N",
      converter = Sweep.Converter.class,
      description = "Total width as a part of the mass, instead of --width.")
  private @Nullable Sweep relativeWidth;

  @Option(
      names = "--width-scheme",
      paramLabel = "fixed|linear|physical",
      converter = WidthOptions.SchemeConverter.class,
      description = "Width in the propagator, as for 'theory' (default: fixed).")
  private WidthScheme scheme = WidthScheme.FIXED;

  @Option(
      names = "--signal-strength",
      paramLabel = "MU|LO:HI:N",
      converter = Sweep.Converter.class,
      description = "The signal is multiplied by it, the interference by its root (default: 1).")
  private Sweep strength = new Sweep(1, 1, 1);

  /** The scalar at the lower ends of the ranges. */
  Scalar scalar() {
    return new Scalar(cp, mass().low(), widthChoice(), couplingChoice(), scheme);
  }

  double signalStrength() {
    return strength.low();
  }

  /** The parameters given as ranges, in the order of their declaration. */
  Map<ScanParameter, Sweep> ranges() {
    Map<ScanParameter, Sweep> ranges = new EnumMap<>(ScanParameter.class);
    put(ranges, ScanParameter.MASS, mass);
    put(ranges, ScanParameter.WIDTH, width.sweep());
    put(ranges, ScanParameter.RELATIVE_WIDTH, relativeWidth);
    put(ranges, ScanParameter.TAN_BETA, tanBeta);
    put(ranges, ScanParameter.COUPLING, coupling);
    put(ranges, ScanParameter.SIGNAL_STRENGTH, strength);
    return ranges;
  }

  private static void put(
      Map<ScanParameter, Sweep> ranges, ScanParameter parameter, @Nullable Sweep sweep) {
    if (sweep != null && sweep.isRange()) {
      ranges.put(parameter, sweep);
    }
  }

  private Sweep mass() {
    if (mass == null) {
      throw usage("--mass is missing.", "Give a mass or a range of masses.");
    }
    return mass;
  }

  private WidthChoice widthChoice() {
    Sweep free = width.sweep();
    if (free != null && relativeWidth != null) {
      throw usage("--width and --relative-width exclude each other.", "Give one of them.");
    }
    if (relativeWidth != null) {
      return new WidthChoice.Relative(relativeWidth.low());
    }
    return free == null ? new WidthChoice.Physical() : new WidthChoice.Free(free.low());
  }

  private CouplingChoice couplingChoice() {
    boolean mixed = even != null || odd != null;
    if (tanBeta != null && (coupling != null || mixed)) {
      throw usage(
          "--tan-beta and " + (mixed ? "--coupling-even" : "--coupling") + " exclude each other.",
          COUPLINGS);
    }
    if (tanBeta != null) {
      return new CouplingChoice.TypeTwo(tanBeta.low());
    }
    if (mixed) {
      return mixed(even == null ? 0 : even, odd == null ? 0 : odd);
    }
    if (coupling == null) {
      throw usage("No coupling is given.", COUPLINGS);
    }
    return new CouplingChoice.Free(coupling.low(), bottom, tau);
  }

  private CouplingChoice mixed(double evenPart, double oddPart) {
    double size = Math.hypot(evenPart, oddPart);
    if (coupling == null || size == 0) {
      return new CouplingChoice.Mixed(evenPart, oddPart);
    }
    double factor = coupling.isRange() ? 1 : coupling.low() / size;
    return new CouplingChoice.Mixed(factor * evenPart, factor * oddPart);
  }

  /** Refuses ranges where only values make sense. */
  void requireValues() {
    List<ScanParameter> given = List.copyOf(ranges().keySet());
    if (!given.isEmpty()) {
      throw usage(
          "--" + given.getFirst().option() + " is a range.", "Give one value for each parameter.");
    }
  }

  private static ProblemException usage(String message, String hint) {
    return new ProblemException(Problem.usage(message, hint));
  }
}
