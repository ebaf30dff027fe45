package org.dipscope.app.triage;

import java.util.Comparator;
import javafx.scene.control.ScrollPane;

/** What a photographer does on the triage screen. */
public final class TriagePhotos {
  private TriagePhotos() {}

  /** Whether nothing is being searched. */
  public static boolean isAtRest(TriageScreen screen) {
    return !screen.model().runningProperty().get();
  }

  /** Searches all events. */
  public static void search(TriageScreen screen) {
    screen.model().search().run();
  }

  /** Chooses the most significant line. */
  public static void selectBest(TriageScreen screen) {
    ((TriageView) screen.view()).detail().pageProperty().set(DetailView.Page.SPECTRUM);
    screen.model().candidates().all().stream()
        .max(Comparator.comparingDouble(row -> Math.abs(row.candidate().z())))
        .ifPresent(screen.model().candidates().selectedProperty()::set);
  }

  /** Shows what adds up over categories. */
  public static void coherent(TriageScreen screen) {
    ((TriageView) screen.view()).detail().pageProperty().set(DetailView.Page.COHERENT);
  }

  /** Shows which events flags share. */
  public static void shared(TriageScreen screen) {
    ((TriageView) screen.view()).detail().pageProperty().set(DetailView.Page.SHARED);
  }

  /** Shows the last cuts of the list. */
  public static void lastCuts(TriageScreen screen) {
    screen.model().cuts().change("rule.flagZ", "2.5");
    screen.model().cuts().change("categories.missingEdgesGeV", "50 100");
    ((ScrollPane) screen.view().lookup("#pipeline .scroll-pane")).setVvalue(0.8);
  }

  /** Shows how events are divided. */
  public static void split(TriageScreen screen) {
    ((TriageView) screen.view()).detail().pageProperty().set(DetailView.Page.SPLIT);
  }
}
