package org.dipscope.app.inference;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import org.dipscope.app.support.Job;
import org.dipscope.app.support.JobStatus;
import org.jspecify.annotations.Nullable;

/** The button that starts a job, or while one runs how far it is and how to stop it. */
final class JobBar extends HBox implements AutoCloseable {
  private final Button start;
  private final Button cancel = new Button("Cancel");
  private final ProgressBar bar = new ProgressBar(0);
  private final Label words = new Label();
  private final Subscription follow;
  private Subscription watching = Subscription.EMPTY;

  /**
   * A bar.
   *
   * @param name on the button
   * @param id of the button
   */
  JobBar(
      String name,
      String id,
      ReadOnlyObjectProperty<@Nullable Job> job,
      Runnable onStart,
      Runnable onCancel) {
    setAlignment(Pos.CENTER_LEFT);
    setSpacing(8);
    start = new Button(name);
    start.setId(id);
    start.getStyleClass().add("primary");
    start.setMinWidth(USE_PREF_SIZE);
    start.setOnAction(event -> onStart.run());
    cancel.setId(id + "-cancel");
    cancel.setMinWidth(USE_PREF_SIZE);
    cancel.setOnAction(event -> onCancel.run());
    bar.setPrefWidth(110);
    words.setMinWidth(130);
    getChildren().addAll(start, bar, words, cancel);
    follow = job.subscribe(this::watch);
  }

  private void watch(@Nullable Job job) {
    watching.unsubscribe();
    watching = job == null ? Subscription.EMPTY : job.statusProperty().subscribe(this::show);
    start.setVisible(job == null);
    start.setManaged(job == null);
    for (var node : java.util.List.of(bar, words, cancel)) {
      node.setVisible(job != null);
      node.setManaged(job != null);
    }
  }

  private void show(JobStatus status) {
    bar.setProgress(Double.isNaN(status.fraction()) ? -1 : status.fraction());
    words.setText(status.text());
  }

  @Override
  public void close() {
    follow.unsubscribe();
    watching.unsubscribe();
  }
}
