/** HistFactory workspaces of pyhf and their patches. */
@NullMarked
package org.dipscope.core.format.pyhf;

import org.jspecify.annotations.NullMarked;
