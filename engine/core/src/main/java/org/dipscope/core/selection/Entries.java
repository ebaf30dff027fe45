package org.dipscope.core.selection;

import org.dipscope.core.histogram.Binning;

/** What a histogram holds while it is filled. */
sealed interface Entries permits MassCounts, WeightSums {

  /** All bins there may be. */
  Binning axis();

  /** Adds an entry; false if the mass lies outside the axis or is no number. */
  boolean add(double mass, double weight);

  /** The sum of the weights of a bin of the axis. */
  double get(int bin);

  /** The sum of their squares. */
  double squares(int bin);
}
