package org.dipscope.core.format;

import org.dipscope.core.histogram.Histogram;
import org.dipscope.core.histogram.Values;

/** What the contents of a histogram are, to be said by the user where the file does not. */
public enum ContentKind {
  /** Events per bin, with the errors √n where the file gives none. */
  COUNTS("counts"),
  /** Events or cross-section per unit of the axis; errors are those of the file or none. */
  DENSITIES("densities");

  /** The note on contents that may be either. */
  public static final String UNSTATED = "counts or densities, which the file does not say";

  /** The note on whole numbers without errors, which are read as counts. */
  public static final String TAKEN_AS_COUNTS =
      "taken as counts with the errors √n, because they are whole numbers; the file does not say";

  private final String word;

  ContentKind(String word) {
    this.word = word;
  }

  /** Whether the file of a histogram leaves open what its contents are. */
  public static boolean isOpen(AnnotatedHistogram annotated) {
    String note = annotated.notes().getOrDefault(AnnotatedHistogram.CONTENTS, "");
    return note.equals(UNSTATED) || note.equals(TAKEN_AS_COUNTS);
  }

  /** The histogram with contents of this kind, if its file leaves that open; itself otherwise. */
  public AnnotatedHistogram settle(AnnotatedHistogram annotated) {
    if (!isOpen(annotated)) {
      return annotated;
    }
    boolean guessed = annotated.notes().containsValue(TAKEN_AS_COUNTS);
    Histogram histogram = annotated.histogram();
    AnnotatedHistogram settled = annotated.withNote(AnnotatedHistogram.CONTENTS, word);
    Values none = Values.constant(histogram.contents().size(), Double.NaN);
    if (this == DENSITIES) {
      return guessed ? settled.withErrors(none, none) : settled;
    }
    boolean given = !histogram.errorsLow().equals(none) || !histogram.errorsHigh().equals(none);
    Values roots = histogram.contents().map(content -> Math.sqrt(Math.abs(content)));
    return given ? settled : settled.withErrors(roots, roots);
  }
}
