package org.dipscope.app.support;

/**
 * A computed value on its way to a view.
 *
 * @param <O> the immutable value
 * @param value what the kernel computed
 * @param preview whether it comes from the coarse kernel and must be labelled so
 * @param generation the number of the input it belongs to; grows with every input
 * @param millis how long the kernel ran
 */
public record Shown<O>(O value, boolean preview, long generation, double millis) {}
