package org.dipscope.core.selection;

/**
 * A category and the number of its events.
 *
 * @param category what its events have in common
 * @param events how many there are
 */
public record CategoryCount(Category category, long events) {}
