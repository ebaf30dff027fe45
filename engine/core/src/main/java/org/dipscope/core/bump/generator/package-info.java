/**
 * Pseudo-data for significance networks: smoothly falling mothers, signals on them, and counts, as
 * endless seeded streams (the generator that training and evaluation share).
 */
@org.jspecify.annotations.NullMarked
package org.dipscope.core.bump.generator;
