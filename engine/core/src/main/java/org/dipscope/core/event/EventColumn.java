package org.dipscope.core.event;

/**
 * One column of a table of events.
 *
 * @param name as written in the file
 * @param unit its unit, or empty
 * @param type what its cells are
 * @param shape how many values an event has in it
 */
public record EventColumn(String name, String unit, Type type, Shape shape) {

  /** What the cells of a column are. */
  public enum Type {
    /** Numbers, NaN where missing. */
    NUMBER,
    /** True or false, held as 1 or 0. */
    TRUTH,
    /** Text, which expressions cannot use. */
    TEXT
  }

  /** How many values an event has in a column. */
  public enum Shape {
    /** One. */
    SINGLE,
    /** As many as there are objects in the event, such as the p_T of its jets. */
    LIST
  }

  /** A column with one value per event. */
  public EventColumn(String name, String unit, Type type) {
    this(name, unit, type, Shape.SINGLE);
  }

  /**
   * The name without a unit in brackets: m_tt of {@code m_tt [GeV]}. A position in an array, as in
   * {@code x[0]}, is no unit.
   */
  String shortName() {
    int bracket = name.indexOf('[');
    if (bracket <= 0 || isPosition(name.substring(bracket + 1))) {
      return name;
    }
    return name.substring(0, bracket).strip();
  }

  private static boolean isPosition(String rest) {
    int close = rest.indexOf(']');
    return close > 0 && rest.substring(0, close).chars().allMatch(Character::isDigit);
  }
}
