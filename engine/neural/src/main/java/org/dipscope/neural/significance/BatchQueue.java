package org.dipscope.neural.significance;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/** Batches in their order, drawn ahead by named threads. For one thread. */
final class BatchQueue implements AutoCloseable {
  private final TrainingConfig config;
  private final ExecutorService drawing;
  private final ThreadLocal<LearningStream> streams;
  private final Deque<Future<LearningBatch>> ahead = new ArrayDeque<>();
  private final int depth;
  private long next;

  BatchQueue(TrainingConfig config, int threads, long first) {
    this.config = config;
    next = first;
    depth = threads + 2;
    drawing =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().daemon().name("dipscope-drawing-", 0).factory());
    streams =
        ThreadLocal.withInitial(
            () ->
                new LearningStream(
                    this.config.network(),
                    this.config.generators(),
                    this.config.seed(),
                    this.config.batchSize()));
  }

  LearningBatch next() {
    while (ahead.size() < depth) {
      long index = next++;
      ahead.add(drawing.submit(() -> streams.get().batch(index)));
    }
    try {
      return ahead.remove().get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof ProblemException problem) {
        throw problem;
      }
      throw new ProblemException(
          Problem.computation("A histogram could not be drawn.", "Report this with the seed."),
          failure);
    }
  }

  @Override
  public void close() {
    drawing.shutdownNow();
  }
}
