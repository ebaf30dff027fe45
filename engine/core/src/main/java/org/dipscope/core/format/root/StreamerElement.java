package org.dipscope.core.format.root;

/**
 * One member of a class, as the streamer information describes it.
 *
 * @param name member or base class
 * @param title comment; holds the range of packed numbers as {@code [min,max,bits]}
 * @param type numeric code of the kind of member
 * @param arrayLength number of values of a fixed array, 0 for one value
 * @param typeName C++ type
 * @param baseVersion version of the base class
 * @param countName member that holds the length of a variable array, empty otherwise
 */
record StreamerElement(
    String name,
    String title,
    int type,
    int arrayLength,
    String typeName,
    int baseVersion,
    String countName) {
  static final int BASE = 0;
}
