package org.dipscope.app.support;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * The way back from workers to the thread that owns the views. However many quantities have news,
 * at most one {@link Pulse} request is pending; it drains all of them together, so that what
 * belongs to one slider position appears in one frame.
 */
public final class ViewThread implements Executor {
  private final Pulse pulse;
  private final ProblemSink problems;
  private final Queue<Delivery> deliveries = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean pending = new AtomicBoolean();

  /** Where views live and where failures of their readers are shown. */
  public ViewThread(Pulse pulse, ProblemSink problems) {
    this.pulse = pulse;
    this.problems = problems;
  }

  /** A new mailbox whose {@code reader} runs on the view thread with the newest message. */
  public <T> Mailbox<T> mailbox(String origin, Consumer<T> reader) {
    return new Mailbox<>(origin, this, reader);
  }

  /** Runs {@code action} on the view thread, in the order of the calls; none is ever dropped. */
  @Override
  public void execute(Runnable action) {
    enqueue(new Delivery("action", action));
  }

  /** Shows a failure on the view thread; callable from any thread. */
  public void report(String origin, Throwable failure) {
    execute(() -> problems.report(origin, failure));
  }

  void deliverSoon(Mailbox<?> mailbox) {
    enqueue(new Delivery(mailbox.origin(), mailbox::deliver));
  }

  private void enqueue(Delivery delivery) {
    deliveries.add(delivery);
    if (pending.compareAndSet(false, true)) {
      pulse.request(this::drain);
    }
  }

  private void drain() {
    pending.set(false);
    // Deliveries that arrive while draining wait for the next request: a reader that keeps
    // producing must not keep this thread.
    int due = deliveries.size();
    for (int i = 0; i < due; i++) {
      Delivery delivery = deliveries.poll();
      if (delivery == null) {
        return;
      }
      deliver(delivery);
    }
  }

  // A task boundary: a view that fails must not keep the others from their news.
  private void deliver(Delivery delivery) {
    try {
      delivery.action.run();
    } catch (RuntimeException | Error failure) {
      problems.report(delivery.origin, failure);
    }
  }

  private record Delivery(String origin, Runnable action) {}
}
