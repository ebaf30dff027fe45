package org.dipscope.core.selection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.dipscope.core.event.EventBatch;
import org.dipscope.core.histogram.Values;

/** Selects the objects of one event after the other. For one thread. */
final class EventSelector {
  private static final Comparator<Particle> LEADING_FIRST =
      Comparator.comparingDouble(Particle::pt).reversed();

  private final SelectionSettings settings;
  private final EventLayout layout;
  private final ZFinder zFinder;
  private final Counter counter;
  private final Map<Species, List<Particle>> objects = new EnumMap<>(Species.class);
  private final List<Particle> jets = new ArrayList<>();
  private int leptons;
  private double weight = 1;
  private Particle missing = Particle.missing(0, 0);

  EventSelector(SelectionSettings settings, EventLayout layout, Counter counter) {
    this.settings = settings;
    this.layout = layout;
    this.counter = counter;
    zFinder = new ZFinder(settings.z());
  }

  /**
   * Reads and selects the objects of an event.
   *
   * @param event its place in the batch
   * @param number its number in the table, from 0
   * @return whether it passes the cuts on events
   */
  boolean select(EventBatch batch, int event, long number) {
    counter.add(Stage.EVENTS, 1);
    if (!settings.split().uses(number)) {
      return false;
    }
    counter.add(Stage.SPLIT, 1);
    weight = layout.weight == EventLayout.NONE ? 1 : batch.columns()[layout.weight][event];
    if (!Double.isFinite(weight)) {
      counter.add(Stage.WEIGHTLESS, 1);
      return false;
    }
    objects.values().forEach(List::clear);
    jets.clear();
    readLeptons(batch, event);
    read(batch, event, layout.photons, settings.photon(), objects(Species.PHOTON));
    count(Stage.PHOTONS, objects(Species.PHOTON));
    layout.jets.forEach(
        columns -> {
          counter.add(Stage.JETS_READ, size(batch, event, columns));
          read(batch, event, columns, settings.jet(), jets);
        });
    count(Stage.JETS, jets);
    jets.sort(LEADING_FIRST);
    for (Particle jet : jets) {
      objects(settings.jetMasses().of(jet.mass())).add(jet);
    }
    objects.values().forEach(list -> list.sort(LEADING_FIRST));
    readMissing(batch, event);
    count(Stage.Z_BOSONS, objects(Species.Z_BOSON));
    count(Stage.LIGHT_JETS, objects(Species.LIGHT_JET));
    count(Stage.VECTOR_BOSONS, objects(Species.VECTOR_BOSON));
    count(Stage.TOPS, objects(Species.TOP));
    count(Stage.HEAVY_JETS, objects(Species.HEAVY_JET));
    return passes();
  }

  /** The weight of the event; 1 if weights are not used. */
  double weight() {
    return weight;
  }

  /** The selected objects of a species, the leading one first. */
  List<Particle> objects(Species species) {
    return objects.computeIfAbsent(species, key -> new ArrayList<>());
  }

  private void count(Stage stage, List<Particle> selected) {
    counter.add(stage, selected.size());
  }

  private void readLeptons(EventBatch batch, int event) {
    List<Particle> electrons = objects(Species.ELECTRON);
    List<Particle> muons = objects(Species.MUON);
    layout.electrons.forEach(
        columns -> counter.add(Stage.ELECTRONS_READ, size(batch, event, columns)));
    layout.muons.forEach(columns -> counter.add(Stage.MUONS_READ, size(batch, event, columns)));
    layout.photons.forEach(columns -> counter.add(Stage.PHOTONS_READ, size(batch, event, columns)));
    read(batch, event, layout.electrons, settings.electron(), electrons);
    read(batch, event, layout.muons, settings.muon(), muons);
    count(Stage.ELECTRONS, electrons);
    count(Stage.MUONS, muons);
    electrons.sort(LEADING_FIRST);
    muons.sort(LEADING_FIRST);
    leptons = electrons.size() + muons.size();
    zFinder.pair(electrons, muons, objects(Species.Z_BOSON));
  }

  private void readMissing(EventBatch batch, int event) {
    missing = Particle.missing(0, 0);
    if (layout.hasMissing()) {
      double pt = batch.columns()[layout.missing][event] * layout.missingUnitGeV;
      double phi = batch.columns()[layout.missingPhi][event];
      if (Double.isFinite(pt) && Double.isFinite(phi) && pt >= 0) {
        missing = Particle.missing(pt, phi);
      } else {
        counter.add(Stage.BROKEN, 1);
      }
      objects(Species.MISSING).add(missing);
    }
  }

  private void read(
      EventBatch batch,
      int event,
      List<EventLayout.ObjectColumns> kinds,
      ObjectCuts cuts,
      List<Particle> into) {
    for (EventLayout.ObjectColumns columns : kinds) {
      read(batch, event, columns, cuts, into);
    }
  }

  private void read(
      EventBatch batch,
      int event,
      EventLayout.ObjectColumns columns,
      ObjectCuts cuts,
      List<Particle> into) {
    int size = size(batch, event, columns);
    for (int i = 0; i < size; i++) {
      double pt = value(batch, event, columns.pt(), i) * columns.unitGeV();
      double eta = value(batch, event, columns.eta(), i);
      double phi = value(batch, event, columns.phi(), i);
      double energy = energy(batch, event, columns, i, pt * Math.cosh(eta));
      if (!Double.isFinite(pt + eta + phi + energy)) {
        counter.add(Stage.BROKEN, 1);
      } else if (pt > cuts.ptGeV() && Math.abs(eta) < cuts.absEta()) {
        into.add(Particle.of(pt, eta, phi, energy, charge(batch, event, columns, i)));
      }
    }
  }

  private double energy(
      EventBatch batch, int event, EventLayout.ObjectColumns columns, int i, double momentum) {
    double energy = value(batch, event, columns.energy(), i) * columns.unitGeV();
    if (!Double.isNaN(energy)) {
      return energy;
    }
    double mass = value(batch, event, columns.mass(), i) * columns.unitGeV();
    if (!Double.isNaN(mass)) {
      return Math.hypot(momentum, mass);
    }
    counter.add(Stage.MASSLESS, 1);
    return momentum;
  }

  private static int charge(EventBatch batch, int event, EventLayout.ObjectColumns columns, int i) {
    double charge = value(batch, event, columns.charge(), i);
    if (Double.isNaN(charge)) {
      charge = -value(batch, event, columns.particleNumber(), i); // 11 is the negative electron
    }
    return Double.isNaN(charge) ? 0 : (int) Math.signum(charge);
  }

  /** How many objects an event has: the length of the shortest of their columns. */
  private static int size(EventBatch batch, int event, EventLayout.ObjectColumns columns) {
    int size = length(batch, event, columns.pt());
    size = Math.min(size, length(batch, event, columns.eta()));
    return Math.min(size, length(batch, event, columns.phi()));
  }

  private static int length(EventBatch batch, int event, int column) {
    int[] starts = batch.offsets()[column];
    return starts == null ? 1 : starts[event + 1] - starts[event];
  }

  /** A value, or NaN where there is none. */
  private static double value(EventBatch batch, int event, int column, int i) {
    if (column == EventLayout.NONE || i >= length(batch, event, column)) {
      return Double.NaN;
    }
    int[] starts = batch.offsets()[column];
    return batch.columns()[column][starts == null ? event : starts[event] + i];
  }

  private boolean passes() {
    EventCuts cuts = settings.event();
    double ht = 0;
    int hard = 0;
    for (Particle jet : jets) {
      ht += jet.pt();
      hard += jet.pt() > cuts.jetPtGeV() ? 1 : 0;
    }
    double leading = jets.isEmpty() ? 0 : jets.getFirst().pt();
    return passes(Stage.AFTER_HT, cuts.htGeV() == 0 || ht > cuts.htGeV())
        && passes(Stage.AFTER_MISSING, cuts.missingGeV() == 0 || missing.pt() > cuts.missingGeV())
        && passes(
            Stage.AFTER_RATIO,
            cuts.missingOverHt() == 0 || missing.pt() > cuts.missingOverHt() * ht)
        && passes(Stage.AFTER_JETS, hard >= cuts.jets())
        && passes(
            Stage.AFTER_LEADING_JET,
            cuts.leadingJetPtGeV() == 0 || leading > cuts.leadingJetPtGeV())
        && passes(Stage.SELECTED, leptons >= cuts.leptons());
  }

  private boolean passes(Stage stage, boolean passed) {
    counter.add(stage, passed ? 1 : 0);
    return passed;
  }

  /** The category of the event, with its exact number of light jets where that divides. */
  Category category() {
    CategoryRule rule = settings.categories();
    List<Particle> electrons = objects(Species.ELECTRON);
    List<Particle> muons = objects(Species.MUON);
    Category.Charge charge = Category.Charge.NONE;
    if (rule.byCharge() && electrons.size() + muons.size() == 2) {
      int product = 1;
      for (Particle electron : electrons) {
        product *= electron.charge();
      }
      for (Particle muon : muons) {
        product *= muon.charge();
      }
      charge = product < 0 ? Category.Charge.OPPOSITE : Category.Charge.SAME;
    }
    return new Category(
        electrons.size(),
        muons.size(),
        objects(Species.PHOTON).size(),
        objects(Species.Z_BOSON).size(),
        objects(Species.VECTOR_BOSON).size(),
        objects(Species.TOP).size(),
        objects(Species.HEAVY_JET).size(),
        charge,
        rule.byLightJets() ? objects(Species.LIGHT_JET).size() : Category.ANY,
        false,
        bin(rule.missingEdgesGeV(), missing.pt()),
        bin(rule.leadingPtEdgesGeV(), leadingPt()));
  }

  private double leadingPt() {
    double leading = 0;
    for (Species species : Species.values()) {
      if (species != Species.MISSING && !objects(species).isEmpty()) {
        leading = Math.max(leading, objects(species).getFirst().pt());
      }
    }
    return leading;
  }

  /** 0 without edges, else from 1 on. */
  private static int bin(Values edges, double value) {
    int bin = 1;
    while (bin <= edges.size() && value >= edges.get(bin - 1)) {
      bin++;
    }
    return edges.isEmpty() ? 0 : bin;
  }
}
