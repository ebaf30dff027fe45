package org.dipscope.app;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;

/** How long the thread that draws was busy for one step of a slider, in milliseconds. */
final class FxTime {
  /** Eight milliseconds on an idle core; four times that leaves room for a crowded machine. */
  static final double GATE_MILLIS = 32;

  private final List<Double> steps = new ArrayList<>();
  private long layoutStart;
  private double now;

  /** Counts the layout of a scene, in which figures are arranged and painted. */
  void watchLayout(Scene scene) {
    scene.addPreLayoutPulseListener(() -> layoutStart = cpuNanos());
    scene.addPostLayoutPulseListener(() -> now += (cpuNanos() - layoutStart) * 1e-6);
  }

  /** Processor time of this thread: what other programs take from the machine does not count. */
  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  void begin() {
    now = 0;
  }

  void measure(Runnable work) {
    long start = cpuNanos();
    work.run();
    now += (cpuNanos() - start) * 1e-6;
  }

  void end() {
    steps.add(now);
  }

  double median() {
    List<Double> sorted = steps.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  @Override
  public String toString() {
    double largest = steps.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    return String.format(Locale.ROOT, "median %.2f ms, largest %.2f ms", median(), largest);
  }
}
