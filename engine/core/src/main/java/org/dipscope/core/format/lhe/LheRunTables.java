package org.dipscope.core.format.lhe;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.dipscope.core.event.EventColumn;
import org.dipscope.core.event.EventTable;
import org.dipscope.core.histogram.Values;

/** The run information as small tables: {@code beams} and {@code processes}. */
final class LheRunTables {
  private LheRunTables() {}

  static List<EventTable> of(LheRun run) {
    return List.of(beams(run), processes(run));
  }

  private static EventTable beams(LheRun run) {
    return new EventTable(
        "beams",
        List.of(
            number("pdgId", ""),
            number("energy", "GeV"),
            number("pdfGroup", ""),
            number("pdfSet", ""),
            number("weightStrategy", "")),
        List.of(
            values(run.beams(), LheRun.Beam::pdgId),
            values(run.beams(), LheRun.Beam::energyGeV),
            values(run.beams(), LheRun.Beam::pdfGroup),
            values(run.beams(), LheRun.Beam::pdfSet),
            values(run.beams(), beam -> run.weightStrategy())));
  }

  private static EventTable processes(LheRun run) {
    return new EventTable(
        "processes",
        List.of(
            number("process", ""),
            number("crossSection", "pb"),
            number("crossSectionError", "pb"),
            number("largestWeight", "")),
        List.of(
            values(run.processes(), LheRun.Subprocess::id),
            values(run.processes(), LheRun.Subprocess::crossSectionPb),
            values(run.processes(), LheRun.Subprocess::errorPb),
            values(run.processes(), LheRun.Subprocess::largestWeight)));
  }

  private static EventColumn number(String name, String unit) {
    return new EventColumn(name, unit, EventColumn.Type.NUMBER);
  }

  private static <T> Values values(List<T> rows, ToDoubleFunction<T> value) {
    return Values.of(rows.stream().mapToDouble(value).toArray());
  }
}
