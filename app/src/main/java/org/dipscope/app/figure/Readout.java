package org.dipscope.app.figure;

/**
 * A place in a figure, in data coordinates.
 *
 * @param column the column, counted from the left, 0 first
 * @param row the panel in it, counted from the top, 0 first
 * @param x the value on the horizontal axis
 * @param y the value on the vertical axis
 */
public record Readout(int column, int row, double x, double y) {}
