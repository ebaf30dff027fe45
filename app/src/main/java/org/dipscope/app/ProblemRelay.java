package org.dipscope.app;

import org.dipscope.app.support.ProblemSink;
import org.jspecify.annotations.Nullable;

/** Passes problems on to the place that shows them, as soon as that exists. */
final class ProblemRelay implements ProblemSink {
  private @Nullable ProblemSink target;

  void connect(ProblemSink sink) {
    target = sink;
  }

  @Override
  public void report(String origin, Throwable failure) {
    if (target != null) {
      target.report(origin, failure);
    }
  }
}
