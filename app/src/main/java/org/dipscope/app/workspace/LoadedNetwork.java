package org.dipscope.app.workspace;

import org.dipscope.app.support.Job;
import org.dipscope.app.support.JobList;
import org.dipscope.app.support.JobStatus;
import org.dipscope.neural.significance.StripNetwork;
import org.jspecify.annotations.Nullable;

/**
 * The significance network of one screen: a job loads it when it is first asked for. Belongs to the
 * view thread; only {@link #get} may be called from others.
 */
public final class LoadedNetwork implements AutoCloseable {
  /** What a screen says meanwhile. */
  public static final String LOADING = "Loading the network…";

  private final JobList jobs;
  private final Runnable whenLoaded;
  private final Runnable whenLost;
  private volatile @Nullable StripNetwork network;
  private @Nullable Job loading;

  /**
   * Loads nothing yet.
   *
   * @param whenLost runs if the job fails or is cancelled
   */
  public LoadedNetwork(JobList jobs, Runnable whenLoaded, Runnable whenLost) {
    this.jobs = jobs;
    this.whenLoaded = whenLoaded;
    this.whenLost = whenLost;
  }

  /** The network, null until it is loaded. */
  public @Nullable StripNetwork get() {
    return network;
  }

  /** Whether the job runs. */
  public boolean isLoading() {
    Job job = loading;
    return job != null && !job.statusProperty().get().isOver();
  }

  /** Starts the job, unless it runs. */
  public void load() {
    if (isLoading()) {
      return;
    }
    Job job =
        jobs.start(
            "Load the significance network",
            progress -> {
              StripNetwork opened = new StripNetwork();
              if (progress.token().isCancelled()) {
                opened.close();
              }
              return opened;
            },
            loaded -> {
              network = loaded;
              whenLoaded.run();
            });
    loading = job;
    job.statusProperty().subscribe(this::follow);
  }

  private void follow(JobStatus status) {
    if (status.isOver() && status.state() != JobStatus.State.DONE) {
      whenLost.run();
    }
  }

  @Override
  public void close() {
    Job job = loading;
    if (job != null) {
      job.cancel();
    }
    StripNetwork loaded = network;
    if (loaded != null) {
      loaded.close();
    }
  }
}
