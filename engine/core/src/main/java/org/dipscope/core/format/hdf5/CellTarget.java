package org.dipscope.core.format.hdf5;

/** A column and what takes its cells. */
record CellTarget(Hdf5Column column, CellSink sink) {}
