package org.dipscope.core.bump;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * A smooth function that describes a falling spectrum. Its value at the centre of a bin times the
 * width of the bin is the expected number of events.
 */
public sealed interface BackgroundFamily {
  /** Proton collisions at 13 TeV, in GeV. */
  double USUAL_ECM = 13_000;

  int MOST_PARAMETERS = 12;

  /** What it is called, as {@link #parse} reads it. */
  String label();

  /** How many parameters it has. */
  int parameters();

  /** The function in bins, with its parameters free. */
  BackgroundShape on(Binning binning);

  /** ln b = &Sigma;_{n &le; order} a_n P_n(x), Legendre polynomials of x from &minus;1 to 1. */
  record LogPolynomial(int order) implements BackgroundFamily {
    /** Checks the order. */
    public LogPolynomial {
      requireCount(order + 1);
    }

    @Override
    public String label() {
      return "logpoly" + order;
    }

    @Override
    public int parameters() {
      return order + 1;
    }

    @Override
    public BackgroundShape on(Binning binning) {
      int bins = binning.count();
      double[][] columns = new double[order + 1][bins];
      double low = binning.centre(0);
      double half = 0.5 * (binning.centre(bins - 1) - low);
      for (int i = 0; i < bins; i++) {
        double x = half > 0 ? (binning.centre(i) - low) / half - 1 : 0;
        double before = 0;
        double value = 1;
        for (int n = 0; n <= order; n++) {
          columns[n][i] = value;
          double next = ((2 * n + 1) * x * value - n * before) / (n + 1);
          before = value;
          value = next;
        }
      }
      return new LogLinear(logWidths(binning), columns);
    }
  }

  /**
   * p1 (1 &minus; x)^p2 x^(p3 + p4 ln x + p5 ln&sup2; x), x = m/&radic;s: searches in dijets (ATLAS
   * JHEP 03 (2020) 145, eq. 1; arXiv:1910.08447), with the first 3 to 5 parameters.
   */
  record Dijet(int parameters, double ecm) implements BackgroundFamily {
    /** Checks the numbers. */
    public Dijet {
      if (parameters < 3 || parameters > 5) {
        throw new ProblemException(
            Problem.usage(
                "A dijet function has 3 to 5 parameters, not " + parameters + ".",
                "Use dijet3, dijet4 or dijet5."));
      }
      requireEnergy(ecm);
    }

    @Override
    public String label() {
      return "dijet" + parameters + energy(ecm);
    }

    @Override
    public BackgroundShape on(Binning binning) {
      double[][] columns = new double[parameters][binning.count()];
      for (int i = 0; i < binning.count(); i++) {
        double x = fraction(binning, i, ecm);
        columns[0][i] = 1;
        columns[1][i] = Math.log1p(-x);
        for (int k = 2; k < parameters; k++) {
          columns[k][i] = Math.pow(Math.log(x), k - 1);
        }
      }
      return new LogLinear(logWidths(binning), columns);
    }
  }

  /** p0 e^(&minus;p2 x &minus; p3 x&sup2;)/x^p1, x = m/&radic;s (UA2, Z. Phys. C 49 (1991) 17). */
  record Ua2(double ecm) implements BackgroundFamily {
    /** Checks the energy. */
    public Ua2 {
      requireEnergy(ecm);
    }

    @Override
    public String label() {
      return "ua2" + energy(ecm);
    }

    @Override
    public int parameters() {
      return 4;
    }

    @Override
    public BackgroundShape on(Binning binning) {
      double[][] columns = new double[4][binning.count()];
      for (int i = 0; i < binning.count(); i++) {
        double x = fraction(binning, i, ecm);
        columns[0][i] = 1;
        columns[1][i] = -Math.log(x);
        columns[2][i] = -x;
        columns[3][i] = -x * x;
      }
      return new LogLinear(logWidths(binning), columns);
    }
  }

  /**
   * a BW_Z(m) (1 &minus; x^c)^b x^(&Sigma; p_i ln^i x), i = 0 &hellip; 3, BW_Z = &Gamma;/((m_Z
   * &minus; m)&sup2; + &Gamma;&sup2;), x = m/&radic;s: ATLAS dileptons (Phys. Lett. B 796 (2019)
   * 68, eq. 1). The power c is fixed: 1 for electrons, 1/3 for muons.
   */
  record Dilepton(double power, double ecm) implements BackgroundFamily {
    private static final double MASS_Z = 91.1876;
    private static final double WIDTH_Z = 2.4952;

    /** Checks the numbers. */
    public Dilepton {
      requireEnergy(ecm);
    }

    @Override
    public String label() {
      return (power == 1 ? "dielectron" : "dimuon") + energy(ecm);
    }

    @Override
    public int parameters() {
      return 6;
    }

    @Override
    public BackgroundShape on(Binning binning) {
      double[][] columns = new double[6][binning.count()];
      double[] offset = logWidths(binning);
      for (int i = 0; i < binning.count(); i++) {
        double x = fraction(binning, i, ecm);
        double distance = MASS_Z - binning.centre(i);
        offset[i] += Math.log(WIDTH_Z / (distance * distance + WIDTH_Z * WIDTH_Z));
        columns[0][i] = 1;
        columns[1][i] = Math.log1p(-Math.pow(x, power));
        for (int k = 2; k < 6; k++) {
          columns[k][i] = Math.pow(Math.log(x), k - 1);
        }
      }
      return new LogLinear(offset, columns);
    }
  }

  /** &Sigma; c_k B_{k,n}(x), c_k &ge; 0, Bernstein polynomials of x from 0 to 1. */
  record Bernstein(int degree) implements BackgroundFamily {
    /** Checks the degree. */
    public Bernstein {
      requireCount(degree + 1);
    }

    @Override
    public String label() {
      return "bernstein" + degree;
    }

    @Override
    public int parameters() {
      return degree + 1;
    }

    @Override
    public BackgroundShape on(Binning binning) {
      int bins = binning.count();
      double low = binning.low(0);
      double span = binning.high(bins - 1) - low;
      double[] x = new double[bins];
      double[] width = new double[bins];
      for (int i = 0; i < bins; i++) {
        x[i] = (binning.centre(i) - low) / span;
        width[i] = binning.width(i) * bins / span;
      }
      return new BernsteinShape(x, width, degree);
    }
  }

  /** What {@link #parse} understands. */
  String NAMES = "logpolyN, bernsteinN, dijet3 to dijet5, ua2, dielectron, dimuon";

  /**
   * The family of a name such as {@code logpoly4} or {@code dijet4@8000}, the number after @ being
   * the centre-of-mass energy in the unit of the axis (default: 13000); empty if it is no name of a
   * family.
   *
   * @throws ProblemException if the name is one but its number is out of range
   */
  static Optional<BackgroundFamily> parse(String name) {
    Matcher match =
        Pattern.compile(
                "(logpoly|bernstein|dijet|ua2|dielectron|dimuon)-?(\\d{0,3})(?:@([\\d.]+))?")
            .matcher(name.strip().toLowerCase(Locale.ROOT));
    if (!match.matches()) {
      return Optional.empty();
    }
    int number = match.group(2).isEmpty() ? -1 : Integer.parseInt(match.group(2));
    double ecm = match.group(3) == null ? USUAL_ECM : Double.parseDouble(match.group(3));
    return Optional.of(
        switch (match.group(1)) {
          case "logpoly" -> new LogPolynomial(number < 0 ? 4 : number);
          case "bernstein" -> new Bernstein(number < 0 ? 4 : number);
          case "dijet" -> new Dijet(number < 0 ? 4 : number, ecm);
          case "ua2" -> new Ua2(ecm);
          case "dielectron" -> new Dilepton(1, ecm);
          default -> new Dilepton(1.0 / 3, ecm);
        });
  }

  private static String energy(double ecm) {
    return ecm == USUAL_ECM ? "" : "@" + ecm;
  }

  private static void requireCount(int parameters) {
    if (parameters < 1 || parameters > MOST_PARAMETERS) {
      throw new ProblemException(
          Problem.usage(
              "A background of " + parameters + " parameters is not possible.",
              "Use 1 to " + MOST_PARAMETERS + " parameters."));
    }
  }

  private static void requireEnergy(double ecm) {
    if (!(ecm > 0 && Double.isFinite(ecm))) {
      throw new ProblemException(
          Problem.usage(
              "The centre-of-mass energy " + ecm + " is not positive.",
              "Give it in the unit of the axis, such as dijet4@13000."));
    }
  }

  private static double fraction(Binning binning, int i, double ecm) {
    double x = binning.centre(i) / ecm;
    if (!(x > 0 && x < 1)) {
      throw new ProblemException(
          Problem.badInput(
              "The mass %s lies outside the range of the function, 0 to \u221as = %s."
                  .formatted(binning.centre(i), ecm),
              "Give \u221as in the unit of the axis, such as dijet4@13, or use a log-polynomial."));
    }
    return x;
  }

  private static double[] logWidths(Binning binning) {
    double[] logWidths = new double[binning.count()];
    for (int i = 0; i < logWidths.length; i++) {
      logWidths[i] = Math.log(binning.width(i));
    }
    return logWidths;
  }
}
