/** Type: the bundled font, its metrics and outlines, and labels with sub- and superscripts. */
@NullMarked
package org.dipscope.core.figure.text;

import org.jspecify.annotations.NullMarked;
