package org.dipscope.core.format.hdf5;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group.
 *
 * @param path from the root group, empty for the root itself
 * @param datasets in it, without those of its groups
 */
record Hdf5Group(String path, List<Hdf5Dataset> datasets) {

  /** A dataset by name. */
  @Nullable Hdf5Dataset find(String name) {
    for (Hdf5Dataset dataset : datasets) {
      if (dataset.name().equals(name)) {
        return dataset;
      }
    }
    return null;
  }
}
