/**
 * Columns of event tables kept on disk as plain numbers, so that every look after the first is
 * quick.
 */
@NullMarked
package org.dipscope.core.event.store;

import org.jspecify.annotations.NullMarked;
