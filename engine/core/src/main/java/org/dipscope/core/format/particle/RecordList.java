package org.dipscope.core.format.particle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Columns that hold a list per event, such as the momenta of its particles.
 *
 * @param <R> what holds one event
 * @param columns columns of the same objects; their rows are the objects
 * @param size how many objects an event has
 */
public record RecordList<R>(List<RecordColumn<R>> columns, ToIntFunction<? super R> size) {

  /** Copies the list. */
  public RecordList {
    columns = List.copyOf(columns);
  }

  /**
   * Columns named after their objects: {@code jet_pt} for jet and pt, so that expressions know the
   * object {@code jet}.
   */
  public static <R> RecordList<R> of(
      String object, List<RecordColumn<R>> quantities, ToIntFunction<? super R> size) {
    List<RecordColumn<R>> columns = new ArrayList<>();
    for (RecordColumn<R> quantity : quantities) {
      columns.add(
          new RecordColumn<>(
              object + "_" + quantity.name(),
              quantity.unit(),
              quantity.type(),
              quantity.extra(),
              quantity.value()));
    }
    return new RecordList<>(columns, size);
  }
}
