package org.dipscope.app.histogram;

import java.time.Duration;
import java.util.function.DoubleConsumer;
import java.util.function.LongSupplier;
import org.dipscope.app.support.JobStatus;
import org.dipscope.app.support.Mailbox;

/** How far a computation of the inspector is, told only of what takes long. */
final class InspectorProgress implements DoubleConsumer {
  private static final long LONG_NANOS = 400_000_000;

  private final String name;
  private final LongSupplier nanoClock;
  private final Mailbox<String> news;
  private final long start;

  InspectorProgress(String name, LongSupplier nanoClock, Mailbox<String> news) {
    this.name = name;
    this.nanoClock = nanoClock;
    this.news = news;
    start = nanoClock.getAsLong();
  }

  private long elapsedNanos() {
    return nanoClock.getAsLong() - start;
  }

  @Override
  public void accept(double done) {
    if (elapsedNanos() > LONG_NANOS && done < 1) {
      Duration left = Duration.ofNanos((long) (elapsedNanos() * (1 - done) / done));
      news.offer(name + " " + new JobStatus(JobStatus.State.RUNNING, done, "", left).text());
    }
  }

  /** Delivers a coarse result if the full one is going to take long. */
  <T> void ifLong(Mailbox<T> mailbox, T coarse) {
    if (elapsedNanos() > LONG_NANOS / 2) {
      mailbox.offer(coarse);
    }
  }
}
