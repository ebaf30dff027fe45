package org.dipscope.core.format.hdf5;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dipscope.core.format.particle.ProblemList;

/**
 * Signed weighted top-pair events in the layout of the dip-hunting analysis of arXiv:2604.25407:
 * {@code INPUTS/EVENT_PARTICLES}, {@code INPUTS/EVENT_GLOBAL} and {@code LABELS/CLASS}, side by
 * side as one table. Momenta and masses are in GeV, {@code hwidth} in percent of the mass, and
 * {@code CLASS} is 0 for background and 1 for signal with interference, whose weights have signs.
 */
final class SignedEvents {
  private static final String TABLE = "events";

  /** Datasets with their units. */
  private static final Map<String, String> UNITS = units();

  private SignedEvents() {}

  private static Map<String, String> units() {
    Map<String, String> units = new LinkedHashMap<>();
    units.put("INPUTS/EVENT_PARTICLES/top1_pt", "GeV");
    units.put("INPUTS/EVENT_PARTICLES/top1_eta", "");
    units.put("INPUTS/EVENT_PARTICLES/top2_pt", "GeV");
    units.put("INPUTS/EVENT_PARTICLES/top2_eta", "");
    units.put("INPUTS/EVENT_GLOBAL/mttbar", "GeV");
    units.put("INPUTS/EVENT_GLOBAL/coupling", "");
    units.put("INPUTS/EVENT_GLOBAL/hmass", "GeV");
    units.put("INPUTS/EVENT_GLOBAL/hwidth", "%");
    units.put("INPUTS/EVENT_GLOBAL/lumiWeight", "");
    units.put("LABELS/CLASS", "");
    return units;
  }

  /**
   * The table, if the file has the layout; its datasets are then taken out of their groups. Other
   * datasets of these groups with one number per event are columns too. What is missing is a
   * problem.
   */
  static Optional<Hdf5Table> find(Hdf5Bytes file, List<Hdf5Group> groups, ProblemList problems) {
    Map<String, Hdf5Dataset> there = new LinkedHashMap<>();
    for (Hdf5Group group : groups) {
      if (UNITS.keySet().stream().anyMatch(path -> path.startsWith(group.path() + "/"))) {
        group.datasets().forEach(dataset -> there.put(dataset.path(), dataset));
      }
    }
    Hdf5Dataset mass = there.get("INPUTS/EVENT_GLOBAL/mttbar");
    if (mass == null || !there.containsKey("INPUTS/EVENT_GLOBAL/lumiWeight")) {
      return Optional.empty();
    }
    List<String> missing = UNITS.keySet().stream().filter(p -> !there.containsKey(p)).toList();
    if (!missing.isEmpty()) {
      problems.add(
          file.problem(
                  "of the layout for signed events \"%s\" is missing; datasets there: %s"
                      .formatted(String.join("\", \"", missing), String.join(", ", there.keySet())),
                  "Histograms that need it cannot be filled; produce the file again with it.")
              .problem());
    }
    List<Hdf5Dataset> ordered = new ArrayList<>();
    UNITS.keySet().stream().filter(there::containsKey).map(there::get).forEach(ordered::add);
    there.values().stream().filter(d -> !UNITS.containsKey(d.path())).forEach(ordered::add);
    List<Hdf5Dataset> fitting =
        ordered.stream().filter(d -> d.rows() == mass.rows() && d.cells() == 1).toList();
    List<Hdf5Column> columns = columns(file, fitting, problems);
    groups.replaceAll(group -> without(group, fitting));
    return Optional.of(new Hdf5Table(TABLE, mass.rows(), columns));
  }

  private static List<Hdf5Column> columns(
      Hdf5Bytes file, List<Hdf5Dataset> datasets, ProblemList problems) {
    List<Hdf5Column> columns = new ArrayList<>();
    for (Hdf5Dataset dataset : datasets) {
      for (Hdf5Column column : ColumnFinder.of(file, dataset, problems)) {
        String unit = column.unit().isEmpty() ? UNITS.getOrDefault(dataset.path(), "") : "";
        Hdf5Column named = dataset.lengths().size() > 1 ? column.named(dataset.name()) : column;
        columns.add(unit.isEmpty() ? named : named.in(unit));
      }
    }
    return columns;
  }

  private static Hdf5Group without(Hdf5Group group, Collection<Hdf5Dataset> taken) {
    return new Hdf5Group(
        group.path(), group.datasets().stream().filter(d -> !taken.contains(d)).toList());
  }
}
