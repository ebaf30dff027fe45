/** The data screen: what is inside the open files, at a click, and histograms of their tables. */
@NullMarked
package org.dipscope.app.data;

import org.jspecify.annotations.NullMarked;
