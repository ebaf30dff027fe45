package org.dipscope.core.format.lhe;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import org.dipscope.core.format.ColumnType;
import org.dipscope.core.format.particle.RecordColumn;
import org.dipscope.core.format.particle.RecordList;
import org.dipscope.core.format.particle.RecordTable;

/** The tables {@code events} and {@code particles}. */
final class LheTables {
  private static final String GEV = "GeV";

  private LheTables() {}

  /** Which top quarks the events of a file hold. */
  record Tops(boolean tops, boolean antitops, boolean pairs) {
    static final Tops NONE = new Tops(false, false, false);

    Tops with(LheEvent event) {
      boolean top = event.top() >= 0;
      boolean antitop = event.antitop() >= 0;
      return new Tops(tops || top, antitops || antitop, pairs || (top && antitop));
    }
  }

  /**
   * Both tables.
   *
   * @param tops which quantities of top quarks to derive
   */
  static List<RecordTable<LheEvent>> of(List<String> weights, Tops tops) {
    List<RecordColumn<LheEvent>> columns = new ArrayList<>();
    columns.add(RecordColumn.whole("event", (e, row) -> e.number));
    columns.add(RecordColumn.real("weight", "", (e, row) -> e.weight));
    columns.add(RecordColumn.whole("process", (e, row) -> e.process));
    columns.add(RecordColumn.real("scale", GEV, (e, row) -> e.scaleGeV));
    columns.add(RecordColumn.real("alphaQED", "", (e, row) -> e.alphaQed));
    columns.add(RecordColumn.real("alphaS", "", (e, row) -> e.alphaS));
    columns.add(RecordColumn.whole("particles", (e, row) -> e.particles()));
    columns.addAll(tops(tops));
    for (int i = 0; i < weights.size(); i++) {
      int slot = i;
      columns.add(
          new RecordColumn<>(weights.get(i), "", ColumnType.REAL, true, (e, row) -> e.extra(slot)));
    }
    return List.of(
        new RecordTable<>("events", columns, e -> 1, List.of(particleList())),
        new RecordTable<>("particles", particles(), LheEvent::particles));
  }

  /** Of the first top and antitop of an event; NaN where one is missing. */
  private static List<RecordColumn<LheEvent>> tops(Tops tops) {
    List<RecordColumn<LheEvent>> columns = new ArrayList<>();
    if (tops.pairs()) {
      columns.add(pair("m_tt", GEV, e -> e.momenta.mass(e.top(), e.antitop())));
      columns.add(pair("pt_tt", GEV, e -> e.momenta.pt(e.top(), e.antitop())));
      columns.add(pair("y_tt", "", e -> e.momenta.rapidity(e.top(), e.antitop())));
    }
    if (tops.tops()) {
      columns.addAll(single("top", LheEvent::top));
    }
    if (tops.antitops()) {
      columns.addAll(single("antitop", LheEvent::antitop));
    }
    return columns;
  }

  private static List<RecordColumn<LheEvent>> single(String name, ToIntFunction<LheEvent> place) {
    return List.of(
        RecordColumn.real("pt_" + name, GEV, (e, row) -> at(place.applyAsInt(e), e.momenta::pt)),
        RecordColumn.real("eta_" + name, "", (e, row) -> at(place.applyAsInt(e), e.momenta::eta)),
        RecordColumn.real("phi_" + name, "", (e, row) -> at(place.applyAsInt(e), e.momenta::phi)),
        RecordColumn.real("m_" + name, GEV, (e, row) -> at(place.applyAsInt(e), e.momenta::mass)),
        RecordColumn.real(
            "y_" + name, "", (e, row) -> at(place.applyAsInt(e), e.momenta::rapidity)));
  }

  private static double at(int place, IntToDoubleFunction value) {
    return place < 0 ? Double.NaN : value.applyAsDouble(place);
  }

  private static RecordColumn<LheEvent> pair(
      String name, String unit, ToDoubleFunction<LheEvent> value) {
    return RecordColumn.real(
        name,
        unit,
        (e, row) -> e.top() < 0 || e.antitop() < 0 ? Double.NaN : value.applyAsDouble(e));
  }

  /** The particles of each event, so that expressions can choose among them. */
  private static RecordList<LheEvent> particleList() {
    List<RecordColumn<LheEvent>> quantities =
        new ArrayList<>(
            List.of(
                RecordColumn.whole("pdgId", LheEvent::pdgId),
                RecordColumn.whole("status", LheEvent::status)));
    quantities.addAll(RecordColumn.fourMomentum(e -> e.momenta));
    return RecordList.of("particle", quantities, LheEvent::particles);
  }

  private static List<RecordColumn<LheEvent>> particles() {
    List<RecordColumn<LheEvent>> columns =
        new ArrayList<>(
            List.of(
                RecordColumn.whole("event", (e, i) -> e.number),
                RecordColumn.whole("pdgId", LheEvent::pdgId),
                RecordColumn.whole("status", LheEvent::status),
                RecordColumn.whole("mother1", LheEvent::mother1),
                RecordColumn.whole("mother2", LheEvent::mother2)));
    columns.addAll(RecordColumn.momentum(e -> e.momenta));
    return columns;
  }
}
