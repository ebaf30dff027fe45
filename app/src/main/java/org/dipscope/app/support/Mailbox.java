package org.dipscope.app.support;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One place on the way from a worker to a view. Only the newest message is kept; an older one that
 * was not yet read is replaced. A closed mailbox delivers nothing, a held one keeps its message.
 *
 * @param <T> the immutable message
 */
public final class Mailbox<T> implements AutoCloseable {
  private final String origin;
  private final ViewThread viewThread;
  private final Consumer<T> reader;
  private final AtomicReference<@Nullable T> newest = new AtomicReference<>();
  private final AtomicBoolean queued = new AtomicBoolean();
  private volatile boolean held;
  private volatile boolean closed;

  Mailbox(String origin, ViewThread viewThread, Consumer<T> reader) {
    this.origin = origin;
    this.viewThread = viewThread;
    this.reader = reader;
  }

  /** Leaves a message for the reader, replacing one that was not read yet; any thread. */
  public void offer(T message) {
    if (closed) {
      return;
    }
    newest.set(message);
    deliverSoon();
  }

  /** While held, messages wait: for views that are hidden or iconified. */
  public void setHeld(boolean held) {
    this.held = held;
    if (newest.get() != null) {
      deliverSoon();
    }
  }

  /** After this returns on the view thread, the reader is never called again. */
  @Override
  public void close() {
    closed = true;
    newest.set(null);
  }

  String origin() {
    return origin;
  }

  private void deliverSoon() {
    if (!held && queued.compareAndSet(false, true)) {
      viewThread.deliverSoon(this);
    }
  }

  void deliver() {
    queued.set(false);
    if (closed || held) {
      return;
    }
    T message = newest.getAndSet(null);
    if (message != null) {
      reader.accept(message);
    }
  }
}
