/** NumPy arrays: npy files (NEP 1) and npz archives of them. No pickle is ever read. */
@NullMarked
package org.dipscope.core.format.npy;

import org.jspecify.annotations.NullMarked;
