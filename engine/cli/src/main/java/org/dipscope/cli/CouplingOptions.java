package org.dipscope.cli;

import java.util.ArrayList;
import java.util.List;
import org.dipscope.core.physics.amplitude.CpParity;
import org.dipscope.core.physics.resonance.Couplings;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** CP and couplings of the resonance, in one of three ways that exclude each other. */
final class CouplingOptions {
  private static final String WAYS =
      "Give --tan-beta; or --xi-t, --xi-b, --xi-tau; or --coupling-even, --coupling-odd.";

  @Option(
      names = "--cp",
      paramLabel = "H|A",
      converter = Cp.class,
      description = "CP-even (H) or CP-odd (A); not needed with --coupling-even/--coupling-odd.")
  private @Nullable CpParity cp;

  @Option(
      names = "--tan-beta",
      paramLabel = "T",
      description = "Couplings of the type-II model in the alignment limit.")
  private @Nullable Double tanBeta;

  @Option(
      names = "--xi-t",
      paramLabel = "X",
      description = "Top coupling in units of m/v (default: 0, with another --xi option).")
  private @Nullable Double top;

  @Option(names = "--xi-b", paramLabel = "Y", description = "Bottom coupling (default: 0).")
  private @Nullable Double bottom;

  @Option(names = "--xi-tau", paramLabel = "W", description = "Tau coupling (default: 0).")
  private @Nullable Double tau;

  @Option(
      names = "--coupling-even",
      paramLabel = "C",
      description =
          "CP-even coupling of a state that couples to top quarks only (default: 0, with"
              + " --coupling-odd).")
  private @Nullable Double even;

  @Option(
      names = "--coupling-odd",
      paramLabel = "C",
      description =
          "CP-odd coupling of a state that couples to top quarks only (default: 0, with"
              + " --coupling-even). Both together make a CP-mixed state.")
  private @Nullable Double odd;

  /** The couplings asked for, of which there must be exactly one kind. */
  Couplings couplings() {
    List<String> ways = waysGiven();
    if (ways.isEmpty()) {
      throw usage("No coupling is given.", WAYS);
    }
    if (ways.size() > 1) {
      throw usage(String.join(" and ", ways) + " exclude each other.", WAYS);
    }
    if (even != null || odd != null) {
      return topPhilic(orZero(even), orZero(odd));
    }
    CpParity parity = parity();
    return tanBeta != null
        ? Couplings.typeTwo(parity, tanBeta)
        : Couplings.pure(parity, orZero(top), orZero(bottom), orZero(tau));
  }

  /** The CP asked for. */
  CpParity parity() {
    if (cp == null) {
      throw usage("--cp is missing.", "Give --cp H or --cp A.");
    }
    return cp;
  }

  /** One option of each kind of coupling that was given, to say what a conflict is about. */
  List<String> waysGiven() {
    List<String> ways = new ArrayList<>();
    first(ways, new String[] {"--tan-beta"}, tanBeta);
    first(ways, new String[] {"--xi-t", "--xi-b", "--xi-tau"}, top, bottom, tau);
    first(ways, new String[] {"--coupling-even", "--coupling-odd"}, even, odd);
    return ways;
  }

  private Couplings topPhilic(double evenPart, double oddPart) {
    boolean contradiction =
        (cp == CpParity.ODD && odd == null) || (cp == CpParity.EVEN && even == null);
    if (contradiction) {
      String given = even == null ? "--coupling-odd" : "--coupling-even";
      throw usage(
          "--cp contradicts " + given + ", the only coupling given.",
          "Leave --cp out, or give the coupling of that CP.");
    }
    return Couplings.topPhilic(evenPart, oddPart);
  }

  private static void first(List<String> ways, String[] names, @Nullable Double... values) {
    for (int i = 0; i < names.length; i++) {
      if (values[i] != null) {
        ways.add(names[i]);
        return;
      }
    }
  }

  private static double orZero(@Nullable Double value) {
    return value == null ? 0 : value;
  }

  private static ProblemException usage(String message, String hint) {
    return new ProblemException(Problem.usage(message, hint));
  }

  /** H or A. */
  static final class Cp implements ITypeConverter<CpParity> {
    @Override
    public CpParity convert(String text) {
      return switch (text) {
        case "H", "h" -> CpParity.EVEN;
        case "A", "a" -> CpParity.ODD;
        default -> throw new TypeConversionException("'" + text + "' is neither H nor A");
      };
    }
  }
}
