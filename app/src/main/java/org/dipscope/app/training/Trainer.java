package org.dipscope.app.training;

import java.io.IOException;
import java.nio.file.Path;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.neural.significance.TrainingCurve;
import org.dipscope.neural.significance.TrainingListener;
import org.dipscope.neural.training.ComputeDevice;
import org.dipscope.neural.training.TrainingControl;

/** Trains networks. */
@FunctionalInterface
interface Trainer {

  /**
   * Trains until it is done or stopped, and writes to the folder.
   *
   * @param control pauses it, or ends it with what it has learnt
   * @param token ends it at once; the last checkpoint stays
   * @throws java.util.concurrent.CancellationException if the token was cancelled
   */
  void train(Order order, TrainingControl control, CancelToken token, Watcher watcher)
      throws IOException;

  /**
   * What is asked for.
   *
   * @param configuration as JSON; a resumed training uses that of its folder, if it is there
   * @param folder of network, checkpoint and curve
   * @param resume whether to go on from the checkpoint
   * @param device what to train on
   */
  record Order(String configuration, Path folder, boolean resume, ComputeDevice.Choice device) {}

  /**
   * What is known when it begins.
   *
   * @param configuration that is used, as JSON
   * @param device what it runs on, and why
   * @param parameters how many numbers it learns
   * @param step steps done before
   * @param steps steps in all
   * @param before how it went up to this step
   */
  record Begin(
      String configuration,
      String device,
      long parameters,
      long step,
      long steps,
      TrainingCurve before) {}

  /** Is told how it goes, by the thread that trains. */
  interface Watcher extends TrainingListener {

    /** The first step comes next. */
    void begun(Begin begin);
  }
}
