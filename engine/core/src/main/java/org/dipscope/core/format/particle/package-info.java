/**
 * Text files of particle records, whatever their format: lines and numbers in bounded memory, the
 * momenta of an event, and the tables that records make up.
 */
@NullMarked
package org.dipscope.core.format.particle;

import org.jspecify.annotations.NullMarked;
