package org.dipscope.app.training;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.dipscope.app.support.JobProgress;
import org.dipscope.app.support.Mailbox;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.neural.significance.Performance;
import org.dipscope.neural.significance.TrainingCurve;
import org.dipscope.neural.significance.TrainingCurve.Validation;
import org.dipscope.neural.significance.TrainingProgress;
import org.dipscope.neural.training.TrainingControl;
import org.jspecify.annotations.Nullable;

/** One training on its way: what its thread tells, and what it is told. */
final class LiveTraining {
  private final Trainer.Order order;
  private final Mailbox<News> mailbox;
  private final TrainingControl control = new TrainingControl();
  private final CancelToken token = new CancelToken();

  /**
   * How it goes.
   *
   * @param begin what it began with
   * @param curve up to now
   * @param last the last stretch, null before the first
   */
  record News(Trainer.Begin begin, TrainingCurve curve, @Nullable TrainingProgress last) {}

  LiveTraining(Trainer.Order order, Mailbox<News> mailbox) {
    this.order = order;
    this.mailbox = mailbox;
  }

  Trainer.Order order() {
    return order;
  }

  TrainingControl control() {
    return control;
  }

  /** Ends it at once; the last checkpoint stays. */
  void abandon() {
    token.cancel();
    control.stop();
    mailbox.close();
  }

  void run(Trainer trainer, JobProgress job) throws java.io.IOException {
    trainer.train(order, control, token, new Reporter(mailbox, job));
  }

  /** Lives on the thread that trains. */
  private static final class Reporter implements Trainer.Watcher {
    private final Mailbox<News> mailbox;
    private final JobProgress job;
    private final List<TrainingProgress> progress = new ArrayList<>();
    private final List<Validation> validations = new ArrayList<>();
    private Trainer.@Nullable Begin begin;
    private @Nullable TrainingProgress last;

    Reporter(Mailbox<News> mailbox, JobProgress job) {
      this.mailbox = mailbox;
      this.job = job;
    }

    @Override
    public void begun(Trainer.Begin now) {
      begin = now;
      progress.addAll(now.before().progress());
      validations.addAll(now.before().validations());
      job.report((double) now.step() / now.steps(), "", null);
      tell();
    }

    @Override
    public void progress(TrainingProgress now) {
      progress.add(now);
      last = now;
      double left = now.secondsLeft();
      job.report(
          (double) now.step() / now.steps(),
          "",
          Double.isFinite(left) ? Duration.ofMillis((long) (1000 * left)) : null);
      tell();
    }

    @Override
    public void validated(long step, List<Performance> results) {
      validations.add(new Validation(step, results));
      tell();
    }

    private void tell() {
      if (begin != null) {
        mailbox.offer(new News(begin, new TrainingCurve(progress, validations), last));
      }
    }
  }
}
