package org.dipscope.core.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dipscope.core.histogram.Histogram;

/** Collects, in words, what a format cannot say of a histogram. */
public final class Losses {
  private final AnnotatedHistogram annotated;
  private final List<String> words = new ArrayList<>();

  private Losses(AnnotatedHistogram annotated) {
    this.annotated = annotated;
  }

  /** Nothing lost so far. */
  public static Losses of(AnnotatedHistogram annotated) {
    return new Losses(annotated);
  }

  /** What is lost, under a condition. */
  public Losses add(boolean lost, String what) {
    if (lost) {
      words.add(what);
    }
    return this;
  }

  /** The name, where the format needs another. */
  public Losses name(String written) {
    String name = annotated.histogram().name();
    boolean slash = name.equals("/" + written);
    return add(slash, "the slash before the name")
        .add(!slash && !written.equals(name), "the name, written as \"" + written + "\"");
  }

  /** All named errors. */
  public Losses sources() {
    List<String> labels = annotated.sources().stream().map(ErrorSource::label).distinct().toList();
    return add(!labels.isEmpty(), "named errors: " + String.join("; ", labels));
  }

  /** The sum of weights, where it is not the sum of the contents. */
  public Losses sumOfWeights() {
    Histogram histogram = annotated.histogram();
    double sum = AnnotatedHistogram.sum(histogram.contents());
    return add(Double.compare(histogram.sumOfWeights(), sum) != 0, "a sum of weights of its own");
  }

  /** All notes but some. */
  public Losses notesBut(Set<String> kept) {
    List<String> keys = annotated.notes().keySet().stream().filter(k -> !kept.contains(k)).toList();
    return add(!keys.isEmpty(), "notes: " + String.join("; ", keys));
  }

  /** What is lost. */
  public List<String> list() {
    return List.copyOf(words);
  }
}
