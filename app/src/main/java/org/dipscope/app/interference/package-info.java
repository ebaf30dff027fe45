/** The controls of the scalar and of the conditions under which it is observed. */
@NullMarked
package org.dipscope.app.interference;

import org.jspecify.annotations.NullMarked;
