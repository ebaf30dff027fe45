package org.dipscope.core.format;

import org.jspecify.annotations.Nullable;

/**
 * One column of a table in a file.
 *
 * @param name as written in the file
 * @param type what its cells are
 * @param unit the unit, or empty if there is none or it is unknown
 * @param statistics of numeric columns, if asked for
 */
public record ColumnSummary(
    String name, ColumnType type, String unit, @Nullable Statistics statistics) {}
