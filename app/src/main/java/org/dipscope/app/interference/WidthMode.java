package org.dipscope.app.interference;

import org.dipscope.core.project.WidthChoice;

/** How the width of a scalar is given. */
public enum WidthMode {
  /** The sum of the partial widths. */
  PHYSICAL("physical"),
  /** In GeV. */
  FREE("free"),
  /** As a fraction of the mass. */
  RELATIVE("Γ/M");

  private final String words;

  WidthMode(String words) {
    this.words = words;
  }

  static WidthMode of(WidthChoice choice) {
    return switch (choice) {
      case WidthChoice.Physical physical -> PHYSICAL;
      case WidthChoice.Free free -> FREE;
      case WidthChoice.Relative relative -> RELATIVE;
    };
  }

  @Override
  public String toString() {
    return words;
  }
}
