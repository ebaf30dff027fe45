package org.dipscope.core.event;

/**
 * One column of a table of events.
 *
 * @param name as written in the file
 * @param unit its unit, or empty
 * @param type what its cells are
 */
public record EventColumn(String name, String unit, Type type) {

  /** What the cells of a column are. */
  public enum Type {
    /** Numbers, NaN where missing. */
    NUMBER,
    /** True or false, held as 1 or 0. */
    TRUTH,
    /** Text, which expressions cannot use. */
    TEXT
  }

  /** The name without a unit in brackets: m_tt of {@code m_tt [GeV]}. */
  String shortName() {
    int bracket = name.indexOf('[');
    return bracket > 0 ? name.substring(0, bracket).strip() : name;
  }
}
