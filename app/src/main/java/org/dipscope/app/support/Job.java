package org.dipscope.app.support;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.dipscope.core.compute.CancelToken;

/** A long computation as the status bar shows it. Its properties change on the view thread only. */
public final class Job {
  private final String name;
  private final CancelToken token = new CancelToken();
  private final Runnable stop;
  private final ReadOnlyObjectWrapper<JobStatus> status =
      new ReadOnlyObjectWrapper<>(this, "status", JobStatus.WAITING);

  Job(String name) {
    this.name = name;
    stop = token::cancel;
  }

  /** One that is stopped in its own way and then ends with a result. */
  Job(String name, Runnable stop) {
    this.name = name;
    this.stop = stop;
  }

  /** The name the user gave or knows. */
  public String name() {
    return name;
  }

  /** Where it stands. */
  public ReadOnlyObjectProperty<JobStatus> statusProperty() {
    return status.getReadOnlyProperty();
  }

  /** Asks it to stop; its status changes when it has. */
  public void cancel() {
    stop.run();
  }

  CancelToken token() {
    return token;
  }

  void setStatus(JobStatus now) {
    status.set(now);
  }
}
