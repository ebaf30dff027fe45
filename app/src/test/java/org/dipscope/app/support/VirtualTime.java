package org.dipscope.app.support;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.Executor;

/**
 * A machine with one worker, one view thread with 60 pulses per second and a timer, all in virtual
 * time on the thread of the test. A kernel takes time by calling {@link #advance}: whatever is due
 * meanwhile (inputs, pulses, rests) happens while the kernel "runs".
 */
final class VirtualTime {
  private static final long PULSE_NANOS = 1_000_000_000L / 60;

  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparingLong(Event::time).thenComparingLong(Event::order));
  private final Queue<Runnable> work = new ArrayDeque<>();
  private boolean working;
  private long now;
  private long order;
  private int pulses;

  final Executor worker =
      task -> {
        work.add(task);
        at(Duration.ZERO, this::workOnce);
      };

  final Pulse pulse =
      drain -> {
        long next = (now / PULSE_NANOS + 1) * PULSE_NANOS;
        schedule(
            next,
            () -> {
              pulses++;
              drain.run();
            });
      };

  final RestTimer restTimer =
      (delay, action) -> {
        boolean[] stopped = new boolean[1];
        at(
            delay,
            () -> {
              if (!stopped[0]) {
                action.run();
              }
            });
        return () -> stopped[0] = true;
      };

  long nanos() {
    return now;
  }

  long millis() {
    return now / 1_000_000;
  }

  int pulses() {
    return pulses;
  }

  void at(Duration fromNow, Runnable action) {
    schedule(now + fromNow.toNanos(), action);
  }

  void advance(Duration time) {
    long until = now + time.toNanos();
    while (!events.isEmpty() && events.element().time <= until) {
      Event next = events.remove();
      now = Math.max(now, next.time);
      next.action.run();
    }
    now = Math.max(now, until);
  }

  private void workOnce() {
    if (working || work.isEmpty()) {
      return;
    }
    working = true;
    work.remove().run();
    working = false;
    if (!work.isEmpty()) {
      at(Duration.ZERO, this::workOnce);
    }
  }

  private void schedule(long time, Runnable action) {
    events.add(new Event(time, order++, action));
  }

  private record Event(long time, long order, Runnable action) {}
}
