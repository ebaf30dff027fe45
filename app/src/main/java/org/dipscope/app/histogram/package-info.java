/** The spectrum: data, prediction, ratio and interference. */
@NullMarked
package org.dipscope.app.histogram;

import org.jspecify.annotations.NullMarked;
