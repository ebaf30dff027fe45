package org.dipscope.app.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/**
 * What tells that a file is still the one that was read.
 *
 * @param bytes its size
 * @param modified when it was last written
 */
public record FileStamp(long bytes, FileTime modified) {

  /** The stamp of a file as it lies on the disk; nothing if it is not there. */
  static Optional<FileStamp> of(Path file) {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return Optional.of(new FileStamp(now.size(), now.lastModifiedTime()));
    } catch (IOException notThere) {
      return Optional.empty();
    }
  }
}
