package org.dipscope.cli;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.dipscope.core.compute.Workers;

/** The named threads of one command. */
final class Crew implements AutoCloseable {
  private final ExecutorService executor;
  private final Workers workers;

  Crew(int threads) {
    executor =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().daemon().name("dipscope-scan-", 0).factory());
    workers = Workers.of(executor, threads);
  }

  Workers workers() {
    return workers;
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
