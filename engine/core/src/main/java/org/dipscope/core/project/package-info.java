/** The document: what a project holds, how it is saved, and how edits are undone. */
@NullMarked
package org.dipscope.core.project;

import org.jspecify.annotations.NullMarked;
