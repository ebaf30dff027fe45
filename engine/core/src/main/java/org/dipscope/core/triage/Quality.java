package org.dipscope.core.triage;

/** Reasons to trust a candidate less. */
public enum Quality {
  /** Fewer entries than asked for. */
  FEW_ENTRIES("few entries"),
  /** Fewer bins than asked for. */
  FEW_BINS("few bins"),
  /**
   * The bin of the candidate expects fewer entries than asked for: networks were not trained there.
   */
  THIN_BIN("thin bin"),
  /** Within two widths of an end, where the background is hardly known. */
  EDGE("at the edge"),
  /** The background could mimic most of such a signal: κ above ½. */
  UNDECIDABLE("not decidable"),
  /** No significance could be computed. */
  NO_RESULT("no result");

  private final String words;

  Quality(String words) {
    this.words = words;
  }

  /** In a few words. */
  public String words() {
    return words;
  }
}
