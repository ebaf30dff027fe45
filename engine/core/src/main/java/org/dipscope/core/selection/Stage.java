package org.dipscope.core.selection;

/** What is counted on the way from events to histograms. */
public enum Stage {
  /** Events of the table. */
  EVENTS("events read", Unit.EVENTS),
  /** Events of the chosen part. */
  SPLIT("in the chosen part", Unit.EVENTS),
  /** Events whose weight is no number; left out. */
  WEIGHTLESS("weight is no number (left out)", Unit.EVENTS),
  /** Objects whose momentum is no number; left out. */
  BROKEN("momentum is no number (left out)", Unit.OBJECTS),
  /** Objects without mass and energy. */
  MASSLESS("without mass or energy (taken as massless)", Unit.OBJECTS),
  /** Electrons of the table. */
  ELECTRONS_READ("electrons read", Unit.OBJECTS),
  /** Electrons in the cuts. */
  ELECTRONS("electrons selected", Unit.OBJECTS),
  /** Muons of the table. */
  MUONS_READ("muons read", Unit.OBJECTS),
  /** Muons in the cuts. */
  MUONS("muons selected", Unit.OBJECTS),
  /** Photons of the table. */
  PHOTONS_READ("photons read", Unit.OBJECTS),
  /** Photons in the cuts. */
  PHOTONS("photons selected", Unit.OBJECTS),
  /** Jets of the table. */
  JETS_READ("jets read", Unit.OBJECTS),
  /** Jets in the cuts. */
  JETS("jets selected", Unit.OBJECTS),
  /** Z candidates. */
  Z_BOSONS("Z candidates", Unit.OBJECTS),
  /** Light jets. */
  LIGHT_JETS("light jets", Unit.OBJECTS),
  /** W/Z jets. */
  VECTOR_BOSONS("W/Z jets", Unit.OBJECTS),
  /** Top jets. */
  TOPS("top jets", Unit.OBJECTS),
  /** Heavy jets. */
  HEAVY_JETS("heavy jets", Unit.OBJECTS),
  /** Events after the cut on H_T. */
  AFTER_HT("H_T", Unit.EVENTS),
  /** Events after the cut on E_T^miss. */
  AFTER_MISSING("missing momentum", Unit.EVENTS),
  /** Events after the cut on E_T^miss/H_T. */
  AFTER_RATIO("missing momentum over H_T", Unit.EVENTS),
  /** Events after the cut on the number of jets. */
  AFTER_JETS("number of jets", Unit.EVENTS),
  /** Events after the cut on the leading jet. */
  AFTER_LEADING_JET("leading jet", Unit.EVENTS),
  /** Events after the cut on the number of leptons. */
  SELECTED("number of leptons", Unit.EVENTS),
  /** Combinations in the selected events. */
  COMBINATIONS("combinations of their objects", Unit.COMBINATIONS),
  /** Events with more objects than enter combinations. */
  CROWDED("with more objects than are combined", Unit.EVENTS),
  /** Categories. */
  CATEGORIES("categories", Unit.CATEGORIES),
  /** Categories with enough events. */
  FULL_CATEGORIES("with enough events", Unit.CATEGORIES),
  /** Events in such categories. */
  CATEGORISED("in these categories", Unit.EVENTS),
  /** Masses outside the axis or not a number. */
  OUTSIDE("masses outside the axis", Unit.COMBINATIONS),
  /** Histograms with an entry. */
  HISTOGRAMS("with an entry", Unit.HISTOGRAMS),
  /** Histograms that were not begun for want of memory. */
  REFUSED("not begun, too many", Unit.COMBINATIONS),
  /** Histograms with enough entries. */
  ENOUGH_ENTRIES("with enough entries behind the hump", Unit.HISTOGRAMS),
  /** Histograms with enough bins. */
  KEPT("with enough bins", Unit.HISTOGRAMS);

  /** What is counted. */
  public enum Unit {
    EVENTS,
    OBJECTS,
    CATEGORIES,
    COMBINATIONS,
    HISTOGRAMS
  }

  private final String label;
  private final Unit unit;

  Stage(String label, Unit unit) {
    this.label = label;
    this.unit = unit;
  }

  /** What passed, in words. */
  public String label() {
    return label;
  }

  /** What is counted. */
  public Unit unit() {
    return unit;
  }
}
