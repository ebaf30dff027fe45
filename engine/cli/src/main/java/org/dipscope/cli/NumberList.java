package org.dipscope.cli;

/**
 * A list or grid of numbers from the command line.
 *
 * @param values the numbers in the order given
 */
record NumberList(double[] values) {}
