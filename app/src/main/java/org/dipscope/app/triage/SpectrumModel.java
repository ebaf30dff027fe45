package org.dipscope.app.triage;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.util.Subscription;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.triage.Overlap;
import org.dipscope.core.triage.TriageFigure;
import org.jspecify.annotations.Nullable;

/** The chosen line: its spectrum, and what speaks for and against it. For the view thread. */
public final class SpectrumModel implements AutoCloseable {
  private final CandidateRows candidates;
  private final SearchModel search;
  private final SharedModel shared;
  private final Subscription follow;
  private final ReadOnlyObjectWrapper<FigureSpec> figure =
      new ReadOnlyObjectWrapper<>(this, "figure", FigureSpec.of(""));
  private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper(this, "words", "");

  SpectrumModel(CandidateRows candidates, SearchModel search, SharedModel shared) {
    this.candidates = candidates;
    this.search = search;
    this.shared = shared;
    follow =
        Subscription.combine(
            candidates.selectedProperty().subscribe(this::draw),
            shared.overlapProperty().subscribe(now -> tell()));
  }

  /** Its counts, background and significances. */
  public ReadOnlyObjectProperty<FigureSpec> figureProperty() {
    return figure.getReadOnlyProperty();
  }

  /** Whether it repeats in other categories, and with which others it shares events. */
  public ReadOnlyStringProperty wordsProperty() {
    return words.getReadOnlyProperty();
  }

  private void draw(@Nullable Row row) {
    figure.set(
        row == null
            ? FigureSpec.of("")
            : TriageFigure.of(row.scanned(), search.shownCuts().rule()));
    tell();
  }

  private void tell() {
    Row row = candidates.selectedProperty().get();
    if (row == null) {
      words.set("Choose a row: its spectrum and z appear here.");
      return;
    }
    Overlap overlap = shared.overlapProperty().get();
    String dependence = overlap == null ? "" : overlap.about(row.candidate().id());
    words.set(repeats(row.partners()) + dependence);
  }

  private static String repeats(int partners) {
    return switch (partners) {
      case -1 -> "";
      case 0 -> "Alone: no other category has a flag of its sign at this mass. ";
      case 1 -> "Repeats: another category has a flag of its sign at this mass. ";
      default ->
          "Repeats: %d flags of other categories have its sign and mass. ".formatted(partners);
    };
  }

  @Override
  public void close() {
    follow.unsubscribe();
  }
}
