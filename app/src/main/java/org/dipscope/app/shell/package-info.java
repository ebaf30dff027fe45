/** The window around the screens: frame, status bar, appearance. */
@NullMarked
package org.dipscope.app.shell;

import org.jspecify.annotations.NullMarked;
