package org.dipscope.app.workspace;

import java.nio.file.Path;
import java.util.List;
import org.dipscope.core.format.FileContents;
import org.jspecify.annotations.Nullable;

/**
 * A file of the browser as far as it is known.
 *
 * @param path where it lies, absolute
 * @param state whether it was read, and still is what was read
 * @param contents what is inside; nothing before it was read
 * @param stamp of the file that was read, or null
 * @param message why it could not be read, or empty
 */
public record OpenFile(
    Path path, State state, FileContents contents, @Nullable FileStamp stamp, String message) {
  private static final FileContents NOTHING = new FileContents("", List.of(), List.of(), List.of());

  /** Where a file stands. */
  public enum State {
    /** Known to the project, not read. */
    UNREAD,
    /** Being read. */
    READING,
    /** Read, and unchanged since as far as is known. */
    READ,
    /** Could not be read. */
    FAILED,
    /** Has changed on the disk since it was read. */
    CHANGED,
    /** Is no longer on the disk. */
    MISSING
  }

  static OpenFile unread(Path path) {
    return new OpenFile(path, State.UNREAD, NOTHING, null, "");
  }

  OpenFile with(State now) {
    return new OpenFile(path, now, contents, stamp, "");
  }

  OpenFile failed(String why) {
    return new OpenFile(path, State.FAILED, contents, stamp, why);
  }

  /** The name without its folder. */
  public String name() {
    return String.valueOf(path.getFileName());
  }

  /** Whether there is something inside to be shown. */
  public boolean hasContents() {
    return !contents.format().isEmpty();
  }
}
