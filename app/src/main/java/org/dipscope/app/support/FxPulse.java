package org.dipscope.app.support;

import javafx.application.Platform;

/**
 * The JavaFX application thread as a {@link Pulse}. This is the only class that calls {@code
 * Platform.runLater}: everything else hands its results to a {@link ViewThread}, which keeps at
 * most one request pending, so that a fast producer can never flood the event queue.
 */
public final class FxPulse implements Pulse {

  @Override
  public void request(Runnable drain) {
    Platform.runLater(drain);
  }
}
