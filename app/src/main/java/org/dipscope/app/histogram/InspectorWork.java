package org.dipscope.app.histogram;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.dipscope.app.histogram.InspectorScan.Answer;
import org.dipscope.app.support.LiveComputation;
import org.dipscope.app.support.LiveQuantity;
import org.dipscope.app.support.Mailbox;
import org.dipscope.core.compute.CancelToken;

/** Computes the figures of the inspector and says what takes long. */
final class InspectorWork implements AutoCloseable {
  private final StripViewModel strip;
  private final LiveComputation live;
  private final ReadOnlyStringWrapper busy = new ReadOnlyStringWrapper(this, "busy", "");
  private final Mailbox<String> news;
  private final List<LiveQuantity<?, ?>> quantities = new ArrayList<>();
  private final List<Mailbox<?>> coarse = new ArrayList<>();

  /** Computes at full quality. */
  @FunctionalInterface
  interface Whole<R, T> {
    T compute(InspectorScan scan, R request, CancelToken token);
  }

  /** Computes coarse only, or coarse on the way to full quality. */
  @FunctionalInterface
  interface CoarseFirst<R, T> {
    T compute(
        InspectorScan scan, R request, boolean coarse, Consumer<T> onCoarse, CancelToken token);
  }

  InspectorWork(StripViewModel strip, LiveComputation live) {
    this.strip = strip;
    this.live = live;
    news = live.viewThread().mailbox("The inspector", busy::set);
  }

  <R, T> LiveQuantity<R, Answer<R, T>> whole(
      String name, Whole<R, T> kernel, Consumer<Answer<R, T>> show) {
    return kept(
        live.<R, Answer<R, T>>quantity(
            origin(name),
            (request, token) ->
                Answer.of(request, () -> kernel.compute(scan(progress(name)), request, token)),
            now -> end(now.value(), show)));
  }

  <R, T> LiveQuantity<R, Answer<R, T>> coarseFirst(
      String name, CoarseFirst<R, T> kernel, Consumer<Answer<R, T>> show) {
    Mailbox<Answer<R, T>> first = live.viewThread().mailbox(origin(name), show);
    coarse.add(first);
    return kept(
        live.<R, Answer<R, T>>quantity(
            origin(name),
            (request, token) -> full(name, kernel, request, first, token),
            (request, token) ->
                Answer.of(
                    request,
                    () -> kernel.compute(scan(done -> {}), request, true, value -> {}, token)),
            now -> end(now.value(), show)));
  }

  private <R, T> Answer<R, T> full(
      String name,
      CoarseFirst<R, T> kernel,
      R request,
      Mailbox<Answer<R, T>> first,
      CancelToken token) {
    InspectorProgress progress = progress(name);
    return Answer.of(
        request,
        () ->
            kernel.compute(
                scan(progress),
                request,
                false,
                value -> progress.ifLong(first, new Answer<>(request, value, "")),
                token));
  }

  private static String origin(String name) {
    return "The " + name.toLowerCase(Locale.ROOT);
  }

  private <R, T> LiveQuantity<R, T> kept(LiveQuantity<R, T> quantity) {
    quantities.add(quantity);
    return quantity;
  }

  private InspectorProgress progress(String name) {
    return new InspectorProgress(name, live.nanoClock(), news);
  }

  private InspectorScan scan(DoubleConsumer progress) {
    return new InspectorScan(strip.network(), progress);
  }

  private <T> void end(T answer, Consumer<T> show) {
    if (isSettled()) {
      news.offer("");
    }
    show.accept(answer);
  }

  /** What takes long and how far it is; empty if nothing does. */
  ReadOnlyStringProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  boolean isSettled() {
    return quantities.stream().allMatch(LiveQuantity::isSettled);
  }

  /** Stops what is being computed, which is no longer wanted. */
  void drop() {
    quantities.forEach(LiveQuantity::cancel);
  }

  /** Stops what is being computed; what is there stays. */
  void cancel() {
    drop();
    busy.set("Cancelled: what is shown may be coarse or of before.");
  }

  @Override
  public void close() {
    quantities.forEach(LiveQuantity::close);
    news.close();
    coarse.forEach(Mailbox::close);
  }
}
