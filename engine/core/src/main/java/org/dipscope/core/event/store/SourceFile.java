package org.dipscope.core.event.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A version of a table: if the file changes, so does its key.
 *
 * @param path the file, absolute
 * @param bytes its length
 * @param modified when it was last changed
 * @param table the table in it
 */
record SourceFile(String path, long bytes, String modified, String table) {
  private static final int KEY_BYTES = 16;

  static SourceFile of(Path file, String table) throws IOException {
    BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
    return new SourceFile(
        file.toAbsolutePath().normalize().toString(),
        now.size(),
        now.lastModifiedTime().toString(),
        table);
  }

  /** The name of the folder in which its columns are kept. */
  String key() {
    return key(path + "\n" + bytes + "\n" + modified + "\n" + table);
  }

  /** A name for a text that may hold anything. */
  static String key(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, KEY_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
