/** The headless command line: one command, one JSON object, one exit status. */
@NullMarked
package org.dipscope.cli;

import org.jspecify.annotations.NullMarked;
