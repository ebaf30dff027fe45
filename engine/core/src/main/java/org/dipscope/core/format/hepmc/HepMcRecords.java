package org.dipscope.core.format.hepmc;

import java.util.ArrayList;
import java.util.List;
import org.dipscope.core.format.particle.LineFields;
import org.dipscope.core.format.particle.TextLines;

/** Reads the lines of an event; each says by its first letter what it is. */
final class HepMcRecords {
  private static final int MOST_NAMES = 20_000;

  private final TextLines lines;
  private final LineFields fields = new LineFields();
  private final double[] four = new double[4];
  private HepMcUnits units = HepMcUnits.USUAL;
  private boolean unitsGiven;
  private List<String> weightNames = List.of();
  private int vertex;
  private int orphans;

  HepMcRecords(TextLines lines) {
    this.lines = lines;
  }

  /** Names of the weights, as far as the file gives any. */
  List<String> weightNames() {
    return weightNames;
  }

  /** Whether any line of units was met. */
  boolean unitsGiven() {
    return unitsGiven;
  }

  /** Starts an event at its line E; false if the line is damaged. */
  boolean begin(HepMcVersion version, HepMcEvent event) {
    vertex = 0;
    orphans = 0;
    fields.start(lines.bytes(), lines.firstVisible() + 1, lines.to());
    if (!fields.integer()) {
      return false;
    }
    event.label = (int) fields.value();
    if (version == HepMcVersion.THREE) {
      boolean good = count();
      event.announcedVertices = (int) fields.value();
      good = good && count();
      event.announcedParticles = (int) fields.value();
      return good;
    }
    return beginTwo(event);
  }

  /** E number interactions scale α_s α_QED process vertex vertices beam beam random… weights…. */
  private boolean beginTwo(HepMcEvent event) {
    if (!skip(6) || !count()) {
      return false;
    }
    event.announcedVertices = (int) fields.value();
    event.announcedParticles = 0;
    event.verticesAllWritten = true;
    if (!skip(2) || !count() || !skip(fields.value()) || !count()) {
      return false;
    }
    for (double left = fields.value(); left > 0; left--) {
      if (!fields.number()) {
        return false;
      }
      event.addWeight(fields.value());
    }
    return true;
  }

  private boolean skip(double numbers) {
    boolean good = true;
    for (double left = numbers; good && left > 0; left--) {
      good = fields.number();
    }
    return good;
  }

  private boolean count() {
    return fields.integer() && fields.value() >= 0;
  }

  /** Reads one line within an event or before the first; false if it is damaged. */
  boolean line(HepMcVersion version, HepMcEvent event) {
    int at = lines.firstVisible();
    if (at + 1 < lines.to() && lines.bytes()[at + 1] != ' ') {
      return false;
    }
    fields.start(lines.bytes(), at + 1, lines.to());
    return switch (lines.bytes()[at]) {
      case 'P' -> version == HepMcVersion.THREE ? particleThree(event) : particleTwo(event);
      case 'V' -> version == HepMcVersion.THREE ? vertexThree(event) : vertexTwo(event);
      case 'U' -> units();
      case 'W' -> version != HepMcVersion.THREE || weights(event);
      case 'N' -> names(version);
      case 'C' -> crossSection(event);
      case 'A' -> attribute(event);
      case 'T', 'H', 'F' -> true;
      default -> false;
    };
  }

  /** P id origin pdgId p_x p_y p_z E m status. */
  private boolean particleThree(HepMcEvent event) {
    if (!fields.integer()) {
      return false;
    }
    int id = (int) fields.value();
    if (!fields.integer()) {
      return false;
    }
    int origin = (int) fields.value();
    return fields.integer() && particle(event, id, (int) fields.value(), origin);
  }

  /** P barcode pdgId p_x p_y p_z E m status and more. */
  private boolean particleTwo(HepMcEvent event) {
    if (!fields.integer()) {
      return false;
    }
    int id = (int) fields.value();
    int origin = orphans > 0 ? 0 : vertex; // incoming ones without origin stand first
    orphans--;
    return fields.integer() && particle(event, id, (int) fields.value(), origin);
  }

  private boolean particle(HepMcEvent event, int id, int pdgId, int origin) {
    if (!momentum() || !fields.number()) {
      return false;
    }
    double mass = fields.value();
    if (!fields.integer() || event.particles() >= HepMcEvent.MOST) {
      return false;
    }
    event.addParticle(id, pdgId, (int) fields.value(), origin);
    double unit = units.toGev();
    event.momenta.add(unit * four[0], unit * four[1], unit * four[2], unit * four[3], unit * mass);
    return true;
  }

  private boolean momentum() {
    for (int i = 0; i < 4; i++) {
      if (!fields.number()) {
        return false;
      }
      four[i] = fields.value();
    }
    return true;
  }

  /** V id status [incoming] with an optional position behind @. */
  private boolean vertexThree(HepMcEvent event) {
    if (!fields.integer() || event.vertices() >= HepMcEvent.MOST) {
      return false;
    }
    int id = (int) fields.value();
    boolean placed = false;
    while (!placed && fields.hasNext()) {
      placed = fields.word().equals("@");
    }
    if (placed && !momentum()) {
      return false;
    }
    addVertex(event, id, placed);
    return true;
  }

  /** V barcode id x y z ct orphans outgoing weights…. */
  private boolean vertexTwo(HepMcEvent event) {
    if (!fields.integer() || event.vertices() >= HepMcEvent.MOST) {
      return false;
    }
    vertex = (int) fields.value();
    if (!fields.integer() || !momentum()) {
      return false;
    }
    addVertex(event, vertex, true);
    if (!count()) {
      return false;
    }
    orphans = (int) fields.value();
    if (!count()) {
      return false;
    }
    event.announcedParticles += orphans + (int) fields.value();
    return true;
  }

  private void addVertex(HepMcEvent event, int id, boolean placed) {
    double unit = placed ? units.toMm() : Double.NaN;
    event.addVertex(id, unit * four[0], unit * four[1], unit * four[2], unit * four[3]);
  }

  private boolean units() {
    String momentum = fields.word();
    String length = fields.word();
    if (!HepMcUnits.known(momentum, length)) {
      return false;
    }
    units = HepMcUnits.of(momentum, length);
    unitsGiven = true;
    return true;
  }

  /** Before the first event the number of weights, within an event their values. */
  private boolean weights(HepMcEvent event) {
    while (fields.hasNext()) {
      if (!fields.number()) {
        return false;
      }
      if (event.number > 0) {
        event.addWeight(fields.value());
      }
    }
    return true;
  }

  private boolean names(HepMcVersion version) {
    String text = lines.text().strip();
    String rest = text.length() > 2 ? text.substring(2) : "";
    List<String> names = new ArrayList<>();
    if (version == HepMcVersion.THREE) {
      for (String name : rest.split("\\\\\\|", MOST_NAMES)) {
        names.add(name.strip());
      }
    } else {
      String[] quoted = rest.split("\"", 2 * MOST_NAMES);
      for (int i = 1; i < quoted.length; i += 2) {
        names.add(quoted[i]);
      }
    }
    weightNames = names;
    return true;
  }

  private boolean crossSection(HepMcEvent event) {
    boolean good = fields.number();
    event.crossSectionPb = good ? fields.value() : Double.NaN;
    return good;
  }

  private boolean attribute(HepMcEvent event) {
    fields.word();
    return !fields.word().equals("GenCrossSection") || crossSection(event);
  }
}
