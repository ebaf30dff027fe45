package org.dipscope.app.support;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.dipscope.core.compute.CancelToken;
import org.jspecify.annotations.Nullable;

/** What a running job tells about itself, and how it learns that it should stop. */
public final class JobProgress {
  private final CancelToken token;
  private final Mailbox<JobStatus> mailbox;
  private final LongSupplier nanoClock;
  private final long startNanos;

  JobProgress(CancelToken token, Mailbox<JobStatus> mailbox, LongSupplier nanoClock) {
    this.token = token;
    this.mailbox = mailbox;
    this.nanoClock = nanoClock;
    startNanos = nanoClock.getAsLong();
  }

  /** To be checked often; also passed on to kernels. */
  public CancelToken token() {
    return token;
  }

  /**
   * Tells how far the job is; cheap enough for every step.
   *
   * @param fraction the part done, 0 to 1, or NaN if that is not known
   * @param note what it is doing now, may be empty
   * @throws java.util.concurrent.CancellationException if the user cancelled
   */
  public void report(double fraction, String note) {
    token.throwIfCancelled();
    Duration elapsed = Duration.ofNanos(nanoClock.getAsLong() - startNanos);
    mailbox.offer(JobStatus.running(fraction, note, elapsed));
  }

  /**
   * Tells how far the job is, with its own estimate: for one that rests, or that began in the
   * middle.
   *
   * @param remaining the time left, or null while there is no honest estimate
   */
  public void report(double fraction, String note, @Nullable Duration remaining) {
    token.throwIfCancelled();
    mailbox.offer(new JobStatus(JobStatus.State.RUNNING, fraction, note, remaining));
  }
}
