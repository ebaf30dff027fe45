package org.dipscope.core.format.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.event.EventSource;
import org.dipscope.core.format.FileContents;
import org.dipscope.core.format.Formats;
import org.dipscope.core.format.TableSummary;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/** Reads all of a file that may be damaged, and holds the reader to its promises. */
final class Reading {
  /** Enough to cross every boundary between batches, and not to sit through invented events. */
  private static final long MOST_EVENTS = 100_000;

  private static final int MOST_COLUMNS = 50;

  private Reading() {}

  /** The bytes that this thread allocated while it read; anything but an answer is thrown. */
  static long bytes(Path file) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    try {
      FileContents contents = Formats.inspect(file, true, new CancelToken());
      contents.problems().forEach(Reading::check);
      events(file, null);
      for (TableSummary table : contents.tables().stream().limit(5).toList()) {
        events(file, table.name());
      }
    } catch (ProblemException e) {
      check(e.problem());
    }
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  private static void events(Path file, String table) {
    CancelToken token = new CancelToken();
    long[] seen = new long[1];
    try {
      EventSource source = Formats.events(file, table);
      int columns = Math.min(MOST_COLUMNS, source.columns().size());
      List<Integer> wanted = IntStream.range(0, columns).boxed().toList();
      source.read(
          wanted,
          batch -> {
            seen[0] += batch.size();
            if (seen[0] > MOST_EVENTS) {
              token.cancel();
            }
          },
          token);
    } catch (ProblemException e) {
      check(e.problem());
    } catch (CancellationException e) {
      assertThat(seen[0]).isGreaterThan(MOST_EVENTS);
    }
  }

  private static void check(Problem problem) {
    assertThat(problem.message()).isNotBlank().endsWith(".");
    assertThat(problem.hint()).isNotBlank();
  }
}
