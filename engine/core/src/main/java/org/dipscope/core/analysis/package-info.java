/**
 * The chain from a project to its results and figures: what the screen and the command line share.
 */
@NullMarked
package org.dipscope.core.analysis;

import org.jspecify.annotations.NullMarked;
