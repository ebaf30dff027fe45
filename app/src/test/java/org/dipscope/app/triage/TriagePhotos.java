package org.dipscope.app.triage;

import java.util.Comparator;

/** What a photographer does on the triage screen. */
public final class TriagePhotos {
  private TriagePhotos() {}

  /** Whether nothing is being searched. */
  public static boolean isAtRest(TriageScreen screen) {
    return !screen.model().runningProperty().get();
  }

  /** Searches all events. */
  public static void search(TriageScreen screen) {
    screen.model().run();
  }

  /** Chooses the most significant line. */
  public static void selectBest(TriageScreen screen) {
    ((TriageView) screen.view()).detail().pageProperty().set(DetailView.Page.SPECTRUM);
    screen.model().rows().stream()
        .max(Comparator.comparingDouble(row -> Math.abs(row.candidate().z())))
        .ifPresent(screen.model().selectedProperty()::set);
  }

  /** Shows what adds up over categories. */
  public static void coherent(TriageScreen screen) {
    ((TriageView) screen.view()).detail().pageProperty().set(DetailView.Page.COHERENT);
  }

  /** Shows how events are divided. */
  public static void split(TriageScreen screen) {
    ((TriageView) screen.view()).detail().pageProperty().set(DetailView.Page.SPLIT);
  }
}
