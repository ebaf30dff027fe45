/** From events to thousands of histograms and their most significant places. */
@NullMarked
package org.dipscope.app.triage;

import org.jspecify.annotations.NullMarked;
