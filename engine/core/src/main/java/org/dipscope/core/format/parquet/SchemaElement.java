package org.dipscope.core.format.parquet;

import org.jspecify.annotations.Nullable;

/**
 * One node of the schema; a group is followed by its children.
 *
 * @param name its own name
 * @param physical its physical type, or null of a group
 * @param bytes length of its values if that is fixed
 * @param repetition 0 required, 1 optional, 2 repeated
 * @param children how many nodes a group has directly below it
 * @param meaning what its values stand for
 * @param scale a decimal counts 10<sup>−scale</sup>
 */
record SchemaElement(
    String name,
    @Nullable Physical physical,
    int bytes,
    int repetition,
    int children,
    Meaning meaning,
    int scale) {
  static final int OPTIONAL = 1;
  static final int REPEATED = 2;

  boolean isGroup() {
    return physical == null;
  }
}
