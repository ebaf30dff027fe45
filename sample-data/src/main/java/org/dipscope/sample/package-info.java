/** Small data sets that ship with Dipscope, with their provenance. */
@NullMarked
package org.dipscope.sample;

import org.jspecify.annotations.NullMarked;
