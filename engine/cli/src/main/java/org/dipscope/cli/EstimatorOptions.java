package org.dipscope.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.dipscope.core.bump.BackgroundFamily;
import org.dipscope.core.bump.BackgroundOnlyEstimator;
import org.dipscope.core.bump.BumpData;
import org.dipscope.core.bump.BumpHunter;
import org.dipscope.core.bump.JointEstimator;
import org.dipscope.core.bump.KnownEstimator;
import org.dipscope.core.bump.ProfileEstimator;
import org.dipscope.core.bump.SignalWidths;
import org.dipscope.core.bump.SignificanceEstimator;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.event.EventBatch;
import org.dipscope.core.event.EventColumn;
import org.dipscope.core.event.Expression;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Histogram;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.dipscope.neural.significance.NetworkEstimator;
import org.dipscope.neural.significance.Networks;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Which significance is meant, over which background, for which signals. */
final class EstimatorOptions {

  /** The estimators by name. */
  enum Name {
    BUMPNET("bumpnet"),
    PROFILE("profile"),
    JOINT_FIT("joint-fit"),
    KNOWN_BACKGROUND("known-background"),
    BACKGROUND_ONLY("background-only"),
    BUMPHUNTER("bumphunter");

    private final String label;

    Name(String label) {
      this.label = label;
    }
  }

  @Option(
      names = "--estimator",
      paramLabel = "NAME",
      converter = NameConverter.class,
      description = {
        "What z means (default: bumpnet; with --sigma, --background or other widths, and for"
            + " histograms of fewer than 15 or more than 2000 bins, profile).",
        "profile: likelihood ratio, background fitted with and without signal.",
        "joint-fit: over the background of one fit together with the strongest signal.",
        "known-background: over --background or the field \"background\"; only the signal floats.",
        "background-only: over a background fitted without signal; biased towards 0.",
        "bumphunter: the most unlikely window of bins.",
        "bumpnet: a trained network, for widths of 1, 2, 3 and 4 bins."
      })
  private @Nullable Name estimator;

  @Option(
      names = "--network",
      paramLabel = "NETWORK",
      description = "bumpnet: a .dsn file or the folder of a training (default: the shipped one).")
  private @Nullable Path network;

  @Option(
      names = "--background",
      paramLabel = "FILE|FUNCTION",
      description = {
        "A file with the expected background as a histogram of the same bins (of several"
            + " histograms the one with the same name); or a family to fit: "
            + BackgroundFamily.NAMES
            + ", with the centre-of-mass energy in the unit of the axis after @ (dijet4@13000);"
            + " or a formula of m (centre of the bin) and width for the events per bin.",
        "Default: a log-polynomial whose order the Bayesian information criterion chooses."
      })
  private @Nullable String background;

  @Option(
      names = "--widths",
      paramLabel = "W1,…",
      description =
          "Widths sigma of the signal in bins (default: 1); for bumphunter widths of the window in"
              + " bins (default: 1 to half of the bins).")
  private @Nullable NumberList widths;

  @Option(
      names = "--sigma",
      paramLabel = "S1,…",
      description = "Widths sigma of the signal in the unit of the axis, in place of --widths.")
  private @Nullable NumberList sigma;

  @Option(
      names = "--sidebands",
      description = "bumphunter: normalise the background to the bins outside the window.")
  private boolean sideBands;

  @Option(
      names = "--deficit",
      description = "Look for dips: the smallest z in place of the largest.")
  private boolean deficit;

  boolean deficit() {
    return deficit;
  }

  /** The estimator. */
  SignificanceEstimator estimator() {
    Name chosen = chosen();
    if (sideBands && chosen != Name.BUMPHUNTER) {
      throw new ProblemException(
          Problem.usage(
              "--sidebands has a meaning for --estimator bumphunter only.",
              "Leave it out: the other estimators fit the background."));
    }
    @Nullable BackgroundFamily family = family();
    return switch (chosen) {
      case PROFILE -> new ProfileEstimator(signal(), family);
      case JOINT_FIT -> new JointEstimator(signal(), family);
      case KNOWN_BACKGROUND ->
          family == null
              ? new KnownEstimator(signal())
              : new BackgroundOnlyEstimator(signal(), family);
      case BACKGROUND_ONLY -> new BackgroundOnlyEstimator(signal(), family);
      case BUMPHUNTER -> new BumpHunter(windows(), deficit, sideBands, family);
      case BUMPNET ->
          new NetworkEstimator(
              network == null ? Networks.usual() : Networks.read(network), signal());
    };
  }

  /** Who answers for histograms that do not suit a network nobody named; null if somebody was. */
  @Nullable SignificanceEstimator fallback() {
    return estimator == null && chosen() == Name.BUMPNET
        ? new ProfileEstimator(signal(), null)
        : null;
  }

  /** The network answers unless it was not asked, or cannot know. */
  private Name chosen() {
    if (estimator != null) {
      return estimator;
    }
    boolean isKnown = sigma == null && background == null;
    for (double width : widths == null ? new double[0] : widths.values()) {
      isKnown &= NetworkEstimator.knows(width);
    }
    return isKnown ? Name.BUMPNET : Name.PROFILE;
  }

  private Values windows() {
    if (sigma != null) {
      throw new ProblemException(
          Problem.usage(
              "--sigma has no meaning for --estimator bumphunter.",
              "Give the widths of the windows in bins with --widths."));
    }
    return widths == null ? Values.EMPTY : Values.of(widths.values());
  }

  private SignalWidths signal() {
    if (widths != null && sigma != null) {
      throw new ProblemException(
          Problem.usage("--widths and --sigma exclude each other.", "Give one of them."));
    }
    if (sigma != null) {
      return new SignalWidths(Values.of(sigma.values()), false, deficit);
    }
    Values bins = widths == null ? Values.of(1) : Values.of(widths.values());
    return new SignalWidths(bins, true, deficit);
  }

  private @Nullable BackgroundFamily family() {
    return background == null ? null : BackgroundFamily.parse(background).orElse(null);
  }

  /** Gives a histogram the background that the options ask for. */
  UnaryOperator<BumpData> backgrounds(CancelToken cancel) {
    String text = background;
    if (text == null || family() != null) {
      return data -> data;
    }
    if (isFile(text)) {
      return fromFile(text, BumpSource.histograms(Path.of(text), cancel));
    }
    Expression formula = formula(text);
    return data -> data.withBackground(evaluate(formula, text, data.binning()));
  }

  private static boolean isFile(String text) {
    try {
      return Files.exists(Path.of(text));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static UnaryOperator<BumpData> fromFile(String file, List<Histogram> histograms) {
    return data -> {
      for (Histogram histogram : histograms) {
        if (histograms.size() == 1 || histogram.name().equals(data.id())) {
          if (histogram.axis().binning().count() != data.bins()) {
            throw new ProblemException(
                Problem.badInput(
                    "The background in %s has %d bins, \"%s\" has %d."
                        .formatted(
                            file, histogram.axis().binning().count(), data.id(), data.bins()),
                    "Give a background in the same bins."));
          }
          Values contents = histogram.contents();
          return data.withBackground(contents.map(b -> b * data.eventsPerCount()));
        }
      }
      throw new ProblemException(
          Problem.badInput(
              "%s holds no background called \"%s\".".formatted(file, data.id()),
              "Give a file with one histogram, or with the same names as the data."));
    };
  }

  private static Expression formula(String text) {
    try {
      return Expression.number(
              text,
              List.of(
                  new EventColumn("m", "", EventColumn.Type.NUMBER),
                  new EventColumn("width", "", EventColumn.Type.NUMBER)))
          .requireSingle("background");
    } catch (ProblemException e) {
      throw new ProblemException(
          Problem.usage(
              "--background %s is no file, no family and no formula: %s"
                  .formatted(NumberText.quoted(text), e.problem().message()),
              "Families: "
                  + BackgroundFamily.NAMES
                  + ". A formula such as 1000*exp(-m/50) uses m and width."),
          e);
    }
  }

  private static Values evaluate(Expression formula, String text, Binning binning) {
    double[] rate = new double[binning.count()];
    List<Integer> used = formula.columns();
    for (int start = 0; start < rate.length; start += EventBatch.LARGEST) {
      int size = Math.min(EventBatch.LARGEST, rate.length - start);
      double[][] columns = new double[used.size()][size];
      for (int c = 0; c < columns.length; c++) {
        for (int i = 0; i < size; i++) {
          columns[c][i] = used.get(c) == 0 ? binning.centre(start + i) : binning.width(start + i);
        }
      }
      double[] values = formula.evaluator().evaluate(new EventBatch(size, columns), start).values();
      System.arraycopy(values, 0, rate, start, size);
    }
    for (int i = 0; i < rate.length; i++) {
      if (!(rate[i] >= 0 && Double.isFinite(rate[i]))) {
        throw new ProblemException(
            Problem.badInput(
                "--background %s is %s at m = %s."
                    .formatted(NumberText.quoted(text), rate[i], binning.centre(i)),
                "Give a formula that is positive over the whole axis."));
      }
    }
    return Values.of(rate);
  }

  /** The name of an estimator. */
  static final class NameConverter implements CommandLine.ITypeConverter<Name> {
    @Override
    public Name convert(String text) {
      for (Name known : Name.values()) {
        if (known.label.equals(text)) {
          return known;
        }
      }
      throw new CommandLine.TypeConversionException(
          NumberText.quoted(text)
              + " is none of "
              + String.join(
                  ", ", java.util.Arrays.stream(Name.values()).map(n -> n.label).toList()));
    }
  }
}
