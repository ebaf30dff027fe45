package org.dipscope.app.histogram;

import org.dipscope.app.figure.IntervalEdits;

/** A drag on the spectrum places the injected signal while there is one, and else masks. */
record SpectrumEdits(SpectrumMasks masks, Injection injection) implements IntervalEdits {
  @Override
  public void add(double from, double to) {
    if (injection.activeProperty().get()) {
      injection.cover(from, to);
    } else {
      masks.add(from, to);
    }
  }

  @Override
  public void adding(double from, double to) {
    if (injection.activeProperty().get()) {
      injection.cover(from, to);
    } else {
      masks.adding(from, to);
    }
  }

  @Override
  public void changing(int index, double from, double to) {
    masks.changing(index, from, to);
  }

  @Override
  public void change(int index, double from, double to) {
    masks.change(index, from, to);
  }

  @Override
  public void remove(int index) {
    masks.remove(index);
  }
}
