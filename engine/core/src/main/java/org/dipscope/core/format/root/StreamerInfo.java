package org.dipscope.core.format.root;

import java.util.List;

/**
 * How objects of one version of a class lie in the file.
 *
 * @param className the class
 * @param version its version
 * @param checksum identifies the layout where the version does not
 * @param elements base classes and members in the order of the file
 */
record StreamerInfo(String className, int version, long checksum, List<StreamerElement> elements) {
  StreamerInfo {
    elements = List.copyOf(elements);
  }
}
