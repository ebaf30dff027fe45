package org.dipscope.core.format.hepmc;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.format.particle.ProblemList;
import org.dipscope.core.format.particle.RecordColumn;
import org.dipscope.core.format.particle.RecordList;
import org.dipscope.core.format.particle.RecordSource;
import org.dipscope.core.format.particle.RecordTable;
import org.dipscope.core.format.particle.TextLines;
import org.dipscope.core.problem.Problem;

/** A file whose columns are known from its first events. */
final class HepMcFile implements RecordSource<HepMcEvent> {
  private static final int GLANCE = 20;
  private static final String MM = "mm";

  private final Path path;
  private final List<String> furtherWeights;

  private HepMcFile(Path path, List<String> furtherWeights) {
    this.path = path;
    this.furtherWeights = furtherWeights;
  }

  static HepMcFile open(Path path, CancelToken token) {
    int[] weights = new int[1];
    try (TextLines lines = TextLines.open(path)) {
      HepMcScan scan = new HepMcScan(lines, new ProblemList(lines.file()));
      scan.run(
          event -> {
            weights[0] = Math.max(weights[0], event.weights());
            return event.number < GLANCE;
          },
          token);
      return new HepMcFile(path, further(scan.weightNames(), weights[0]));
    }
  }

  /** Columns for the second weight and those after it, each name once. */
  private static List<String> further(List<String> names, int count) {
    Set<String> columns = new LinkedHashSet<>();
    for (int i = 1; i < count; i++) {
      String name = i < names.size() ? names.get(i) : "";
      if (name.isEmpty() || !columns.add("weight_" + name)) {
        columns.add("weight_" + (i + 1) + name);
      }
    }
    return List.copyOf(columns);
  }

  @Override
  public String format() {
    return "hepmc";
  }

  @Override
  public String file() {
    return String.valueOf(path.getFileName());
  }

  @Override
  public List<RecordTable<HepMcEvent>> tables() {
    return List.of(
        new RecordTable<>("events", events(), event -> 1, List.of(particleList())),
        new RecordTable<>("particles", particles(), HepMcEvent::particles),
        new RecordTable<>("vertices", vertices(), HepMcEvent::vertices));
  }

  private List<RecordColumn<HepMcEvent>> events() {
    List<RecordColumn<HepMcEvent>> columns = new ArrayList<>();
    columns.add(RecordColumn.whole("event", (e, row) -> e.number));
    columns.add(RecordColumn.whole("label", (e, row) -> e.label));
    columns.add(RecordColumn.real("weight", "", (e, row) -> e.weight()));
    columns.add(RecordColumn.whole("particles", (e, row) -> e.particles()));
    columns.add(RecordColumn.whole("vertices", (e, row) -> e.vertices()));
    columns.add(RecordColumn.whole("finalParticles", (e, row) -> e.finalParticles));
    columns.add(RecordColumn.real("crossSection", "pb", (e, row) -> e.crossSectionPb));
    for (int i = 0; i < furtherWeights.size(); i++) {
      int weight = i + 1;
      columns.add(RecordColumn.real(furtherWeights.get(i), "", (e, row) -> e.weight(weight)));
    }
    return columns;
  }

  /** The particles of each event, so that expressions can choose among them. */
  private static RecordList<HepMcEvent> particleList() {
    List<RecordColumn<HepMcEvent>> quantities =
        new ArrayList<>(
            List.of(
                RecordColumn.whole("pdgId", HepMcEvent::pdgId),
                RecordColumn.whole("status", HepMcEvent::status)));
    quantities.addAll(RecordColumn.fourMomentum(e -> e.momenta));
    return RecordList.of("particle", quantities, HepMcEvent::particles);
  }

  private static List<RecordColumn<HepMcEvent>> particles() {
    List<RecordColumn<HepMcEvent>> columns =
        new ArrayList<>(
            List.of(
                RecordColumn.whole("event", (e, i) -> e.number),
                RecordColumn.whole("id", HepMcEvent::id),
                RecordColumn.whole("pdgId", HepMcEvent::pdgId),
                RecordColumn.whole("status", HepMcEvent::status),
                RecordColumn.whole("origin", HepMcEvent::origin)));
    columns.addAll(RecordColumn.momentum(e -> e.momenta));
    return columns;
  }

  private static List<RecordColumn<HepMcEvent>> vertices() {
    return List.of(
        RecordColumn.whole("event", (e, i) -> e.number),
        RecordColumn.whole("id", HepMcEvent::vertexId),
        RecordColumn.real("x", MM, (e, i) -> e.position(i, 0)),
        RecordColumn.real("y", MM, (e, i) -> e.position(i, 1)),
        RecordColumn.real("z", MM, (e, i) -> e.position(i, 2)),
        RecordColumn.real("ct", MM, (e, i) -> e.position(i, 3)));
  }

  @Override
  public List<Problem> scan(boolean extra, Predicate<? super HepMcEvent> sink, CancelToken token) {
    ProblemList problems = new ProblemList(file());
    try (TextLines lines = TextLines.open(path)) {
      new HepMcScan(lines, problems).run(sink, token);
    }
    return problems.all();
  }
}
