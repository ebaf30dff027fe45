package org.dipscope.app.shell;

import java.util.HashMap;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.dipscope.app.support.Icon;
import org.dipscope.app.support.Job;
import org.dipscope.app.support.JobList;
import org.dipscope.app.support.JobStatus;

/** The running jobs with their progress and a way to cancel them, and the last message. */
final class StatusBar extends HBox implements AutoCloseable {
  private final JobList jobs;
  private final HBox rows = new HBox(16);
  private final Map<Job, Node> rowOf = new HashMap<>();
  private final Label lastMessage = new Label();
  private final ListChangeListener<Job> follow = this::onJobs;

  StatusBar(JobList jobs) {
    this.jobs = jobs;
    getStyleClass().add("status-bar");
    Region gap = new Region();
    setHgrow(gap, Priority.ALWAYS);
    rows.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(rows, gap, lastMessage);
    lastMessage.textProperty().bind(jobs.lastMessageProperty());
    jobs.active().addListener(follow);
    jobs.active().forEach(this::add);
  }

  @Override
  public void close() {
    jobs.active().removeListener(follow);
    lastMessage.textProperty().unbind();
  }

  private void onJobs(ListChangeListener.Change<? extends Job> change) {
    while (change.next()) {
      for (Job job : change.getRemoved()) {
        rows.getChildren().remove(rowOf.remove(job));
      }
      change.getAddedSubList().forEach(this::add);
    }
  }

  private void add(Job job) {
    ProgressBar bar = new ProgressBar();
    Label text = new Label();
    Button cancel = Icon.CLOSE.on(new Button(), "Cancel " + job.name());
    cancel.setOnAction(event -> job.cancel());
    HBox row = new HBox(6, bar, text, cancel);
    row.setAlignment(Pos.CENTER_LEFT);
    job.statusProperty()
        .subscribe(
            status -> {
              boolean known = status.state() != JobStatus.State.WAITING && status.fraction() >= 0;
              bar.setProgress(known ? status.fraction() : ProgressBar.INDETERMINATE_PROGRESS);
              text.setText((job.name() + " " + status.text()).strip());
            });
    rowOf.put(job, row);
    rows.getChildren().add(row);
  }
}
