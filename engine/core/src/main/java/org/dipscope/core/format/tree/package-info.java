/** YAML and JSON as trees that know their lines, read within bounds. */
@NullMarked
package org.dipscope.core.format.tree;

import org.jspecify.annotations.NullMarked;
