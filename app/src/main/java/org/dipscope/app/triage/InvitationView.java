package org.dipscope.app.triage;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** What to do first, in place of a table without lines. */
final class InvitationView extends VBox implements AutoCloseable {
  private final TriageViewModel model;
  private final Label ready = new Label();
  private final Button choose = new Button("Open Events…");
  private final Button run = new Button("Search");
  private final Subscription follow;

  InvitationView(TriageViewModel model, Runnable open) {
    super(12);
    this.model = model;
    setId("triage-invitation");
    getStyleClass().add("view");
    setAlignment(Pos.CENTER);
    Label words =
        new Label(
            """
            Events become categories, categories become mass histograms,
            and every histogram is searched for bumps and dips.

            Open a file of events or drop one here: Dark Machines text,
            or a table with lists such as Jet_pt, Jet_eta and Jet_phi.\
            """);
    words.getStyleClass().addAll("muted", "invitation");
    choose.setId("triage-open-first");
    choose.getStyleClass().add("primary");
    choose.setOnAction(event -> open.run());
    run.setId("triage-run-first");
    run.getStyleClass().add("primary");
    run.setOnAction(event -> model.search().run());
    getChildren().addAll(words, ready, choose, run);
    follow =
        Subscription.combine(
            model.events().chosenProperty().subscribe(this::offer),
            model.search().statusProperty().subscribe(now -> appear()),
            model.runningProperty().subscribe(now -> appear()));
  }

  private void offer(@Nullable EventFile file) {
    show(choose, file == null);
    show(run, file != null);
    show(ready, file != null);
    ready.setText(file == null ? "" : file.words() + " is open.");
  }

  private void appear() {
    setVisible(
        model.candidates().all().isEmpty()
            && !model.runningProperty().get()
            && model.search().statusProperty().get().isEmpty());
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  @Override
  public void close() {
    follow.unsubscribe();
  }
}
