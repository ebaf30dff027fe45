/** Tables of events, expressions on their columns, and histograms filled from them. */
@NullMarked
package org.dipscope.core.event;

import org.jspecify.annotations.NullMarked;
