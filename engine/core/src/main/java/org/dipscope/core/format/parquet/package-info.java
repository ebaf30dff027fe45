/**
 * Apache Parquet files. The format is described by <a
 * href="https://github.com/apache/parquet-format">apache/parquet-format</a>, 2.10.
 */
@NullMarked
package org.dipscope.core.format.parquet;

import org.jspecify.annotations.NullMarked;
