/** What went wrong, in the user's words: message, remedy, place. */
@NullMarked
package org.dipscope.core.problem;

import org.jspecify.annotations.NullMarked;
