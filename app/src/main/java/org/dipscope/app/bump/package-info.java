/** What screens share that look for bumps. */
@NullMarked
package org.dipscope.app.bump;

import org.jspecify.annotations.NullMarked;
