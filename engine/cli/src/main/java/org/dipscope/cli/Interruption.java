package org.dipscope.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.dipscope.core.compute.CancelToken;

/**
 * Turns an interrupt of the process (Ctrl-C, a batch system's request to stop) into a cancelled
 * computation and exit status 1. The virtual machine gives a signal no other way to a plain program
 * than a shutdown hook, and only halting from inside that hook sets the status.
 */
final class Interruption implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 3;
  private static final int EXIT_STATUS = 1;

  private final CancelToken cancel = new CancelToken();
  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook =
      Thread.ofPlatform().name("dipscope-interruption").unstarted(this::interrupt);

  Interruption() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  CancelToken cancel() {
    return cancel;
  }

  private void interrupt() {
    cancel.cancel();
    try {
      if (!finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("Interrupted before the computation could stop.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(EXIT_STATUS);
  }

  @Override
  public void close() {
    finished.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException alreadyStopping) {
      // The hook is running: it sets the exit status.
    }
  }
}
