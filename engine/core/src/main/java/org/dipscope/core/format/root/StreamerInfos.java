package org.dipscope.core.format.root;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The class descriptions of one file. */
final class StreamerInfos {
  private final Map<String, List<StreamerInfo>> byClass = new HashMap<>();

  private StreamerInfos() {}

  static StreamerInfos of(Iterable<StreamerInfo> all) {
    StreamerInfos infos = new StreamerInfos();
    for (StreamerInfo info : all) {
      infos.byClass.computeIfAbsent(info.className(), name -> new ArrayList<>()).add(info);
    }
    return infos;
  }

  /**
   * The layout of a class; without an exact match the only one of that class.
   *
   * @param checksum compared if the version is 0; pass 0 if unknown
   */
  @Nullable StreamerInfo find(String className, int version, long checksum) {
    List<StreamerInfo> candidates = byClass.getOrDefault(className, List.of());
    for (StreamerInfo info : candidates) {
      if (checksum != 0 ? info.checksum() == checksum : info.version() == version) {
        return info;
      }
    }
    return candidates.size() == 1 ? candidates.getFirst() : null;
  }

  /** The layout of the highest version. */
  @Nullable StreamerInfo newest(String className) {
    StreamerInfo newest = null;
    for (StreamerInfo info : byClass.getOrDefault(className, List.of())) {
      if (newest == null || info.version() > newest.version()) {
        newest = info;
      }
    }
    return newest;
  }
}
