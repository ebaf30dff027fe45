package org.dipscope.app.data;

import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.dipscope.app.support.LiveComputation;
import org.dipscope.app.support.LiveQuantity;
import org.dipscope.app.support.Mailbox;
import org.dipscope.app.support.Shown;
import org.dipscope.core.compute.CancelToken;
import org.jspecify.annotations.Nullable;

/** Fills what the builder asks for, and shows the first part of a long fill meanwhile. */
final class Filling implements AutoCloseable {
  private static final double SLOW_MILLIS = 400;

  private final HistogramBuild build;
  private final LiveComputation live;
  private final LiveQuantity<BuildRequest, Built> fill;
  private final Mailbox<Built> parts;
  private final Consumer<Built> onPart;
  private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper(this, "working");
  private final ReadOnlyStringWrapper badge = new ReadOnlyStringWrapper(this, "badge", "");
  private @Nullable BuildRequest asked;
  private long startNanos;

  /**
   * A way to fill.
   *
   * @param onDone is given what is complete
   * @param onPart is given what is not yet
   */
  Filling(
      HistogramBuild build,
      LiveComputation live,
      Consumer<Shown<Built>> onDone,
      Consumer<Built> onPart) {
    this.build = build;
    this.live = live;
    this.onPart = onPart;
    parts = live.viewThread().mailbox("The histogram", this::showPart);
    fill = live.quantity("The histogram", this::compute, shown -> show(shown, onDone));
  }

  /** Whether a fill runs. */
  ReadOnlyBooleanProperty workingProperty() {
    return working.getReadOnlyProperty();
  }

  /** How much of the events is shown; empty for all. */
  ReadOnlyStringProperty badgeProperty() {
    return badge.getReadOnlyProperty();
  }

  /** A fill that has kept the user waiting is given up for a newer request; others may finish. */
  void submit(BuildRequest request) {
    if (request.equals(asked)) {
      return;
    }
    asked = request;
    long now = live.nanoClock().getAsLong();
    if (!working.get()) {
      startNanos = now;
    } else if ((now - startNanos) * 1e-6 > SLOW_MILLIS) {
      fill.cancel();
      startNanos = now;
    }
    working.set(true);
    fill.submit(request);
  }

  /** Stops a long fill. */
  void cancel() {
    fill.cancel();
    rest();
  }

  private void rest() {
    asked = null;
    badge.set("");
    working.set(false);
  }

  /** Nobody waits for a fill that failed; the quantity itself reports why it did. */
  private Built compute(BuildRequest request, CancelToken token) {
    try {
      return build.fill(request, parts::offer, token);
    } catch (CancellationException stopped) {
      throw stopped;
    } catch (RuntimeException | Error failure) {
      live.viewThread().execute(() -> giveUp(request, token));
      throw failure;
    }
  }

  private void giveUp(BuildRequest request, CancelToken token) {
    if (request.equals(asked) && !token.isCancelled()) {
      rest();
    }
  }

  private void show(Shown<Built> shown, Consumer<Shown<Built>> onDone) {
    boolean last = shown.value().request().equals(asked);
    working.set(!last);
    startNanos = live.nanoClock().getAsLong();
    badge.set("");
    onDone.accept(shown);
  }

  private void showPart(Built part) {
    if (working.get() && part.request().equals(asked)) {
      badge.set(String.format(Locale.ROOT, "first %.0f %% of the events", 100 * part.part()));
      onPart.accept(part);
    }
  }

  @Override
  public void close() {
    fill.close();
    parts.close();
  }
}
