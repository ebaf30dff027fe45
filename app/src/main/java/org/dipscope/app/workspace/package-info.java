/** The document on the screen: its data, its sliders with undo, and what is computed from them. */
@NullMarked
package org.dipscope.app.workspace;

import org.jspecify.annotations.NullMarked;
