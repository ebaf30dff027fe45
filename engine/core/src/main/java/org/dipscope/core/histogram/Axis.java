package org.dipscope.core.histogram;

/**
 * One axis of a histogram.
 *
 * @param label the quantity, as printed beside the axis without its unit, such as {@code m_tt}
 * @param unit the unit, such as {@code GeV}; empty if there is none or it is unknown
 * @param binning the bins along it
 */
public record Axis(String label, String unit, Binning binning) {

  /** The label with the unit in brackets, or the bare label. */
  public String title() {
    return unit.isEmpty() ? label : label + " [" + unit + "]";
  }

  /** The same quantity in other bins. */
  public Axis with(Binning other) {
    return new Axis(label, unit, other);
  }
}
