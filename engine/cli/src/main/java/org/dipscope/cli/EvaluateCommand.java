package org.dipscope.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dipscope.core.bump.JointEstimator;
import org.dipscope.core.bump.ProfileEstimator;
import org.dipscope.core.bump.SignalWidths;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.dipscope.neural.significance.Mode;
import org.dipscope.neural.significance.NetworkEstimator;
import org.dipscope.neural.significance.NetworkEvaluation;
import org.dipscope.neural.significance.Networks;
import org.dipscope.neural.training.ArrayFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How good a network is. */
@CommandLine.Command(
    name = "evaluate",
    description = {
      "Compares a significance network with the truth on histograms that no training has seen.",
      "",
      "For each kind of histograms and estimator: bias, standard deviation and 68 % half width of"
          + " the largest estimated z minus the largest z over the known background, both over the"
          + " bins from 0.1 N to 0.9 N; the width of (z - truth)/error; the share of histograms"
          + " with z > 5 somewhere; all this again by true significance, bins, dynamic range and"
          + " width. 'limit' is the half width that perfect inference with the generator's prior"
          + " reaches."
    })
final class EvaluateCommand implements Command {
  private static final int MOST = 10_000_000;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "NETWORK",
      description = "A .dsn file or the folder of a training (default: the one that ships).")
  private @Nullable Path network;

  @Option(
      names = "--histograms",
      paramLabel = "N",
      description = "Histograms drawn per kind (default: 2000).")
  private int histograms = 2000;

  @Option(names = "--classical", description = "Put the classical estimators beside the network.")
  private boolean classical;

  @Option(names = "--seed", paramLabel = "N", description = "Seed of the histograms (default: 1).")
  private long seed = 1;

  @Override
  public Object run(Session session) {
    if (histograms < 1 || histograms > MOST || seed < 0) {
      throw new ProblemException(
          Problem.usage(
              "--histograms " + histograms + " --seed " + seed + " cannot be drawn.",
              "Ask for 1 to " + MOST + " histograms and a seed that is not negative."));
    }
    ArrayFile content = content();
    List<NetworkEvaluation.Maker> makers = new ArrayList<>();
    makers.add(mode -> new NetworkEstimator(content, widths(mode)));
    if (classical) {
      makers.add(mode -> new ProfileEstimator(widths(mode), null));
      makers.add(mode -> new JointEstimator(widths(mode), null));
    }
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("network", network == null ? "dipscope" : network.toString());
    report.put("histograms", histograms);
    report.put("seed", seed);
    report.put(
        "results",
        NetworkEvaluation.run(
            makers,
            histograms,
            seed,
            (row, part) -> session.progress().say("evaluated %.0f %%".formatted(100 * part)),
            session.cancel()));
    return report;
  }

  private static SignalWidths widths(Mode mode) {
    return new SignalWidths(mode.widths(), true, false);
  }

  private ArrayFile content() {
    if (network == null) {
      return Networks.usual();
    }
    return Networks.read(network);
  }
}
