package org.dipscope.core.selection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dipscope.core.event.EventColumn;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * Which columns of a table hold the objects: lists such as {@code jet_pt}, {@code Jet.PT} or {@code
 * Electron_pt} with η, φ and a mass or an energy, and for leptons a charge or a particle number.
 * Columns in MeV are read as such; everything else is in GeV.
 */
final class EventLayout {
  /** A column that is not there. */
  static final int NONE = -1;

  /** Where the quantities of one kind of object stand among the columns that are read. */
  record ObjectColumns(
      int pt,
      int eta,
      int phi,
      int mass,
      int energy,
      int charge,
      int particleNumber,
      double unitGeV) {}

  private final Map<String, Integer> byName = new HashMap<>();
  private final List<EventColumn> columns;
  private final List<Integer> wanted = new ArrayList<>();
  final List<ObjectColumns> electrons;
  final List<ObjectColumns> muons;
  final List<ObjectColumns> photons;
  final List<ObjectColumns> jets;
  final int weight;
  final int missing;
  final int missingPhi;
  final double missingUnitGeV;

  private EventLayout(List<EventColumn> columns, boolean weights) {
    this.columns = columns;
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).type() != EventColumn.Type.TEXT) {
        byName.putIfAbsent(columns.get(i).name().toLowerCase(Locale.ROOT).replace('.', '_'), i);
      }
    }
    electrons = objects("electron", "electrons", "ele", "el");
    muons = objects("muon", "muons", "mu");
    photons = objects("photon", "photons", "ph");
    jets = new ArrayList<>(objects("jet", "jets"));
    jets.addAll(objects("bjet", "bjets"));
    int met = find(EventColumn.Shape.SINGLE, "met", "met_pt", "met_met", "puppimet_pt");
    weight = weights ? read(weightColumn()) : NONE;
    missing = read(met);
    missingUnitGeV = met == NONE ? 1 : unit(met);
    missingPhi = read(find(EventColumn.Shape.SINGLE, "metphi", "met_phi", "puppimet_phi"));
  }

  /** The columns of events that all weigh the same. */
  static EventLayout of(List<EventColumn> columns) {
    return of(columns, false);
  }

  /**
   * Finds the columns.
   *
   * @param weights whether the weights of events are read
   * @throws ProblemException if there is not one kind of object, or no weight though it is wanted
   */
  static EventLayout of(List<EventColumn> columns, boolean weights) {
    EventLayout layout = new EventLayout(columns, weights);
    if (layout.electrons.isEmpty()
        && layout.muons.isEmpty()
        && layout.photons.isEmpty()
        && layout.jets.isEmpty()) {
      throw new ProblemException(
          Problem.badInput(
              "The table has no lists of jets, electrons, muons or photons.",
              "Choose a table with columns such as jet_pt, jet_eta, jet_phi and jet_m, of which"
                  + " each event holds a list."));
    }
    return layout;
  }

  /** The columns to read, in the order in which the positions count. */
  List<Integer> wanted() {
    return wanted;
  }

  private int weightColumn() {
    int column =
        find(
            EventColumn.Shape.SINGLE,
            "weight",
            "weights",
            "event_weight",
            "eventweight",
            "mcweight",
            "mc_weight",
            "genweight",
            "gen_weight");
    if (column == NONE) {
      throw new ProblemException(
          Problem.badInput(
              "The table has no column with the weights of its events.",
              "Call it weight or event_weight, or count events without weights."));
    }
    return column;
  }

  boolean hasMissing() {
    return missing != NONE && missingPhi != NONE;
  }

  private List<ObjectColumns> objects(String... names) {
    for (String name : names) {
      int pt = list(name, "pt");
      int eta = list(name, "eta");
      int phi = list(name, "phi");
      if (pt != NONE && eta != NONE && phi != NONE) {
        return List.of(
            new ObjectColumns(
                read(pt),
                read(eta),
                read(phi),
                read(list(name, "m", "mass")),
                read(list(name, "e", "energy")),
                read(list(name, "charge", "q")),
                read(list(name, "pdgid")),
                unit(pt)));
      }
    }
    return List.of();
  }

  private int list(String object, String... quantities) {
    String[] names = new String[quantities.length];
    for (int i = 0; i < names.length; i++) {
      names[i] = object + "_" + quantities[i];
    }
    return find(EventColumn.Shape.LIST, names);
  }

  private int find(EventColumn.Shape shape, String... names) {
    for (String name : names) {
      int column = byName.getOrDefault(name, NONE);
      if (column != NONE && columns.get(column).shape() == shape) {
        return column;
      }
    }
    return NONE;
  }

  private int read(int column) {
    if (column == NONE) {
      return NONE;
    }
    wanted.add(column);
    return wanted.size() - 1;
  }

  private double unit(int column) {
    return columns.get(column).unit().equals("MeV") ? 1e-3 : 1;
  }
}
