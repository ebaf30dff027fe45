package org.dipscope.core.format.lhe;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.format.particle.ProblemList;
import org.dipscope.core.format.particle.RecordSource;
import org.dipscope.core.format.particle.RecordTable;
import org.dipscope.core.format.particle.TextLines;
import org.dipscope.core.problem.Problem;

/** A file whose columns are known from its header and its first events. */
final class LheFile implements RecordSource<LheEvent> {
  /** Events that are read to find the columns. */
  static final int GLANCE = 1000;

  private final Path path;
  private final LheWeights weights;
  private final LheRun run;
  private final LheTables.Tops tops;

  private LheFile(Path path, LheWeights weights, LheRun run, LheTables.Tops tops) {
    this.path = path;
    this.weights = weights;
    this.run = run;
    this.tops = tops;
  }

  static LheFile open(Path path, CancelToken token) {
    LheWeights weights = new LheWeights();
    AtomicReference<LheTables.Tops> tops = new AtomicReference<>(LheTables.Tops.NONE);
    try (TextLines lines = TextLines.open(path)) {
      LheScan scan = new LheScan(lines, weights, true, new ProblemList(lines.file()));
      LheRun run =
          scan.run(
              event -> {
                tops.set(tops.get().with(event));
                return event.number < GLANCE;
              },
              token);
      return new LheFile(path, weights, run, tops.get());
    }
  }

  LheRun run() {
    return run;
  }

  @Override
  public String format() {
    return "lhe";
  }

  @Override
  public String file() {
    return String.valueOf(path.getFileName());
  }

  @Override
  public List<RecordTable<LheEvent>> tables() {
    return LheTables.of(weights.columns(), tops);
  }

  @Override
  public List<Problem> scan(boolean extra, Predicate<? super LheEvent> sink, CancelToken token) {
    ProblemList problems = new ProblemList(file());
    try (TextLines lines = TextLines.open(path)) {
      new LheScan(lines, weights.frozen(), extra, problems).run(sink, token);
    }
    return problems.all();
  }
}
