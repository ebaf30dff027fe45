package org.dipscope.core.neyman;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;

/** Counts what is done and tells which part of the whole that is. Thread-safe. */
final class Share {
  private final int all;
  private final DoubleConsumer listener;
  private final AtomicInteger done = new AtomicInteger();

  Share(int all, DoubleConsumer listener) {
    this.all = all;
    this.listener = listener;
  }

  /** One more is done. */
  void step() {
    listener.accept((double) done.incrementAndGet() / all);
  }
}
