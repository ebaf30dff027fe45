/**
 * HDF5 files, as the HDF5 File Format Specification 3.0 describes them: groups, datasets of all
 * layouts and their filters. Every count is compared with the bytes at hand before anything is
 * allocated, and nothing outside the file is ever opened.
 */
@NullMarked
package org.dipscope.core.format.hdf5;

import org.jspecify.annotations.NullMarked;
