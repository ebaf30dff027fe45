package org.dipscope.core.format.particle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.dipscope.core.event.EventColumn;
import org.dipscope.core.format.ColumnType;

/**
 * One column of a table made from event records.
 *
 * @param <R> what holds one event
 * @param name as users write it
 * @param unit or empty
 * @param type of its cells; cells of text are NaN in batches
 * @param extra whether it needs the parts of an event that are read on demand only
 * @param value the cell of a row of one event
 */
public record RecordColumn<R>(
    String name, String unit, ColumnType type, boolean extra, Value<R> value) {

  /** Takes a cell from an event. */
  @FunctionalInterface
  public interface Value<R> {

    /** The cell in a row of the event, from 0. */
    double of(R event, int row);
  }

  /** A column of numbers. */
  public static <R> RecordColumn<R> real(String name, String unit, Value<R> value) {
    return new RecordColumn<>(name, unit, ColumnType.REAL, false, value);
  }

  /** A column of whole numbers. */
  public static <R> RecordColumn<R> whole(String name, Value<R> value) {
    return new RecordColumn<>(name, "", ColumnType.INTEGER, false, value);
  }

  /** The four-momentum of each particle in GeV, as the file gives it. */
  public static <R> List<RecordColumn<R>> fourMomentum(Function<R, Momenta> momenta) {
    return List.of(
        real("px", "GeV", (e, i) -> momenta.apply(e).px(i)),
        real("py", "GeV", (e, i) -> momenta.apply(e).py(i)),
        real("pz", "GeV", (e, i) -> momenta.apply(e).pz(i)),
        real("E", "GeV", (e, i) -> momenta.apply(e).energy(i)),
        real("m", "GeV", (e, i) -> momenta.apply(e).mass(i)));
  }

  /** The momentum of each particle in GeV, and what follows from it. */
  public static <R> List<RecordColumn<R>> momentum(Function<R, Momenta> momenta) {
    List<RecordColumn<R>> columns = new ArrayList<>(fourMomentum(momenta));
    columns.add(real("pt", "GeV", (e, i) -> momenta.apply(e).pt(i)));
    columns.add(real("eta", "", (e, i) -> momenta.apply(e).eta(i)));
    columns.add(real("phi", "", (e, i) -> momenta.apply(e).phi(i)));
    columns.add(real("y", "", (e, i) -> momenta.apply(e).rapidity(i)));
    return columns;
  }

  /** The same for a source of events. */
  EventColumn toEventColumn(EventColumn.Shape shape) {
    EventColumn.Type kind =
        type == ColumnType.TEXT ? EventColumn.Type.TEXT : EventColumn.Type.NUMBER;
    return new EventColumn(name, unit, kind, shape);
  }
}
