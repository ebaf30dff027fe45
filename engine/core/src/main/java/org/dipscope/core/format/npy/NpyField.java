package org.dipscope.core.format.npy;

/**
 * One column of an array.
 *
 * @param name of the column
 * @param type of its cells
 * @param offset of its first cell behind the header
 */
record NpyField(String name, NpyType type, long offset) {}
