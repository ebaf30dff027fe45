/** What files hold, whatever their format; each format has a package of its own below. */
@NullMarked
package org.dipscope.core.format;

import org.jspecify.annotations.NullMarked;
