/** Results in the shape and with the keys of the command-line contract. */
@NullMarked
package org.dipscope.core.format.json;

import org.jspecify.annotations.NullMarked;
