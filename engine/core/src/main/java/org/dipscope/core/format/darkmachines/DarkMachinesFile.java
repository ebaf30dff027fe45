package org.dipscope.core.format.darkmachines;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.format.ColumnType;
import org.dipscope.core.format.particle.ProblemList;
import org.dipscope.core.format.particle.RecordColumn;
import org.dipscope.core.format.particle.RecordList;
import org.dipscope.core.format.particle.RecordSource;
import org.dipscope.core.format.particle.RecordTable;
import org.dipscope.core.format.particle.TextLines;
import org.dipscope.core.problem.Problem;

/** The tables {@code events} and {@code particles} of a file, in MeV as written. */
record DarkMachinesFile(Path path) implements RecordSource<DarkMachinesEvent> {
  private static final String MEV = "MeV";

  /** Looks at the first line. */
  static DarkMachinesFile open(Path path, CancelToken token) {
    try (TextLines lines = TextLines.open(path)) {
      new DarkMachinesScan(lines, new ProblemList(lines.file())).run(event -> false, token);
    }
    return new DarkMachinesFile(path);
  }

  @Override
  public String format() {
    return "darkmachines-csv";
  }

  @Override
  public String file() {
    return String.valueOf(path.getFileName());
  }

  @Override
  public List<RecordTable<DarkMachinesEvent>> tables() {
    return List.of(
        new RecordTable<>(
            "events",
            events(),
            event -> 1,
            List.of(
                list("jet", ObjectKind.JET),
                list("bjet", ObjectKind.B_JET),
                list("electron", ObjectKind.ELECTRON),
                list("muon", ObjectKind.MUON),
                list("photon", ObjectKind.PHOTON))),
        new RecordTable<>("particles", particles(), DarkMachinesEvent::objects));
  }

  private static List<RecordColumn<DarkMachinesEvent>> events() {
    return List.of(
        RecordColumn.whole("event", (e, row) -> e.number),
        RecordColumn.whole("id", (e, row) -> e.id),
        new RecordColumn<>("process", "", ColumnType.TEXT, false, (e, row) -> Double.NaN),
        RecordColumn.real("weight", "", (e, row) -> e.weight),
        RecordColumn.real("MET", MEV, (e, row) -> e.met),
        RecordColumn.real("METphi", "", (e, row) -> e.metPhi),
        RecordColumn.real("HT", MEV, (e, row) -> e.ht()),
        RecordColumn.whole("particles", (e, row) -> e.objects()),
        count("jets", ObjectKind.JET),
        count("bjets", ObjectKind.B_JET),
        count("electrons", ObjectKind.ELECTRON),
        count("muons", ObjectKind.MUON),
        count("photons", ObjectKind.PHOTON));
  }

  private static RecordColumn<DarkMachinesEvent> count(String name, int kind) {
    return RecordColumn.whole(name, (e, row) -> e.count(kind));
  }

  /** The objects of one kind in each event, in the order of the file. */
  private static RecordList<DarkMachinesEvent> list(String name, int kind) {
    return RecordList.of(
        name,
        List.of(
            RecordColumn.whole("pdgId", (e, i) -> e.pdgId(e.place(kind, i))),
            RecordColumn.real("E", MEV, (e, i) -> e.momenta.energy(e.place(kind, i))),
            RecordColumn.real("pt", MEV, (e, i) -> e.pt(e.place(kind, i))),
            RecordColumn.real("eta", "", (e, i) -> e.eta(e.place(kind, i))),
            RecordColumn.real("phi", "", (e, i) -> e.phi(e.place(kind, i))),
            RecordColumn.real("m", MEV, (e, i) -> e.momenta.mass(e.place(kind, i)))),
        e -> e.count(kind));
  }

  private static List<RecordColumn<DarkMachinesEvent>> particles() {
    return List.of(
        RecordColumn.whole("event", (e, i) -> e.number),
        RecordColumn.whole("pdgId", DarkMachinesEvent::pdgId),
        RecordColumn.real("E", MEV, (e, i) -> e.momenta.energy(i)),
        RecordColumn.real("pt", MEV, DarkMachinesEvent::pt),
        RecordColumn.real("eta", "", DarkMachinesEvent::eta),
        RecordColumn.real("phi", "", DarkMachinesEvent::phi),
        RecordColumn.real("m", MEV, (e, i) -> e.momenta.mass(i)),
        RecordColumn.real("px", MEV, (e, i) -> e.momenta.px(i)),
        RecordColumn.real("py", MEV, (e, i) -> e.momenta.py(i)),
        RecordColumn.real("pz", MEV, (e, i) -> e.momenta.pz(i)),
        RecordColumn.real("y", "", (e, i) -> e.momenta.rapidity(i)));
  }

  @Override
  public List<Problem> scan(
      boolean extra, Predicate<? super DarkMachinesEvent> sink, CancelToken token) {
    ProblemList problems = new ProblemList(file());
    try (TextLines lines = TextLines.open(path)) {
      new DarkMachinesScan(lines, problems).run(sink, token);
    }
    return problems.all();
  }
}
