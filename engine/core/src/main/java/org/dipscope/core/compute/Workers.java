package org.dipscope.core.compute;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Who does the rows of a scan, or the chunks of a table: the calling thread, and threads of an
 * executor beside it. The caller always works too and never waits for a thread that has not
 * started, so a busy or full executor only makes things slower. Results never depend on the number
 * of workers.
 */
public final class Workers {
  private final @Nullable Executor executor;
  private final int count;

  private Workers(@Nullable Executor executor, int count) {
    this.executor = executor;
    this.count = count;
  }

  /** The calling thread alone. */
  public static Workers callerOnly() {
    return new Workers(null, 1);
  }

  /**
   * The calling thread and up to count &minus; 1 tasks on the executor.
   *
   * @param executor stays in the hands of its owner
   * @param count the number of rows worked on at a time, the caller's included
   */
  public static Workers of(Executor executor, int count) {
    if (count < 1) {
      throw new ProblemException(
          Problem.usage(count + " workers were asked for.", "Ask for one or more."));
    }
    return new Workers(executor, count);
  }

  /**
   * Does rows 0 &hellip; rows &minus; 1, each once.
   *
   * @param newWorker makes what does a row; called once per thread that takes part
   * @throws CancellationException if the token was cancelled before all rows were begun
   */
  public void forEachRow(int rows, CancelToken token, Supplier<IntConsumer> newWorker) {
    Rows work = new Rows(rows, token, newWorker);
    if (executor != null) {
      for (int helper = 1; helper < Math.min(count, rows); helper++) {
        try {
          executor.execute(work);
        } catch (RejectedExecutionException e) {
          break;
        }
      }
    }
    work.run();
    work.await();
    token.throwIfCancelled();
  }

  /** Rows handed out one by one, until none is left, one has failed, or the token is cancelled. */
  private static final class Rows implements Runnable {
    private final int rows;
    private final CancelToken token;
    private final Supplier<IntConsumer> newWorker;
    private final AtomicInteger next = new AtomicInteger();
    private final CountDownLatch unfinished;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    Rows(int rows, CancelToken token, Supplier<IntConsumer> newWorker) {
      this.rows = rows;
      this.token = token;
      this.newWorker = newWorker;
      unfinished = new CountDownLatch(rows);
    }

    @Override
    public void run() {
      @Nullable IntConsumer worker = null;
      for (int row = next.getAndIncrement(); row < rows; row = next.getAndIncrement()) {
        try {
          if (failure.get() == null && !token.isCancelled()) {
            worker = worker == null ? newWorker.get() : worker;
            worker.accept(row);
          }
        } catch (RuntimeException | Error e) {
          failure.compareAndSet(null, e);
        } finally {
          unfinished.countDown();
        }
      }
    }

    void await() {
      boolean interrupted = false;
      while (true) {
        try {
          unfinished.await();
          break;
        } catch (InterruptedException e) {
          token.cancel();
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      switch (failure.get()) {
        case RuntimeException e -> throw e;
        case Error e -> throw e;
        case null, default -> {}
      }
    }
  }
}
