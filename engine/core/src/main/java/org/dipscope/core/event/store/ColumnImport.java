package org.dipscope.core.event.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.event.EventBatch;
import org.dipscope.core.event.EventSource;
import org.dipscope.core.event.IndexedEvents;
import org.jspecify.annotations.Nullable;

/**
 * Reads some columns once and stores them. Everyone who needs them helps: the events are handed out
 * in parts, read by several threads at a time, and written in order. Statistics are therefore the
 * same whoever helped.
 */
final class ColumnImport {
  private final EventSource source;
  private final List<Integer> columns;
  private final PartPlan parts;
  private final SourceFile identity;
  private final List<ColumnWriter> writers = new ArrayList<>();
  private final AtomicInteger next = new AtomicInteger();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition turnChanged = lock.newCondition();
  private int turn;
  private @Nullable Throwable failure;
  private @Nullable List<ColumnHeader> result;

  ColumnImport(EventSource source, List<Integer> columns, SourceFile identity, Path folder)
      throws IOException {
    this.source = source;
    this.columns = List.copyOf(columns);
    this.identity = identity;
    this.parts = PartPlan.of(source);
    try {
      for (int column : columns) {
        writers.add(new ColumnWriter(folder, source.columns().get(column)));
      }
    } catch (IOException e) {
      for (ColumnWriter writer : writers) {
        writer.discard();
      }
      throw e;
    }
  }

  /**
   * Helps until all is stored.
   *
   * @param progress takes the share that is done
   * @return the new headers
   * @throws UncheckedIOException if the store cannot be written
   * @throws CancellationException if the token, or the one of another helper, was cancelled
   * @throws org.dipscope.core.problem.ProblemException if the source cannot be read
   */
  List<ColumnHeader> help(DoubleConsumer progress, CancelToken token) {
    if (source instanceof IndexedEvents events) {
      events.whileOpen(() -> storeParts(progress, token));
    } else {
      storeParts(progress, token);
    }
    return await(token);
  }

  private void storeParts(DoubleConsumer progress, CancelToken token) {
    PartBuffer buffer = new PartBuffer(columns.size());
    for (int part = next.getAndIncrement(); part < parts.count(); part = next.getAndIncrement()) {
      try {
        store(part, buffer, token);
      } catch (IOException e) {
        fail(new UncheckedIOException(e));
      } catch (RuntimeException | Error e) {
        fail(e);
      }
      progress.accept((part + 1.0) / parts.count());
    }
  }

  private void store(int part, PartBuffer buffer, CancelToken token) throws IOException {
    if (source instanceof IndexedEvents indexed) {
      buffer.clear();
      indexed.read(columns, parts.start(part), parts.start(part + 1), buffer::add, token);
      buffer.summarise();
      awaitTurn(part, token);
      append(buffer);
    } else {
      source.read(columns, batch -> appendAtOnce(batch, buffer), token);
    }
    endTurn(part);
  }

  private void appendAtOnce(EventBatch batch, PartBuffer buffer) {
    buffer.clear();
    buffer.add(batch);
    buffer.summarise();
    try {
      append(buffer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void append(PartBuffer buffer) throws IOException {
    for (int i = 0; i < writers.size(); i++) {
      writers.get(i).append(buffer.column(i), buffer.rows());
    }
  }

  private void awaitTurn(int part, CancelToken token) {
    lock.lock();
    try {
      awaitUntil(() -> turn == part || failure != null, token);
      if (failure != null) {
        throw new CancellationException();
      }
    } finally {
      lock.unlock();
    }
  }

  private void endTurn(int part) throws IOException {
    if (part + 1 == parts.count()) {
      List<ColumnHeader> headers = new ArrayList<>();
      for (ColumnWriter writer : writers) {
        headers.add(writer.finish(identity));
      }
      lock.lock();
      try {
        result = List.copyOf(headers);
      } finally {
        lock.unlock();
      }
    }
    lock.lock();
    try {
      turn = part + 1;
      turnChanged.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private List<ColumnHeader> await(CancelToken token) {
    lock.lock();
    try {
      awaitUntil(() -> result != null || failure != null, token);
      if (result != null) {
        return result;
      }
      switch (failure) {
        case Error e -> throw e;
        case RuntimeException e -> throw e;
        case null, default -> throw new CancellationException();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Waits for others; looks up now and then, because this helper may be asked to stop. */
  private void awaitUntil(BooleanSupplier reached, CancelToken token) {
    try {
      while (!reached.getAsBoolean()) {
        token.throwIfCancelled();
        turnChanged.await(100, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
  }

  private void fail(Throwable reason) {
    next.set(parts.count());
    lock.lock();
    try {
      if (failure == null && result == null) {
        failure = reason;
        for (ColumnWriter writer : writers) {
          writer.discard();
        }
      }
      turnChanged.signalAll();
    } catch (IOException e) {
      reason.addSuppressed(e);
    } finally {
      lock.unlock();
    }
  }
}
