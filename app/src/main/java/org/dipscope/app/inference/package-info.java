/** The intervals screen: binned models, their fits, and what the data say about a parameter. */
@NullMarked
package org.dipscope.app.inference;

import org.jspecify.annotations.NullMarked;
