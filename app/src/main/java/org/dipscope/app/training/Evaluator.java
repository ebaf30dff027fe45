package org.dipscope.app.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dipscope.core.bump.JointEstimator;
import org.dipscope.core.bump.ProfileEstimator;
import org.dipscope.core.bump.SignalWidths;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.neural.significance.Mode;
import org.dipscope.neural.significance.NetworkEstimator;
import org.dipscope.neural.significance.NetworkEvaluation;
import org.dipscope.neural.significance.Networks;
import org.dipscope.neural.training.ArrayFile;
import org.jspecify.annotations.Nullable;

/** Compares estimators with the truth. */
interface Evaluator {
  /** The seed of the histograms; that of the command line. */
  long SEED = 1;

  /**
   * What to evaluate.
   *
   * @param folder of a training, or null for the network that ships
   * @param histograms drawn per sample
   * @param classical whether the classical estimators stand beside the network
   */
  record Order(@Nullable Path folder, int histograms, boolean classical) {
    /** What the user calls the network. */
    String network() {
      return folder == null ? "the shipped network" : String.valueOf(folder.getFileName());
    }
  }

  /** Tells every row as soon as it is there. */
  void evaluate(Order order, NetworkEvaluation.Listener listener, CancelToken token);

  /** With the networks themselves. */
  static void networks(Order order, NetworkEvaluation.Listener listener, CancelToken token) {
    Path folder = order.folder();
    ArrayFile content = folder == null ? Networks.usual() : Networks.read(folder);
    List<NetworkEstimator> opened = new ArrayList<>();
    List<NetworkEvaluation.Maker> makers = new ArrayList<>();
    makers.add(
        mode -> {
          NetworkEstimator network = new NetworkEstimator(content, widths(mode));
          opened.add(network);
          return network;
        });
    if (order.classical()) {
      makers.add(mode -> new ProfileEstimator(widths(mode), null));
      makers.add(mode -> new JointEstimator(widths(mode), null));
    }
    try {
      NetworkEvaluation.run(makers, order.histograms(), SEED, listener, token);
    } finally {
      opened.forEach(NetworkEstimator::close);
    }
  }

  private static SignalWidths widths(Mode mode) {
    return new SignalWidths(mode.widths(), true, false);
  }
}
