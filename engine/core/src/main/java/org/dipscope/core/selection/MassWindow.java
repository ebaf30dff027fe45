package org.dipscope.core.selection;

/**
 * Events of one histogram whose mass lies near a candidate.
 *
 * @param histogram name of the histogram
 * @param lowGeV lower end, in GeV
 * @param highGeV upper end, not included
 */
public record MassWindow(String histogram, double lowGeV, double highGeV) {

  boolean holds(double mass) {
    return mass >= lowGeV && mass < highGeV;
  }
}
